import { failureOf, keepTicket, moveTicket, newKey, ticketQuery } from '#api';
import type { TicketMoveBody, TicketTold } from '#contract';
import type { TicketId, TicketMove, TicketState } from '#model';
import { Button, buttonClass, defineTexts, Dialog, FailedToLoad, Loading, TicketStateTag, ticketMoveWords, ticketStateWords, useFormats, useLanguage, useTexts, useToast } from '#ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { AssignForm } from './assign-form';
import form from './form.module.css';
import { ledgerTexts } from './ledger-texts';
import styles from './move-dialog.module.css';
import { missingText } from './ticket/missing-texts';
import type { Told } from './told';

const texts = defineTexts({
  title: { zh: (id: string) => `移动 ${id}`, en: (id: string) => `Move ${id}` },
  nowhere: { zh: '这张工单现在没有可走的一步。', en: 'There is no move for this ticket now.' },
  cannot: { zh: (state: string) => `不能直接移到“${state}”。现在可以走的是：`, en: (state: string) => `It cannot go to “${state}” directly. What can be done now:` },
  inTicket: { zh: '到工单里办', en: 'Do it in the ticket' },
  reason: { zh: '退回的原因', en: 'Why it is sent back' },
  moved: { zh: (id: string, move: string) => `${id} 已${move}`, en: (id: string, move: string) => `${id}: ${move} done` },
  failed: { zh: (why: string) => `没有移动：${why}`, en: (why: string) => `Not moved: ${why}` },
});

/** Where a move leads; 退回 leads one back. */
const LEADS: Partial<Record<TicketMove, TicketState>> = { assign: 'assigned', start: 'remediating', submit: 'verifying', close: 'closed', waive: 'waived' };
/** What is decided with the ticket in front: its dates, its evidence. */
const IN_TICKET: readonly TicketMove[] = ['submit', 'close', 'waive'];
const BACK: Partial<Record<TicketState, TicketState>> = { assigned: 'registered', remediating: 'assigned', verifying: 'remediating' };

export interface MoveDialogProps {
  id: TicketId;
  /** Where somebody has dropped it. */
  to?: TicketState;
  told: Told;
  onClose: () => void;
  /** Opens the ticket itself. */
  onOpen: (id: TicketId) => void;
}

/** The moves of a ticket: small ones are done here, others lead to it; what one still needs is said. */
export function MoveDialog({ id, to, told, onClose, onOpen }: MoveDialogProps) {
  const t = useTexts(texts);
  const l = useTexts(ledgerTexts);
  const ticket = useQuery({ ...ticketQuery(id), staleTime: 0 });
  const answer = ticket.data?.ticket;
  return (
    <Dialog title={t.title(id)} onClose={onClose} actions={<Button onClick={onClose}>{l.cancel}</Button>}>
      {ticket.error && !answer && <FailedToLoad failure={failureOf(ticket.error)} onRetry={() => void ticket.refetch()} />}
      {!ticket.error && !answer && <Loading lines={4} />}
      {answer && <Moves ticket={answer} to={to} told={told} onClose={onClose} onOpen={onOpen} />}
    </Dialog>
  );
}

function Moves({ ticket, to, told, onClose, onOpen }: { ticket: TicketTold; to: TicketState | undefined; told: Told; onClose: () => void; onOpen: (id: TicketId) => void }) {
  const t = useTexts(texts);
  const words = useTexts(ticketMoveWords);
  const states = useTexts(ticketStateWords);
  const language = useLanguage();
  const formats = useFormats();
  const queries = useQueryClient();
  const toast = useToast();
  const [open, setOpen] = useState<TicketMove>();
  const [reason, setReason] = useState('');
  const attempt = useRef({ key: '', of: '' });
  const move = useMutation({
    mutationFn: (body: TicketMoveBody) => {
      const of = JSON.stringify([ticket.version, body]);
      if (attempt.current.of !== of) attempt.current = { key: newKey(), of };
      return moveTicket(ticket.id, ticket.version, body, attempt.current.key);
    },
    onSuccess(answer, body) {
      keepTicket(queries, answer);
      toast({ text: t.moved(ticket.id, words[body.move]) });
      onClose();
    },
    // Whatever has changed is shown before anybody tries again.
    onError: () => void queries.invalidateQueries({ queryKey: ticketQuery(ticket.id).queryKey }),
  });
  const leadsTo = (one: TicketMove): TicketState | undefined => (one === 'return' ? BACK[ticket.state] : LEADS[one]);
  const possible = ticket.moves.filter(({ move: one, missing }) => one !== 'recur' && !missing.some(({ code }) => code === 'state' || code === 'system-only'));
  const wanted = to === undefined ? possible : possible.filter(({ move: one }) => leadsTo(one) === to);
  const listed = wanted.length > 0 ? wanted : possible;
  const missingWords = { formats, touchpoint: told.lookup.names.touchpoint };
  return (
    <>
      <p className={styles.what}>
        <TicketStateTag state={ticket.state} /> <b>{ticket.title}</b>
      </p>
      {possible.length === 0 && <p>{t.nowhere}</p>}
      {to !== undefined && wanted.length === 0 && possible.length > 0 && <p className={form.note}>{t.cannot(states[to])}</p>}
      <ul className={styles.moves}>
        {listed.map(({ move: one, allowed, missing }) => {
          const isForm = one === 'assign' || one === 'return';
          // What a form asks for is not missing.
          const short = missing.filter(({ code }) => !(one === 'assign' && ASKED.includes(code)) && code !== 'reason-required');
          const ready = allowed || short.length === 0;
          return (
            <li key={one}>
              <div className={styles.move}>
                {IN_TICKET.includes(one) ? (
                  <Button onClick={() => onOpen(ticket.id)} aria-label={`${words[one]}: ${t.inTicket}`}>{words[one]} ›</Button>
                ) : (
                  <Button look={open === one ? 'plain' : 'primary'} disabled={!ready || move.isPending} aria-expanded={isForm ? open === one : undefined} onClick={() => (isForm ? setOpen(open === one ? undefined : one) : one === 'start' && move.mutate({ move: one }))}>
                    {words[one]}
                  </Button>
                )}
                <span className={form.note}>
                  {short.map((each) => missingText(each, language, missingWords)).join(' · ') || (IN_TICKET.includes(one) ? t.inTicket : '')}
                </span>
              </div>
              {open === 'assign' && one === 'assign' && <AssignForm ticket={ticket} told={told} busy={move.isPending} onAssign={(body) => move.mutate({ move: 'assign', ...body })} />}
              {open === 'return' && one === 'return' && (
                <form
                  className={styles.inline}
                  onSubmit={(event) => {
                    event.preventDefault();
                    if (reason.trim()) move.mutate({ move: 'return', reason: reason.trim() });
                  }}
                >
                  <label className={form.field}>
                    {t.reason}
                    <textarea className={form.input} rows={2} maxLength={1_000} value={reason} onChange={({ target }) => setReason(target.value)} />
                  </label>
                  <button type="submit" className={buttonClass('primary')} disabled={reason.trim() === '' || move.isPending}>{words.return}</button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
      {move.error && <p className={form.error} role="alert">{t.failed(failureOf(move.error).detail)}</p>}
    </>
  );
}

/** What the form of 立项 asks for itself. */
const ASKED: readonly string[] = ['owner-required', 'department-required', 'due-required', 'target-required'];
