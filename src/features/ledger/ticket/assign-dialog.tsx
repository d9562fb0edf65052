import { type DepartmentId, departmentId, personId } from '#model';
import { Button, defineTexts, Dialog, ticketMoveWords, useFormats, useLocalize, useTexts } from '#ui';
import { z } from 'zod';
import type { MoveDialogProps } from './ask-move';
import styles from './dialogs.module.css';
import { leastTarget } from './least-target';
import { PersonSelect } from './person-select';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useFormDraft } from './use-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  points: { zh: '目标：下降（点）', en: 'Target: drop (points)' },
  default: { zh: (rate: string) => `默认是基线 ${rate} 的 20 %`, en: (rate: string) => `20 % of the baseline of ${rate} by default` },
  least: {
    zh: (points: string) => `60 天的观察能检验出来的最小目标是 ${points}。目标再小，只能扩大位置或人工核销。`,
    en: (points: string) => `The least target that 60 days of observation can show is ${points}. A smaller one would need a wider place, or only waiving is left.`,
  },
  earliest: {
    zh: (day: string) => `就算今天生效，也要到 ${day} 才能检验。`,
    en: (day: string) => `Even if the fix took effect today, it could be tested on ${day} at the earliest.`,
  },
  use: { zh: (points: string) => `用 ${points}`, en: (points: string) => `Use ${points}` },
  stands: { zh: '已经定的', en: 'Settled already' },
});

const form = z.object({ owner: personId.optional(), department: departmentId.optional(), due: z.string(), points: z.string() });
type Form = z.infer<typeof form>;

const inPoints = (proportion: number): string => String(Number((proportion * 100).toPrecision(3)));

/** 立项: asks for what the ticket still lacks of an owner, a department and a due day, and for the target. */
export function AssignDialog({ busy, problem, onClose, onMove }: MoveDialogProps) {
  const { ticket, evidence, people, departments, personName, departmentName, today } = useTicketView();
  const { percent, points, shortDay } = useFormats();
  const localize = useLocalize();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const words = useTexts(ticketMoveWords);
  const { owner, department, due, target, baseline } = ticket;
  const suggested = target ?? (baseline && baseline.rate > 0 ? baseline.rate * 0.2 : undefined);
  const [draft, setDraft] = useFormDraft(`${ticket.id}.assign`, form);
  const filled: Form = draft ?? { due: '', points: suggested === undefined ? '' : inPoints(suggested) };
  const set = (change: Partial<Form>) => setDraft({ ...filled, ...change });

  const least = evidence?.plan?.tooLong && evidence.plan.feasibleTarget !== undefined ? leastTarget(evidence.plan.feasibleTarget) : undefined;
  const testDay = evidence?.plan && !evidence.plan.tooLong ? evidence.plan.testDay : undefined;
  const tooEarly = testDay !== undefined && filled.due !== '' && filled.due < testDay;
  const wanted = Number(filled.points) / 100;
  const tooSmall = least !== undefined && wanted < least;
  const settled = [owner !== undefined && `${common.owner} ${personName(owner)}`, department !== undefined && `${common.department} ${departmentName(department)}`, due !== undefined && `${common.due} ${shortDay(due)}`].filter(Boolean);
  const chosen = { owner: owner ?? filled.owner, department: department ?? filled.department, due: due ?? filled.due };
  const ready = chosen.owner !== undefined && chosen.department !== undefined && chosen.due !== '' && wanted > 0 && wanted <= 1;
  const assign = () => {
    if (!ready) return;
    onMove({ move: 'assign', owner: chosen.owner, department: chosen.department, due: chosen.due, target: wanted }, { onSuccess: () => setDraft(undefined) });
  };
  return (
    <Dialog
      title={words.assign}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" disabled={busy || !ready} onClick={assign}>{words.assign}</Button>
        </>
      }
    >
      <div className={styles.form}>
        {settled.length > 0 && <p className={page.quiet}>{t.stands}：{settled.join(' · ')}</p>}
        {owner === undefined && (
          <PersonSelect
            label={common.owner}
            value={filled.owner}
            // Whoever mends it mostly does so for their own department.
            onChange={(next) => set({ owner: next, ...(department === undefined && filled.department === undefined && { department: people.find(({ id }) => id === next)?.department }) })}
          />
        )}
        {department === undefined && (
          <label className={page.field}>
            <span>{common.department}</span>
            <select className={page.input} value={filled.department ?? ''} onChange={({ target: { value } }) => set({ department: value === '' ? undefined : (value as DepartmentId) })}>
              <option value="">{common.none}</option>
              {departments.map(({ id, name }) => (
                <option key={id} value={id}>{localize(name)}</option>
              ))}
            </select>
          </label>
        )}
        {due === undefined && (
          <label className={page.field}>
            <span>{common.due}</span>
            <input type="date" className={page.input} value={filled.due} min={today} onChange={({ target: { value } }) => set({ due: value })} />
          </label>
        )}
        {due === undefined && testDay !== undefined && <p className={tooEarly ? styles.warning : page.quiet} role={tooEarly ? 'status' : undefined}>{t.earliest(shortDay(testDay))}</p>}
        <label className={page.field}>
          <span>{t.points}</span>
          <input type="number" step="any" min="0.01" max="100" className={page.input} value={filled.points} onChange={({ target: { value } }) => set({ points: value })} />
        </label>
        {target === undefined && baseline && <p className={page.quiet}>{t.default(percent(baseline.rate))}</p>}
        {tooSmall && (
          <p className={styles.warning} role="status">
            {t.least(points(least).replace('+', ''))} <Button onClick={() => set({ points: inPoints(least) })}>{t.use(points(least).replace('+', ''))}</Button>
          </p>
        )}
        {problem !== undefined && <p className={page.error} role="alert">{problem}</p>}
      </div>
    </Dialog>
  );
}
