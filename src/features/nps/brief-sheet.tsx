import type { NpsAnswer, NpsDriversAnswer, PanoramaAnswer } from '#contract';
import { toPlaceIn, toTicket } from '#src/routes';
import { defineTexts, useTexts } from '#ui';
import { Link } from '@tanstack/react-router';
import styles from './brief-page.module.css';
import type { BriefPeriod } from './brief-period';
import { ContributionsCard } from './contributions-card';
import { ExperienceCard } from './experience-card';
import { Headline } from './headline';
import { JourneysCard } from './journeys-card';
import { useNpsFormats } from './nps-formats';
import { npsWords } from './nps-words';
import { focusOf } from './series';
import { shownDelta } from './shown';
import { TrendCard } from './trend-card';
import { useNps } from './view';
import { ticketsThatWorked, worstBreaks } from './worst-breaks';

const texts = defineTexts({
  brief: { zh: '净推荐值简报', en: 'NPS brief' },
  product: { zh: '脉络 Throughline', en: 'Throughline 脉络' },
  worst: { zh: '最该补上接续的三处中断', en: 'The three worst breaks nobody picked up' },
  worstOf: { zh: (from: string, to: string) => `${from} 至 ${to} 开始的旅程，按未接续次数`, en: (from: string, to: string) => `journeys started ${from} to ${to}, by breaks nobody picked up` },
  unhanded: { zh: (n: string, rate: string) => `未接续 ${n} 次 · 中断率 ${rate}`, en: (n: string, rate: string) => `${n} not picked up · break rate ${rate}` },
  noBreaks: { zh: '这一期没有未接续的中断，或没有旅程数据。', en: 'No break was left alone in this period, or there are no journeys.' },
  worked: { zh: '见效的三件工单', en: 'Three tickets that worked' },
  workedOf: {
    zh: (to: string) => `${to} 前销号、检验通过、所在之处 NPS 未显著下降；括号内为 95% 区间`,
    en: (to: string) => `closed by ${to}, test passed, NPS there not significantly lower; 95% interval in brackets`,
  },
  evidence: { zh: (before: string, after: string) => `指标 ${before} → ${after}`, en: (before: string, after: string) => `rate ${before} → ${after}` },
  effect: {
    zh: (before: string, after: string, delta: string, low: string, high: string, verdict: string) => `NPS ${before} → ${after}，${delta}（${low} 至 ${high}）${verdict}`,
    en: (before: string, after: string, delta: string, low: string, high: string, verdict: string) => `NPS ${before} → ${after}, ${delta} (${low} to ${high}), ${verdict}`,
  },
  few: { zh: (n: string) => `NPS 样本不足（n = ${n}）`, en: (n: string) => `NPS: too few ratings (n = ${n})` },
  noTickets: { zh: '到这一期为止，没有检验通过的销号工单。', en: 'No closed ticket had passed its test by then.' },
  method: {
    zh: 'NPS =（推荐者 9–10 分 − 贬损者 0–6 分）÷ 评价数 × 100；区间为 95% 校正 Wald；“显著”指两期之差超过 1.96 个标准误；评价不足 30 份不给出点。各组之差是描述，相关不等于因果。',
    en: 'NPS = (promoters 9–10 − detractors 0–6) ÷ ratings × 100; intervals are 95% adjusted Wald; “significant”: a difference beyond 1.96 standard errors; below 30 ratings no point. Differences are described; going together is not proof of an effect.',
  },
  demo: { zh: '演示数据，全部合成。', en: 'Demo data, all synthetic.' },
});

interface Props {
  trends: NpsAnswer;
  drivers: NpsDriversAnswer;
  map: PanoramaAnswer;
  period: BriefPeriod;
  isDemo: boolean;
}

/** The sheet: A4, always light. */
export function BriefSheet({ trends, drivers, map, period, isDemo }: Props) {
  const t = useTexts(texts);
  const formats = useNpsFormats();
  const series = focusOf(trends, undefined);
  return (
    <article className={styles.sheet} data-paper="" aria-label={t.brief}>
      <header className={styles.top}>
        <span>
          {t.brief} · {formats.period(period.id)}
        </span>
        <span>{t.product}</span>
      </header>
      <Headline answer={trends} series={series} />
      <TrendCard answer={trends} series={series} />
      <div className={styles.pair}>
        <ContributionsCard contributions={drivers.contributions} />
        <ExperienceCard experience={drivers.experience} />
      </div>
      <JourneysCard answer={trends} series={series} />
      <div className={styles.pair}>
        <Worst map={map} period={period} />
        <Worked trends={trends} period={period} />
      </div>
      <footer className={styles.foot}>
        {t.method} {isDemo && t.demo}
      </footer>
    </article>
  );
}

function Worst({ map, period }: { map: PanoramaAnswer; period: BriefPeriod }) {
  const { names, search } = useNps();
  const t = useTexts(texts);
  const { day, exact, percent } = useNpsFormats();
  const worst = worstBreaks(map, 3);
  return (
    <section aria-labelledby="brief-worst">
      <h2 id="brief-worst" className={styles.title}>{t.worst}</h2>
      <p className={styles.note}>{t.worstOf(day(period.from), day(period.to))}</p>
      {worst.length === 0 ? (
        <p className={styles.note}>{t.noBreaks}</p>
      ) : (
        <ol className={styles.list}>
          {worst.map((node) => (
            <li key={node.id}>
              <Link {...toPlaceIn(node.id, { from: period.from, to: period.to, organisation: search.organisation })} className={styles.break}>
                {'//'} {names.journey(node.journey)} · {names.touchpoint(node.touchpoint)}
              </Link>
              <span className={styles.note}>{t.unhanded(exact(node.unhanded), percent(node.rate.value))}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Worked({ trends, period }: { trends: NpsAnswer; period: BriefPeriod }) {
  const t = useTexts(texts);
  const words = useTexts(npsWords);
  const { day, nps, delta, percent, exact } = useNpsFormats();
  const worked = ticketsThatWorked(trends.tickets, period.to, 3);
  return (
    <section aria-labelledby="brief-worked">
      <h2 id="brief-worked" className={styles.title}>{t.worked}</h2>
      <p className={styles.note}>{t.workedOf(day(period.to))}</p>
      {worked.length === 0 ? (
        <p className={styles.note}>{t.noTickets}</p>
      ) : (
        <ol className={styles.list}>
          {worked.map(({ id, title, before, after, low = 0, high = 0, significant, evidence }) => {
            const difference = shownDelta(before, after);
            const few = before.nps === undefined ? before : after;
            return (
              <li key={id}>
                <Link {...toTicket(id)} className={styles.ticket}>
                  ⚑ {id} {title}
                </Link>
                <span className={styles.note}>
                  {evidence && `${t.evidence(percent(evidence.before), percent(evidence.after))} · `}
                  {difference === undefined ? t.few(exact(few.n)) : t.effect(nps(before.nps ?? 0), nps(after.nps ?? 0), delta(difference), delta(low), delta(high), significant ? words.significant : words.insignificant)}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
