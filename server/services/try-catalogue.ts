import type { CatalogueTrial } from '#contract';
import { type Catalogue, catalogue as catalogueSchema, detect, type Detection, emptyBalance, enter, type Instant, type Journey, type JourneyEvent, type JourneyId, journeyRules, KINDS, nodeNamer, quantile, type StepId, type Touchpoint, withTouchpoints } from '#model';
import { bodyErrors } from '../http/input-errors';
import { ProblemError } from '../http/problem-error';
import type { Access, EventStore, HistoryEvent } from '../ports';

export interface CatalogueChange {
  journey: Journey;
  touchpoints?: readonly Touchpoint[] | undefined;
}

/** More instances than this say nothing more, and would be waited for; of a journey that only shares a touchpoint, fewer do. */
const MOST_INSTANCES = 50_000;
const MOST_ELSEWHERE = 5_000;
/** Stays of a step that its quantiles are taken from. */
const MOST_STAYS = 100_000;
/** Places that a map of the trial shows. */
const MOST_PLACES = 200;

interface Trial {
  events: EventStore;
  access: Access;
  current: Catalogue;
  next: Catalogue;
  now: Instant;
}

/** What a change of one journey, and of touchpoints, would do to the figures: the stored events detected by both. Throws `invalid-input` for what is no catalogue. */
export async function tryCatalogue(events: EventStore, access: Access, current: Catalogue, { journey, touchpoints = [] }: CatalogueChange, now: Instant): Promise<Omit<CatalogueTrial, 'asOf' | 'revision' | 'zone'>> {
  const changed = catalogueSchema.safeParse(withTouchpoints({ ...current, journeys: current.journeys.map((one) => (one.id === journey.id ? journey : one)) }, touchpoints));
  if (!changed.success) throw new ProblemError('invalid-input', 'With this change it is no catalogue.', { errors: bodyErrors(changed.error) });
  const trial = { events, access, current, next: changed.data, now };
  const stays = new Map<StepId, number[]>();
  const counts = new Map<StepId, number>();
  const map = mapCounter(journey.id);
  const tried = await tryOn(trial, journey.id, MOST_INSTANCES, (known, result) => {
    gatherStays(known, stays, counts);
    if (result) map.add(result);
  });
  const steps = journey.steps.map(({ id }) => {
    const sorted = (stays.get(id) ?? []).toSorted((a, b) => a - b);
    return { step: id, events: counts.get(id) ?? 0, stays: sorted.length, ...(sorted.length > 0 && { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }) };
  });
  const others = [];
  for (const id of await sharing(trial, journey.id, touchpoints)) others.push({ journey: id, ...(await tryOn(trial, id, MOST_ELSEWHERE)) });
  return { ...tried, steps, map: map.told(), others };
}

/** Journeys beside this one whose instances were at a touchpoint that changes in what detection asks of it. */
async function sharing({ events, access, current }: Trial, journey: JourneyId, touchpoints: readonly Touchpoint[]): Promise<JourneyId[]> {
  const rules = ({ service, place, initiative, aliases = [] }: Touchpoint) => JSON.stringify([service, place, initiative, aliases]);
  const moved = touchpoints.filter((one) => {
    const before = current.touchpoints.find(({ id }) => id === one.id);
    return !before || rules(before) !== rules(one);
  });
  const names = new Set(moved.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const { firstDay: from, lastDay: to } = await events.extent(access);
  if (names.size === 0 || from === undefined || to === undefined) return [];
  const { nodes } = await events.panorama(access, { level: 'overview', filter: { from, to } });
  return [...new Set(nodes.flatMap((node) => (node.journey !== journey && names.has(node.touchpoint) ? [node.journey] : [])))];
}

async function tryOn({ events, access, current, next, now }: Trial, journey: JourneyId, most: number, each?: (known: JourneyEvent[], result: Detection | undefined) => void): Promise<Omit<CatalogueTrial['others'][number], 'journey'>> {
  const [before, after] = [counter(current, journey, now), counter(next, journey, now)];
  let instances = 0;
  let all = true;
  for await (const history of events.histories(access, journey)) {
    if (instances === most) {
      all = false;
      break;
    }
    instances++;
    before.add(history);
    const { known, result } = after.add(history);
    each?.(known, result);
    // Others get their turn.
    if (instances % 2_000 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return { instances, all, before: before.figures, after: after.figures };
}

function counter(catalogue: Catalogue, id: JourneyId, now: Instant) {
  const rules = journeyRules(catalogue);
  const journey = rules.journeys.get(id);
  const balance = emptyBalance();
  const byKind: Record<string, number> = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  return {
    figures: { balance, byKind },
    /** Counts an instance, and answers its events as these rules read them. */
    add(history: readonly HistoryEvent[]): { known: JourneyEvent[]; result?: Detection } {
      if (!journey) return { known: [] };
      const known = history.flatMap((event): JourneyEvent[] => {
        const [step, touchpoint] = [journey.steps.get(event.step), rules.touchpoints.get(event.touchpoint)];
        return step && touchpoint ? [{ ...event, step, touchpoint }] : [];
      });
      const result = detect(journey, known, now);
      if (!result.exists) return { known };
      enter(balance, result.state);
      for (const { kind } of result.interruptions) byKind[kind] = (byKind[kind] ?? 0) + 1;
      return { known, result };
    },
  };
}

/** Counts the map of a journey from what detection finds, instance by instance. */
function mapCounter(journey: JourneyId) {
  const name = nodeNamer('journey');
  const nodes = new Map<string, CatalogueTrial['map']['nodes'][number]>();
  const flows = new Map<string, CatalogueTrial['map']['flows'][number]>();
  return {
    add({ visits, interruptions }: Detection): void {
      const seen = new Set<string>();
      let last: string | undefined;
      for (const { step, touchpoint, events } of visits) {
        const id = name(journey, step, touchpoint);
        const node = nodes.get(id) ?? { id, step, touchpoint, instances: 0, events: 0, interrupted: 0 };
        nodes.set(id, node);
        node.events += events;
        if (!seen.has(id)) node.instances++;
        seen.add(id);
        if (last !== undefined) {
          const key = `${last}>${id}`;
          const flow = flows.get(key) ?? { from: last, to: id, count: 0 };
          flows.set(key, flow);
          flow.count++;
        }
        last = id;
      }
      for (const id of new Set(interruptions.map(({ step, touchpoint }) => name(journey, step, touchpoint)))) {
        const node = nodes.get(id);
        if (node) node.interrupted++;
      }
    },
    told(): CatalogueTrial['map'] {
      const places = [...nodes.values()].toSorted((a, b) => b.events - a.events).slice(0, MOST_PLACES);
      const shown = new Set(places.map(({ id }) => id));
      return { nodes: places, leftOut: nodes.size - places.length, flows: [...flows.values()].filter(({ from, to }) => shown.has(from) && shown.has(to)) };
    },
  };
}

/** How long each stay that ended took: until the first `done` in it, else until the first event after it, as an overrun is judged (section 3 of the model). */
function gatherStays(events: readonly JourneyEvent[], stays: Map<StepId, number[]>, counts: Map<StepId, number>): void {
  let start = 0;
  events.forEach((event, index) => {
    counts.set(event.step.id, (counts.get(event.step.id) ?? 0) + 1);
    const next = events[index + 1];
    if (next?.step === event.step) return;
    const first = events[start];
    const done = events.slice(start, index + 1).find(({ outcome }) => outcome === 'done') ?? next;
    start = index + 1;
    if (!first || !done) return;
    let times = stays.get(event.step.id);
    if (!times) stays.set(event.step.id, (times = []));
    if (times.length < MOST_STAYS) times.push(done.at - first.at);
  });
}
