import type { NodeDepth } from '#contract';
import { defineTexts, Difference, useFormats, useTexts } from '#ui';
import styles from './panel.module.css';
import { useView } from './view';

const texts = defineTexts({
  title: { zh: '差别最大的客群和机构', en: 'Segments and offices that differ most' },
  sub: { zh: (own: string, others: string) => `${own}，其他人 ${others}`, en: (own: string, others: string) => `${own}, others ${others}` },
  none: { zh: (n: string) => `比较了 ${n} 组，没有显著差异。`, en: (n: string) => `${n} groups compared: no significant difference.` },
  rest: { zh: (n: string) => `比较了 ${n} 组，其余无显著差异。`, en: (n: string) => `${n} groups compared; no significant difference in the others.` },
  withoutAbandonment: { zh: '不计中途放弃。', en: 'Without abandonments.' },
  look: { zh: (name: string) => `只看${name}`, en: (name: string) => `Only ${name}` },
});

/** Who breaks significantly more or less here than everybody else; choosing one narrows the map to them. */
export function DifferingGroups({ differences: { judged, groups, withoutAbandonment } }: Pick<NodeDepth, 'differences'>) {
  const { search, go, names, catalogue } = useView();
  const { exact, percent } = useFormats();
  const t = useTexts(texts);
  if (judged === 0) return undefined;
  return (
    <section aria-label={t.title}>
      <h3>{t.title}</h3>
      <ul className={styles.rows}>
        {groups.map(({ by, id, rate, others }) => {
          const segment = by === 'segment' ? catalogue.segments.find((one) => one.id === id)?.id : undefined;
          const organisation = by === 'organisation' ? catalogue.organisations.find((one) => one.id === id)?.id : undefined;
          const name = segment ? names.segment(segment) : organisation ? names.organisation(organisation) : id;
          return (
            <li key={`${by} ${id}`}>
              <button type="button" className={styles.row} title={t.look(name)} onClick={() => go({ ...search, ...(segment && { segment }), ...(organisation && { organisation }) })}>
                <span>{name}</span>
                <Difference value={rate.value - others.rate.value} significant good="down" />
                <span className={styles.sub}>{t.sub(percent(rate.value), percent(others.rate.value))}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles.quiet}>
        {groups.length === 0 ? t.none(exact(judged)) : t.rest(exact(judged))} {withoutAbandonment && t.withoutAbandonment}
      </p>
    </section>
  );
}
