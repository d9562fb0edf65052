import type { TicketId } from '#model';
import { toTicket } from '#src/routes';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { LedgerSearch } from './search';

/** The address of a ticket and the way there; the list it was in goes along. `search` must be memoised. */
export function useOpenTicket(search: LedgerSearch): { hrefOf: (id: TicketId) => string; open: (id: TicketId) => void } {
  const router = useRouter();
  const navigate = useNavigate();
  return useMemo(() => {
    // Making an address is slow, and lists write thousands.
    const pattern = router.history.createHref(router.buildLocation({ ...toTicket(PLACE), search }).href);
    return {
      hrefOf: (id) => pattern.replace(PLACE, encodeURIComponent(id)),
      open: (id) => void navigate({ ...toTicket(id), search }),
    };
  }, [router, navigate, search]);
}

/** No ticket: where its id goes. */
const PLACE = '__TICKET__' as TicketId;
