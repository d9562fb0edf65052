import { auditEntry, personId, stamp, ticketId } from '#model';
import { z } from 'zod';
import { listOf, reading, urlInt } from './common';
import { endpoint } from './endpoint';

const ofTicket = z.object({ id: ticketId });
const page = { limit: urlInt(1, 500).optional(), cursor: z.string().optional() };

export const comment = z.object({ id: z.string(), ticket: ticketId, at: stamp, by: personId.optional(), text: z.string().min(1).max(5_000), mentions: z.array(personId).max(50) });
export type Comment = z.infer<typeof comment>;

/** Oldest first. */
export const getComments = endpoint({ method: 'GET', path: '/tickets/:id/comments', summary: 'What was said about a ticket, oldest first.', params: ofTicket, query: z.object(page), output: listOf(comment) });
export const postComment = endpoint({
  method: 'POST',
  path: '/tickets/:id/comments',
  summary: 'Says something about a ticket; whom it mentions watches it from then on.',
  params: ofTicket,
  body: comment.pick({ text: true }).extend({ mentions: comment.shape.mentions.default([]) }),
  status: 201,
  output: reading.extend({ comment }),
  errors: ['idempotency-mismatch'],
  idempotent: true,
});

export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
/** Media types of attachments by the ending of their name; what the bytes begin with must agree. */
export const ATTACHMENT_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  csv: 'text/csv',
  txt: 'text/plain',
} as const;

export const attachment = z.object({ id: z.string(), ticket: ticketId, name: z.string().min(1).max(200), mediaType: z.string(), bytes: z.int().nonnegative(), sha256: z.string(), at: stamp, by: personId.optional() });
export type Attachment = z.infer<typeof attachment>;

export const getAttachments = endpoint({ method: 'GET', path: '/tickets/:id/attachments', summary: 'The files of a ticket, oldest first.', params: ofTicket, output: listOf(attachment) });
export const postAttachment = endpoint({
  method: 'POST',
  path: '/tickets/:id/attachments',
  summary: 'Adds a file to a ticket; its size and its type, by name and by content, are checked.',
  params: ofTicket,
  query: z.object({ filename: z.string().min(1).max(200) }),
  accepts: ['application/octet-stream'],
  status: 201,
  output: reading.extend({ attachment }),
  errors: ['too-large', 'unsupported-media-type', 'unprocessable-file'],
});
export const getAttachment = endpoint({ method: 'GET', path: '/attachments/:id', summary: 'A file, as it was added.', params: z.object({ id: z.string() }), answers: 'application/octet-stream' });
export const deleteAttachment = endpoint({ method: 'DELETE', path: '/attachments/:id', summary: 'Removes a file; that it was there stays in the audit.', params: z.object({ id: z.string() }), output: reading, errors: ['forbidden'] });

export const getTicketAudit = endpoint({
  method: 'GET',
  path: '/tickets/:id/audit',
  summary: 'Every change of a ticket, newest first, each a link of the chain; `intact`: each of them still has the hash it was given.',
  params: ofTicket,
  query: z.object(page),
  output: listOf(auditEntry).extend({ intact: z.boolean() }),
});

export const getAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'The whole chain as NDJSON, oldest first: what `npm run audit:verify` checks. For whoever may see everything.',
  answers: 'application/x-ndjson',
  errors: ['forbidden'],
});
