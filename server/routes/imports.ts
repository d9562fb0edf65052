import {
  getImport,
  getImports,
  getRejectedRows,
  type ImportJob,
  type MappingProfile,
  postImport,
  postImportCancel,
  postImportPreview,
  postImportUndo,
  PREVIEW_BYTES,
  type RejectedRow,
  tellReason,
} from '#contract';
import type { Binder } from '../http/bind';
import { ProblemError } from '../http/problem-error';
import { atMost, uploadOf } from '../http/read-body';
import { previewImport } from '../ingest/preview-import';
import { UnreadableFile } from '../ingest/unreadable-file';
import type { Access } from '../ports';
import { nextCursor, offsetOf } from '../services/cursor';
import type { Services } from '../services/services';
import { requireConnector } from './profiles';

const PAGE = 50;

export function bindImports(bind: Binder, services: Services): void {
  const { ports: { desk }, imports, profiles } = services;
  /** What is said goes before what is kept. */
  const profileOf = async (access: Access, use: string | undefined, said: MappingProfile = {}): Promise<MappingProfile> => {
    if (use === undefined) return said;
    const kept = await profiles.find(access, use);
    if (!kept) throw new ProblemError('invalid-input', tellReason('profile-unknown', { name: use }).reason, { errors: [{ pointer: '?use', ...tellReason('profile-unknown', { name: use }) }] });
    return { ...kept, ...said };
  };
  const jobOf = async (access: Access, id: string): Promise<ImportJob> => {
    const job = await desk.importJob(access, id);
    if (!job) throw noImport(id);
    return job;
  };

  bind.action(postImport, async ({ access, query: { filename, profile, use }, request }) => {
    if (!request.body) throw unprocessable(new UnreadableFile('file-empty'));
    const mapping = await profileOf(access, use, profile);
    return readable(async () => ({ job: await imports.start(access, uploadOf(request.body ?? new ReadableStream()), filename, mapping) }));
  });

  bind.action(postImportPreview, async ({ access, query: { filename, profile, use, whole }, request }) => {
    if (!request.body) throw unprocessable(new UnreadableFile('file-empty'));
    const mapping = await profileOf(access, use, profile);
    const body = uploadOf(request.body).pipeThrough(atMost(PREVIEW_BYTES));
    return readable(() => previewImport(services, body, { filename, profile: mapping, whole: whole === 'true' }));
  });

  bind.action(getImport, async ({ access, params: { id } }) => ({ job: await jobOf(access, id) }));

  bind.action(postImportCancel, async ({ access, person, params: { id } }) => {
    requireConnector(person);
    await jobOf(access, id);
    await imports.cancel(access, id);
    return { job: await jobOf(access, id) };
  });

  bind.action(postImportUndo, async ({ access, person, params: { id } }) => {
    requireConnector(person);
    const job = await jobOf(access, id);
    if (job.state !== 'done' && job.state !== 'failed') throw new ProblemError('move-refused', `The import is ${job.state}: there is nothing to take out, or it is not over yet.`);
    return { job: await imports.undo(access, job) };
  });

  bind.action(getImports, async ({ access, query }) => {
    const offset = offsetOf(query.cursor);
    const { total, items } = await desk.imports(access, { offset, limit: query.limit ?? PAGE });
    return { total, items, nextCursor: nextCursor(offset + items.length, total) };
  });

  bind.response(getRejectedRows, async ({ access, params: { id } }) => {
    const job = await jobOf(access, id);
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${job.file} rejected.csv`)}`,
      'cache-control': 'no-store',
    };
    return new Response(csvOf(desk.rejected(access, id)), { headers });
  });
}

async function readable<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof UnreadableFile ? unprocessable(error) : error;
  }
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
