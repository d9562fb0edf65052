import { ticketCountsQuery } from '#api';
import type { TicketId } from '#model';
import { useFormats, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { ChipBar } from './chip-bar';
import styles from './ledger-column.module.css';
import { ledgerTexts } from './ledger-texts';
import type { LedgerSearch } from './search';
import { TicketList } from './ticket-list';

/** The ledger at the left of a ticket: its chips, and the list the ticket was opened from. `search` must be memoised. */
export function LedgerColumn({ search, go, current }: { search: LedgerSearch; go: (search: LedgerSearch) => void; current: TicketId | undefined }) {
  const l = useTexts(ledgerTexts);
  const { exact } = useFormats();
  const counts = useQuery(ticketCountsQuery()).data;
  return (
    <section className={styles.column} aria-label={l.title}>
      <header className={styles.head}>
        <h2>
          {l.title} <span>{counts && l.open(exact(counts.open))}</span>
        </h2>
        <ChipBar search={search} go={go} counts={counts} />
      </header>
      <TicketList search={search} current={current} />
    </section>
  );
}
