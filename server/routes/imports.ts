import { getImport, getImports, getRejectedRows, postImport, type RejectedRow } from '#contract';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import { uploadOf } from '../http/read-body';
import { UnreadableFile } from '../ingest/unreadable-file';
import { nextCursor, offsetOf } from '../services/cursor';
import type { Services } from '../services/services';

const PAGE = 50;

export function bindImports(bind: Binder, { ports: { desk }, imports }: Services): void {
  bind.action(postImport, async ({ access, query: { filename, profile = {} }, request }) => {
    if (!request.body) throw unprocessable(new UnreadableFile('file-empty'));
    try {
      return { job: await imports.start(access, uploadOf(request.body), filename, profile) };
    } catch (error) {
      throw error instanceof UnreadableFile ? unprocessable(error) : error;
    }
  });

  bind.action(getImport, async ({ access, params: { id } }) => {
    const job = await desk.importJob(access, id);
    if (!job) throw noImport(id);
    return { job };
  });

  bind.action(getImports, async ({ access, query }) => {
    const offset = offsetOf(query.cursor);
    const { total, items } = await desk.imports(access, { offset, limit: query.limit ?? PAGE });
    return { total, items, nextCursor: nextCursor(offset + items.length, total) };
  });

  bind.response(getRejectedRows, async ({ access, params: { id } }) => {
    const job = await desk.importJob(access, id);
    if (!job) throw noImport(id);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${job.file} rejected.csv`)}`,
      'cache-control': 'no-store',
    };
    return new Response(csvOf(desk.rejected(access, id)), { headers });
  });
}

const unprocessable = ({ told }: UnreadableFile) => new ProblemError('unprocessable-file', told.reason, { errors: [{ pointer: '', ...told }] });
const noImport = (id: string) => new ProblemError('not-found', `There is no import "${id}".`);

/** CSV with a byte order mark, without which a spreadsheet takes it for another encoding. */
function csvOf(rows: AsyncIterable<RejectedRow>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode('\uFEFFline,pointer,reason\r\n')),
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value.line},${quoted(value.pointer)},${quoted(value.reason)}\r\n`));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** What a spreadsheet would take for a formula gets an apostrophe before it. */
const quoted = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
