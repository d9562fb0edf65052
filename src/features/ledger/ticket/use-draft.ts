import { useCallback, useState } from 'react';

/** A text that somebody is writing: kept over a reload until it is sent or emptied. `key` says whose text it is, such as `ZG-0001.comment`. */
export function useDraft(key: string): readonly [text: string, setText: (text: string) => void] {
  const name = `throughline.draft.${key}`;
  const [text, setText] = useState(() => localStorage.getItem(name) ?? '');
  const set = useCallback(
    (next: string) => {
      setText(next);
      if (next === '') localStorage.removeItem(name);
      else localStorage.setItem(name, next);
    },
    [name],
  );
  return [text, set];
}
