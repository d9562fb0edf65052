import type { CatalogueTrial } from '#contract';
import { type JourneyId, KINDS, STATES } from '#model';
import { kindWords, stateWords, Table, useFormats, useTexts } from '#ui';
import styles from './review.module.css';
import { reviewTexts } from './review-texts';

/** The figures now and after saving, those that differ marked; of other journeys those alone. */
export function Changes({ trial, isBusy, nameOf }: { trial: CatalogueTrial | undefined; isBusy: boolean; nameOf: (journey: JourneyId) => string }) {
  const t = useTexts(reviewTexts);
  const states = useTexts(stateWords);
  const kinds = useTexts(kindWords);
  const { exact } = useFormats();
  if (!trial) return <p className={styles.quiet} role="status">{t.trying}</p>;
  const rowsOf = ({ before, after }: Pick<CatalogueTrial, 'before' | 'after'>) => [
    ...STATES.map((state) => ({ name: states[state], before: before.balance[state], after: after.balance[state] })),
    ...KINDS.map((kind) => ({ name: kinds[kind], before: before.byKind[kind] ?? 0, after: after.byKind[kind] ?? 0 })),
  ];
  const rows = rowsOf(trial);
  const isSame = rows.every(({ before, after }) => before === after);
  const others = trial.others.map((one) => ({ ...one, rows: rowsOf(one).filter(({ before, after }) => before !== after) }));
  return (
    <section aria-label={t.change} aria-busy={isBusy} className={styles.changes}>
      <p className={styles.quiet} role="status"><b>{t.change}</b> · {isBusy ? t.trying : (trial.all ? t.tried : t.triedSome)(exact(trial.instances))}{!isBusy && isSame && ` · ${t.same}`}</p>
      <Table label={t.figure} maxHeight={200}>
        <thead>
          <tr>
            <th scope="col">{t.figure}</th>
            {rows.map(({ name }) => <th key={name} scope="col" data-number>{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {(['before', 'after'] as const).map((which) => (
            <tr key={which}>
              <th scope="row">{t[which]}</th>
              {rows.map((row) => <td key={row.name} data-number className={which === 'after' && row.before !== row.after ? styles.changed : undefined}>{exact(row[which])}</td>)}
            </tr>
          ))}
        </tbody>
      </Table>
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map(({ journey, instances, all, rows: changed }) => (
            <li key={journey}>
              {t.alsoIn(nameOf(journey))}{' '}
              {changed.length === 0 ? t.same : changed.map(({ name, before, after }) => `${name} ${exact(before)} → ${exact(after)}`).join(t.comma)}{' '}
              <span className={styles.quiet}>({(all ? t.tried : t.triedSome)(exact(instances))})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
