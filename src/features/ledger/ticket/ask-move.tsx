import type { TicketMoveBody } from '#contract';
import { Button, defineTexts, Dialog, ticketMoveWords, useTexts } from '#ui';
import page from './ticket-page.module.css';
import { ticketTexts } from './ticket-texts';
import { useDraft } from './use-draft';
import { useTicketView } from './view';

const texts = defineTexts({
  why: { zh: '原因（必填，会记入台账）', en: 'Why (needed; it stays in the ledger)' },
  ask: { zh: (move: string) => `${move}？`, en: (move: string) => `${move}?` },
  close: { zh: '证据会随工单冻结。之后系统继续监测，复发会自动重新打开。', en: 'The evidence is frozen with the ticket. The system goes on watching and opens it again if the breaks recur.' },
  waive: { zh: '人工核销不看证据：请写清楚为什么。它会一直单独计数。', en: 'Waiving does not look at the evidence: please say why. It is always counted apart.' },
  return: { zh: '退回上一个状态，并告诉责任人原因。', en: 'Goes back one state, and tells the owner why.' },
});

export interface MoveDialogProps {
  busy: boolean;
  /** Why the last try was not done. */
  problem: string | undefined;
  onClose: () => void;
  onMove: (body: TicketMoveBody, options?: { onSuccess: () => void }) => void;
}

/** Asks before 销号, and for the reason of 退回 and 人工核销. */
export function AskMove({ move, busy, problem, onClose, onMove }: MoveDialogProps & { move: 'close' | 'return' | 'waive' }) {
  const { ticket } = useTicketView();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  const words = useTexts(ticketMoveWords);
  const [reason, setReason] = useDraft(`${ticket.id}.${move}`);
  const body: TicketMoveBody | undefined = move === 'close' ? { move } : reason.trim() === '' ? undefined : { move, reason: reason.trim() };
  return (
    <Dialog
      title={t.ask(words[move])}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look={move === 'waive' ? 'danger' : 'primary'} disabled={busy || !body} onClick={() => body && onMove(body, { onSuccess: () => setReason('') })}>{words[move]}</Button>
        </>
      }
    >
      <p>{t[move]}</p>
      {move !== 'close' && (
        <label className={page.field}>
          <span>{t.why}</span>
          <textarea className={page.input} value={reason} maxLength={1_000} onChange={({ target }) => setReason(target.value)} />
        </label>
      )}
      {problem !== undefined && <p className={page.error} role="alert">{problem}</p>}
    </Dialog>
  );
}
