import { failureOf, keepTicket, newKey, remindOwner } from '#api';
import { Button, defineTexts, Dialog, useTexts, useToast } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import styles from './moves-panel.module.css';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useDraft } from './use-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  remind: { zh: '督办', en: 'Remind' },
  title: { zh: (name: string) => `督办：提醒 ${name}`, en: (name: string) => `Remind ${name}` },
  note: { zh: '附言（可不填）', en: 'A note, if you like' },
  send: { zh: '提醒', en: 'Send' },
  reminded: { zh: (name: string) => `已提醒 ${name}，记入时间线。`, en: (name: string) => `${name} was reminded; it stands in the time line.` },
});

/** 督办 by a person: only managers, only where there is an owner to remind. */
export function RemindOwner() {
  const { ticket, me, editable, personName } = useTicketView();
  const queries = useQueryClient();
  const toast = useToast();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const [asking, setAsking] = useState(false);
  const [key, setKey] = useState(newKey);
  const [note, setNote] = useDraft(`${ticket.id}.reminder`);
  const name = ticket.owner === undefined ? '' : personName(ticket.owner);
  const remind = useMutation({
    mutationFn: () => remindOwner(ticket.id, note.trim() || undefined, key),
    onSuccess: (answer) => {
      keepTicket(queries, answer);
      setNote('');
      setKey(newKey());
      setAsking(false);
      toast({ text: t.reminded(name) });
    },
  });
  if (!editable || ticket.owner === undefined || ticket.owner === me.person.id || !me.person.roles.includes('manager')) return null;
  return (
    <div>
      <Button className={styles.move} onClick={() => setAsking(true)}>{t.remind}</Button>
      {asking && (
        <Dialog
          title={t.title(name)}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
              <Button look="primary" disabled={remind.isPending} onClick={() => remind.mutate()}>{t.send}</Button>
            </>
          }
        >
          <label className={page.field}>
            <span>{t.note}</span>
            <textarea className={page.input} value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
          </label>
          {remind.isError && <p className={page.error} role="alert">{failureOf(remind.error).detail}</p>}
        </Dialog>
      )}
    </div>
  );
}
