import { ticketId } from '#model';
import { toTicket } from '#src/routes';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { LedgerColumn } from './ledger-column';
import type { LedgerSearch } from './search';
import { TicketPage } from './ticket';

/** A ticket, with the list it was opened from beside it. */
export function TicketRoute() {
  const navigate = useNavigate();
  const { ticket } = useParams({ from: '/ledger/$ticket' });
  const search = useSearch({ from: '/ledger/$ticket' });
  const id = ticketId.safeParse(ticket).data;
  const go = (next: LedgerSearch) => id && void navigate({ ...toTicket(id), search: next, replace: true });
  return <TicketPage aside={<LedgerColumn search={search} go={go} current={id} />} />;
}
