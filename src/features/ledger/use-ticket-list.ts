import { ticketRowsQuery, type TicketsQuestion } from '#api';
import type { Reading, TicketCounts, TicketRow } from '#contract';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Group } from './layout';

/** Rows of one request. */
const PAGE = 100;
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

/** Asks how long a list is, with its first rows. While another question is being asked, the answer before stays (`isOld`). `question` must be memoised. */
export function useTicketList(question: TicketsQuestion) {
  const queries = useQueryClient();
  const [shown, setShown] = useState(question);
  const asked = useQuery(ticketRowsQuery(question, { offset: 0, limit: PAGE }));
  if (shown !== question && asked.data) setShown(question);
  const answer = asked.data ?? queries.getQueryData(ticketRowsQuery(shown, { offset: 0, limit: PAGE }).queryKey);
  const list: TicketList | undefined = answer && {
    question: asked.data ? question : shown,
    total: answer.total,
    groups: answer.groups,
    first: answer.items,
    counts: answer.counts,
    reading: answer,
  };
  return { list, isOld: asked.data === undefined && answer !== undefined, error: asked.error, retry: () => void asked.refetch() };
}

/** The rows of a list from `first` to `last`, and any others that have been seen; absent while they are on their way. */
export function useTicketRows(question: TicketsQuestion, { first, last }: { first: number; last: number }) {
  const queries = useQueryClient();
  const [from, to] = useSettled(Math.floor(Math.max(0, first) / PAGE), Math.floor(Math.max(0, last) / PAGE));
  const pages = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const asked = useQueries({ queries: pages.map((page) => ticketRowsQuery(question, { offset: page * PAGE, limit: PAGE })) });
  const row = (offset: number): TicketRow | undefined => {
    const page = Math.floor(offset / PAGE);
    const known = asked[page - from]?.data ?? queries.getQueryData(ticketRowsQuery(question, { offset: page * PAGE, limit: PAGE }).queryKey);
    return known?.items[offset % PAGE];
  };
  const failed = asked.filter(({ error }) => error);
  return { row, error: failed[0]?.error ?? null, retry: () => failed.forEach(({ refetch }) => void refetch()) };
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
