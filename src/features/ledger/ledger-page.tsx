import { failureOf, ticketCountsQuery } from '#api';
import { Button, classes, defineTexts, Empty, FailedToLoad, Loading, PageHeader, Stale, useFormats, useLanguage, useSlow, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ChipBar } from './chip-bar';
import { wordsOf } from './columns';
import { FilterBar } from './filter-bar';
import { filterOf, isFiltered, questionOf, withoutFilter } from './filter';
import styles from './ledger-page.module.css';
import { ledgerTexts } from './ledger-texts';
import type { LedgerSearch } from './search';
import { TicketTable } from './ticket-table';
import { useTold } from './told';
import { useColumns } from './use-columns';
import { useLookup } from './use-lookup';
import { useSelection } from './use-selection';
import { useTicketList } from './use-ticket-list';

const texts = defineTexts({
  slow: { zh: '台账还在加载，请稍候。', en: 'The ledger is still loading.' },
  noneFiltered: { zh: '没有符合条件的工单', en: 'No ticket matches' },
  none: { zh: '没有未销号的工单', en: 'No open ticket' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  noneNext: { zh: '在全景图上选一个断点，就能登记整改工单。', en: 'Pick a break on the map to register one.' },
  stale: { zh: (since: string) => `这是 ${since} 的台账，之后的变化没有取到。`, en: (since: string) => `This is the ledger of ${since}; what changed since could not be loaded.` },
});

/** 销号台账: all tickets as a table or a board. What it lists is in the address. */
export function LedgerPage() {
  const t = useTexts(texts);
  const l = useTexts(ledgerTexts);
  const { exact, dateTime } = useFormats();
  const language = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/ledger' });
  const go = (next: LedgerSearch, { replace = false } = {}) => void navigate({ to: '/ledger', search: next, replace });
  const question = useMemo(() => questionOf(search), [search]);
  const filter = useMemo(() => filterOf(search), [search]);
  const { lookup, error: lookupError, retry: retryLookup } = useLookup();
  const { list, isOld, error, retry } = useTicketList(question);
  const counts = useQuery(ticketCountsQuery()).data;
  const told = useTold(lookup, list?.reading);
  const words = useMemo(() => wordsOf(language), [language]);
  const columns = useColumns();
  const selecting = useSelection(filter);
  const slow = useSlow(!list && !error);
  const failure = list ? lookupError : (error ?? lookupError);
  return (
    <div className={styles.page}>
      <PageHeader title={l.title} below={<ChipBar search={search} go={go} counts={counts} />}>
        <span className={styles.count} aria-live="polite">{counts && l.open(exact(counts.open))}</span>
      </PageHeader>
      {told && (
        <div className={styles.tools}>
          <FilterBar search={search} go={go} told={told} words={words} />
        </div>
      )}
      {list && error && <Stale onRetry={retry}>{t.stale(dateTime(list.reading.asOf, list.reading.zone))}</Stale>}
      <div className={classes(styles.body)}>
        {failure && <FailedToLoad failure={failureOf(failure)} onRetry={() => (retryLookup(), retry())} />}
        {!failure && !told && (
          <div className={styles.wait}>
            <Loading lines={12} />
            {slow && <p role="status">{t.slow}</p>}
          </div>
        )}
        {list && told && list.total === 0 && (
          <Empty
            title={isFiltered(search) ? t.noneFiltered : t.none}
            actions={isFiltered(search) && <Button onClick={() => go(withoutFilter(search))}>{t.clear}</Button>}
          >
            {!isFiltered(search) && <p>{t.noneNext}</p>}
          </Empty>
        )}
        {list && told && list.total > 0 && (
          <TicketTable key={search.group} list={list} told={told} columns={columns.shown} search={search} go={go} selecting={selecting} isOld={isOld} />
        )}
      </div>
    </div>
  );
}
