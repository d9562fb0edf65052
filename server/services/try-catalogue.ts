import type { CatalogueTrial } from '#contract';
import { type Catalogue, detect, emptyBalance, enter, type Instant, type Journey, type JourneyEvent, journeyRules, KINDS, quantile, type StepId, type Touchpoint } from '#model';
import type { Access, EventStore, HistoryEvent } from '../ports';

export interface CatalogueChange {
  journey: Journey;
  touchpoints?: readonly Touchpoint[] | undefined;
}

/** More instances than this say nothing more, and would be waited for. */
const MOST_INSTANCES = 50_000;
/** Stays of a step that its quantiles are taken from. */
const MOST_STAYS = 100_000;

/** What a change of one journey, and of touchpoints, would do to the figures of the journey: its stored events detected by both. */
export async function tryCatalogue(events: EventStore, access: Access, current: Catalogue, { journey, touchpoints = [] }: CatalogueChange, now: Instant): Promise<Omit<CatalogueTrial, 'asOf' | 'revision' | 'zone'>> {
  const replaced = <Item extends { id: string }>(items: readonly Item[], by: readonly Item[]) => items.map((item) => by.find(({ id }) => id === item.id) ?? item);
  const next = { ...current, journeys: replaced(current.journeys, [journey]), touchpoints: replaced(current.touchpoints, touchpoints) };
  const [before, after] = [counter(current, journey, now), counter(next, journey, now)];
  const stays = new Map<StepId, number[]>();
  const counts = new Map<StepId, number>();
  let instances = 0;
  let all = true;
  for await (const history of events.histories(access, journey.id)) {
    if (instances === MOST_INSTANCES) {
      all = false;
      break;
    }
    instances++;
    before.add(history);
    gatherStays(after.add(history), stays, counts);
    // Others get their turn.
    if (instances % 2_000 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  const steps = journey.steps.map(({ id }) => {
    const sorted = (stays.get(id) ?? []).toSorted((a, b) => a - b);
    return { step: id, events: counts.get(id) ?? 0, stays: sorted.length, ...(sorted.length > 0 && { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }) };
  });
  return { instances, all, before: before.figures, after: after.figures, steps };
}

function counter(catalogue: Catalogue, { id }: Journey, now: Instant) {
  const rules = journeyRules(catalogue);
  const journey = rules.journeys.get(id);
  const balance = emptyBalance();
  const byKind: Record<string, number> = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  return {
    figures: { balance, byKind },
    /** Counts an instance, and answers its events as these rules read them. */
    add(history: readonly HistoryEvent[]): JourneyEvent[] {
      if (!journey) return [];
      const known = history.flatMap((event): JourneyEvent[] => {
        const [step, touchpoint] = [journey.steps.get(event.step), rules.touchpoints.get(event.touchpoint)];
        return step && touchpoint ? [{ ...event, step, touchpoint }] : [];
      });
      const result = detect(journey, known, now);
      if (!result.exists) return known;
      enter(balance, result.state);
      for (const { kind } of result.interruptions) byKind[kind] = (byKind[kind] ?? 0) + 1;
      return known;
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
