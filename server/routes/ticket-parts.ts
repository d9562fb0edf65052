import { comment, deleteAttachment, getAttachment, getAttachments, getAudit, getComments, getTicketAudit, MAX_ATTACHMENT_BYTES, postAttachment, postComment } from '#contract';
import { type AuditEntry, isIntact } from '#model';
import type { Binder } from '../http/bind';
import { once } from '../http/once';
import { ProblemError } from '../http/problem-error';
import { readBody } from '../http/read-body';
import { nextCursor, offsetOf } from '../services/cursor';
import type { Services } from '../services/services';

const PAGE = 100;

export function bindTicketParts(bind: Binder, { tickets, ticketParts, ports: { ledger } }: Services): void {
  bind.action(getComments, async ({ access, params: { id }, query: { limit = PAGE, cursor } }) => {
    await tickets.get(access, id);
    const offset = offsetOf(cursor);
    const { total, items } = await ledger.comments(access, id, { offset, limit });
    return { total, items, nextCursor: nextCursor(offset + items.length, total) };
  });

  bind.action(postComment, async (asked) => ({
    comment: await once(ledger, asked, comment, (remember) => ticketParts.comment(asked, asked.params.id, asked.body, remember)),
  }));

  bind.action(getAttachments, async ({ access, params: { id } }) => {
    await tickets.get(access, id);
    const items = await ledger.attachments(access, id);
    return { total: items.length, items };
  });

  bind.action(postAttachment, async (asked) => {
    await tickets.get(asked.access, asked.params.id);
    const content = await readBody(asked.request, MAX_ATTACHMENT_BYTES);
    return { attachment: await ticketParts.attach(asked, asked.params.id, asked.query.filename, content) };
  });

  bind.response(getAttachment, async ({ access, params: { id } }) => {
    const stored = await ledger.attachment(access, id);
    if (!stored) throw new ProblemError('not-found', `There is no file "${id}".`);
    const headers = {
      // Never shown by a browser as a page of this origin.
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(stored.attachment.name)}`,
      'cache-control': 'private, no-cache',
    };
    return new Response(new Uint8Array(stored.content), { headers });
  });

  bind.action(deleteAttachment, async (asked) => {
    await ticketParts.detach(asked, asked.params.id);
    return {};
  });

  bind.action(getTicketAudit, async ({ access, params: { id }, query: { limit = PAGE, cursor } }) => {
    await tickets.get(access, id);
    const offset = offsetOf(cursor);
    const { total, items } = await ledger.audit(access, { kind: 'ticket', id }, { offset, limit });
    const checked = await Promise.all(items.map((entry) => isIntact(entry)));
    return { total, items, nextCursor: nextCursor(offset + items.length, total), intact: checked.every(Boolean) };
  });

  bind.response(getAudit, async ({ access, request }) => {
    if (access.scope.organisations !== 'all') throw new ProblemError('forbidden', 'The audit holds what happened in all organisations.');
    const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="audit.ndjson"' };
    return new Response(request.method === 'HEAD' ? null : ndjson(ledger.auditChain(access)), { headers });
  });
}

function ndjson(entries: AsyncIterable<AuditEntry>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = entries[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
