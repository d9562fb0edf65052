import { type Attachment, type Comment, deleteAttachment, getAttachment, getAttachments, getComments, getTicketAudit, postAttachment, postComment } from '#contract';
import type { PersonId, TicketId } from '#model';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ApiError } from './api-error';
import { changesWithOne } from './changes-with';
import { addressOf, call, callForBlob, parseAnswer } from './client';

const PAGE = '50';

/** Everything that was done about a ticket, newest first, page by page. */
export const ticketAuditQuery = (id: TicketId) =>
  infiniteQueryOptions({
    queryKey: ['ticket-audit', id],
    queryFn: ({ pageParam, signal }) => call(getTicketAudit, { params: { id }, query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    meta: changesWithOne(id, 'ticket'),
  });

/** What was said about a ticket, oldest first. */
export const commentsQuery = (id: TicketId) =>
  queryOptions({ queryKey: ['comments', id], queryFn: ({ signal }) => call(getComments, { params: { id }, query: { limit: '500' }, signal }), meta: changesWithOne(id, 'ticket') });

/** Says something about a ticket. @throws ApiError */
export const sayComment = async (id: TicketId, text: string, mentions: readonly PersonId[], key: string): Promise<Comment> =>
  (await call(postComment, { params: { id }, body: { text, mentions: [...mentions] }, key })).comment;

/** The files of a ticket. */
export const attachmentsQuery = (id: TicketId) =>
  queryOptions({ queryKey: ['attachments', id], queryFn: ({ signal }) => call(getAttachments, { params: { id }, signal }), meta: changesWithOne(id, 'ticket') });

/** Adds a file to a ticket. @throws ApiError */
export async function attachFile(id: TicketId, file: File): Promise<Attachment> {
  const operation = `${postAttachment.method} ${postAttachment.path}`;
  const { url, headers } = await addressOf(postAttachment, { params: { id }, query: { filename: file.name } });
  let response: Response;
  try {
    response = await fetch(url, { method: postAttachment.method, headers: { ...headers, 'content-type': 'application/octet-stream' }, body: file });
  } catch (cause) {
    throw new ApiError({ kind: 'network' }, operation, { cause });
  }
  return parseAnswer(postAttachment, operation, response.status, await response.text()).attachment;
}

/** A file as it was added. @throws ApiError */
export const downloadAttachment = (id: string): Promise<Blob> => callForBlob(getAttachment, { params: { id } });

/** Removes a file; that it was there stays in the audit. @throws ApiError */
export const removeAttachment = (id: string): Promise<unknown> => call(deleteAttachment, { params: { id } });
