import type { DepartmentId } from '#model';
import { defineTexts, Panel, useFormats, useLocalize, useTexts } from '#ui';
import { useState } from 'react';
import styles from './fields-panel.module.css';
import { PersonSelect } from './person-select';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useDraft } from './use-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '工单信息', en: 'The ticket' },
  points: { zh: '目标（下降几个点）', en: 'Target (drop in points)' },
  defaultTarget: { zh: (points: string) => `默认：基线的 20 %，${points}`, en: (points: string) => `default: 20 % of the baseline, ${points}` },
  fixed: { zh: '提交后不能再改', en: 'fixed once submitted' },
  important: { zh: '重要工单', en: 'Important' },
  description: { zh: '说明', en: 'Description' },
  noDescription: { zh: '没有说明', en: 'No description' },
  baseline: { zh: '登记时的基线', en: 'Baseline at registration' },
  baselineText: {
    zh: (rate: string, hits: string, n: string, from: string, to: string) => `${rate}（${hits} ÷ ${n}，${from} 至 ${to}）`,
    en: (rate: string, hits: string, n: string, from: string, to: string) => `${rate} (${hits} ÷ ${n}, ${from} to ${to})`,
  },
  noBaseline: { zh: '登记时这里还没有数据', en: 'there were no data here at registration' },
  complaint: { zh: '关联投诉', en: 'Complaint' },
  isComplaint: { zh: '这是一件投诉引起的工单', en: 'A complaint is behind this ticket' },
  reference: { zh: '投诉编号', en: 'Reference' },
  received: { zh: '收到日期', en: 'Received' },
  complex: { zh: '情况复杂（30 天，否则 15 天）', en: 'Complex (30 days, otherwise 15)' },
  extended: { zh: '经批准延长 30 天', en: '30 more days, approved' },
  extensionReason: { zh: '延长原因', en: 'Why it was extended' },
  statutory: { zh: (day: string) => `法定期限 ${day}`, en: (day: string) => `By law until ${day}` },
  watchers: { zh: '关注人', en: 'Watchers' },
  watch: { zh: '关注', en: 'Watch' },
  unwatch: { zh: '取消关注', en: 'Stop watching' },
});

/** Owner, department, due day, target, description, complaint and watchers; each is saved as it is changed. */
export function FieldsPanel() {
  const { ticket, edits, editable, departments, me, personName } = useTicketView();
  const { percent, exact, points, shortDay } = useFormats();
  const localize = useLocalize();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const { baseline } = ticket;
  const watching = ticket.watchers.includes(me.person.id);
  return (
    <Panel title={t.title}>
      <div className={styles.fields}>
        <PersonSelect label={common.owner} value={ticket.owner} disabled={!editable} onChange={(owner) => edits.edit({ owner: owner ?? null })} />
        <label className={page.field}>
          <span>{common.department}</span>
          <select className={page.input} value={ticket.department ?? ''} disabled={!editable} onChange={({ target }) => edits.edit({ department: departments.find(({ id }) => id === (target.value as DepartmentId))?.id ?? null })}>
            <option value="">{common.none}</option>
            {departments.map(({ id, name }) => (
              <option key={id} value={id}>{localize(name)}</option>
            ))}
          </select>
        </label>
        <label className={page.field}>
          <span>{common.due}</span>
          <input type="date" className={page.input} value={ticket.due ?? ''} disabled={!editable} onChange={({ target }) => edits.edit({ due: target.value || null })} />
        </label>
        <Target />
        <label className={styles.check}>
          <input type="checkbox" checked={ticket.important} disabled={!editable} onChange={({ target }) => edits.edit({ important: target.checked })} /> {t.important}
        </label>
      </div>
      <dl className={styles.facts}>
        <dt>{t.baseline}</dt>
        <dd>{baseline ? t.baselineText(percent(baseline.rate), exact(baseline.hits), exact(baseline.n), shortDay(baseline.from), shortDay(baseline.to)) : t.noBaseline}</dd>
        <dt>{t.watchers}</dt>
        <dd>
          {ticket.watchers.length === 0 ? common.none : ticket.watchers.map(personName).join('、')}{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => edits.edit({ watchers: watching ? ticket.watchers.filter((id) => id !== me.person.id) : [...ticket.watchers, me.person.id] })}
          >
            {watching ? t.unwatch : t.watch}
          </button>
        </dd>
      </dl>
      <Description />
      <Complaint />
      <p className={page.quiet}>{ticket.target === undefined && baseline && t.defaultTarget(points(baseline.rate * 0.2).replace('+', ''))}</p>
    </Panel>
  );
}

function Target() {
  const { ticket, edits, editable } = useTicketView();
  const t = useTexts(texts);
  const [typed, setTyped] = useState<string>();
  const fixed = ticket.state === 'verifying';
  const shown = ticket.target === undefined ? '' : String(Number((ticket.target * 100).toFixed(3)));
  const save = () => {
    if (typed === undefined) return;
    const value = Number(typed) / 100;
    if (typed.trim() === '') edits.edit({ target: null });
    else if (value > 0 && value <= 1) edits.edit({ target: value });
    setTyped(undefined);
  };
  return (
    <label className={page.field}>
      <span>
        {t.points} {fixed && `· ${t.fixed}`}
      </span>
      <input
        type="number"
        step="0.1"
        min="0.1"
        max="100"
        className={page.input}
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
  const { ticket, edits, editable } = useTicketView();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const [draft, setDraft] = useDraft(`${ticket.id}.description`);
  const [editing, setEditing] = useState(draft !== '');
  if (!editing) {
    return (
      <p className={styles.description}>
        {ticket.description ?? <span className={page.quiet}>{t.noDescription}</span>}{' '}
        {editable && (
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              setDraft(ticket.description ?? '');
              setEditing(true);
            }}
          >
            {common.edit}
          </button>
        )}
      </p>
    );
  }
  const close = () => {
    setDraft('');
    setEditing(false);
  };
  return (
    <div className={page.form}>
      <label className={page.field}>
        <span>{t.description}</span>
        <textarea className={page.input} value={draft} maxLength={10_000} onChange={({ target }) => setDraft(target.value)} />
      </label>
      <div className={page.actions}>
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            edits.edit({ description: draft.trim() === '' ? null : draft });
            close();
          }}
        >
          {common.save}
        </button>
        <button type="button" className={styles.link} onClick={close}>{common.cancel}</button>
      </div>
    </div>
  );
}

function Complaint() {
  const { ticket, edits, editable, today, me } = useTicketView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const { complaint } = ticket;
  const [reference, setReference] = useState<string>();
  const set = (change: Partial<NonNullable<typeof complaint>>) => complaint && edits.edit({ complaint: { ...complaint, ...change } });
  return (
    <fieldset className={styles.complaint} disabled={!editable}>
      <legend>{t.complaint}</legend>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={complaint !== undefined}
          onChange={({ target }) => edits.edit({ complaint: target.checked ? { reference: ticket.id, receivedOn: today, complex: false } : null })}
        />{' '}
        {t.isComplaint}
      </label>
      {complaint && (
        <div className={styles.fields}>
          <label className={page.field}>
            <span>{t.reference}</span>
            <input
              className={page.input}
              value={reference ?? complaint.reference}
              maxLength={100}
              onChange={({ target }) => setReference(target.value)}
              onBlur={() => {
                if (reference?.trim()) set({ reference: reference.trim() });
                setReference(undefined);
              }}
            />
          </label>
          <label className={page.field}>
            <span>{t.received}</span>
            <input type="date" className={page.input} value={complaint.receivedOn} max={today} onChange={({ target }) => target.value && set({ receivedOn: target.value })} />
          </label>
          <label className={styles.check}>
            <input type="checkbox" checked={complaint.complex} onChange={({ target }) => set({ complex: target.checked })} /> {t.complex}
          </label>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={complaint.extension !== undefined}
              onChange={({ target }) => set({ extension: target.checked ? { by: me.person.id, on: today, reason: t.extended } : undefined })}
            />{' '}
            {t.extended}
          </label>
          <b>{ticket.statutoryDue !== undefined && t.statutory(shortDay(ticket.statutoryDue))}</b>
        </div>
      )}
    </fieldset>
  );
}
