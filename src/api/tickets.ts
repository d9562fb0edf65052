import {
  type BulkAnswer,
  type BulkBody,
  getEvidence,
  getTicket,
  getTickets,
  getViews,
  patchTicket,
  postBulk,
  postBulkUndo,
  postReminder,
  postTicket,
  postTicketMove,
  putViews,
  type SavedView,
  type TicketAnswer,
  type TicketEdit,
  type TicketFilterQuery,
  type TicketGroup,
  type TicketMoveBody,
  type TicketRegistration,
  type TicketSort,
  type TicketTold,
  type ViewsAnswer,
} from '#contract';
import type { TicketId } from '#model';
import { keepPreviousData, type QueryClient, queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import { z } from 'zod';
import { ApiError } from './api-error';
import { changesWith, changesWithOne } from './changes-with';
import { call } from './client';

const withTickets = changesWith('ticket');

/** What a list of tickets asks: a filter and an order. */
export type TicketsQuestion = TicketFilterQuery & { sort?: TicketSort; group?: TicketGroup };

/** Rows of a list of tickets from `offset` on: whoever scrolls asks for what is in view, wherever that is. */
export const ticketRowsQuery = (question: TicketsQuestion, { offset, limit }: { offset: number; limit: number }) =>
  queryOptions({
    queryKey: ['tickets', question, offset, limit],
    queryFn: ({ signal }) => call(getTickets, { query: { ...question, offset: String(offset), limit: String(limit) }, signal }),
    meta: withTickets,
  });

/** How many tickets there are of each sort, whatever is filtered, and the first of those the filter has. */
export const ticketCountsQuery = () =>
  queryOptions({
    queryKey: ['tickets', 'counts'],
    queryFn: ({ signal }) => call(getTickets, { query: { limit: '1' }, signal }),
    select: ({ counts }) => counts,
    placeholderData: keepPreviousData,
    meta: withTickets,
  });

/** One ticket, with what the asker may do next. An answer that was overtaken by a newer version does not bring the older one back. */
export const ticketQuery = (id: TicketId) =>
  queryOptions({
    queryKey: ['ticket', id],
    queryFn: ({ signal }) => call(getTicket, { params: { id }, signal }),
    structuralSharing: (held, got) => (isOvertaken(got, held) ? held : replaceEqualDeep(held, got)),
    meta: changesWithOne(id, 'ticket'),
  });

const versioned = z.object({ ticket: z.object({ version: z.number(), registeredAt: z.string() }) });

/** Whether a newer version of the same ticket is held. */
function isOvertaken(got: unknown, held: unknown): boolean {
  const [next, last] = [versioned.safeParse(got).data?.ticket, versioned.safeParse(held).data?.ticket];
  return next !== undefined && last !== undefined && next.registeredAt === last.registeredAt && next.version < last.version;
}

/** Whether a ticket did what it was for; moves on with the data too. */
export const evidenceQuery = (id: TicketId) =>
  queryOptions({
    queryKey: ['evidence', id],
    queryFn: ({ signal }) => call(getEvidence, { params: { id }, signal }),
    meta: changesWithOne(id, 'ticket', 'revision'),
  });

/** One's own saved views, and those that others share. */
export const viewsQuery = () =>
  queryOptions({
    queryKey: ['views'],
    queryFn: ({ signal }) => call(getViews, { signal }),
    meta: changesWithOne('views', 'settings'),
  });

/** Replaces all views of whoever asks. @throws ApiError */
export const saveViews = (views: readonly Omit<SavedView, 'owner'>[]): Promise<ViewsAnswer> => call(putViews, { body: { views: [...views] } });

/** 登记. `key` from `newKey`, the same for every try. @throws ApiError */
export const registerTicket = (body: TicketRegistration, key: string): Promise<TicketAnswer> => call(postTicket, { body, key });

/** Changes fields of one version of a ticket. @throws ApiError `version-stale` when there is another version meanwhile */
export const editTicket = (id: TicketId, version: number, body: TicketEdit, key?: string): Promise<TicketAnswer> => call(patchTicket, { params: { id }, body, version, key });

/** 立项, 整改, 提交验证, 销号, 退回, 人工核销. @throws ApiError `move-refused` with what is missing; `version-stale` */
export const moveTicket = (id: TicketId, version: number, body: TicketMoveBody, key?: string): Promise<TicketAnswer> => call(postTicketMove, { params: { id }, body, version, key });

/** 督办: reminds the owner. @throws ApiError */
export const remindOwner = (id: TicketId, note: string | undefined, key: string): Promise<TicketAnswer> => call(postReminder, { params: { id }, body: { ...(note && { note }) }, key });

/** Sets fields of exactly the tickets of a filter. @throws ApiError `count-changed` when they are more or fewer than expected (`countNow`) */
export const changeTickets = (body: BulkBody, key: string): Promise<BulkAnswer> => call(postBulk, { body, key });

/** Puts back what a bulk action set. @throws ApiError */
export const undoChange = (id: string, key: string): Promise<BulkAnswer> => call(postBulkUndo, { params: { id }, key });

/** How many tickets a filter has now, where a bulk action was refused because they were another number. */
export function countNow(error: unknown): number | undefined {
  if (!(error instanceof ApiError) || error.failure.kind !== 'problem' || error.failure.code !== 'count-changed') return undefined;
  const { current } = error.failure.problem;
  return typeof current === 'number' ? current : undefined;
}

/** Keeps the answer to a write, so that the page shows it before it is asked again, and asks again for every list. */
export function keepTicket(queries: QueryClient, answer: TicketAnswer): void {
  queries.setQueryData(ticketQuery(answer.ticket.id).queryKey, answer);
  void queries.invalidateQueries({ queryKey: evidenceQuery(answer.ticket.id).queryKey });
  ticketsChanged(queries);
}

/** Keeps a ticket as a refused write told it. */
export const keepTicketItself = (queries: QueryClient, ticket: TicketTold): void =>
  void queries.setQueryData(ticketQuery(ticket.id).queryKey, (held) => held && { ...held, ticket });

/** Asks again for every list of tickets. */
export const ticketsChanged = (queries: QueryClient): void => void queries.invalidateQueries({ queryKey: ['tickets'] });
