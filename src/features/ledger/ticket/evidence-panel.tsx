import { failureOf } from '#api';
import type { TicketTold } from '#contract';
import type { Day } from '#model';
import { classes, defineTexts, EvidenceChart, FailedToLoad, Loading, Panel, Tag, useFormats, useLanguage, useTexts } from '#ui';
import { useMemo } from 'react';
import { EvidenceChecks } from './evidence-checks';
import styles from './evidence-panel.module.css';
import { evidenceSentences, pValue } from './evidence-sentence';
import { useEffectiveWords } from './use-effective-words';
import { useMeasured } from './use-measured';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '效果证据', en: 'Evidence' },
  progress: { zh: (day: string) => `观察进度（检验日 ${day}，之前只看进度、不下结论）`, en: (day: string) => `Progress (test day ${day}; before it there is progress, never a verdict)` },
  verdict: {
    zh: (day: string, at: string) => `检验结论（检验日 ${day}，只此一次）。按 ${at} 的数据计算：迟到的事件还会计入观察窗口，销号时按当时的数字冻结。`,
    en: (day: string, at: string) => `Verdict (test day ${day}, tested once), computed from the data of ${at}: late events still count in its windows, until the close-out freezes the figures it used.`,
  },
  frozen: { zh: (day: string, at: string) => `检验日 ${day} 的证据，${at} 销号时冻结`, en: (day: string, at: string) => `The evidence of the test day ${day}, as it was frozen at the close-out on ${at}` },
  draft: { zh: '还没有提交验证：下面是按今天的数据预估', en: 'Not submitted yet: what follows is estimated from today’s data' },
  untested: { zh: '没有经过检验：由人工核销，不算证明有效。', en: 'Never tested: it was waived, and counts as no proof that it worked.' },
  passed: { zh: '✓ 通过', en: '✓ Passed' },
  failed: { zh: '× 未通过', en: '× Failed' },
  live: { zh: (touchpoints: string) => `${touchpoints} 生效`, en: (touchpoints: string) => `${touchpoints} live` },
  chart: { zh: (rate: string) => `每日${rate}`, en: (rate: string) => `Daily ${rate}` },
  windows: {
    zh: (from: string, to: string, after: string) => `基线 ${from}–${to} · 观察 ${after} 起 · 阴影为控制限`,
    en: (from: string, to: string, after: string) => `Baseline ${from}–${to} · after from ${after} · shaded: control limits`,
  },
  flagged: {
    zh: (n: string, to: string) => `基线里有 ${n} 天（到 ${to}）在登记之前：正是这些天让人登记，可能偏高。`,
    en: (n: string, to: string) => `${n} days of the baseline (up to ${to}) came before the registration: they are why somebody registered, and may be high.`,
  },
  withoutAbandonment: { zh: '中断率不含“中途放弃”。按旅程开始日计，分母是当天开始并经过这里的旅程。', en: 'Without abandonment. By the day a journey started; the denominator is the journeys that started that day and came by here.' },
  ofComments: { zh: '按评论写下的日子计，分母是当天关于这条旅程（和触点）的评论；人工更正过的按更正后的主题。', en: 'By the day a comment was written; the denominator is that day’s comments about the journey (and touchpoint). Those corrected by hand count by their corrected theme.' },
  neighbours: { zh: '相邻步骤', en: 'Neighbouring steps' },
  rose: { zh: '显著上升', en: 'rose significantly' },
  steady: { zh: '无显著上升', en: 'no significant rise' },
  statistics: {
    zh: (z: string, p: string, alpha: string) => `z = ${z}，单侧 p ${p}，显著性水平 ${alpha}`,
    en: (z: string, p: string, alpha: string) => `z = ${z}, one-sided p ${p}, level ${alpha}`,
  },
});

/** Whether the ticket did what it was for: where it stands in a sentence, the checklist, the daily rates and, once tested, the test. */
export function EvidencePanel({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const { evidence, evidenceIsFresh, ticket, names, zone } = useTicketView();
  const language = useLanguage();
  const formats = useFormats();
  const t = useTexts(texts);
  const { rate, of, part, whole } = useMeasured();
  const days = useMemo(() => evidence?.days.map(({ hits, n, ...day }) => ({ ...day, part: hits, whole: n })) ?? [], [evidence]);
  const groups = useEffectiveWords(evidence?.effective ?? NONE);
  const marks = useMemo(() => groups.map(({ day, words }) => ({ day, label: t.live(words) })), [groups, t]);

  if (failure !== undefined) {
    return (
      <Panel title={t.title}>
        <FailedToLoad failure={failureOf(failure)} onRetry={onRetry} />
      </Panel>
    );
  }
  if (!evidence) {
    return (
      <Panel title={t.title}>
        <Loading lines={8} />
      </Panel>
    );
  }
  const { plan, verdict, frozen, draft } = evidence;
  const past = lastRound(ticket);
  // Without a new effective date, what would be tested is the fix that failed.
  const told = past?.isOver ? { ...evidence, plan: undefined, checks: evidence.checks.map(({ code }) => ({ code, state: 'open' as const })) } : evidence;
  const isUntested = ticket.state === 'waived';
  const [headline, ...more] = isUntested ? [t.untested] : evidenceSentences(told, language, { formats, names, journey: ticket.locus.journey, rate, of, ...past });
  const testDay = plan && !plan.tooLong ? plan.testDay : undefined;
  const note = frozen ? t.frozen(formats.day(frozen.testedOn), formats.dateTime(frozen.at, zone)) : verdict ? t.verdict(testDay === undefined ? '' : formats.day(testDay), formats.dateTime(evidence.asOf, zone)) : past?.isOver || isUntested ? undefined : draft || testDay === undefined ? t.draft : t.progress(formats.day(testDay));
  return (
    <>
      <Panel title={t.title} note={note} actions={verdict && <Tag tone={verdict.passed ? 'good' : 'break'}>{verdict.passed ? t.passed : t.failed}</Tag>}>
        <div className={classes(styles.columns, !evidenceIsFresh && styles.old)} aria-busy={!evidenceIsFresh}>
          <div>
            <p className={styles.headline}>{headline}</p>
            {more.map((sentence) => (
              <p key={sentence} className={styles.more}>{sentence}</p>
            ))}
            {verdict && <p className={styles.quiet}>{t.statistics(verdict.z.toFixed(2), pValue(verdict.p), String(verdict.alpha))}</p>}
            {!isUntested && told.plan && plan && plan.flaggedDays > 0 && plan.flaggedTo !== undefined && <p className={styles.quiet}>{t.flagged(formats.exact(plan.flaggedDays), formats.shortDay(plan.flaggedTo))}</p>}
          </div>
          {!isUntested && <EvidenceChecks evidence={told} />}
        </div>
        {verdict && verdict.displacement.length > 0 && (
          <>
            <h3 className={styles.sub}>{t.neighbours}</h3>
            <ul className={styles.neighbours}>
              {verdict.displacement.map((one) => (
                <li key={one.step}>
                  <span>{names.step(ticket.locus.journey, one.step)}</span>
                  <span>
                    {one.before.rate === undefined ? '—' : formats.percent(one.before.rate)} → {one.after.rate === undefined ? '—' : formats.percent(one.after.rate)}
                  </span>
                  <span className={one.significant ? styles.bad : styles.fine}>
                    {one.significant ? `▲ ${t.rose}` : t.steady} (p {pValue(one.adjusted)})
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Panel>
      {days.length > 0 && (
        <Panel
          title={t.chart(rate)}
          actions={plan && <span className={styles.windows}>{t.windows(formats.shortDay(plan.baselineFrom), formats.shortDay(plan.baselineTo), formats.shortDay(plan.afterFrom))}</span>}
        >
          <EvidenceChart
            days={days}
            marks={marks}
            baselineRate={evidence.baselineRate}
            afterRate={evidence.afterRate}
            words={{ rate, part, whole }}
          />
          {of === 'comments' && <p className={styles.quiet}>{t.ofComments}</p>}
          {ticket.measure === 'break-rate' && ticket.locus.kind === undefined && <p className={styles.quiet}>{t.withoutAbandonment}</p>}
        </Panel>
      )}
    </>
  );
}

const NONE: never[] = [];

/** Why it is being mended once more, and whether only the fix of the last time is known so far. */
function lastRound({ state, failedUntil, recurrences, effective }: TicketTold): { recurredOn?: Day; failedUntil?: Day; isOver: boolean } | undefined {
  if (state !== 'remediating' || failedUntil === undefined) return undefined;
  const isOver = effective.every(({ day }) => day <= failedUntil);
  const raisedOn = recurrences.at(-1)?.raisedOn;
  return raisedOn === failedUntil ? { recurredOn: raisedOn, isOver } : { failedUntil, isOver };
}
