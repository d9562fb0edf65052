import { failureOf } from '#api';
import type { EvidenceCheck } from '#contract';
import { classes, defineTexts, EvidenceChart, FailedToLoad, Loading, Panel, Tag, useFormats, useLanguage, useTexts } from '#ui';
import { useMemo } from 'react';
import styles from './evidence-panel.module.css';
import { evidenceSentences } from './evidence-sentence';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '效果证据', en: 'Evidence' },
  progress: { zh: (day: string) => `观察进度（检验日 ${day}，之前只看进度、不下结论）`, en: (day: string) => `Progress (test day ${day}; before it there is progress, never a verdict)` },
  verdict: { zh: (day: string) => `检验结论（${day}，一次，不再重来）`, en: (day: string) => `Verdict (${day}, tested once)` },
  frozen: { zh: (day: string) => `销号时冻结的证据（检验日 ${day}）`, en: (day: string) => `The evidence as it was frozen at the close-out (tested ${day})` },
  draft: { zh: '还没有提交验证：下面是按今天的数据预估', en: 'Not submitted yet: what follows is estimated from today’s data' },
  passed: { zh: '✓ 通过', en: '✓ Passed' },
  failed: { zh: '× 未通过', en: '× Failed' },
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
  effect: { zh: (day: string, phi: string) => `效果检验（${day}${phi}）`, en: (day: string, phi: string) => `Effect test (${day}${phi})` },
  phi: { zh: (phi: string) => `，一次，φ = ${phi}`, en: (phi: string) => `, once, φ = ${phi}` },
  target: { zh: (points: string) => `降幅 ≥ ${points}（目标的一半）`, en: (points: string) => `Drop ≥ ${points} (half the target)` },
  samples: { zh: (have: string, need: string) => `样本 ${have} / ${need}`, en: (have: string, need: string) => `Sample ${have} / ${need}` },
  displacement: { zh: '未转移到相邻步骤', en: 'Not moved to a neighbouring step' },
  days: { zh: (have: string, need: string) => `观察期 ${have} / ${need} 天`, en: (have: string, need: string) => `${have} / ${need} days observed` },
  secondPerson: { zh: '第二人复核', en: 'A second person closes it' },
  neighbours: { zh: '相邻步骤', en: 'Neighbouring steps' },
  rose: { zh: '显著上升', en: 'rose significantly' },
  steady: { zh: '无显著上升', en: 'no significant rise' },
  statistics: {
    zh: (z: string, p: string, alpha: string) => `z = ${z}，单侧 p = ${p}，显著性水平 ${alpha}`,
    en: (z: string, p: string, alpha: string) => `z = ${z}, one-sided p = ${p}, level ${alpha}`,
  },
});

const MARKS: Record<EvidenceCheck['state'], string> = { open: '○', running: '◔', done: '✓', failed: '×' };
const checkStates = defineTexts<Record<EvidenceCheck['state'], string>>({
  open: { zh: '未开始', en: 'open' },
  running: { zh: '进行中', en: 'running' },
  done: { zh: '已满足', en: 'done' },
  failed: { zh: '未满足', en: 'failed' },
});

/** Whether the ticket did what it was for: where it stands in a sentence, the checklist, the daily rates and, once tested, the test. */
export function EvidencePanel({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const { evidence, ticket, names, zone } = useTicketView();
  const language = useLanguage();
  const formats = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const measured = { 'break-rate': common.breakRate, 'loss-rate': common.lossRate, 'theme-share': common.themeShare, nps: common.nps };
  const rate = measured[ticket.measure];
  const days = useMemo(() => evidence?.days.map(({ hits, n, ...day }) => ({ ...day, part: hits, whole: n })) ?? [], [evidence]);
  const marks = useMemo(() => evidence?.effective.map(({ touchpoint, day }) => ({ day, label: names.touchpoint(touchpoint) })) ?? [], [evidence, names]);

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
  const [headline, ...more] = evidenceSentences(evidence, language, { formats, names, journey: ticket.locus.journey, rate });
  const testDay = plan && !plan.tooLong ? plan.testDay : undefined;
  const note = frozen ? t.frozen(frozen.testedOn) : verdict ? t.verdict(testDay ?? '') : draft || testDay === undefined ? t.draft : t.progress(testDay);
  return (
    <>
      <Panel title={t.title} note={note} actions={verdict && <Tag tone={verdict.passed ? 'good' : 'break'}>{verdict.passed ? t.passed : t.failed}</Tag>}>
        <div className={styles.columns}>
          <div>
            <p className={styles.headline}>{headline}</p>
            {more.map((sentence) => (
              <p key={sentence} className={styles.more}>{sentence}</p>
            ))}
            {verdict && <p className={styles.quiet}>{t.statistics(verdict.z.toFixed(2), verdict.p < 0.001 ? '<0.001' : verdict.p.toFixed(3), String(verdict.alpha))}</p>}
            {plan && plan.flaggedDays > 0 && plan.flaggedTo !== undefined && <p className={styles.quiet}>{t.flagged(formats.exact(plan.flaggedDays), formats.shortDay(plan.flaggedTo))}</p>}
          </div>
          <Checks checks={evidence.checks} />
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
                  <span className={one.significant ? styles.bad : styles.quiet}>
                    {one.significant ? `▲ ${t.rose}` : t.steady} (p {one.adjusted < 0.001 ? '<0.001' : one.adjusted.toFixed(3)})
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
          note={plan ? t.windows(formats.shortDay(plan.baselineFrom), formats.shortDay(plan.baselineTo), formats.shortDay(plan.afterFrom)) : undefined}
        >
          <EvidenceChart
            days={days}
            marks={marks}
            baselineRate={evidence.baselineRate}
            afterRate={evidence.afterRate}
            words={{ rate, part: ticket.measure === 'loss-rate' ? common.lost : common.interrupted, whole: common.customers }}
          />
          <p className={styles.quiet} title={zone}>{ticket.measure === 'break-rate' && t.withoutAbandonment}</p>
        </Panel>
      )}
    </>
  );
}

function Checks({ checks }: { checks: readonly EvidenceCheck[] }) {
  const { evidence } = useTicketView();
  const { exact, points, shortDay } = useFormats();
  const t = useTexts(texts);
  const states = useTexts(checkStates);
  const phi = evidence?.plan?.phi;
  const words: Record<EvidenceCheck['code'], (params: Record<string, string | number>) => string> = {
    effect: ({ day }) => t.effect(day === undefined ? '—' : shortDay(String(day)), phi === undefined ? '' : t.phi(phi.toFixed(2))),
    target: ({ needed, target }) => t.target(points(Number(needed ?? Number(target ?? 0) / 2)).replace('+', '')),
    samples: ({ have, need }) => t.samples(exact(Number(have ?? 0)), need === undefined ? '—' : exact(Number(need))),
    displacement: () => t.displacement,
    days: ({ have, need }) => t.days(exact(Number(have ?? 0)), need === undefined ? '—' : exact(Number(need))),
    'second-person': () => t.secondPerson,
  };
  return (
    <ul className={styles.checks}>
      {checks.map(({ code, state, params = {} }) => (
        <li key={code} className={classes(styles.check, styles[state])}>
          <span aria-hidden="true">{MARKS[state]}</span> {words[code](params)} <span className={styles.hidden}>({states[state]})</span>
        </li>
      ))}
    </ul>
  );
}
