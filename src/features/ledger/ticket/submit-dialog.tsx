import type { Day } from '#model';
import { Button, classes, defineTexts, Dialog, ticketMoveWords, useFormats, useLanguage, useTexts } from '#ui';
import type { MoveDialogProps } from './ask-move';
import styles from './dialogs.module.css';
import { EffectiveDateFields } from './effective-dates';
import { leastTarget } from './least-target';
import { missingText } from './missing-texts';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  dates: { zh: '每个触点从哪一天起生效', en: 'From which day on the fix is live on each touchpoint' },
  fixes: { zh: '提交后由系统定下，不能再改', en: 'Submitting fixes, for good' },
  testDay: { zh: '检验日', en: 'Test day' },
  once: { zh: (day: Day) => `${day}，只检验一次`, en: (day: Day) => `${day}, tested once` },
  days: { zh: '观察期', en: 'Observed' },
  window: { zh: (n: string, from: string, to: string) => `${n} 天，${from} 至 ${to}`, en: (n: string, from: string, to: string) => `${n} days, ${from} to ${to}` },
  sample: { zh: '样本', en: 'Sample' },
  journeys: { zh: (n: string, perDay: string) => `约 ${n} 条旅程（现在每天 ${perDay}）`, en: (n: string, perDay: string) => `about ${n} journeys (${perDay} a day now)` },
  target: { zh: '目标', en: 'Target' },
  drop: { zh: (points: string, half: string) => `下降 ${points}；实际至少要降 ${half}`, en: (points: string, half: string) => `a drop of ${points}; it has to reach at least ${half}` },
  baseline: { zh: '基线', en: 'Baseline' },
  rate: { zh: (rate: string, from: string, to: string) => `${rate}，${from} 至 ${to}`, en: (rate: string, from: string, to: string) => `${rate}, ${from} to ${to}` },
  tooLong: {
    zh: (days: string) => `按这个目标要观察${days}，超过 60 天：扩大位置，或把目标提高。`,
    en: (days: string) => `With this target it would take ${days} to show, more than 60 days: widen the place, or raise the target.`,
  },
  nDays: { zh: (n: string) => ` ${n} 天`, en: (n: string) => `${n} days` },
  aYear: { zh: '一年以上', en: 'more than a year' },
  raise: { zh: (points: string) => `把目标提高到 ${points}`, en: (points: string) => `Raise the target to ${points}` },
  onlyWaive: { zh: '就算中断全部消失，60 天也看不出来：只能扩大位置，否则人工核销。', en: 'Even if no break were left, 60 days could not show it: widen the place, otherwise only waiving is left.' },
  missing: { zh: '还差', en: 'Still missing' },
});

/** 提交验证: asks for the effective dates that are missing, and says before the click what the server will fix. */
export function SubmitDialog({ busy, problem, onClose, onMove }: MoveDialogProps) {
  const { ticket, edits, names } = useTicketView();
  const language = useLanguage();
  const formats = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const words = useTexts(ticketMoveWords);
  const { missing = [], allowed = false } = ticket.moves.find(({ move }) => move === 'submit') ?? {};
  // What the test takes is told by the plan itself.
  const told = missing.filter(({ code }) => code !== 'test-too-long');
  const unsaved = edits.state.kind !== 'saved';
  return (
    <Dialog
      title={words.submit}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" disabled={busy || unsaved || !allowed} onClick={() => onMove({ move: 'submit' })}>{words.submit}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={page.quiet}>{t.dates}</p>
        <EffectiveDateFields />
        <Plan />
        {told.length > 0 && (
          <div role="status">
            <p className={page.quiet}>{t.missing}</p>
            <ul className={styles.missing}>
              {told.map((one) => (
                <li key={one.code}>{missingText(one, language, { formats, touchpoint: names.touchpoint })}</li>
              ))}
            </ul>
          </div>
        )}
        {problem !== undefined && <p className={page.error} role="alert">{problem}</p>}
      </div>
    </Dialog>
  );
}

/** The plan as the server would fix it now. */
function Plan() {
  const { evidence, evidenceIsFresh, edits } = useTicketView();
  const { percent, exact, points, day, shortDay } = useFormats();
  const t = useTexts(texts);
  const plan = evidence?.plan;
  if (!plan) return null;
  const drop = (value: number) => points(value).replace('+', '');
  const rows = plan.tooLong
    ? [[t.target, t.drop(drop(plan.target), drop(plan.target / 2))]]
    : [
        [t.testDay, t.once(day(plan.testDay))],
        [t.days, t.window(exact(plan.afterDaysNeeded), shortDay(plan.afterFrom), shortDay(plan.afterTo))],
        [t.sample, t.journeys(exact(plan.instancesNeeded), exact(Math.round(plan.perDay)))],
        [t.target, t.drop(drop(plan.target), drop(plan.target / 2))],
      ];
  const least = plan.tooLong && plan.feasibleTarget !== undefined ? leastTarget(plan.feasibleTarget) : undefined;
  return (
    <section className={classes(styles.plan, !evidenceIsFresh && styles.old)} aria-busy={!evidenceIsFresh} aria-label={t.fixes}>
      <h3>{t.fixes}</h3>
      <dl>
        {[...rows, [t.baseline, t.rate(percent(plan.baselineRate), shortDay(plan.baselineFrom), shortDay(plan.baselineTo))]].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {plan.tooLong && (
        <p className={styles.warning}>
          {t.tooLong(plan.afterDaysNeeded === undefined ? t.aYear : t.nDays(exact(plan.afterDaysNeeded)))}{' '}
          {least === undefined ? t.onlyWaive : <Button onClick={() => edits.edit({ target: least })}>{t.raise(drop(least))}</Button>}
        </p>
      )}
    </section>
  );
}
