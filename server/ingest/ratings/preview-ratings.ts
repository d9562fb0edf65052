import type { ImportPreview, RatingsPreview } from '#contract';
import { addScore, type Invitation, maskComment, type Rating, zoneOf } from '#model';
import { systemAccess } from '../../ports';
import type { Core } from '../../services/core';
import { memoryEventStore } from '../../stores/memory';
import { isBad } from '../log-row';
import type { OpenLog } from '../open-log';
import { UnreadableFile } from '../unreadable-file';
import { keepRatings } from './keep-ratings';
import { proposeRatings } from './propose-ratings';
import { createToRating } from './to-rating';

/** Rows that are told one by one, and rows that are read at most. */
const SHOWN = 12;
const MAX_ROWS = 20_000;

type Told = Omit<ImportPreview, 'asOf' | 'revision' | 'zone'>;

/** What an import of ratings or invitations would make of the first rows: the import itself, on a store of its own. Adds to what is told of the file. */
export async function previewRatings({ ports, catalogue }: Core, { source, sample, rows }: OpenLog, told: Told, { kind, file }: { kind: 'ratings' | 'invitations'; file: string }): Promise<Told> {
  const { columns, profile, dates, problems } = proposeRatings(told.profile, kind, { sample, format: source.format, guess: true });
  const { catalogue: whole } = await catalogue.current();
  const access = systemAccess('preview');
  const store = memoryEventStore({ zone: ports.config.zone });
  await store.configure(access, whole, { now: ports.clock() });
  const toRating = createToRating({ columns, profile, file, zone: zoneOf(ports.config.zone), catalogue: whole });
  const [read, bad]: [{ value: unknown; line: number }[], ImportPreview['events'][number]['rejected'][]] = [[], []];
  const all: Told = { ...told, columns: told.columns.map((column) => (column.name === columns.comment ? { ...column, samples: column.samples.map(maskComment) } : column)), profile: { version: 1, ...profile }, dates, problems: [...problems] };
  try {
    for await (const some of rows) {
      for (const row of some) {
        const one = isBad(row) ? { rejected: row } : toRating(row);
        if ('rejected' in one) bad.push(one.rejected);
        else read.push(one);
      }
      all.rows = read.length + bad.length;
      if (all.rows < MAX_ROWS) continue;
      all.whole = false;
      break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    all.problems.push(error.told);
  }
  if (all.rows === 0 && all.problems.length === 0) throw new UnreadableFile('no-events');
  const kept = await keepRatings(store.ratings, access, kind)(read);
  await store.close();
  const rejected = [...bad.flatMap((row) => row ?? []), ...kept.rejected];
  const shown: RatingsPreview['rows'] = [...kept.rows.map((row, index) => ({ line: kept.lines[index] ?? 0, ...toldOf(row) })), ...rejected.map((row) => ({ line: row.line, rejected: row }))];
  return {
    ...all,
    accepted: kept.accepted,
    rejected: rejected.length,
    ratings: { rows: shown.toSorted((a, b) => a.line - b.line).slice(0, SHOWN), duplicates: kept.duplicates, figures: figuresOf(kept.rows) },
  };
}

const toldOf = (row: Rating | Invitation) => ('score' in row ? { rating: { ...row, at: new Date(row.at).toISOString() } } : { invitation: row });

/** The ratings, or those invited, of each journey and programme. */
function figuresOf(rows: readonly (Rating | Invitation)[]): RatingsPreview['figures'] {
  const figures = new Map<string, RatingsPreview['figures'][number]>();
  const counted = new Set<string>();
  for (const row of rows) {
    // The first of an id counts, as it would be stored.
    if (counted.has(row.id)) continue;
    counted.add(row.id);
    const key = JSON.stringify([row.journey, row.programme]);
    let figure = figures.get(key);
    if (!figure) figures.set(key, (figure = { journey: row.journey, programme: row.programme, n: 0, promoters: 0, detractors: 0 }));
    if ('score' in row) addScore(figure, row.score);
    else figure.n += row.invited;
  }
  return [...figures.values()].toSorted((a, b) => b.n - a.n);
}
