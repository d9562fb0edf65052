import { type Day, daysFrom, type Filter } from '#model';
import type { Access, EventStore } from '../ports';

/** The days of a filter between the first and the newest day with data: what a trend has to show, gaps included. */
export async function dataDays(events: EventStore, access: Access, { journeys, from, to }: Filter): Promise<Day[]> {
  const { firstDay, lastDay } = await events.extent(access, journeys);
  if (firstDay === undefined || lastDay === undefined) return [];
  return daysFrom(from > firstDay ? from : firstDay, to < lastDay ? to : lastDay);
}

/** One row for each day: the counted one, else what `empty` gives. */
export function everyDay<Row extends { day: Day }>(days: readonly Day[], counted: readonly Row[], empty: (day: Day) => Row): Row[] {
  const byDay = new Map(counted.map((row) => [row.day, row]));
  return days.map((day) => byDay.get(day) ?? empty(day));
}
