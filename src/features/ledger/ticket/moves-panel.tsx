import { ApiError, failureOf, keepTicket, moveTicket, newKey, remindOwner, ticketQuery } from '#api';
import { type TicketMoveBody, ticketTold } from '#contract';
import type { TicketMove } from '#model';
import { Button, defineTexts, Dialog, ticketMoveWords, useFormats, useLanguage, useTexts } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { missingText } from './missing-texts';
import styles from './moves-panel.module.css';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useDraft } from './use-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '下一步', en: 'Next' },
  missing: { zh: (n: number) => `还差 ${n} 项`, en: (n: number) => `${n} missing` },
  ended: { zh: '工单已结束；复发时系统会自动重新打开。', en: 'The ticket has ended; the system opens it again if the breaks recur.' },
  waived: { zh: '已人工核销：没有数据证明有效，始终单独计数。', en: 'Waived: no data show that it worked; always counted apart.' },
  why: { zh: '原因（必填，会记入台账）', en: 'Why (needed; it stays in the ledger)' },
  ask: {
    zh: (move: string) => `${move}？`,
    en: (move: string) => `${move}?`,
  },
  closeNote: { zh: '证据会随工单冻结。之后系统继续监测，复发会自动重新打开。', en: 'The evidence is frozen with the ticket. The system goes on watching and opens it again if the breaks recur.' },
  submitNote: { zh: '提交后检验日就定下来，目标和生效日不能再改；到那天只检验一次。', en: 'Submitting fixes the test day; target and effective dates cannot change afterwards, and there is one test on that day.' },
  waiveNote: { zh: '人工核销不看证据：请写清楚为什么。', en: 'Waiving does not look at the evidence: please say why.' },
  returnNote: { zh: '退回上一个状态，并告诉责任人原因。', en: 'Goes back one state, and tells the owner why.' },
  remind: { zh: '督办：提醒责任人', en: 'Remind the owner' },
  remindNote: { zh: '附言（可不填）', en: 'A note, if you like' },
  reminded: { zh: '已提醒，记入时间线。', en: 'Reminded; it stands in the time line.' },
  stale: { zh: '工单刚被别人改过，已更新到最新。请看过之后再试。', en: 'Somebody changed the ticket meanwhile; this is how it is now. Please look, then try again.' },
});

/** The moves in the order the picture shows them: on, back, out. */
const ORDER: readonly TicketMove[] = ['assign', 'start', 'submit', 'close', 'return', 'waive'];
const ASKS: Partial<Record<TicketMove, 'reason' | 'confirm'>> = { return: 'reason', waive: 'reason', close: 'confirm', submit: 'confirm' };

/** The moves as buttons that say what is missing rather than fail. */
export function MovesPanel() {
  const { ticket, names, edits } = useTicketView();
  const queries = useQueryClient();
  const language = useLanguage();
  const formats = useFormats();
  const t = useTexts(texts);
  const words = useTexts(ticketMoveWords);
  const [asking, setAsking] = useState<TicketMove>();
  const [key] = useState(newKey);
  const move = useMutation({
    mutationFn: (body: TicketMoveBody) => moveTicket(ticket.id, ticket.version, body, `${key}-${ticket.version}-${body.move}`),
    onSuccess: (answer) => {
      keepTicket(queries, answer);
      setAsking(undefined);
    },
    onError: (error) => {
      const current = error instanceof ApiError && error.failure.kind === 'problem' ? ticketTold.safeParse(error.failure.problem.current).data : undefined;
      if (current) queries.setQueryData(ticketQuery(ticket.id).queryKey, (held) => held && { ...held, ticket: current });
    },
  });
  const shown = ORDER.flatMap((name) => {
    const one = ticket.moves.find((known) => known.move === name);
    // What this state does not know at all is no button.
    return one && !one.missing.some(({ code }) => code === 'state') ? [one] : [];
  });
  const stale = move.error instanceof ApiError && move.error.failure.kind === 'problem' && move.error.failure.code === 'version-stale';
  const unsaved = edits.state.kind !== 'saved';
  return (
    <section className={styles.moves} aria-label={t.title}>
      {shown.map(({ move: name, allowed, missing }) => (
        <div key={name}>
          <Button
            look={name === 'return' || name === 'waive' ? 'plain' : 'primary'}
            className={styles.move}
            disabled={!allowed || move.isPending || unsaved}
            aria-describedby={missing.length > 0 ? `missing-${name}` : undefined}
            onClick={() => (ASKS[name] ? setAsking(name) : move.mutate({ move: name } as TicketMoveBody))} // Those that ask for nothing take nothing else.
          >
            {words[name]}
            {missing.length > 0 && `（${t.missing(missing.length)}）`}
          </Button>
          {missing.length > 0 && (
            <ul id={`missing-${name}`} className={styles.missing}>
              {missing.map((one) => (
                <li key={one.code}>{missingText(one, language, { formats, touchpoint: names.touchpoint })}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {ticket.state === 'closed' && <p className={page.quiet}>{t.ended}</p>}
      {ticket.state === 'waived' && <p className={page.quiet}>{t.waived}</p>}
      {move.isError && <p className={page.error} role="alert">{stale ? t.stale : failureOf(move.error).detail}</p>}
      <Remind />
      {asking && <AskMove move={asking} busy={move.isPending} onClose={() => setAsking(undefined)} onMove={(body) => move.mutate(body)} />}
    </section>
  );
}

function AskMove({ move, busy, onClose, onMove }: { move: TicketMove; busy: boolean; onClose: () => void; onMove: (body: TicketMoveBody) => void }) {
  const { ticket } = useTicketView();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const words = useTexts(ticketMoveWords);
  const [reason, setReason] = useDraft(`${ticket.id}.${move}`);
  const asksReason = ASKS[move] === 'reason';
  const notes: Partial<Record<TicketMove, string>> = { close: t.closeNote, submit: t.submitNote, waive: t.waiveNote, return: t.returnNote };
  const go = () => {
    if (move === 'return' || move === 'waive') onMove({ move, reason: reason.trim() });
    else if (move === 'close' || move === 'submit') onMove({ move });
    setReason('');
  };
  return (
    <Dialog
      title={t.ask(words[move])}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look={move === 'waive' ? 'danger' : 'primary'} disabled={busy || (asksReason && reason.trim() === '')} onClick={go}>{words[move]}</Button>
        </>
      }
    >
      <p>{notes[move]}</p>
      {asksReason && (
        <label className={page.field}>
          <span>{t.why}</span>
          <textarea className={page.input} value={reason} maxLength={1_000} onChange={({ target }) => setReason(target.value)} />
        </label>
      )}
    </Dialog>
  );
}

/** 督办 by a person: only managers, only where there is an owner to remind. */
function Remind() {
  const { ticket, me, editable } = useTicketView();
  const queries = useQueryClient();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useDraft(`${ticket.id}.reminder`);
  const remind = useMutation({
    mutationFn: (key: string) => remindOwner(ticket.id, note.trim() || undefined, key),
    onSuccess: (answer) => {
      keepTicket(queries, answer);
      setNote('');
      setAsking(false);
    },
  });
  if (!editable || ticket.owner === undefined || !me.person.roles.includes('manager')) return null;
  return (
    <>
      <Button className={styles.move} onClick={() => setAsking(true)}>{t.remind}</Button>
      {remind.isSuccess && !asking && <p className={page.quiet} role="status">{t.reminded}</p>}
      {asking && (
        <Dialog
          title={t.remind}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
              <Button look="primary" disabled={remind.isPending} onClick={() => remind.mutate(newKey())}>{t.remind}</Button>
            </>
          }
        >
          <label className={page.field}>
            <span>{t.remindNote}</span>
            <textarea className={page.input} value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
          </label>
          {remind.isError && <p className={page.error} role="alert">{failureOf(remind.error).detail}</p>}
        </Dialog>
      )}
    </>
  );
}
