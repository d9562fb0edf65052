import { failureOf } from '#api';
import type { TicketId } from '#model';
import { classes, defineTexts, Empty, FailedToLoad, Loading, TicketStateTag, useFormats, useTexts } from '#ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { questionOf } from './filter';
import type { LedgerSearch } from './search';
import styles from './ticket-list.module.css';
import { gistOf, tagOf, useTold } from './told';
import { useLookup } from './use-lookup';
import { useOpenTicket } from './use-open-ticket';
import type { SelectionControl } from './use-selection';
import { useTicketList, useTicketRows } from './use-ticket-list';

const texts = defineTexts({
  list: { zh: (n: string) => `工单 ${n} 件`, en: (n: string) => `${n} tickets` },
  none: { zh: '没有符合条件的工单', en: 'No ticket matches' },
  select: { zh: (id: string) => `选择 ${id}`, en: (id: string) => `Select ${id}` },
});

/** Pixels. */
const ROW = 62;

/**
 * The ledger as a list of two lines a ticket, for narrow places: beside a ticket, on a phone. `search` is what the address carries; it
 * must be memoised, and goes along to the tickets it leads to. With `selecting`, tickets can be picked for what is done to many.
 */
export function TicketList({ search, current, selecting }: { search: LedgerSearch; current?: TicketId | undefined; selecting?: SelectionControl }) {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const question = useMemo(() => questionOf({ ...search, group: undefined }), [search]);
  const { list, isOld, error, retry } = useTicketList(question);
  const { lookup, error: lookupError, retry: retryLookup } = useLookup();
  const told = useTold(lookup, list?.reading);
  const { hrefOf, open } = useOpenTicket(search);
  const virtual = useVirtualizer({ count: list?.total ?? 0, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 5 });
  const shown = virtual.getVirtualItems();
  const rows = useTicketRows(list?.question ?? question, { first: shown[0]?.index ?? 0, last: shown.at(-1)?.index ?? 0, total: list?.total ?? 0 });
  const failure = error && !list ? error : lookupError;

  // The current one is in view when the list comes, and stays where it is from then on.
  const placed = useRef(false);
  useEffect(() => {
    if (placed.current || !list || current === undefined) return;
    placed.current = true;
    const index = list.first.findIndex(({ id }) => id === current);
    if (index > 0) virtual.scrollToIndex(index, { align: 'center' });
  }, [list, current, virtual]);

  if (failure) return <FailedToLoad failure={failureOf(failure)} onRetry={() => (retry(), retryLookup())} />;
  if (!list || !told) return <div className={styles.wait}><Loading lines={9} /></div>;
  if (list.total === 0) return <Empty title={t.none} />;
  return (
    <div ref={scroller} className={classes(styles.scroller, isOld && styles.old)} aria-busy={isOld}>
      <ol className={styles.list} style={{ height: virtual.getTotalSize() }} aria-label={t.list(exact(list.total))}>
        {shown.map(({ index, start }) => {
          const row = rows.row(index);
          const gist = row && gistOf(row, told);
          return (
            <li key={index} style={{ transform: `translateY(${start}px)`, height: ROW }} aria-setsize={list.total} aria-posinset={index + 1}>
              {row && selecting && (
                <label className={styles.pick}>
                  <input type="checkbox" aria-label={t.select(row.id)} checked={selecting.has(row.id)} onChange={() => selecting.toggle(row.id)} />
                </label>
              )}
              {row && gist ? (
                <a
                  href={hrefOf(row.id)}
                  className={styles.ticket}
                  aria-current={row.id === current ? 'page' : undefined}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    open(row.id);
                  }}
                >
                  <span className={styles.title}>{row.title}</span>
                  <TicketStateTag state={tagOf(row)} />
                  <span className={styles.place}>
                    {row.id} · {told.lookup.names.locus(row.locus)}
                  </span>
                  <span className={classes(styles.gist, gist.bad && styles.bad)}>{gist.words}</span>
                </a>
              ) : (
                <span className={styles.blank} />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
