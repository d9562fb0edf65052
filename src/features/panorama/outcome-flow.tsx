import type { NodeDepth } from '#contract';
import { defineTexts, kindWords, resolutionMarks, resolutionWords, useFormats, useTexts } from '#ui';
import { outcomeBands } from './outcome-bands';
import styles from './outcome-flow.module.css';
import { withList } from './url';
import { useView } from './view';

const texts = defineTexts({
  title: { zh: '中断之后怎样了', en: 'What became of the breaks' },
  band: { zh: (kind: string, resolution: string) => `${kind} → ${resolution}`, en: (kind: string, resolution: string) => `${kind} → ${resolution}` },
});

const [WIDTH, HEIGHT, BAR] = [300, 150, 7];
/** Where the bands begin and end: the names of both sides stand on them, so that long ones have half of the width. */
const [LEFT, RIGHT] = [0, WIDTH];

/** Kinds of breaks flowing into what became of them; each band opens its list. */
export function OutcomeFlow({ node, outcomes }: { node: string; outcomes: NodeDepth['outcomes'] }) {
  const { search, go } = useView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const kindNames = useTexts(kindWords);
  const resolutionNames = useTexts(resolutionWords);
  const { kinds, resolutions, bands } = outcomeBands(outcomes, HEIGHT - 16);
  if (bands.length === 0) return undefined;
  return (
    <section className={styles.flow} aria-label={t.title}>
      <h3>{t.title}</h3>
      <svg viewBox={`0 -8 ${WIDTH} ${HEIGHT}`} role="group" aria-label={t.title}>
        {bands.map(({ kind, resolution, count, from, to, height }) => {
          const name = `${t.band(kindNames[kind], resolutionNames[resolution])} ${exact(count)}`;
          const open = () => go(withList(search, { node, list: 'interruptions', kind, resolution }));
          const middle = (LEFT + RIGHT) / 2;
          return (
            <g
              key={`${kind} ${resolution}`}
              className={styles.band}
              data-tone={resolutionMarks[resolution].tone}
              role="button"
              tabIndex={0}
              aria-label={name}
              onClick={open}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                open();
              }}
            >
              <title>{name}</title>
              <path
                d={`M${LEFT + BAR} ${from}C${middle} ${from} ${middle} ${to} ${RIGHT - BAR} ${to}V${to + Math.max(1, height)}C${middle} ${to + Math.max(1, height)} ${middle} ${from + Math.max(1, height)} ${LEFT + BAR} ${from + Math.max(1, height)}Z`}
              />
            </g>
          );
        })}
        <g aria-hidden="true">
          {kinds.map(({ key, count, top, height, nameAt }) => (
            <g key={key}>
              <rect className={styles.bar} x={LEFT} y={top} width={BAR} height={Math.max(1, height)} />
              <text x={LEFT + BAR + 5} y={nameAt}>
                {kindNames[key]} {exact(count)}
              </text>
            </g>
          ))}
          {resolutions.map(({ key, count, top, height, nameAt }) => (
            <g key={key}>
              <rect className={styles.end} data-tone={resolutionMarks[key].tone} x={RIGHT - BAR} y={top} width={BAR} height={Math.max(1, height)} />
              <text x={RIGHT - BAR - 5} y={nameAt} textAnchor="end">
                {resolutionNames[key]} {exact(count)}
              </text>
            </g>
          ))}
        </g>
      </svg>
    </section>
  );
}
