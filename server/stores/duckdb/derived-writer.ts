import {
  CARRIERS,
  dayNumber,
  KINDS,
  levelVisits,
  RESOLUTIONS,
  STATES,
  type Day,
  type Detection,
  type Instant,
  type Interruption,
  type LevelVisit,
  type Zone,
} from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { RowWriter } from './row-writer';
import { INSTANCES, INTERRUPTIONS, NEVER, NONE, OVERVIEW_VISITS, STEP_VISITS, UPCOMING, type Table } from './schema';
import type { Terms } from './terms';

/** Instance number, journey, day, organisation, segment: what a filter asks about. */
type Filtered = readonly [number, number, number, number, number];

/** More codes than there will ever be terms: two of them make one exact number. */
const CODES = 2 ** 26;

/** Writes what detection found as derived rows, each column a code, a count, a flag or a time. */
export class DerivedWriter {
  readonly #terms: Terms;
  readonly #zone: Zone;
  readonly #instances: RowWriter;
  readonly #upcoming: RowWriter;
  readonly #stepVisits: RowWriter;
  readonly #overviewVisits: RowWriter;
  readonly #interruptionRows: RowWriter;
  readonly #days = new Map<Day, number>();
  /** The least `nextChangeAt` written. */
  nextChangeAt: Instant = NEVER;

  private constructor(terms: Terms, zone: Zone, writers: Record<'instances' | 'upcoming' | 'stepVisits' | 'overviewVisits' | 'interruptions', RowWriter>) {
    this.#terms = terms;
    this.#zone = zone;
    this.#instances = writers.instances;
    this.#upcoming = writers.upcoming;
    this.#stepVisits = writers.stepVisits;
    this.#overviewVisits = writers.overviewVisits;
    this.#interruptionRows = writers.interruptions;
  }

  /** @param to the derived tables, or the `next_` ones */
  static async open(connection: DuckDBConnection, terms: Terms, zone: Zone, to: (table: Table) => Table = (table) => table): Promise<DerivedWriter> {
    const open = (table: Table) => RowWriter.open(connection, to(table));
    return new DerivedWriter(terms, zone, {
      instances: await open(INSTANCES),
      upcoming: await open(UPCOMING),
      stepVisits: await open(STEP_VISITS),
      overviewVisits: await open(OVERVIEW_VISITS),
      interruptions: await open(INTERRUPTIONS),
    });
  }

  close(): void {
    for (const writer of [this.#instances, this.#upcoming, this.#stepVisits, this.#overviewVisits, this.#interruptionRows]) writer.close();
  }

  upcoming(instanceNo: number, journey: number, nextChangeAt: Instant): void {
    this.nextChangeAt = Math.min(this.nextChangeAt, nextChangeAt);
    this.#upcoming.write([instanceNo, journey, nextChangeAt]);
  }

  instance(instanceNo: number, journey: number, detection: Detection): void {
    const { state, startedAt, lastAt, completedAt = NEVER, events, organisation, segment, visits, interruptions, nextChangeAt = NEVER } = detection;
    this.nextChangeAt = Math.min(this.nextChangeAt, nextChangeAt);
    const filtered: Filtered = [instanceNo, journey, this.#dayOf(startedAt), this.#code(organisation), this.#code(segment)];
    const counts = [STATES.indexOf(state), events, interruptions.length];
    this.#instances.write([...filtered, ...counts, startedAt, lastAt, completedAt, nextChangeAt]);
    this.#visits(this.#stepVisits, filtered, levelVisits('journey', visits));
    this.#visits(this.#overviewVisits, filtered, levelVisits('overview', visits));
    if (interruptions.length > 0) this.#interruptions(filtered, interruptions);
  }

  #visits(writer: RowWriter, filtered: Filtered, visits: readonly LevelVisit[]): void {
    const nodes = visits.map(({ step, touchpoint }) => this.#code(step) * CODES + this.#code(touchpoint));
    // Most instances have few visits: sets would cost more than looking back.
    const few = visits.length <= 8;
    const seenNodes = few ? undefined : new Set<number>();
    const seenPassages = few ? undefined : new Map<number, Set<number>>();
    visits.forEach(({ events, firstAt, lastAt }, ordinal) => {
      const node = nodes[ordinal] ?? NONE;
      const next = nodes[ordinal + 1];
      const isFirstHere = seenNodes ? isNew(seenNodes, node) : nodes.indexOf(node) === ordinal;
      const isFirstPassage =
        next !== undefined && (seenPassages ? isNew(setAt(seenPassages, node), next) : firstPassage(nodes, node, next) === ordinal);
      const step = Math.floor(node / CODES);
      const nextStep = next === undefined ? NONE : Math.floor(next / CODES);
      writer.write([
        ...filtered,
        ordinal,
        step,
        node - step * CODES,
        events,
        nextStep,
        next === undefined ? NONE : next - nextStep * CODES,
        Number(ordinal === 0),
        Number(isFirstHere),
        Number(isFirstPassage),
        firstAt,
        lastAt,
        visits[ordinal + 1]?.firstAt ?? lastAt,
      ]);
    });
  }

  #interruptions(filtered: Filtered, interruptions: readonly Interruption[]): void {
    const seen = { step: new Set<number>(), overview: new Set<number>(), stepWa: new Set<number>(), overviewWa: new Set<number>() };
    interruptions.forEach((one, ordinal) => {
      const { kind, reason, anchor, resolution, pending, attempts, carrier, at, continuedAt = NEVER } = one;
      const step = this.#code(one.step);
      const touchpoint = this.#code(one.touchpoint);
      const place = step * CODES + touchpoint;
      const counts = kind !== 'abandonment';
      this.#interruptionRows.write([
        ...filtered,
        ordinal,
        KINDS.indexOf(kind),
        this.#code(reason),
        step,
        touchpoint,
        anchor,
        RESOLUTIONS.indexOf(resolution),
        Number(pending),
        attempts,
        carrier ? CARRIERS.indexOf(carrier.kind) : NONE,
        Number(carrier?.realtime ?? false),
        this.#code(carrier?.step),
        this.#code(carrier?.touchpoint),
        Number(isNew(seen.step, place)),
        Number(isNew(seen.overview, touchpoint)),
        Number(counts && isNew(seen.stepWa, place)),
        Number(counts && isNew(seen.overviewWa, touchpoint)),
        at,
        carrier?.at ?? NEVER,
        continuedAt,
      ]);
    });
  }

  #code(id: string | undefined): number {
    return id === undefined ? NONE : this.#terms.code(id);
  }

  #dayOf(instant: Instant): number {
    const day = this.#zone.dayOf(instant);
    let number = this.#days.get(day);
    if (number === undefined) this.#days.set(day, (number = dayNumber(day)));
    return number;
  }
}

const firstPassage = (nodes: readonly number[], from: number, to: number): number =>
  nodes.findIndex((node, index) => node === from && nodes[index + 1] === to);

function isNew(seen: Set<number>, value: number): boolean {
  const size = seen.size;
  return seen.add(value).size > size;
}

function setAt(sets: Map<number, Set<number>>, key: number): Set<number> {
  let set = sets.get(key);
  if (!set) sets.set(key, (set = new Set()));
  return set;
}
