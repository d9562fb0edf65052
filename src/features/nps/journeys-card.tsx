import type { NpsAnswer, NpsSeries } from '#contract';
import { Choice, classes, defineTexts, Dropdown, useTexts } from '#ui';
import { useMemo } from 'react';
import { ChangeTag } from './change-tag';
import { ChartCard } from './chart-card';
import { ChartRows } from './chart-rows';
import { SmallTrend } from './charts/small-trend';
import styles from './journeys-card.module.css';
import { useNpsFormats } from './nps-formats';
import { againstWords, npsWords } from './nps-words';
import { rankingColumns } from './ranking-columns';
import { SORTS } from './search';
import { changeOf, comparatorOf, seriesName } from './series';
import { rank, spanOf } from './to-ranking';
import { useNps } from './view';

const texts = defineTexts({
  journey: { zh: '各旅程', en: 'Journeys' },
  touchpoint: { zh: '各触点', en: 'Touchpoints' },
  organisation: { zh: '各机构', en: 'Offices' },
  segment: { zh: '各客群', en: 'Segments' },
  none: { zh: '全部', en: 'All' },
  note: { zh: (span: string) => `每张图的纵轴都跨 ${span} 点，可以互相比较起伏；点一张放大`, en: (span: string) => `every chart spans ${span} points, so that ups and downs compare; click one to enlarge it` },
  by: { zh: '看', en: 'By' },
  order: { zh: '排序', en: 'Order' },
  nps: { zh: 'NPS', en: 'NPS' },
  change: { zh: '变化', en: 'change' },
  n: { zh: '评价数', en: 'ratings' },
  catalogue: { zh: '目录', en: 'catalogue' },
  charts: { zh: '小图', en: 'Charts' },
  ranking: { zh: '排行', en: 'Ranking' },
  sentence: {
    zh: (best: string, nps: string, worst: string, least: string, up: string, down: string, against: string) => `最高是${best}（${nps}），最低是${worst}（${least}）；${against}显著上升 ${up} 个，显著下降 ${down} 个。`,
    en: (best: string, nps: string, worst: string, least: string, up: string, down: string, against: string) => `Highest is ${best} (${nps}), lowest ${worst} (${least}); ${against}, ${up} rose significantly and ${down} fell.`,
  },
  small: { zh: (name: string, periods: string) => `${name}的走势，${periods}`, en: (name: string, periods: string) => `Trend of ${name}, ${periods}` },
  groups: { zh: '按什么分组', en: 'Grouped by' },
});

const GROUPS = ['journey', 'touchpoint', 'organisation', 'segment'] as const;

/** Every journey (touchpoint, office, segment) small, in one scale, or as a ranking. */
export function JourneysCard({ answer, series: front }: { answer: NpsAnswer; series: NpsSeries }) {
  const { search, go, names, against: chosen, paper } = useNps();
  const against = comparatorOf(answer, chosen);
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const comparators = useTexts(againstWords);
  const formats = useNpsFormats();
  const rows = useMemo(() => rank(answer.series, search.sort, against), [answer.series, search.sort, against]);
  const span = useMemo(() => spanOf(answer.series), [answer.series]);
  const nameOf = ({ id }: NpsSeries) => seriesName(answer, id, names, words);
  const known = answer.series.filter(({ current }) => current.nps !== undefined).toSorted((a, b) => (b.current.nps ?? 0) - (a.current.nps ?? 0));
  const [best, worst] = [known[0], known.at(-1)];
  const moved = (sign: number) => String(answer.series.filter((one) => { const change = changeOf(one, against); return change?.significant === true && Math.sign(change.delta ?? 0) === sign; }).length);
  const sentence = best && worst && best !== worst ? t.sentence(nameOf(best), formats.nps(best.current.nps ?? 0), nameOf(worst), formats.nps(worst.current.nps ?? 0), moved(1), moved(-1), comparators[against]) : undefined;
  const table = { columns: rankingColumns(nameOf, against, { words, comparators, verdicts: words }, formats), rows, id: ({ id }: NpsSeries) => id };
  const enlarge = ({ id }: NpsSeries) => go({ ...search, focus: id });
  return (
    <ChartCard
      title={t[answer.group]}
      note={paper ? undefined : t.note(formats.exact(span))}
      sentence={sentence}
      file="ranking"
      table={table}
      open={enlarge}
      actions={
        <>
          <Dropdown name={t.by} value={t[answer.group]}>
            {GROUPS.map((one) => (
              <Choice key={one} chosen={one === answer.group} onChoose={() => go({ ...search, group: one === 'journey' ? undefined : one, focus: undefined })}>
                {t[one]}
              </Choice>
            ))}
          </Dropdown>
          <Dropdown name={t.order} value={t[search.sort ?? 'nps']}>
            {(['nps', ...SORTS] as const).map((one) => (
              <Choice key={one} chosen={one === (search.sort ?? 'nps')} onChoose={() => go({ ...search, sort: one === 'nps' ? undefined : one })}>
                {t[one]}
              </Choice>
            ))}
          </Dropdown>
          <Dropdown name="" value={search.view === 'table' ? t.ranking : t.charts}>
            <Choice chosen={search.view !== 'table'} onChoose={() => go({ ...search, view: undefined })}>{t.charts}</Choice>
            <Choice chosen={search.view === 'table'} onChoose={() => go({ ...search, view: 'table' })}>{t.ranking}</Choice>
          </Dropdown>
        </>
      }
    >
      {search.view === 'table' ? (
        <ChartRows label={t.ranking} table={table} open={enlarge} />
      ) : (
        <ul className={classes(styles.grid, paper && styles.paper)}>
          {rows.map((one) => {
            const change = changeOf(one, against);
            const { nps, n } = one.current;
            return (
              <li key={one.id} className={classes(styles.cell, one.id === front.id && styles.chosen)}>
                <button type="button" className={styles.name} aria-pressed={one.id === front.id} onClick={() => enlarge(one)}>
                  {nameOf(one)}
                </button>
                <span className={nps === undefined ? styles.few : styles.nps}>{nps === undefined ? words.n(formats.exact(n)) : formats.nps(nps)}</span>
                <div className={styles.chart}>
                  <SmallTrend points={one.points.map(({ nps: value, low, high }) => ({ value, low, high }))} span={span} height={paper ? 30 : 54} label={t.small(nameOf(one), formats.exact(one.points.length))} />
                </div>
                <div className={styles.change}>{nps === undefined ? <span className={styles.few}>{words.fewWhy(formats.exact(n))}</span> : change && <ChangeTag change={change} />}</div>
              </li>
            );
          })}
        </ul>
      )}
    </ChartCard>
  );
}
