import type {
  Attributes,
  Catalogue,
  CustomerId,
  Day,
  EventId,
  Filter,
  Initiative,
  InstanceId,
  Instant,
  Interruption,
  JourneyId,
  Level,
  NodeDays,
  OrganisationId,
  Outcome,
  PanoramaCounts,
  PlaceCounts,
  EdgeCounts,
  EdgeKey,
  ReasonId,
  SegmentId,
  Selection,
  ServiceEvent,
  State,
  StepId,
  TouchpointId,
  Visit,
} from '#model';
import type { Access } from './access';

/**
 * Durable events, and the rows derived from them by `detect`.
 *
 * Reads answer from derived rows that are true for the last `append`, `sweep` or `configure`; a reader who needs them true for `now`
 * calls `sweep(now)` first when `nextChangeAt` has come. Writes are atomic: a reader sees an instance before or after, never between.
 */
export interface EventStore {
  /** Moves on with every change of what reads answer. */
  readonly revision: string;
  /** No derived row differs before this time without an event; absent when none ever will. `sweep` then. */
  readonly nextChangeAt: Instant | undefined;
  /** Present while `configure` is detecting again. */
  readonly redetection: Progress | undefined;

  /** Stores events and detects what they touch. Resolves once the accepted ones are durable. */
  append(access: Access, events: readonly ServiceEvent[], options: AppendOptions): Promise<AppendResult>;
  /** Detects again every instance whose `nextChangeAt` has come. */
  sweep(access: Access, now: Instant): Promise<{ changed: number }>;
  /**
   * Takes a catalogue and detects again the journeys it changes and those appended with `detection: 'later'`. Reads go on with the old
   * figures until all new ones are there, then all change at once; events appended meanwhile are in both. Events whose journey, step or
   * touchpoint it does not know (any more) stay stored, and do not count until one does. A store knows no journey before its first
   * `configure`; a reopened one knows those of its last.
   */
  configure(access: Access, catalogue: Catalogue, options: { now: Instant; onProgress?: (progress: Progress) => void }): Promise<void>;
  /** Removes everything of these journeys. */
  clear(access: Access, journeys: readonly JourneyId[]): Promise<void>;

  /** Of everything, or of these journeys alone. */
  extent(access: Access, journeys?: readonly JourneyId[]): Promise<Extent>;
  panorama(access: Access, question: MapQuestion): Promise<PanoramaCounts>;
  /** Per node and start day: what comparisons need for the overdispersion. */
  days(access: Access, question: MapQuestion): Promise<NodeDays>;
  /** One node in depth; absent for a node nobody visited. */
  place(access: Access, question: MapQuestion & { node: string }): Promise<PlaceCounts | undefined>;
  /** One edge in depth; absent for an edge nobody took. */
  edge(access: Access, question: MapQuestion & { edge: EdgeKey }): Promise<EdgeCounts | undefined>;
  /** The rows behind a number, a page of them, with the count of all. Ties of the sort by instance id, then in order of time. */
  rows(access: Access, selection: Selection, page: Page): Promise<{ total: number; rows: SelectedRow[] }>;
  story(access: Access, instance: InstanceId): Promise<StoredStory | undefined>;
  /** The steps of every stored instance of a journey in event order, one instance at a time: what discovery reads. */
  sequences(access: Access, journey: JourneyId): AsyncIterable<readonly StepId[]>;
  close(): Promise<void>;
}

export interface Progress {
  done: number;
  total: number;
}

export interface AppendOptions {
  now: Instant;
  /** `later` leaves detection to the next `configure`: for imports that discover their catalogue as they go. */
  detection?: 'now' | 'later';
}

/** Why a row was not kept. `index` is its place in the batch. A rejected row reserves nothing. */
export interface AppendRejection {
  index: number;
  field: 'journey' | 'step' | 'touchpoint' | 'instance';
  reason: 'unknown-journey' | 'unknown-step' | 'unknown-touchpoint' | 'instance-of-another-journey';
}

export interface AppendResult {
  accepted: number;
  duplicates: number;
  rejected: AppendRejection[];
}

/** What exists as of the last detection: the events and instances that maps are counted from. Days are start days of instances. */
export interface Extent {
  events: number;
  instances: number;
  firstDay?: Day | undefined;
  lastDay?: Day | undefined;
}

export interface MapQuestion {
  level: Level;
  filter: Filter;
}

export interface Page {
  sort: 'startedAt' | '-startedAt' | 'duration' | '-duration' | 'interruptions' | '-interruptions';
  offset: number;
  limit: number;
}

export interface SelectedRow {
  id: InstanceId;
  journey: JourneyId;
  state: State;
  startedAt: Instant;
  lastAt: Instant;
  completedAt?: Instant | undefined;
  events: number;
  interruptions: number;
  customer?: CustomerId | undefined;
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
  /** In a list of interruptions: the one that makes the row. */
  interruption?: Omit<Interruption, 'anchor'> | undefined;
  /** In a list of visits: the one that makes the row; without `step` on the overview. */
  visit?: (Omit<Visit, 'step'> & { step?: StepId | undefined }) | undefined;
}

export interface StoredStory {
  instance: Omit<SelectedRow, 'interruption' | 'visit'>;
  events: {
    id: EventId;
    step: StepId;
    touchpoint: TouchpointId;
    outcome: Outcome;
    at: Instant;
    reason?: ReasonId | undefined;
    initiative: Initiative;
    attributes?: Attributes | undefined;
  }[];
  /** `anchor` is an index into `events`. */
  interruptions: Interruption[];
}
