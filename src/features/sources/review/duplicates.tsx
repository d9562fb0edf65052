import { likelyDuplicates, mergeTouchpoint, type NameDifference } from '#model';
import { Button, useLocalize, useTexts } from '#ui';
import type { Draft } from './draft';
import { mergeStep } from './edit-journey';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';

/** Steps and touchpoints that are probably one under two names, each to be merged, with the reason. */
export function Duplicates({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useTexts(reviewTexts);
  const localize = useLocalize();
  const { journey, touchpoints } = draft;
  const found = [
    ...likelyDuplicates(journey.steps).map(({ keep, other, differ }) => ({ key: `step ${other.id}`, what: t.step, keep, other, differ, merge: () => onChange({ ...draft, journey: mergeStep(journey, other.id, keep.id) }) })),
    ...likelyDuplicates(touchpoints).map(({ keep, other, differ }) => ({ key: `touchpoint ${other.id}`, what: t.touchpoint, keep, other, differ, merge: () => onChange({ ...draft, touchpoints: mergeTouchpoint(touchpoints, other.id, keep.id) }) })),
  ];
  if (found.length === 0) return null;
  const why = (differ: NameDifference[]) => (differ.length === 0 ? t.sameName : t.differBy(differ.map((one) => t[one]).join(t.and)));
  return (
    <section className={styles.duplicates} aria-label={t.duplicates}>
      <h3>{t.duplicates}</h3>
      <ul>
        {found.map(({ key, what, keep, other, differ, merge }) => (
          <li key={key}>
            <span>{what} <b>{localize(other.name)}</b> → <b>{localize(keep.name)}</b></span> <span className={styles.quiet}>{why(differ)}</span>
            <Button aria-label={t.mergeIntoOf(localize(other.name), localize(keep.name))} onClick={merge}>{t.mergeNow}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
