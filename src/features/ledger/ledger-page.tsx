import { failureOf, ticketCountsQuery } from '#api';
import type { TicketFilterQuery } from '#contract';
import { toPanorama, toTicket } from '#src/routes';
import { Button, buttonClass, defineTexts, Empty, FailedToLoad, Loading, PageHeader, Stale, useFormats, useLanguage, useNarrow, useSlow, useTexts } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { BulkBar } from './bulk-bar';
import { BulkDialog } from './bulk-dialog';
import { ChipBar } from './chip-bar';
import { columnOf, wordsOf } from './columns';
import { describeFilter } from './describe-filter';
import { ExcelDialog } from './excel-dialog';
import { FilterBar } from './filter-bar';
import { filterOf, isFiltered, questionOf, withoutFilter } from './filter';
import styles from './ledger-page.module.css';
import { ledgerTexts } from './ledger-texts';
import { LedgerTools } from './ledger-tools';
import { NewTicketDialog } from './new-ticket-dialog';
import type { LedgerSearch } from './search';
import { TicketBoard } from './ticket-board';
import { TicketList } from './ticket-list';
import { TicketTable } from './ticket-table';
import { useTold } from './told';
import { useColumns } from './use-columns';
import { useExport } from './use-export';
import { useLookup } from './use-lookup';
import { filterOfSelection, useSelection } from './use-selection';
import { useTicketList } from './use-ticket-list';
import { useUndoChange } from './use-undo-change';

const texts = defineTexts({
  slow: { zh: '台账还在加载，请稍候。', en: 'The ledger is still loading.' },
  noneFiltered: { zh: '没有符合条件的工单', en: 'No ticket matches' },
  none: { zh: '没有未销号的工单', en: 'No open ticket' },
  clear: { zh: '清除筛选', en: 'Clear filters' },
  noneNext: { zh: '在全景图上选一个断点，就能登记整改工单。', en: 'Pick a break on the map to register one.' },
  toMap: { zh: '看全景图', en: 'See the map' },
  chosen: { zh: (n: string) => `选中的 ${n} 件`, en: (n: string) => `the ${n} selected` },
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
  const { list, reading, isOld, error, retry } = useTicketList(question);
  const counts = useQuery(ticketCountsQuery()).data;
  const told = useTold(lookup, reading);
  const words = useMemo(() => wordsOf(language), [language]);
  const columns = useColumns();
  const selecting = useSelection(filter);
  const undoing = useUndoChange();
  const exporting = useExport(useMemo(() => columns.shown.map(columnOf), [columns.shown]), told, words);
  const narrow = useNarrow();
  const slow = useSlow(!list && !error);
  const [open, setOpen] = useState<{ kind: 'new' } | { kind: 'excel' } | { kind: 'bulk'; filter: TicketFilterQuery; words: string; count: number }>();

  const failure = list ? lookupError : (error ?? lookupError);
  const board = search.view === 'board';
  const filterWords = told ? describeFilter(search, told, words).join(' · ') : '';
  const chosenWords = list && selecting.selection.kind === 'some' ? t.chosen(exact(selecting.count(list.total))) : filterWords;
  return (
    <div className={styles.page}>
      <PageHeader title={l.title} below={<ChipBar search={search} go={go} counts={counts} />}>
        <span className={styles.count} aria-live="polite">{counts && l.open(exact(counts.open))}</span>
      </PageHeader>
      {told && (
        <div className={styles.tools}>
          <FilterBar search={search} go={go} told={told} words={words} />
          <LedgerTools
            search={search}
            go={go}
            columns={narrow || board ? undefined : columns}
            exporting={exporting.progress}
            onExport={() => exporting.save(question, filterWords)}
            onExcel={() => setOpen({ kind: 'excel' })}
            onNew={() => setOpen({ kind: 'new' })}
          />
        </div>
      )}
      {list && error && <Stale onRetry={retry}>{t.stale(dateTime(list.reading.asOf, list.reading.zone))}</Stale>}
      {list && !board && (
        <BulkBar
          selecting={selecting}
          total={list.total}
          onChange={() => setOpen({ kind: 'bulk', filter: filterOfSelection(selecting.selection, filter), words: chosenWords, count: selecting.count(list.total) })}
          onExport={() => exporting.save({ ...question, ...filterOfSelection(selecting.selection, filter) }, chosenWords)}
        />
      )}
      <div className={styles.body}>
        {failure && <FailedToLoad failure={failureOf(failure)} onRetry={() => (retryLookup(), retry())} />}
        {!failure && !told && (
          <div className={styles.wait}>
            <Loading lines={12} />
            {slow && <p role="status">{t.slow}</p>}
          </div>
        )}
        {list && told && board && <TicketBoard search={search} told={told} />}
        {list && told && !board && list.total === 0 && (
          <Empty
            title={isFiltered(search) ? t.noneFiltered : t.none}
            actions={isFiltered(search) ? <Button onClick={() => go(withoutFilter(search))}>{t.clear}</Button> : <Link {...toPanorama()} className={buttonClass()}>{t.toMap}</Link>}
          >
            {!isFiltered(search) && <p>{t.noneNext}</p>}
          </Empty>
        )}
        {list && told && !board && list.total > 0 &&
          (narrow ? (
            <TicketList search={search} selecting={selecting} />
          ) : (
            <TicketTable key={search.group} list={list} told={told} columns={columns.shown} search={search} go={go} selecting={selecting} isOld={isOld} />
          ))}
      </div>
      {open?.kind === 'bulk' && lookup && (
        <BulkDialog {...open} lookup={lookup} onClose={() => setOpen(undefined)} onChanged={(answer) => answer.refused.length === 0 && undoing.tell(answer)} onUndo={undoing.undo} />
      )}
      {open?.kind === 'excel' && <ExcelDialog filter={filter} words={filterWords} onClose={() => setOpen(undefined)} />}
      {open?.kind === 'new' && told && (
        <NewTicketDialog told={told} words={words} journey={search.journey ?? ''} onClose={() => setOpen(undefined)} onRegistered={(id) => void navigate({ ...toTicket(id), search })} />
      )}
    </div>
  );
}
