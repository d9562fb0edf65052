import type { BusinessDays } from './business-days';
import { daysLate } from './ledger-order';
import type { Ticket } from './ticket';
import type { Day } from './time';

/** 督办: how many business days past due each level is told: the owner, the department's managers, the managers at headquarters. */
export const SUPERVISION_AFTER = [
  { level: 1, businessDays: 1 },
  { level: 2, businessDays: 3 },
  { level: 3, businessDays: 7 },
] as const;
export type SupervisionLevel = (typeof SUPERVISION_AFTER)[number]['level'];

/**
 * The levels that are to be told today that an open ticket is late and have not been, for the due day it has now; lowest first. The days it was closed
 * do not count: one that came back is late from the day that raised it on.
 */
export function levelsToTell(ticket: Pick<Ticket, 'state' | 'due' | 'supervision' | 'recurrences'>, today: Day, calendar: BusinessDays): SupervisionLevel[] {
  const { due, supervision } = ticket;
  if (due === undefined || daysLate(ticket, today) === 0) return [];
  const raisedOn = ticket.recurrences.at(-1)?.raisedOn ?? due;
  const late = calendar.between(raisedOn > due ? raisedOn : due, today);
  return SUPERVISION_AFTER.flatMap(({ level, businessDays }) => (late >= businessDays && !supervision.some((one) => one.level === level && one.due === due) ? [level] : []));
}

/** The highest level that was told for the due day a ticket has now; 0 for none. */
export const supervisionLevel = ({ supervision, due }: Pick<Ticket, 'supervision' | 'due'>): number => Math.max(0, ...supervision.filter((one) => one.due === due).map(({ level }) => level));
