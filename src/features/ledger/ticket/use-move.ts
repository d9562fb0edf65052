import { ApiError, failureOf, keepTicket, keepTicketItself, moveTicket, newKey } from '#api';
import { type TicketMoveBody, ticketTold } from '#contract';
import { defineTexts, useFormats, useLanguage, useTexts } from '#ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { missingText } from './missing-texts';
import { useTicketView } from './view';

const texts = defineTexts({
  stale: { zh: '工单刚被别人改过，已更新到最新。请看过之后再试。', en: 'Somebody changed the ticket meanwhile; this is how it is now. Please look, then try again.' },
  refused: { zh: (missing: string) => `现在还不行：${missing}`, en: (missing: string) => `Not possible yet: ${missing}` },
  network: { zh: '连不上服务，没有办成。写的都还在，请再试。', en: 'The server cannot be reached, so nothing was done. What you wrote is still here; please try again.' },
});

/** Moves the ticket on; what came in between is said, and shown, before anybody tries again. */
export function useMove(onMoved: () => void) {
  const { ticket, names } = useTicketView();
  const queries = useQueryClient();
  const language = useLanguage();
  const formats = useFormats();
  const t = useTexts(texts);
  const attempt = useRef({ key: '', of: '' });
  const move = useMutation({
    mutationFn: (body: TicketMoveBody) => {
      // The same wish on the same version is the same request: sent again after a lost answer, it is done once.
      const of = JSON.stringify([ticket.version, body]);
      if (attempt.current.of !== of) attempt.current = { key: newKey(), of };
      return moveTicket(ticket.id, ticket.version, body, attempt.current.key);
    },
    onSuccess: (answer) => {
      keepTicket(queries, answer);
      onMoved();
    },
    onError: (error) => {
      const current = error instanceof ApiError && error.code === 'version-stale' ? ticketTold.safeParse(error.current).data : undefined;
      if (current) keepTicketItself(queries, current);
    },
  });
  return { send: move.mutate, isPending: move.isPending, problem: move.isError ? tell(move.error) : undefined };

  function tell(error: Error): string {
    if (!(error instanceof ApiError)) return failureOf(error).detail;
    if (error.code === 'version-stale') return t.stale;
    if (error.missing.length > 0) return t.refused(error.missing.map((one) => missingText(one, language, { formats, touchpoint: names.touchpoint })).join(' · '));
    return error.failure.kind === 'network' ? t.network : failureOf(error).detail;
  }
}
