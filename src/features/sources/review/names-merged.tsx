import { useTexts } from '#ui';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';

/** The names that were merged into something, each to be taken out again. */
export function NamesMerged<Id extends string>({ aliases, onSplit }: { aliases?: readonly Id[] | undefined; onSplit: (alias: Id) => void }) {
  const t = useTexts(reviewTexts);
  return aliases?.map((alias) => (
    <span key={alias} className={styles.merged}>
      {t.holds} <code>{alias}</code>
      <button type="button" aria-label={t.splitOf(alias)} onClick={() => onSplit(alias)}>{t.split}</button>
    </span>
  ));
}
