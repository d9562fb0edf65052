import type { DepartmentId, PersonId } from '#model';
import { Button, defineTexts, Panel, useFormats, useLocalize, useTexts, useToast } from '#ui';
import { useState } from 'react';
import { ComplaintFields } from './complaint-fields';
import { DateField } from './date-field';
import type { TicketPatch } from './edits';
import styles from './fields-panel.module.css';
import { PersonSelect } from './person-select';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useFieldDraft } from './use-field-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '工单信息', en: 'The ticket' },
  points: { zh: '目标：下降（点）', en: 'Target: drop (points)' },
  default: { zh: (points: string) => `默认 ${points}`, en: (points: string) => `default ${points}` },
  fixed: { zh: '提交验证后不能再改', en: 'Fixed once submitted' },
  important: { zh: '重要工单', en: 'Important' },
  description: { zh: '说明', en: 'Description' },
  baseline: { zh: '登记时的基线', en: 'Baseline at registration' },
  baselineText: {
    zh: (rate: string, hits: string, n: string, from: string, to: string) => `${rate}（${hits} ÷ ${n}，${from} 至 ${to}）`,
    en: (rate: string, hits: string, n: string, from: string, to: string) => `${rate} (${hits} ÷ ${n}, ${from} to ${to})`,
  },
  noBaseline: { zh: '登记时这里还没有数据', en: 'there were no data here at registration' },
  watchers: { zh: '关注人', en: 'Watchers' },
  watch: { zh: '关注', en: 'Watch' },
  unwatch: { zh: '取消关注', en: 'Stop watching' },
  changed: { zh: (field: string, to: string) => `${field}改为${to}`, en: (field: string, to: string) => `${field} is now ${to}` },
  nothing: { zh: '空', en: 'empty' },
  undo: { zh: '撤销', en: 'Undo' },
});

/** Owner, department, due day, target, description, complaint and watchers; each is saved as it is changed. */
export function FieldsPanel() {
  const { ticket, edits, editable, departments, me, personName, departmentName } = useTicketView();
  const { percent, exact, shortDay } = useFormats();
  const localize = useLocalize();
  const toast = useToast();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const { baseline, watchers } = ticket;
  const watching = watchers.includes(me.person.id);
  /** What others are told of and held to: a slip costs, so it can be taken back. */
  const change = (field: string, to: string | undefined, patch: TicketPatch, back: TicketPatch) => {
    edits.edit(patch);
    toast({ text: t.changed(field, to ?? t.nothing), action: { label: t.undo, run: () => edits.edit(back) } });
  };
  const setOwner = (owner: PersonId | undefined) => change(common.owner, owner && personName(owner), { owner: owner ?? null }, { owner: ticket.owner ?? null });
  const setDepartment = (id: DepartmentId | undefined) => change(common.department, id && departmentName(id), { department: id ?? null }, { department: ticket.department ?? null });
  const setDue = (due: string) => change(common.due, due ? shortDay(due) : undefined, { due: due || null }, { due: ticket.due ?? null });
  return (
    <Panel title={t.title}>
      <div className={styles.fields}>
        <PersonSelect label={common.owner} value={ticket.owner} disabled={!editable} onChange={setOwner} />
        <label className={page.field}>
          <span>{common.department}</span>
          <select className={page.input} value={ticket.department ?? ''} disabled={!editable} onChange={({ target }) => setDepartment(departments.find(({ id }) => id === target.value)?.id)}>
            <option value="">{common.none}</option>
            {departments.map(({ id, name }) => (
              <option key={id} value={id}>{localize(name)}</option>
            ))}
          </select>
        </label>
        <label className={page.field}>
          <span>{common.due}</span>
          <DateField value={ticket.due ?? ''} disabled={!editable} onChange={setDue} />
        </label>
        <Target />
      </div>
      <dl className={styles.facts}>
        <dt>{t.baseline}</dt>
        <dd>{baseline ? t.baselineText(percent(baseline.rate), exact(baseline.hits), exact(baseline.n), shortDay(baseline.from), shortDay(baseline.to)) : t.noBaseline}</dd>
        <dt>{t.watchers}</dt>
        <dd>
          {watchers.length === 0 ? common.none : watchers.map(personName).join(common.and)}{' '}
          {editable && (
            <Button
              look="quiet"
              className={styles.link}
              onClick={() => edits.edit((shown) => ({ watchers: watching ? shown.watchers.filter((id) => id !== me.person.id) : [...shown.watchers, me.person.id] }))}
            >
              {watching ? t.unwatch : t.watch}
            </Button>
          )}
        </dd>
        <dt>{t.description}</dt>
        <dd>
          <Description />
        </dd>
      </dl>
      <div className={styles.checks}>
        <label className={styles.check}>
          <input type="checkbox" checked={ticket.important} disabled={!editable} onChange={({ target }) => edits.edit({ important: target.checked })} /> {t.important}
        </label>
        <ComplaintFields />
      </div>
    </Panel>
  );
}

function Target() {
  const { ticket, edits, editable } = useTicketView();
  const { points } = useFormats();
  const t = useTexts(texts);
  const [typed, setTyped] = useState<string>();
  const fixed = ticket.state === 'verifying';
  const shown = ticket.target === undefined ? '' : String(Number((ticket.target * 100).toFixed(3)));
  const save = () => {
    if (typed === undefined) return;
    const value = Number(typed) / 100;
    if (typed.trim() === '') edits.edit({ target: null });
    else if (value > 0 && value <= 1 && typed !== shown) edits.edit({ target: value });
    setTyped(undefined);
  };
  return (
    <label className={page.field} title={fixed ? t.fixed : undefined}>
      <span>{t.points}</span>
      <input
        type="number"
        step="any"
        min="0.01"
        max="100"
        className={page.input}
        placeholder={ticket.baseline && t.default(points(ticket.baseline.rate * 0.2).replace('+', ''))}
        value={typed ?? shown}
        disabled={!editable || fixed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={save}
        onKeyDown={({ key }) => key === 'Enter' && save()}
      />
    </label>
  );
}

function Description() {
  const { ticket, editable } = useTicketView();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const { typed, begin, write, save, cancel } = useFieldDraft('description');
  if (typed === undefined) {
    return (
      <>
        <span className={styles.description}>{ticket.description ?? common.none}</span>{' '}
        {editable && <Button look="quiet" className={styles.link} aria-label={`${common.edit}: ${t.description}`} onClick={begin}>{common.edit}</Button>}
      </>
    );
  }
  return (
    <form className={page.form}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to write here */}
      <textarea autoFocus className={page.input} aria-label={t.description} value={typed} maxLength={10_000} onChange={({ target }) => write(target.value)} />
      <div className={page.actions}>
        <Button look="primary" onClick={save}>{common.save}</Button>
        <Button onClick={cancel}>{common.cancel}</Button>
      </div>
    </form>
  );
}
