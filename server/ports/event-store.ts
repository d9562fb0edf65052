import type {
  Attributes,
  Catalogue,
  ChainCounts,
  CustomerId,
  Day,
  EventId,
  Filter,
  FrameCounts,
  FrameCuts,
  GroupDay,
  Initiative,
  InstanceId,
  Instant,
  Interruption,
  InterruptionId,
  JourneyId,
  JourneyPeriod,
  Level,
  Locus,
  LocusDay,
  NodeDays,
  NpsUnit,
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
  VariantCounts,
  Visit,
} from '#model';
import type { Access } from './access';
import type { RatingStore } from './rating-store';
import type { TableStore } from './table-store';
import type { VoiceStore } from './voice-store';

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

  /** Ratings of these journeys, in the same place. */
  readonly ratings: RatingStore;
  /** What customers wrote beside them. */
  readonly voice: VoiceStore;
  /** Reads files by itself; absent where it cannot, and they are read row by row. */
  readonly tables?: TableStore | undefined;

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
  /** Removes everything of these journeys, ratings too. */
  clear(access: Access, journeys: readonly JourneyId[]): Promise<void>;
  /** Takes out the events that were appended as of this source, and detects again what they touched: as if they had never come. */
  remove(access: Access, source: string, options: { now: Instant }): Promise<{ removed: number }>;

  /** Of everything, or of these journeys alone. */
  extent(access: Access, journeys?: readonly JourneyId[]): Promise<Extent>;
  panorama(access: Access, question: MapQuestion): Promise<PanoramaCounts>;
  /** Per node and start day: what comparisons need for the overdispersion. */
  days(access: Access, question: MapQuestion): Promise<NodeDays>;
  /** Playback: the map frame by frame. The days of the filter are those of the frames. */
  frames(access: Access, question: MapQuestion & { cuts: FrameCuts }): Promise<FrameCounts>;
  /** One node in depth; absent for a node nobody visited. */
  place(access: Access, question: MapQuestion & { node: string }): Promise<PlaceCounts | undefined>;
  /** One place, by who was there: per start day, organisation and segment. */
  groups(access: Access, question: MapQuestion & { node: string }): Promise<GroupDay[]>;
  /** A page of the broken paths, those that lose most customers first. */
  variants(access: Access, question: MapQuestion, page: { offset: number; limit: number }): Promise<VariantCounts>;
  /** How those of one journey who completed or were lost moved between its places. */
  chain(access: Access, filter: Filter): Promise<ChainCounts>;
  /** One edge in depth; absent for an edge nobody took. */
  edge(access: Access, question: MapQuestion & { edge: EdgeKey }): Promise<EdgeCounts | undefined>;
  /** The rows behind a number, a page of them, with the count of all. Ties of the sort by instance id, then in order of time. */
  rows(access: Access, selection: Selection, page: Page): Promise<{ total: number; rows: SelectedRow[] }>;
  story(access: Access, instance: InstanceId): Promise<StoredStory | undefined>;
  /**
   * Every interruption that is 待接续 as of the last detection, with what a handoff task needs of it. Whoever asks after every change gets
   * each of them for as long as it is pending, however often it asks. Of everything, or of these journeys or instances alone.
   */
  pendingInterruptions(access: Access, among?: PendingAmong): Promise<PendingInterruption[]>;
  /** What has become of these; absent from the map when a late event, or a catalogue, undid it. */
  interruptionsNow(access: Access, ids: readonly InterruptionId[]): Promise<Map<InterruptionId, Pick<Interruption, 'resolution' | 'pending' | 'carrier' | 'continuedAt'>>>;
  /** Day by day, the instances that started then and visited the locus, and those of them with a hit there. */
  locusDays(access: Access, question: LocusQuestion): Promise<LocusDay[]>;
  /** How many started, by journey and period; in no order. */
  started(access: Access, question: { unit: NpsUnit; filter: Filter }): Promise<Pick<JourneyPeriod, 'period' | 'journey' | 'instances'>[]>;
  /** What those who started met with, by journey and period; in no order. */
  journeyPeriods(access: Access, question: { unit: NpsUnit; filter: Filter }): Promise<JourneyPeriod[]>;
  /** What is odd about the events that were appended without a source, and are of these days or later. */
  arrivals(access: Access, question: ArrivalsQuestion): Promise<Arrivals>;
  /** The steps of every stored instance of a journey in event order, one instance at a time: what discovery reads. */
  sequences(access: Access, journey: JourneyId): AsyncIterable<readonly StepId[]>;
  /** The same with all that detection reads of an event: what a changed catalogue is tried on. */
  histories(access: Access, journey: JourneyId): AsyncIterable<readonly HistoryEvent[]>;
  close(): Promise<void>;
}

export type HistoryEvent = Pick<ServiceEvent, 'step' | 'touchpoint' | 'outcome' | 'at' | 'reason' | 'initiative' | 'organisation' | 'segment'>;

/** Both must hold, where both are given. */
export interface PendingAmong {
  journeys?: readonly JourneyId[] | undefined;
  /** A few that were just written, so that what became of them is known without looking through all. */
  instances?: readonly InstanceId[] | undefined;
}

/** A pending interruption with its identity and whose it is. `context` is the journey up to and with the event it hangs on. */
export interface PendingInterruption {
  id: InterruptionId;
  instance: InstanceId;
  journey: JourneyId;
  step: StepId;
  touchpoint: TouchpointId;
  kind: Interruption['kind'];
  reason?: ReasonId | undefined;
  at: Instant;
  organisation?: OrganisationId | undefined;
  segment?: SegmentId | undefined;
  customer?: CustomerId | undefined;
  context: { id: EventId; step: StepId; touchpoint: TouchpointId; outcome: Outcome; at: Instant; reason?: ReasonId | undefined; attributes?: Attributes | undefined }[];
}

export interface ArrivalsQuestion {
  /** When each day starts, and when the last one ends. */
  starts: readonly Instant[];
  end: Instant;
  now: Instant;
  /** Further back than this within an instance is a jump. */
  jumpMs: number;
  /** So many events, those that came last, have their order looked at: in bounded time, however many there are. */
  ordered: number;
  /** Of each, so many instances at most are told. */
  sample: number;
}

export interface Arrivals {
  events: number;
  /** All of them, and those that exist as of the last detection. */
  instances: number;
  existing: number;
  /** Events later than `now`. */
  future: ArrivalsFound;
  /** Events whose order was looked at: those that came last, whose time, or that of an event of their instance that came before them, is of these days or later. */
  ordered: number;
  /** Of these, the ones earlier than an event of their instance that came before, by less than `jumpMs`. */
  backward: ArrivalsFound;
  /** The same by at least `jumpMs`. */
  jumps: ArrivalsFound;
  /** Instances that are under way or lost. */
  withoutEnd: ArrivalsFound;
  /** Events by the place of their day among the `starts`; of each touchpoint by its present name; in no order. */
  days: { touchpoint: TouchpointId; day: number; events: number }[];
}

/** How many there are, and instances of them: the one an event came to last first; of those without an end by the time of their last event. */
export interface ArrivalsFound {
  count: number;
  sample: { instance: InstanceId; journey: JourneyId }[];
}

export interface LocusQuestion {
  locus: Locus;
  /** Start days, both included. */
  from: Day;
  to: Day;
  /** `break-rate`: interrupted at the locus, without abandonment unless the locus is about it; `loss-rate`: with an interruption there that is lost. */
  measure: 'break-rate' | 'loss-rate';
  /** Only visits and interruptions on these touchpoints (those whose fix is in effect); absent: all of the locus. */
  touchpoints?: readonly TouchpointId[] | undefined;
}

export interface Progress {
  done: number;
  total: number;
}

export interface AppendOptions {
  now: Instant;
  /** `later` leaves detection to the next `configure`: for imports that discover their catalogue as they go. */
  detection?: 'now' | 'later';
  /** What they came with, such as an import, so that they can be taken out together. */
  source?: string;
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
