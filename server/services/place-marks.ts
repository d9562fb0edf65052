import type { PanoramaNode } from '#contract';
import { concernsPlace, type Instant, isOpenTicket, type Locus, OPEN_TICKET_STATES, type PlaceKey, stampOf } from '#model';
import type { Access, PlaceCounts } from '../ports';
import { visibleOrganisations } from '../stores/visible-organisations';
import type { Core } from './core';

/** What people do about the places of a map, as of now, whatever days it is of. */
export interface PlaceMarks {
  at(place: PlaceKey): Pick<PanoramaNode, 'tasks' | 'tickets'>;
  /** All that it is made of: part of what an answer with marks depends on. */
  about: unknown;
}

/** Tickets of one place or set of places, by state; `recurred`: those of them that came back and are open. */
interface Loci {
  locus: Pick<Locus, 'journey' | 'step' | 'touchpoint'>;
  states: Record<string, number>;
}

/**
 * Tasks are where their break is. A ticket is at every place that its locus concerns (`concernsPlace`): one without touchpoint at all touchpoints of its
 * step, one without step at all places of its journey. The lists behind both numbers are `GET /tasks` and `GET /tickets` with `level` and `node`.
 */
export async function placeMarks({ ports: { ledger }, catalogue }: Pick<Core, 'ports' | 'catalogue'>, access: Access, now: Instant): Promise<PlaceMarks> {
  const { organisations } = (await catalogue.current()).catalogue;
  const { tasks, tickets } = await ledger.placeCounts(access, { visible: visibleOrganisations(access.scope, organisations), now: stampOf(now) });
  const loci = lociOf(tickets);
  return {
    about: [tasks, loci],
    at(place) {
      const marks = { tasks: { open: 0, overdue: 0 }, tickets: {} as Record<string, number> };
      for (const task of tasks) {
        if (task.journey !== place.journey || task.touchpoint !== place.touchpoint || (place.step !== undefined && task.step !== place.step)) continue;
        marks.tasks.open += task.open;
        marks.tasks.overdue += task.overdue;
      }
      for (const { locus, states } of loci) {
        if (!concernsPlace(locus, place)) continue;
        for (const [state, count] of Object.entries(states)) {
          marks.tickets[state] = (marks.tickets[state] ?? 0) + count;
          if (locus.touchpoint === undefined && isOpenState(state)) marks.tickets.wide = (marks.tickets.wide ?? 0) + count;
        }
      }
      return marks;
    },
  };
}

const isOpenState = (state: string): boolean => OPEN_TICKET_STATES.some((one) => one === state);

function lociOf(tickets: PlaceCounts['tickets']): Loci[] {
  const loci = new Map<string, Loci>();
  for (const { locus: { journey, step, touchpoint }, state, recurred, count } of tickets) {
    const key = JSON.stringify([journey, step, touchpoint]);
    const known = loci.get(key) ?? { locus: { journey, step, touchpoint }, states: {} };
    loci.set(key, known);
    known.states[state] = (known.states[state] ?? 0) + count;
    if (recurred && isOpenTicket({ state })) known.states.recurred = (known.states.recurred ?? 0) + count;
  }
  return [...loci.values()];
}
