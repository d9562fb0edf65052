import type { BulkAnswer } from '#contract';
import { useFormats, useLanguage } from '#ui';
import styles from './form.module.css';
import { missingText } from './ticket/missing-texts';
import type { Lookup } from './use-lookup';

/** Tickets that something could not be done to, and why. */
export function RefusedList({ refused, lookup }: { refused: BulkAnswer['refused']; lookup: Lookup }) {
  const language = useLanguage();
  const formats = useFormats();
  const words = { formats, touchpoint: lookup.names.touchpoint };
  return (
    <ul className={styles.list}>
      {refused.map(({ id, missing }) => (
        <li key={id}>
          <b>{id}</b> {missing.map((one) => missingText(one, language, words)).join(' · ')}
        </li>
      ))}
    </ul>
  );
}
