import { defineTexts, useTexts } from '#ui';
import { useEffect, useRef, useState } from 'react';
import styles from './comment-list.module.css';

const texts = defineTexts({
  find: { zh: '搜索评论', en: 'Search comments' },
  hint: { zh: '词或“整句”', en: 'Words or “a phrase”' },
});

/** After so long without a key (ms) what was typed is looked for. */
const PAUSE = 350;

/** Looks for what is typed once the typing pauses, or Enter is pressed. */
export function SearchField({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const find = (value: string) => {
    clearTimeout(timer.current);
    if (value.trim() !== text) onFind(value.trim());
  };
  return (
    <input
      type="search"
      className={styles.find}
      aria-label={t.find}
      placeholder={t.hint}
      maxLength={200}
      value={typed}
      // Opened anew by a search of its own, it keeps the focus.
      ref={(input) => {
        if (text !== '' && document.activeElement === document.body) input?.focus({ preventScroll: true });
      }}
      onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && find(typed)}
      onChange={({ target: { value }, nativeEvent }) => {
        setTyped(value);
        clearTimeout(timer.current);
        // Letters of a word that is still being composed (拼音) are not looked for: a search would take the field away under them.
        if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) timer.current = setTimeout(() => find(value), PAUSE);
      }}
      onCompositionEnd={({ currentTarget: { value } }) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => find(value), PAUSE);
      }}
    />
  );
}
