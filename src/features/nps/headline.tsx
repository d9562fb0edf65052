import type { NpsAnswer, NpsSeries } from '#contract';
import { defineTexts, useTexts } from '#ui';
import { ChangeTag } from './change-tag';
import styles from './headline.module.css';
import { useNpsFormats } from './nps-formats';
import { againstWords, npsWords, programmeWords } from './nps-words';
import { headlineTexts, sayHeadline } from './say-headline';
import { changeOf, seriesName } from './series';
import { useNps } from './view';

const texts = defineTexts({
  everywhere: { zh: '全国', en: 'all offices' },
  of: { zh: (from: string, to: string) => `${from} 至 ${to} 的评价`, en: (from: string, to: string) => `ratings of ${from} to ${to}` },
  arrows: { zh: '与其他期间相比', en: 'Against other periods' },
});

const ALL = ['custom', 'yearStart', 'lastYear', 'threeYears', 'previous'] as const;
const PAPER = ['yearStart', 'lastYear', 'threeYears'] as const;

/** 净推荐值 in one sentence, with its interval and its arrows, each of which names what it is against. */
export function Headline({ answer, series }: { answer: NpsAnswer; series: NpsSeries }) {
  const { names, drivers, against, paper } = useNps();
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const sentence = useTexts(headlineTexts);
  const comparators = useTexts(againstWords);
  const programmes = useTexts(programmeWords);
  const formats = useNpsFormats();
  const { exact, percent, nps } = formats;
  const name = seriesName(answer, series.id, names, words);
  const period = answer.periods.at(-1);
  const { organisation, segment, touchpoints, from, to } = answer.filter;
  // Those of another total say nothing about this series.
  const contributions = drivers.data?.contributions.among === series.id && !drivers.isPlaceholderData ? drivers.data.contributions : undefined;
  const of = [programmes[answer.programme], organisation ? names.organisation(organisation) : t.everywhere, segment && names.segment(segment), ...(touchpoints ?? []).map(names.touchpoint), t.of(from, to)];
  const { current } = series;
  return (
    <section className={styles.headline} aria-labelledby="nps-headline">
      <p className={styles.of}>{of.filter(Boolean).join(' · ')}</p>
      <h2 id="nps-headline" className={styles.sentence}>
        {period && sayHeadline(name, series, period, contributions, against, { t: sentence, against: comparators, significant: words.significant, insignificant: words.insignificant, part: (key) => (key === 'other' ? words.other : seriesName({ group: 'journey' }, key, names, words)) }, formats)}
      </h2>
      <ul className={styles.arrows} aria-label={t.arrows}>
        {current.low !== undefined && current.high !== undefined && (
          <li className={styles.figure}>
            {words.interval(nps(current.low), nps(current.high))} · {words.n(exact(current.n))}
            {' · '}
            {current.responseRate === undefined ? <abbr title={words.noRateWhy}>{words.noRate}</abbr> : words.responded(percent(current.responseRate))}
          </li>
        )}
        {(paper ? PAPER : ALL).map((one) => {
          const change = changeOf(series, one);
          return (
            change && (
              <li key={one}>
                <ChangeTag change={change} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
