import type { JourneyEvent, Visit } from './detection';
import type { TouchpointId } from './ids';
import type { Level } from './panorama-counts';

/** A visit as a level of the map sees it: without `step` on the overview. */
export type LevelVisit = Omit<Visit, 'step'> & Partial<Pick<Visit, 'step'>>;

/** The visits of the first `count` events: maximal runs of consecutive events with the same step and touchpoint. */
export function visitsOf(events: readonly JourneyEvent[], count: number): Visit[] {
  const visits: Visit[] = [];
  let last: JourneyEvent | undefined;
  let visit: Visit | undefined;
  let index = 0;
  for (const event of events) {
    if (index++ === count) break;
    if (visit && last && last.step === event.step && last.touchpoint === event.touchpoint) {
      visit.events++;
      visit.lastAt = event.at;
    } else {
      visit = { step: event.step.id, touchpoint: event.touchpoint.id, events: 1, firstAt: event.at, lastAt: event.at };
      visits.push(visit);
    }
    last = event;
  }
  return visits;
}

/** The visits as one level of the map sees them. */
export const levelVisits = (level: Level, visits: readonly Visit[]): readonly LevelVisit[] =>
  level === 'overview' ? overviewVisits(visits) : visits;

/** The same journey seen on the overview: consecutive visits to one touchpoint are one visit, whatever the steps. */
function overviewVisits(visits: readonly Visit[]): LevelVisit[] {
  const merged: LevelVisit[] = [];
  let last: { touchpoint: TouchpointId; events: number; firstAt: number; lastAt: number } | undefined;
  for (const { touchpoint, events, firstAt, lastAt } of visits) {
    if (last?.touchpoint === touchpoint) {
      last.events += events;
      last.lastAt = lastAt;
    } else {
      last = { touchpoint, events, firstAt, lastAt };
      merged.push(last);
    }
  }
  return merged;
}
