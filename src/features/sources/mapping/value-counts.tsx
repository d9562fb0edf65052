import type { ImportPreview } from '#contract';
import { outcomeWords, useFormats, useTexts } from '#ui';
import { mappingTexts } from './mapping-texts';
import styles from './mapping.module.css';

const SHOWN = 12;

/** How many of the first rows' events each step, touchpoint, outcome and reason has. */
export function ValueCounts({ values }: { values: ImportPreview['values'] }) {
  const t = useTexts(mappingTexts);
  const outcomes: Record<string, string> = useTexts(outcomeWords);
  const { exact } = useFormats();
  const parts = [
    { name: t.steps, counts: values.step },
    { name: t.touchpoints, counts: values.touchpoint },
    { name: t.outcomes, counts: values.outcome, words: outcomes },
    { name: t.reasons, counts: values.reason },
  ];
  return (
    <section className={styles.part} aria-label={t.perValue}>
      <h3>{t.perValue}</h3>
      <div className={styles.counts}>
        {parts.map(({ name, counts, words }) => {
          const sorted = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
          if (sorted.length === 0) return null;
          return (
            <dl key={name}>
              <dt className={styles.quiet}>{name}</dt>
              {sorted.slice(0, SHOWN).map(([value, count]) => (
                <dd key={value}>
                  <span>{words?.[value] ?? value}</span> <b>{exact(count)}</b>
                </dd>
              ))}
              {sorted.length > SHOWN && <dd className={styles.quiet}>{t.andMore(exact(sorted.length - SHOWN))}</dd>}
            </dl>
          );
        })}
      </div>
    </section>
  );
}
