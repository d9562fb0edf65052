import { type ImportJob, type MappingProfile, tellReason } from '#contract';
import { journeyId } from '#model';
import type { Access } from '../ports';
import { systemAccess } from '../ports';
import type { Core } from '../services/core';
import { JobRecord } from './job-record';
import { openText } from './open-text';
import { runImport } from './run-import';
import { UnreadableFile } from './unreadable-file';

/** Imports of whole logs: one runs at a time, the others wait. */
export interface ImportService {
  /** Takes a file and starts to import it. Throws `UnreadableFile` for what is plainly no log. */
  start(access: Access, file: ReadableStream<Uint8Array>, filename: string, profile: MappingProfile): Promise<ImportJob>;
  /** Resolves when the job has ended, with how. */
  ended(id: string): Promise<ImportJob | undefined>;
  /** Says of jobs that a restart cut short that it did. To be called once before the first start. */
  recover(): Promise<void>;
  /** Stops between two batches and resolves when nothing runs any more. */
  stop(): Promise<void>;
}

export function createImportService(services: Core): ImportService {
  const { desk, spool, clock } = services.ports;
  const stopping = new AbortController();
  const endings = new Map<string, Promise<void>>();
  let line: Promise<void> = Promise.resolve();

  return {
    async start(access, body, filename, profile) {
      const { key, bytes } = await spool.put(access, body);
      try {
        const { chunks } = await openText(await spool.open(access, key));
        await chunks[Symbol.asyncIterator]().return?.();
      } catch (error) {
        await spool.remove(access, key);
        throw error;
      }
      const file = logName(filename);
      const job = await JobRecord.create(services, access, { file: filename, bytes, journey: profile.journey ?? journeyId.parse(file), now: clock() });
      const run = line.then(() => runImport(services, job, { access, key, file, profile, signal: stopping.signal }));
      line = run.then(() => spool.remove(access, key)).catch((error: unknown) => services.onFault(`Failed to import ${filename}`, error));
      endings.set(job.told.id, line);
      return job.told;
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
          if (job.state === 'done' || job.state === 'failed') continue;
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

/** The file's name without folders and `.gz`: plain and zipped are the same log. Journeys, instances and rows are known by it. */
const logName = (filename: string): string => {
  const name = filename.split(/[/\\]/).at(-1)?.replace(/\.gz$/i, '') ?? '';
  return name.slice(0, 100) || 'log';
};
