import type { Complaint } from '#model';
import { defineTexts, useFormats, useTexts, useToast } from '#ui';
import { useState } from 'react';
import { DateField } from './date-field';
import styles from './fields-panel.module.css';
import page from './ticket-page.module.css';
import { useTicketView } from './view';

const texts = defineTexts({
  is: { zh: '投诉引起的工单', en: 'A complaint is behind it' },
  details: { zh: '投诉', en: 'The complaint' },
  reference: { zh: '投诉编号', en: 'Reference' },
  received: { zh: '收到日期', en: 'Received' },
  complex: { zh: '情况复杂（30 天，否则 15 天）', en: 'Complex (30 days, otherwise 15)' },
  extended: { zh: '经批准延长 30 天', en: '30 more days, approved' },
  reason: { zh: '延长的原因', en: 'Why it was extended' },
  statutory: { zh: (day: string) => `法定期限 ${day}`, en: (day: string) => `By law until ${day}` },
  unlinked: { zh: '不再是投诉引起的工单', en: 'No complaint is behind it any more' },
  undo: { zh: '撤销', en: 'Undo' },
});

/** The complaint behind a ticket, which sets the days the law allows. */
export function ComplaintFields() {
  const { ticket, edits, editable, today, me } = useTicketView();
  const { shortDay } = useFormats();
  const toast = useToast();
  const t = useTexts(texts);
  const { complaint } = ticket;
  const set = (change: Partial<Complaint>) => edits.edit((shown) => (shown.complaint ? { complaint: { ...shown.complaint, ...change } } : {}));
  const link = (linked: boolean) => {
    edits.edit({ complaint: linked ? { reference: ticket.id, receivedOn: today, complex: false } : null });
    if (!linked && complaint) toast({ text: t.unlinked, action: { label: t.undo, run: () => edits.edit({ complaint }) } });
  };
  return (
    <>
      <label className={styles.check}>
        <input type="checkbox" checked={complaint !== undefined} disabled={!editable} onChange={({ target }) => link(target.checked)} /> {t.is}
      </label>
      {complaint && (
        <fieldset className={styles.complaint} disabled={!editable} aria-label={t.details}>
          <Typed label={t.reference} value={complaint.reference} maxLength={100} onChange={(reference) => set({ reference })} />
          <label className={page.field}>
            <span>{t.received}</span>
            <DateField value={complaint.receivedOn} max={today} onChange={(receivedOn) => receivedOn && set({ receivedOn })} />
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
          {complaint.extension && <Typed label={t.reason} value={complaint.extension.reason} maxLength={500} onChange={(reason) => complaint.extension && set({ extension: { ...complaint.extension, reason } })} />}
          <b className={styles.law}>{ticket.statutoryDue !== undefined && t.statutory(shortDay(ticket.statutoryDue))}</b>
        </fieldset>
      )}
    </>
  );
}

/** A short text that is saved when the field is left; emptied, it stays as it was. */
function Typed({ label, value, maxLength, onChange }: { label: string; value: string; maxLength: number; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState<string>();
  const save = () => {
    if (typed?.trim() && typed.trim() !== value) onChange(typed.trim());
    setTyped(undefined);
  };
  return (
    <label className={page.field}>
      <span>{label}</span>
      <input className={page.input} value={typed ?? value} maxLength={maxLength} onChange={({ target }) => setTyped(target.value)} onBlur={save} onKeyDown={({ key }) => key === 'Enter' && save()} />
    </label>
  );
}
