import { useCallback, useState } from 'react';
import type { z } from 'zod';
import { kept } from './kept';

const nameOf = (key: string): string => `throughline.draft.${key}`;

/** A text that somebody is writing: kept over a reload until it is sent or emptied. `key` says whose text it is, such as `ZG-0001.comment`. */
export function useDraft(key: string): readonly [text: string, setText: (text: string) => void] {
  const name = nameOf(key);
  const [text, setText] = useState(() => kept.read(name) ?? '');
  const set = useCallback(
    (next: string) => {
      setText(next);
      kept.write(name, next === '' ? undefined : next);
    },
    [name],
  );
  return [text, set];
}

/** A form that somebody is filling in, kept over a reload; `undefined` while it is not open. What cannot be read is no draft. */
export function useFormDraft<Schema extends z.ZodType>(key: string, schema: Schema): readonly [draft: z.output<Schema> | undefined, setDraft: (draft: z.output<Schema> | undefined) => void] {
  const name = nameOf(key);
  const [draft, setDraft] = useState(() => {
    try {
      return schema.safeParse(JSON.parse(kept.read(name) ?? 'null')).data;
    } catch {
      return undefined;
    }
  });
  const set = useCallback(
    (next: z.output<Schema> | undefined) => {
      setDraft(next);
      kept.write(name, next === undefined ? undefined : JSON.stringify(next));
    },
    [name],
  );
  return [draft, set];
}
