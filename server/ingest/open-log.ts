import type { MappingProfile } from '#contract';
import type { ReadRow } from './log-row';
import { openSource, type Source } from './open-source';
import { type Columns, proposeMapping, type Proposal } from './propose-mapping';
import { type SampledColumn, sampleColumns } from './sample-columns';
import { UnreadableFile } from './unreadable-file';

/** A log opened for reading: its format and mapping are known, its rows come batch by batch. */
export interface OpenLog {
  source: Source;
  sample: SampledColumn[];
  proposal: Proposal;
  rows: AsyncIterable<ReadRow[]>;
}

/** Rows from whose values columns are known. */
const SAMPLE_ROWS = 1_000;

export interface LogOptions {
  /** The bytes end somewhere in the middle of the file. */
  cut?: boolean | undefined;
  /** Propose columns by their values, too: for somebody who looks at it. */
  guess?: boolean | undefined;
}

/** Opens a log of any kind that is read here. Throws `UnreadableFile`, now or while the rows come. */
export async function openLog(file: ReadableStream<Uint8Array>, profile: MappingProfile, { cut, guess }: LogOptions = {}): Promise<OpenLog> {
  const source = await openSource(file, { file: profile.file, cut });
  const iterator = source.rows[Symbol.asyncIterator]();
  const head: ReadRow[][] = [];
  let count = 0;
  let broken: { error: unknown } | undefined;
  let ended = false;
  try {
    while (count < SAMPLE_ROWS && !ended) {
      const next = await iterator.next();
      ended = next.done === true;
      if (next.done) break;
      head.push(next.value);
      count += next.value.length;
    }
  } catch (error) {
    // Told after the rows that stand before.
    broken = { error };
  }
  const sample = sampleColumns(source.columns, head.flat().slice(0, SAMPLE_ROWS));
  const proposal = proposeMapping(sample, profile, { format: source.format, guess });
  async function* rows(): AsyncGenerator<ReadRow[]> {
    try {
      yield* head;
      if (broken) throw broken.error;
      for (let next = ended ? undefined : await iterator.next(); next && !next.done; next = await iterator.next()) yield next.value;
    } finally {
      // Whoever stops early leaves no file open behind.
      await iterator.return?.();
    }
  }
  return { source, sample, proposal, rows: rows() };
}

/** The columns of a proposal that an import can go by. Throws `UnreadableFile` with the first thing it lacks. */
export function settledColumns({ columns: { instance, step, at, ...more }, problems: [problem] }: Proposal): Columns {
  if (problem) {
    const { field: _, ...told } = problem;
    throw UnreadableFile.of(told);
  }
  if (instance === undefined || step === undefined || at === undefined) throw new UnreadableFile('no-events');
  return { ...more, instance, step, at };
}
