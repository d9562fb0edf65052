import type { ImportJob, RejectedRow } from '#contract';
import type { Instant, JourneyId } from '#model';
import type { Access } from '../ports';
import type { Core } from '../services/core';

/** Progress is saved, and pages are told, at most this often. */
const PACE_MS = 1_000;
const SAMPLE = 20;

/** One import as the desk keeps it: every change is saved, progress now and then. */
export class JobRecord {
  #told: ImportJob;
  #savedAt = 0;

  private constructor(
    readonly services: Core,
    readonly access: Access,
    job: ImportJob,
  ) {
    this.#told = job;
  }

  static async create(services: Core, access: Access, { file, bytes, journey, now }: { file: string; bytes: number; journey: JourneyId; now: Instant }): Promise<JobRecord> {
    const record = new JobRecord(services, access, {
      id: crypto.randomUUID(),
      file,
      state: 'reading',
      bytes: { read: 0, total: bytes },
      rows: 0,
      accepted: 0,
      duplicates: 0,
      rejected: 0,
      rejectedSample: [],
      journey,
      startedAt: new Date(now).toISOString(),
    });
    await record.#save();
    return record;
  }

  /** A job that is stored already. */
  static of(services: Core, access: Access, job: ImportJob): JobRecord {
    return new JobRecord(services, access, job);
  }

  get told(): ImportJob {
    return this.#told;
  }

  /** Changes what is told; saved at once when the state changes, else when the last time is a while ago. */
  async update(change: Partial<ImportJob>): Promise<void> {
    const isStep = change.state !== undefined && change.state !== this.#told.state;
    this.#told = { ...this.#told, ...change };
    if (isStep || performance.now() - this.#savedAt >= PACE_MS) await this.#save();
  }

  async reject(rows: readonly RejectedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.services.ports.desk.addRejected(this.access, this.#told.id, rows);
    const { rejected, rejectedSample } = this.#told;
    await this.update({ rejected: rejected + rows.length, rejectedSample: [...rejectedSample, ...rows].slice(0, SAMPLE) });
  }

  async finish(state: 'done' | 'failed' | 'cancelled' | 'undone', error?: ImportJob['error']): Promise<void> {
    const finishedAt = new Date(this.services.ports.clock()).toISOString();
    await this.update({ state, finishedAt, ...(error && { error }) });
  }

  async #save(): Promise<void> {
    this.#savedAt = performance.now();
    await this.services.ports.desk.saveImport(this.access, this.#told);
    this.services.changes.publish({ type: 'import', id: this.#told.id });
  }
}
