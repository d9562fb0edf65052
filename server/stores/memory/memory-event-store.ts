import {
  canonicalPlace,
  catalogue as catalogueSchema,
  compareEvents,
  compareIds,
  countChain,
  countDays,
  countEdge,
  countFrames,
  countGroups,
  countJourneyPeriods,
  countPanorama,
  countPlace,
  detect,
  filterTest,
  interruptionIdOf,
  journeyEvent,
  journeyRules,
  parseInterruptionId,
  countLocusDays,
  countVariants,
  selectRows,
  zoneOf,
  type Catalogue,
  type CatalogueRules,
  type DerivedInstance,
  type EventId,
  type Filter,
  type InstanceId,
  type Instant,
  type Interruption,
  type InterruptionId,
  type LocusDay,
  type JourneyId,
  type NpsUnit,
  type Selection,
  type ServiceEvent,
  type StepId,
} from '#model';
import type { Access, AppendOptions, AppendResult, Arrivals, ArrivalsQuestion, EventStore, Extent, HistoryEvent, LocusQuestion, MapQuestion, Page, PendingAmong, PendingInterruption, Progress, SelectedRow, StoredStory } from '../../ports';
import { Admission } from '../admission';
import { visibleOrganisations } from '../visible-organisations';
import { WriteQueue } from '../write-queue';
import { countArrivals } from './count-arrivals';
import { MemoryRatings } from './memory-ratings';
import { MemoryVoice } from './memory-voice';

/** One instance: its events in order, and what the latest detection made of those that exist. */
interface StoredInstance {
  id: InstanceId;
  journey: JourneyId;
  events: ServiceEvent[];
  derived?: DerivedInstance | undefined;
  nextChangeAt?: Instant | undefined;
}

type Derived = Pick<StoredInstance, 'derived' | 'nextChangeAt'>;

/** How many instances are detected again before others get their turn. */
const CONFIGURE_CHUNK = 500;

/** An `EventStore` that forgets everything with the process: for the browser mock and tests. Runs in a worker. */
export const memoryEventStore = ({ zone }: { zone: string }): EventStore => new MemoryEventStore(zone);

class MemoryEventStore implements EventStore {
  readonly ratings: MemoryRatings;
  readonly voice: MemoryVoice;
  readonly #zone;
  readonly #events = new Set<EventId>();
  /** Events by what they came with. */
  readonly #sources = new Map<string, Set<EventId>>();
  readonly #instances = new Map<InstanceId, StoredInstance>();
  readonly #configuring = new WriteQueue();
  readonly #session = crypto.randomUUID().slice(0, 8);
  #catalogue: Catalogue = catalogueSchema.parse({ touchpoints: [], journeys: [] });
  #rules: CatalogueRules = journeyRules(this.#catalogue);
  #changes = 0;
  #latestNow: Instant = -Infinity;
  /** Instances written while `configure` is under way: they are detected once more before its figures are answered. */
  #touched: Set<StoredInstance> | undefined;
  #redetection: Progress | undefined;

  constructor(zone: string) {
    this.#zone = zoneOf(zone);
    const parts = {
      zone: this.#zone,
      rules: () => this.#rules,
      organisations: () => this.#catalogue.organisations,
      visible: ({ scope }: Access) => visibleOrganisations(scope, this.#catalogue.organisations),
      derived: (instance: InstanceId) => this.#instances.get(instance)?.derived,
    };
    this.ratings = new MemoryRatings({ ...parts, onRemoved: () => this.voice.removed() });
    this.voice = new MemoryVoice({ ...parts, session: this.#session, commented: () => this.ratings.commented(), ratings: () => this.ratings.every(), selected: (access, filter) => this.#selected(access, filter) });
  }

  get revision() {
    return `${this.#session}.${this.#changes}`;
  }

  get redetection() {
    return this.#redetection;
  }

  get nextChangeAt() {
    let least = Infinity;
    for (const { nextChangeAt } of this.#instances.values()) if (nextChangeAt !== undefined && nextChangeAt < least) least = nextChangeAt;
    return least === Infinity ? undefined : least;
  }

  async append(_access: Access, events: readonly ServiceEvent[], options: AppendOptions): Promise<AppendResult> {
    const stored = { hasEvent: (id: EventId) => this.#events.has(id), journeyOf: (id: InstanceId) => this.#instances.get(id)?.journey };
    const { result, rows } = new Admission(stored, this.#rules).admit(events, options);
    const touched = new Set<StoredInstance>();
    for (const event of rows) {
      this.#events.add(event.id);
      let instance = this.#instances.get(event.instance);
      if (!instance) this.#instances.set(event.instance, (instance = { id: event.instance, journey: event.journey, events: [] }));
      instance.events.push(structuredClone(event));
      touched.add(instance);
      if (options.source === undefined) continue;
      const ids = this.#sources.get(options.source);
      if (ids) ids.add(event.id);
      else this.#sources.set(options.source, new Set([event.id]));
    }
    for (const instance of touched) instance.events.sort(compareEvents);
    if (options.detection !== 'later') this.#detect(touched, options.now);
    else for (const instance of touched) this.#touched?.add(instance);
    return result;
  }

  async sweep(_access: Access, now: Instant): Promise<{ changed: number }> {
    const due = [...this.#instances.values()].filter(({ nextChangeAt }) => nextChangeAt !== undefined && nextChangeAt <= now);
    this.#detect(due, now);
    return { changed: due.length };
  }

  configure(_access: Access, catalogue: Catalogue, options: { now: Instant; onProgress?: (progress: Progress) => void }): Promise<void> {
    return this.#configuring.run(async () => {
      const rules = journeyRules(catalogue);
      const instances = [...this.#instances.values()];
      const next = new Map<StoredInstance, Derived>();
      this.#touched = new Set();
      try {
        for (let done = 0; done < instances.length; done += CONFIGURE_CHUNK) {
          this.#redetection = { done, total: instances.length };
          options.onProgress?.(this.#redetection);
          for (const instance of instances.slice(done, done + CONFIGURE_CHUNK)) next.set(instance, this.#derive(rules, instance, options.now));
          await new Promise((resolve) => setTimeout(resolve));
        }
        this.#latestNow = Math.max(this.#latestNow, options.now);
        for (const instance of this.#touched) next.set(instance, this.#derive(rules, instance, this.#latestNow));
        this.#catalogue = structuredClone(catalogue);
        this.#rules = rules;
        for (const [instance, derived] of next) Object.assign(instance, derived);
        this.#changes++;
        options.onProgress?.({ done: instances.length, total: instances.length });
      } finally {
        this.#touched = undefined;
        this.#redetection = undefined;
      }
    });
  }

  async clear(_access: Access, journeys: readonly JourneyId[]): Promise<void> {
    for (const instance of this.#instances.values()) {
      if (!journeys.includes(instance.journey)) continue;
      for (const event of instance.events) this.#events.delete(event.id);
      this.#forget(instance);
    }
    this.ratings.clear(journeys);
    this.#changes++;
  }

  async remove(_access: Access, source: string, { now }: { now: Instant }): Promise<{ removed: number }> {
    const ids = this.#sources.get(source) ?? new Set<EventId>();
    this.#sources.delete(source);
    const touched = new Set<StoredInstance>();
    for (const instance of this.#instances.values()) {
      const left = instance.events.filter(({ id }) => !ids.has(id));
      if (left.length === instance.events.length) continue;
      instance.events = left;
      if (left.length > 0) touched.add(instance);
      else this.#forget(instance);
    }
    for (const id of ids) this.#events.delete(id);
    this.#changes++;
    this.#detect(touched, now);
    return { removed: ids.size };
  }

  #forget(instance: StoredInstance): void {
    this.#instances.delete(instance.id);
    this.#touched?.delete(instance);
  }

  async extent(access: Access, journeys?: readonly JourneyId[]): Promise<Extent> {
    const extent: Extent = { events: 0, instances: 0 };
    for (const { journey, day, detection } of this.#visible(access)) {
      if (journeys && !journeys.includes(journey)) continue;
      extent.events += detection.events;
      extent.instances++;
      if (extent.firstDay === undefined || day < extent.firstDay) extent.firstDay = day;
      if (extent.lastDay === undefined || day > extent.lastDay) extent.lastDay = day;
    }
    return extent;
  }

  async panorama(access: Access, { level, filter }: MapQuestion) {
    return countPanorama(level, this.#selected(access, filter));
  }

  async days(access: Access, { level, filter }: MapQuestion) {
    return countDays(level, this.#selected(access, filter));
  }

  async frames(access: Access, { level, filter, cuts }: Parameters<EventStore['frames']>[1]) {
    return countFrames(level, cuts, this.#selected(access, filter));
  }

  async place(access: Access, { level, filter, node }: MapQuestion & { node: string }) {
    return countPlace(level, node, this.#selected(access, filter));
  }

  async groups(access: Access, { level, filter, node }: MapQuestion & { node: string }) {
    return countGroups(level, node, this.#selected(access, filter));
  }

  async variants(access: Access, { level, filter }: MapQuestion, page: { offset: number; limit: number }) {
    return countVariants(level, this.#selected(access, filter), page);
  }

  async chain(access: Access, filter: Filter) {
    return countChain(this.#selected(access, filter));
  }

  async edge(access: Access, { level, filter, edge }: Parameters<EventStore['edge']>[1]) {
    return countEdge(level, edge, this.#selected(access, filter));
  }

  async rows(access: Access, selection: Selection, { sort, offset, limit }: Page): Promise<{ total: number; rows: SelectedRow[] }> {
    const sorted = [...this.#visible(access)].sort(comparePage(sort));
    const all = [...selectRows(selection, this.#catalogue.organisations, sorted)];
    const rows = all.slice(offset, offset + limit).map(({ instance, interruption, visit }): SelectedRow => {
      const row: SelectedRow = this.#row(instance);
      if (interruption) {
        const { anchor: _, ...shown } = interruption;
        row.interruption = shown;
      }
      if (visit) row.visit = visit;
      return row;
    });
    return { total: all.length, rows };
  }

  async story(access: Access, id: InstanceId): Promise<StoredStory | undefined> {
    const instance = this.#instances.get(id);
    if (!instance?.derived || ![...this.#visible(access, [instance])].length) return undefined;
    const { detection } = instance.derived;
    const events = instance.events.flatMap((event) => {
      const read = journeyEvent(this.#rules, event);
      if (typeof read === 'string') return [];
      const { at, outcome, reason, attributes } = event;
      return [{ id: event.id, step: read.step.id, touchpoint: read.touchpoint.id, outcome, at, reason, initiative: read.initiative ?? read.touchpoint.initiative, attributes }];
    });
    return { instance: this.#row(instance.derived), events: events.slice(0, detection.events), interruptions: detection.interruptions };
  }

  async pendingInterruptions(access: Access, { journeys, instances }: PendingAmong = {}): Promise<PendingInterruption[]> {
    const found: PendingInterruption[] = [];
    const asked = instances && [...new Set(instances)].flatMap((id) => this.#instances.get(id) ?? []);
    for (const derived of this.#visible(access, asked)) {
      if (journeys && !journeys.includes(derived.journey)) continue;
      if (!derived.detection.interruptions.some(({ pending }) => pending)) continue;
      const events = this.#known(derived.id);
      const { customer } = this.#row(derived);
      for (const { anchor, kind, reason, step, touchpoint, at, pending } of derived.detection.interruptions) {
        const event = events[anchor];
        if (!pending || !event) continue;
        const context = events.slice(0, anchor + 1).map((one) => canonicalPlace(this.#rules, one)).map(({ id, step: of, touchpoint: on, outcome, at: when, reason: why, attributes }) => ({ id, step: of, touchpoint: on, outcome, at: when, reason: why, attributes }));
        const { organisation, segment } = derived.detection;
        found.push({ id: interruptionIdOf({ instance: derived.id, kind, anchor: event.id }), instance: derived.id, journey: derived.journey, step, touchpoint, kind, reason, at, organisation, segment, customer, context });
      }
    }
    return structuredClone(found);
  }

  async interruptionsNow(access: Access, ids: readonly InterruptionId[]) {
    const found = new Map<InterruptionId, Pick<Interruption, 'resolution' | 'pending' | 'carrier' | 'continuedAt'>>();
    for (const id of ids) {
      const key = parseInterruptionId(id);
      const instance = key && this.#instances.get(key.instance);
      if (!key || !instance?.derived || ![...this.#visible(access, [instance])].length) continue;
      const events = this.#known(key.instance);
      const one = instance.derived.detection.interruptions.find(({ kind, anchor }) => kind === key.kind && events[anchor]?.id === key.anchor);
      if (one) found.set(id, structuredClone({ resolution: one.resolution, pending: one.pending, carrier: one.carrier, continuedAt: one.continuedAt }));
    }
    return found;
  }

  async locusDays(access: Access, question: LocusQuestion): Promise<LocusDay[]> {
    const { locus, from, to } = question;
    return countLocusDays(question, this.#selected(access, { journeys: [locus.journey], from, to }));
  }

  async started(access: Access, { unit, filter }: { unit: NpsUnit; filter: Filter }) {
    return countJourneyPeriods(unit, this.#selected(access, filter)).map(({ period, journey, instances }) => ({ period, journey, instances }));
  }

  async journeyPeriods(access: Access, { unit, filter }: { unit: NpsUnit; filter: Filter }) {
    return countJourneyPeriods(unit, this.#selected(access, filter));
  }

  async arrivals(access: Access, question: ArrivalsQuestion): Promise<Arrivals> {
    const visible = access.scope.organisations !== 'all' && new Set([...this.#visible(access)].map(({ id }) => id));
    const sources = [...this.#sources.values()];
    const own = new Map<EventId, ServiceEvent>();
    for (const instance of this.#instances.values()) {
      if (visible && !visible.has(instance.id)) continue;
      for (const event of instance.events) if (!sources.some((ids) => ids.has(event.id))) own.set(event.id, event);
    }
    // A set tells its items in the order they came.
    const arrived = own.size === 0 ? [] : [...this.#events].flatMap((id) => own.get(id) ?? []);
    return countArrivals(question, arrived, this.#instances, (touchpoint) => this.#rules.touchpoints.get(touchpoint)?.id ?? touchpoint);
  }

  /** The events of an instance that the catalogue knows, in order: what `anchor` counts in. */
  #known(id: InstanceId): ServiceEvent[] {
    return (this.#instances.get(id)?.events ?? []).filter((event) => typeof journeyEvent(this.#rules, event) !== 'string');
  }

  async *sequences(_access: Access, journey: JourneyId): AsyncIterable<readonly StepId[]> {
    for (const instance of this.#instances.values()) if (instance.journey === journey) yield instance.events.map(({ step }) => step);
  }

  async *histories(_access: Access, journey: JourneyId): AsyncIterable<readonly HistoryEvent[]> {
    for (const instance of this.#instances.values()) if (instance.journey === journey) yield instance.events;
  }

  async close() {}

  #detect(instances: Iterable<StoredInstance>, now: Instant): void {
    this.#latestNow = Math.max(this.#latestNow, now);
    let changed = false;
    for (const instance of instances) {
      Object.assign(instance, this.#derive(this.#rules, instance, now));
      this.#touched?.add(instance);
      changed = true;
    }
    if (changed) this.#changes++;
  }

  /** Events of steps and touchpoints that the catalogue does not know (any more) are kept, but do not count. */
  #derive(rules: CatalogueRules, { id, journey, events }: StoredInstance, now: Instant): Derived {
    const journeyRule = rules.journeys.get(journey);
    if (!journeyRule) return { derived: undefined, nextChangeAt: undefined };
    const known = events.flatMap((event) => {
      const read = journeyEvent(rules, event);
      return typeof read === 'string' ? [] : [read];
    });
    const result = detect(journeyRule, known, now);
    if (!result.exists) return { derived: undefined, nextChangeAt: result.nextChangeAt };
    return { derived: { id, journey, day: this.#zone.dayOf(result.startedAt), detection: result }, nextChangeAt: result.nextChangeAt };
  }

  *#visible({ scope }: Access, instances: Iterable<StoredInstance> = this.#instances.values()): Generator<DerivedInstance> {
    const visible = visibleOrganisations(scope, this.#catalogue.organisations);
    for (const { derived } of instances) {
      if (!derived) continue;
      const { organisation } = derived.detection;
      if (visible === 'all' || (organisation !== undefined && visible.has(organisation))) yield derived;
    }
  }

  #selected(access: Access, filter: Filter): DerivedInstance[] {
    const test = filterTest(filter, this.#catalogue.organisations);
    return [...this.#visible(access)].filter(test);
  }

  #row({ id, journey, detection }: DerivedInstance): SelectedRow {
    const { state, startedAt, lastAt, completedAt, events, interruptions, organisation, segment } = detection;
    // Existing events are those up to the last one detection saw; the catalogue may have forgotten some of them.
    const existing = (event: ServiceEvent) => event.at <= lastAt && typeof journeyEvent(this.#rules, event) !== 'string';
    const customer = this.#instances.get(id)?.events.find((event) => event.customer !== undefined && existing(event))?.customer;
    return { id, journey, state, startedAt, lastAt, completedAt, events, interruptions: interruptions.length, customer, organisation, segment };
  }
}

/** By the sort's measure, ties by id. */
function comparePage(sort: Page['sort']): (a: DerivedInstance, b: DerivedInstance) => number {
  const direction = sort.startsWith('-') ? -1 : 1;
  const measure = sort.replace('-', '');
  const of = ({ detection: { startedAt, lastAt, interruptions } }: DerivedInstance) =>
    measure === 'startedAt' ? startedAt : measure === 'duration' ? lastAt - startedAt : interruptions.length;
  return (a, b) => direction * (of(a) - of(b)) || compareIds(a.id, b.id);
}
