import { failureOf, ticketRowsQuery, type TicketsQuestion } from '#api';
import type { TicketRow } from '#contract';
import { defineTexts, download, useFormats, useTexts, useToast, writeCsv } from '#ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Column, Words } from './columns';
import type { Told } from './told';

const texts = defineTexts({
  saved: { zh: (n: string) => `已导出 ${n} 件`, en: (n: string) => `${n} tickets exported` },
  failed: { zh: (why: string) => `没有导出：${why}`, en: (why: string) => `Not exported: ${why}` },
  again: { zh: '重试', en: 'Try again' },
  of: { zh: '筛选', en: 'Filter' },
  asOf: { zh: '时间', en: 'As of' },
});

/** The API answers no more at once. */
const AT_ONCE = 500;

/** The tickets of a question, all of them, as a CSV; `progress` while it is being made: how many are there already. */
export function useExport(columns: readonly Column[], told: Told | undefined, words: Words) {
  const t = useTexts(texts);
  const { exact } = useFormats();
  const toast = useToast();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const busy = useRef(false);

  const write = async (question: TicketsQuestion, about: string) => {
    if (!told || busy.current) return;
    busy.current = true;
    setProgress(0);
    try {
      const rows: TicketRow[] = [];
      let asOf = '';
      for (let total = Infinity; rows.length < total; ) {
        // Kept by nobody: a file is of one moment.
        const page = await queries.fetchQuery({ ...ticketRowsQuery(question, { offset: rows.length, limit: AT_ONCE }), staleTime: 0, gcTime: 0 });
        rows.push(...page.items);
        total = page.items.length === 0 ? rows.length : page.total;
        asOf = page.asOf;
        setProgress(rows.length);
      }
      const header = columns.map(({ header: word }) => told.t[word]);
      const body = rows.map((row) => columns.map((column) => column.plain(row, told, words)));
      download(`ledger-${told.today}.csv`, 'text/csv', writeCsv([[t.of, about], [t.asOf, asOf], [], header, ...body]));
      toast({ text: t.saved(exact(rows.length)) });
    } catch (error) {
      toast({ text: t.failed(failureOf(error).detail), action: { label: t.again, run: () => void write(question, about) } });
    } finally {
      busy.current = false;
      setProgress(undefined);
    }
  };
  return { progress, save: (question: TicketsQuestion, about: string) => void write(question, about) };
}
