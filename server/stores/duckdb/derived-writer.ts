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
import { NumberWriter } from './number-writer';
import { INSTANCES, INTERRUPTIONS, NEVER, NONE, OVERVIEW_VISITS, STEP_VISITS, UPCOMING, type Table } from './schema';
import type { Terms } from './terms';

/** Instance number, journey, day, organisation, segment: what a filter asks about, and the first columns of every row. */
const FILTERED = 5;

/** More codes than there will ever be terms: two of them make one exact number. */
const CODES = 2 ** 26;

/** Writes what detection found as derived rows, each column a code, a count, a flag or a time. */
export class DerivedWriter {
  readonly #terms: Terms;
  readonly #zone: Zone;
  readonly #instances: NumberWriter;
  readonly #upcoming: NumberWriter;
  readonly #stepVisits: NumberWriter;
  readonly #overviewVisits: NumberWriter;
  readonly #interruptionRows: NumberWriter;
  readonly #days = new Map<Day, number>();
  /** The row that is being written, used again for each. */
  readonly #ints = new Int32Array(32);
  readonly #times = new Float64Array(8);
  /** The least `nextChangeAt` written. */
  nextChangeAt: Instant = NEVER;

  private constructor(terms: Terms, zone: Zone, writers: Record<'instances' | 'upcoming' | 'stepVisits' | 'overviewVisits' | 'interruptions', NumberWriter>) {
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
    const open = (table: Table) => NumberWriter.open(connection, to(table));
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
    this.#ints.set([instanceNo, journey]);
    this.#times[0] = nextChangeAt;
    this.#upcoming.write(this.#ints, this.#times);
  }

  instance(instanceNo: number, journey: number, detection: Detection): void {
    const { state, startedAt, lastAt, completedAt = NEVER, events, organisation, segment, visits, interruptions, nextChangeAt = NEVER } = detection;
    this.nextChangeAt = Math.min(this.nextChangeAt, nextChangeAt);
    // All rows of an instance begin in the same way.
    this.#ints.set([instanceNo, journey, this.#dayOf(startedAt), this.#code(organisation), this.#code(segment), STATES.indexOf(state), events, interruptions.length]);
    this.#times.set([startedAt, lastAt, completedAt, nextChangeAt]);
    this.#instances.write(this.#ints, this.#times);
    this.#visits(this.#stepVisits, levelVisits('journey', visits));
    this.#visits(this.#overviewVisits, levelVisits('overview', visits));
    if (interruptions.length > 0) this.#interruptions(interruptions);
  }

  #visits(writer: NumberWriter, visits: readonly LevelVisit[]): void {
    const nodes = visits.map(({ step, touchpoint }) => this.#code(step) * CODES + this.#code(touchpoint));
    // Most instances have few visits: sets would cost more than looking back.
    const few = visits.length <= 8;
    const seenNodes = few ? undefined : new Set<number>();
    const seenPassages = few ? undefined : new Map<number, Set<number>>();
    const ints = this.#ints;
    const times = this.#times;
    for (let ordinal = 0; ordinal < visits.length; ordinal++) {
      const visit = visits[ordinal];
      if (!visit) continue;
      const node = nodes[ordinal] ?? NONE;
      const next = nodes[ordinal + 1];
      const isFirstHere = seenNodes ? isNew(seenNodes, node) : nodes.indexOf(node) === ordinal;
      const isFirstPassage =
        next !== undefined && (seenPassages ? isNew(setAt(seenPassages, node), next) : firstPassage(nodes, node, next) === ordinal);
      const step = Math.floor(node / CODES);
      const nextStep = next === undefined ? NONE : Math.floor(next / CODES);
      let column = FILTERED;
      ints[column++] = ordinal;
      ints[column++] = step;
      ints[column++] = node - step * CODES;
      ints[column++] = visit.events;
      ints[column++] = nextStep;
      ints[column++] = next === undefined ? NONE : next - nextStep * CODES;
      ints[column++] = Number(ordinal === 0);
      ints[column++] = Number(isFirstHere);
      ints[column] = Number(isFirstPassage);
      times[0] = visit.firstAt;
      times[1] = visit.lastAt;
      times[2] = visits[ordinal + 1]?.firstAt ?? visit.lastAt;
      writer.write(ints, times);
    }
  }

  #interruptions(interruptions: readonly Interruption[]): void {
    const seen = { step: new Set<number>(), overview: new Set<number>(), stepWa: new Set<number>(), overviewWa: new Set<number>() };
    interruptions.forEach((one, ordinal) => {
      const { kind, reason, anchor, resolution, pending, attempts, carrier, at, continuedAt = NEVER } = one;
      const step = this.#code(one.step);
      const touchpoint = this.#code(one.touchpoint);
      const place = step * CODES + touchpoint;
      const counts = kind !== 'abandonment';
      const ints = [
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
      ];
      this.#ints.set(ints, FILTERED);
      this.#times.set([at, carrier?.at ?? NEVER, continuedAt]);
      this.#interruptionRows.write(this.#ints, this.#times);
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

function firstPassage(nodes: readonly number[], from: number, to: number): number {
  for (let index = 0; index < nodes.length; index++) if (nodes[index] === from && nodes[index + 1] === to) return index;
  return -1;
}

function isNew(seen: Set<number>, value: number): boolean {
  const size = seen.size;
  return seen.add(value).size > size;
}

function setAt(sets: Map<number, Set<number>>, key: number): Set<number> {
  let set = sets.get(key);
  if (!set) sets.set(key, (set = new Set()));
  return set;
}
