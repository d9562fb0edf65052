import { ENDED_IMPORTS, type ImportJob, type MappingProfile, tellReason } from '#contract';
import { journeyId } from '#model';
import type { Access } from '../ports';
import { systemAccess } from '../ports';
import type { Core } from '../services/core';
import { JobRecord } from './job-record';
import { openSource } from './open-source';
import { logName } from './log-name';
import { runImport } from './run-import';
import { undoImport } from './undo-import';
import { UnreadableFile } from './unreadable-file';

/** Imports of whole logs: one runs at a time, the others wait. */
export interface ImportService {
  /** Takes a file and starts to import it. Throws `UnreadableFile` for what is plainly no log. */
  start(access: Access, file: ReadableStream<Uint8Array>, filename: string, profile: MappingProfile): Promise<ImportJob>;
  /** Stops an import that is under way, or waits, and takes out what it stored; resolves when nothing of it is left. An ended one stays as it is. */
  cancel(access: Access, id: string): Promise<void>;
  /** Takes an ended import out again; resolves when it has begun, and `ended` when that is done. */
  undo(access: Access, job: ImportJob): Promise<ImportJob>;
  /** Resolves when the job has ended, with how. */
  ended(id: string): Promise<ImportJob | undefined>;
  /** Says of jobs that a restart cut short that it did, and ends what was to be taken out. To be called once before the first start. */
  recover(): Promise<void>;
  /** Stops between two batches and resolves when nothing runs any more. */
  stop(): Promise<void>;
}

export function createImportService(services: Core): ImportService {
  const { desk, spool, clock } = services.ports;
  const stopping = new AbortController();
  const running = new Map<string, AbortController>();
  const endings = new Map<string, Promise<void>>();
  let line: Promise<void> = Promise.resolve();

  const takeOut = async (access: Access, job: JobRecord, state: 'cancelled' | 'undone') => {
    await undoImport(services, access, job.told);
    await job.finish(state, state === 'cancelled' ? tellReason('cancelled') : undefined);
  };
  const inLine = (id: string, what: string, work: () => Promise<void>): void => {
    line = line.then(work).catch((error: unknown) => services.onFault(what, error));
    endings.set(id, line);
  };

  return {
    async start(access, body, filename, profile) {
      const { key, bytes } = await spool.put(access, body);
      try {
        const { rows } = await openSource(await spool.open(access, key), { file: profile.file });
        await rows[Symbol.asyncIterator]().return?.();
      } catch (error) {
        await spool.remove(access, key);
        throw error;
      }
      const file = logName(filename);
      const job = await JobRecord.create(services, access, { file: filename, bytes, journey: profile.journey ?? journeyId.parse(file), now: clock() });
      const control = new AbortController();
      running.set(job.told.id, control);
      const signal = AbortSignal.any([stopping.signal, control.signal]);
      inLine(job.told.id, `Failed to import ${filename}`, async () => {
        try {
          await runImport(services, job, { access, key, file, profile, signal });
          if (control.signal.aborted) await takeOut(access, job, 'cancelled');
        } finally {
          running.delete(job.told.id);
          await spool.remove(access, key);
        }
      });
      return job.told;
    },
    async cancel(access, id) {
      const control = running.get(id);
      if (!control) return;
      control.abort(new UnreadableFile('cancelled'));
      await endings.get(id);
    },
    async undo(access, job) {
      const record = JobRecord.of(services, access, job);
      await record.update({ state: 'undoing' });
      inLine(job.id, `Failed to undo the import of ${job.file}`, () => takeOut(access, record, 'undone'));
      return record.told;
    },
    async ended(id) {
      await endings.get(id);
      return desk.importJob(systemAccess('import'), id);
    },
    async recover() {
      const access = systemAccess('import');
      const PAGE = 100;
      for (let offset = 0, total = 1; offset < total; offset += PAGE) {
        const page = await desk.imports(access, { offset, limit: PAGE });
        ({ total } = page);
        for (const job of page.items) {
          if (ENDED_IMPORTS.includes(job.state)) continue;
          if (job.state === 'undoing') {
            inLine(job.id, `Failed to undo the import of ${job.file}`, () => takeOut(access, JobRecord.of(services, access, job), 'undone'));
            continue;
          }
          await desk.saveImport(access, { ...job, state: 'failed', error: tellReason('interrupted'), finishedAt: new Date(clock()).toISOString() });
        }
      }
    },
    async stop() {
      stopping.abort(new UnreadableFile('interrupted'));
      await line;
    },
  };
}
