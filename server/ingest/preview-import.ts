import type { ImportPreview, MappingProfile, PreviewMap } from '#contract';
import { type Catalogue, type JourneyId, journeyId, type ServiceEvent, zoneOf } from '#model';
import type { Core } from '../services/core';
import { systemAccess } from '../ports';
import { memoryEventStore } from '../stores/memory';
import { completedBy, discover, withContents, withJourney } from './discover-catalogue';
import { emptyContents, gatherContents } from './log-contents';
import { logName } from './log-name';
import { isBad } from './log-row';
import { openLog } from './open-log';
import type { Columns } from './propose-mapping';
import { previewRatings } from './ratings/preview-ratings';
import { kindOf } from './ratings/propose-ratings';
import { createToEvent, type EventOfRow } from './to-event';
import { UnreadableFile } from './unreadable-file';

export interface PreviewAsked {
  filename: string;
  profile: MappingProfile;
  /** The bytes are the file whole, not its beginning. */
  whole: boolean;
}

/** Rows that are told one by one, and rows that are read at most. */
const SHOWN = 12;
const MAX_ROWS = 20_000;

type Told = Omit<ImportPreview, 'asOf' | 'revision' | 'zone'>;

/** What an import of this file would make of its first rows. Nothing is stored. Throws `UnreadableFile` for what is no log at all. */
export async function previewImport(services: Core, body: ReadableStream<Uint8Array>, { filename, profile, whole }: PreviewAsked): Promise<Told> {
  const file = logName(filename);
  const log = await openLog(body, profile, { cut: !whole, guess: true });
  const { source, sample, proposal, rows } = log;
  const kind = kindOf(profile, { sample, format: source.format });
  const { instance, step, at } = proposal.columns;
  const columns: Columns | undefined = instance !== undefined && step !== undefined && at !== undefined ? { ...proposal.columns, instance, step, at } : undefined;
  const fallback = profile.journey ?? journeyId.parse(file);
  const toEvent = columns && createToEvent({ columns, profile: proposal.profile, journey: fallback, file, zone: zoneOf(services.ports.config.zone) });

  const told: Told = {
    format: source.format,
    encoding: source.encoding,
    delimiter: source.delimiter,
    sheet: source.sheet,
    sheets: source.sheets,
    columns: sample.map(({ values: _, ...column }) => column),
    sampled: sample[0]?.values.length ?? 0,
    rows: 0,
    whole,
    profile: { version: 1, ...proposal.profile },
    dates: proposal.dates,
    problems: proposal.problems,
    events: [],
    accepted: 0,
    rejected: 0,
    skipped: 0,
    values: { step: {}, touchpoint: {}, outcome: {}, reason: {} },
  };
  if (kind !== 'events') return previewRatings(services, log, { ...told, profile, problems: [] }, { kind, file });
  const events: ServiceEvent[] = [];
  try {
    for await (const batch of rows) {
      for (const row of batch) {
        const read: EventOfRow | undefined = isBad(row) ? { rejected: row } : toEvent?.(row);
        told.rows++;
        if (read) count(told, row.line, read, events);
      }
      if (told.rows < MAX_ROWS) continue;
      told.whole = false;
      break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    told.problems = [...told.problems, error.told];
  }
  if (told.rows === 0 && told.problems.length === 0) throw new UnreadableFile('no-events');
  const map = events.length > 0 && proposal.problems.length === 0 ? await mapOf(services, events, proposal.profile) : undefined;
  return { ...told, map };
}

function count(told: Told, line: number, read: EventOfRow, events: ServiceEvent[]): void {
  const isShown = told.events.length < SHOWN;
  if ('skipped' in read) {
    told.skipped++;
    if (isShown) told.events.push({ line, skipped: true });
  } else if ('rejected' in read) {
    told.rejected++;
    if (isShown) told.events.push({ line, rejected: read.rejected });
  } else {
    const { event } = read;
    told.accepted++;
    events.push(event);
    for (const part of ['step', 'touchpoint', 'outcome', 'reason'] as const) {
      const value = event[part];
      if (value !== undefined) told.values[part][value] = (told.values[part][value] ?? 0) + 1;
    }
    if (isShown) told.events.push({ line, event: { ...event, at: new Date(event.at).toISOString() } });
  }
}

/** The map of the journey that most of these events are of, on a store of their own. */
async function mapOf({ ports, catalogue }: Core, all: readonly ServiceEvent[], profile: MappingProfile): Promise<PreviewMap | undefined> {
  const access = systemAccess('preview');
  const { catalogue: whole } = await catalogue.current();
  const byJourney = grouped(all);
  const [id, events] = [...byJourney].reduce((most, one) => (one[1].length > most[1].length ? one : most));
  const known = whole.journeys.find((one) => one.id === id);
  const store = memoryEventStore({ zone: ports.config.zone });
  const now = ports.clock();
  const rules = known ? whole : await discovered(id, events, profile);
  if (!rules) return undefined;
  await store.configure(access, rules, { now });
  await store.append(access, events, { now });
  const { firstDay: from, lastDay: to } = await store.extent(access);
  const journey = rules.journeys.find((one) => one.id === id);
  if (from === undefined || to === undefined || !journey) return undefined;
  const { balances, nodes, flows } = await store.panorama(access, { level: 'journey', filter: { journeys: [id], from, to } });
  const byKind: Record<string, number> = {};
  for (const node of nodes) for (const [kind, found] of Object.entries(node.byKind)) byKind[kind] = (byKind[kind] ?? 0) + found;
  const places = nodes.flatMap(({ id: node, step, touchpoint, instances, events: count_, interrupted }) => (step === undefined ? [] : [{ id: node, step, touchpoint, instances, events: count_, interrupted }]));
  const used = new Set(places.map(({ touchpoint }) => touchpoint));
  const [{ balance } = { balance: undefined }] = balances;
  if (!balance) return undefined;
  return {
    journey,
    touchpoints: rules.touchpoints.filter((one) => used.has(one.id)),
    journeys: [...byJourney.keys()],
    discovers: !known,
    balance,
    nodes: places.toSorted((a, b) => b.events - a.events).slice(0, MAX_PLACES),
    flows: flows.map(({ from: a, to: b, count: transitions }) => ({ from: a, to: b, count: transitions })).toSorted((a, b) => b.count - a.count).slice(0, 2 * MAX_PLACES),
    byKind,
  };
}

const MAX_PLACES = 200;

function grouped(events: readonly ServiceEvent[]): Map<JourneyId, ServiceEvent[]> {
  const groups = new Map<JourneyId, ServiceEvent[]>();
  for (const event of events) {
    const group = groups.get(event.journey);
    if (group) group.push(event);
    else groups.set(event.journey, [event]);
  }
  return groups;
}

/** A catalogue of nothing but these events; absent where their names are too many for one. */
async function discovered(id: JourneyId, events: readonly ServiceEvent[], profile: MappingProfile): Promise<Catalogue | undefined> {
  const access = systemAccess('preview');
  const contents = emptyContents();
  try {
    for (const event of events) gatherContents(contents, event);
  } catch {
    return undefined;
  }
  const none: Catalogue = { touchpoints: [], journeys: [], organisations: [], reasons: [], segments: [], handoffWindowMs: 72 * 3_600_000 };
  const half = withContents(none, { id, name: { zh: id } }, contents);
  const store = memoryEventStore({ zone: 'UTC' });
  await store.append(access, events, { now: 0, detection: 'later' });
  return withJourney(half, completedBy(await discover(store, access, { id, name: { zh: id } }), profile.completes));
}
