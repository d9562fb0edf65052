import { ticketRowsQuery, type TicketsQuestion } from '#api';
import type { Reading, TicketCounts, TicketRow } from '#contract';
import { QueryObserver, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Group } from './layout';

/** Rows of one request. */
const PAGE = 100;
/** So many rows before somebody comes to a page it is asked for. */
const AHEAD = 50;
/** Pages that somebody only passes by in less than this (ms) are not asked for. */
const PASSING = 80;

/** A list of tickets as far as it is known: how many there are, and who they are once somebody looks. */
export interface TicketList {
  /** What the rows on screen are of: the question before, until the new one has an answer. */
  question: TicketsQuestion;
  total: number;
  groups: readonly Group[] | undefined;
  /** Its first rows. */
  first: readonly TicketRow[];
  counts: TicketCounts;
  reading: Pick<Reading, 'asOf' | 'zone'>;
}

/**
 * Asks how long a list is, with its first rows. While another question is being asked, the answer before stays (`isOld`); when that fails, it
 * goes, for it answers another question than the page says. `reading` stays in any case. `question` must be memoised.
 */
export function useTicketList(question: TicketsQuestion) {
  const queries = useQueryClient();
  const [shown, setShown] = useState(question);
  const asked = useQuery(ticketRowsQuery(question, { offset: 0, limit: PAGE }));
  if (shown !== question && asked.data) setShown(question);
  const answer = asked.data ?? queries.getQueryData(ticketRowsQuery(shown, { offset: 0, limit: PAGE }).queryKey);
  const usable = asked.error && !asked.data ? undefined : answer;
  const list: TicketList | undefined = usable && {
    question: asked.data ? question : shown,
    total: usable.total,
    groups: usable.groups,
    first: usable.items,
    counts: usable.counts,
    reading: usable,
  };
  return { list, reading: answer, isOld: asked.data === undefined && answer !== undefined, error: asked.error, retry: () => void asked.refetch() };
}

/** Rows by page, of one question, as far as somebody has looked. */
interface Pages {
  question: TicketsQuestion;
  rows: ReadonlyMap<number, readonly TicketRow[]>;
  error: Error | null;
}

/**
 * The rows of a list from `first` to `last`, and any others that have been seen; absent while they are on their way. Scrolling costs a
 * look into a map: what is asked changes with the page alone.
 */
export function useTicketRows(question: TicketsQuestion, { first, last, total }: { first: number; last: number; total: number }) {
  const queries = useQueryClient();
  const [from, to] = useSettled(Math.floor(Math.max(0, first - AHEAD) / PAGE), Math.floor(Math.max(0, Math.min(last + AHEAD, total - 1)) / PAGE));
  const [pages, setPages] = useState<Pages>({ question, rows: new Map(), error: null });
  useEffect(() => {
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const asked = numbers.map((page) => new QueryObserver(queries, ticketRowsQuery(question, { offset: page * PAGE, limit: PAGE })));
    const take = () =>
      setPages((before) => {
        const rows = new Map(before.question === question ? before.rows : []);
        const results = asked.map((one) => one.getCurrentResult());
        for (const [index, { data }] of results.entries()) if (data) rows.set(from + index, data.items);
        return { question, rows, error: results.find(({ error }) => error)?.error ?? null };
      });
    take();
    const ends = asked.map((one) => one.subscribe(take));
    return () => ends.forEach((end) => end());
  }, [queries, question, from, to]);
  const known = pages.question === question ? pages : undefined;
  const retry = () => void queries.refetchQueries({ queryKey: ['tickets', question], predicate: ({ state }) => state.status === 'error', type: 'active' });
  return { row: (offset: number): TicketRow | undefined => known?.rows.get(Math.floor(offset / PAGE))?.[offset % PAGE], error: known?.error ?? null, retry };
}

/** Two numbers, once they have been the same for a moment. */
function useSettled(from: number, to: number): readonly [number, number] {
  const [settled, setSettled] = useState<readonly [number, number]>([from, to]);
  useEffect(() => {
    const timer = setTimeout(() => setSettled((before) => (before[0] === from && before[1] === to ? before : [from, to])), PASSING);
    return () => clearTimeout(timer);
  }, [from, to]);
  return settled;
}
