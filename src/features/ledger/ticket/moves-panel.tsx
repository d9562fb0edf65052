import type { TicketMoveBody, TicketTold } from '#contract';
import type { Missing, TicketMove } from '#model';
import { Button, defineTexts, ticketMoveWords, useFormats, useLanguage, useTexts } from '#ui';
import { useState } from 'react';
import { AskMove } from './ask-move';
import { AssignDialog } from './assign-dialog';
import { MEASURES } from './measures-panel';
import { missingText } from './missing-texts';
import styles from './moves-panel.module.css';
import { RemindOwner } from './remind-owner';
import { SubmitDialog } from './submit-dialog';
import page from './ticket-page.module.css';
import { useMove } from './use-move';
import { useTicketView } from './view';

const texts = defineTexts({
  title: { zh: '下一步', en: 'Next' },
  missing: { zh: (n: number) => `（还差 ${n} 项）`, en: (n: number) => ` (${n} missing)` },
  closed: { zh: '已销号，系统每天继续监测；复发会自动重新打开。', en: 'Closed out. The system watches on every day, and opens it again if the breaks recur.' },
  waived: { zh: '已人工核销：没有数据证明有效，始终单独计数。', en: 'Waived: no data show that it worked; always counted apart.' },
  why: { zh: (who: string, reason: string) => `${who}：“${reason}”`, en: (who: string, reason: string) => `${who}: “${reason}”` },
  sentBack: { zh: (who: string, day: string, reason: string) => `${who} ${day} 退回：“${reason}”`, en: (who: string, day: string, reason: string) => `Sent back by ${who} on ${day}: “${reason}”` },
  waits: { zh: '修改保存后就能继续。', en: 'As soon as your edits are saved.' },
  goThere: { zh: '去填写', en: 'Go there' },
});

/** On, in this order; those to the side stand below them. */
const ON = ['assign', 'start', 'submit', 'close'] as const satisfies readonly TicketMove[];
const ASIDE = ['return', 'waive'] as const satisfies readonly TicketMove[];
/** These open a dialog that asks for what is missing. */
const ASKS: readonly TicketMove[] = ['assign', 'submit'];
const AT_MEASURES: readonly Missing['code'][] = ['measure-required', 'measure-done-required'];

/** The moves as buttons that say what is missing rather than fail. */
export function MovesPanel() {
  const { ticket, edits, personName, dayOf } = useTicketView();
  const { shortDay } = useFormats();
  const t = useTexts(texts);
  const words = useTexts(ticketMoveWords);
  const [asking, setAsking] = useState<TicketMove>();
  const close = () => setAsking(undefined);
  const { send, isPending, problem } = useMove(close);
  const unsaved = edits.state.kind !== 'saved';
  const waiting = isPending || unsaved;
  const [on, aside] = [movesOf(ticket, ON), movesOf(ticket, ASIDE)];
  const sentBack = ticket.returns.at(-1);
  const isBack = sentBack?.to === ticket.state && ticket.history.at(-1)?.at === sentBack.at;
  const ask = (move: TicketMove, body?: TicketMoveBody) => (body ? send(body) : setAsking(move));
  return (
    <section className={styles.moves} aria-label={t.title}>
      {isBack && <p className={styles.back}>{t.sentBack(personName(sentBack.by), shortDay(dayOf(sentBack.at)), sentBack.reason)}</p>}
      {on.map(({ move, allowed, missing }) => (
        <div key={move}>
          <Button
            look="primary"
            className={styles.move}
            disabled={isPending || (!ASKS.includes(move) && (!allowed || waiting))}
            aria-describedby={missing.length > 0 ? `missing-${move}` : undefined}
            onClick={() => ask(move, move === 'start' ? { move } : undefined)}
          >
            {words[move]}
            {missing.length > 0 && t.missing(missing.length)}
          </Button>
          <MissingList id={`missing-${move}`} missing={missing} />
        </div>
      ))}
      <div className={styles.aside}>
        {aside.map(({ move, allowed, missing }) => (
          <div key={move}>
            <Button className={styles.move} disabled={!allowed || waiting} aria-describedby={missing.length > 0 ? `missing-${move}` : undefined} onClick={() => ask(move)}>
              {words[move]}
            </Button>
            {/* Whoever may not do it needs no second reason. */}
            <MissingList id={`missing-${move}`} missing={missing.slice(0, 1)} />
          </div>
        ))}
        <RemindOwner />
      </div>
      {unsaved && on.length > 0 && edits.state.kind !== 'saving' && <p className={page.quiet}>{t.waits}</p>}
      {ticket.state === 'closed' && <p className={page.quiet}>{t.closed}</p>}
      {ticket.state === 'waived' && <p className={page.quiet}>{t.waived}</p>}
      {ticket.waiver && <p className={page.quiet}>{t.why(personName(ticket.waiver.by), ticket.waiver.reason)}</p>}
      {problem !== undefined && asking === undefined && <p className={page.error} role="alert">{problem}</p>}
      {asking === 'assign' && <AssignDialog busy={waiting} problem={problem} onClose={close} onMove={send} />}
      {asking === 'submit' && <SubmitDialog busy={isPending} problem={problem} onClose={close} onMove={send} />}
      {(asking === 'close' || asking === 'return' || asking === 'waive') && <AskMove move={asking} busy={waiting} problem={problem} onClose={close} onMove={send} />}
    </section>
  );
}

/** What this state does not know at all is no button. */
const movesOf = (ticket: TicketTold, names: readonly TicketMove[]): TicketTold['moves'] =>
  names.flatMap((name) => ticket.moves.filter(({ move, missing }) => move === name && !missing.some(({ code }) => code === 'state')));

function MissingList({ id, missing }: { id: string; missing: readonly Missing[] }) {
  const { names } = useTicketView();
  const language = useLanguage();
  const formats = useFormats();
  const t = useTexts(texts);
  if (missing.length === 0) return null;
  return (
    <ul id={id} className={styles.missing}>
      {missing.map((one) => (
        <li key={one.code}>
          {missingText(one, language, { formats, touchpoint: names.touchpoint })}
          {AT_MEASURES.includes(one.code) && (
            <Button look="quiet" className={styles.go} onClick={() => document.getElementById(MEASURES)?.focus()}>
              {t.goThere}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
