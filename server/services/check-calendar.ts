import type { Problem } from '#contract';
import { addWorkingTime, dayNumber, type Instant, type WorkingCalendar, zoneOf } from '#model';

/** What is wrong with a calendar that its schema does not see: days that do not exist, and none to work on. By JSON pointer into the body. */
export function calendarErrors(calendar: WorkingCalendar, zone: string, now: Instant): NonNullable<Problem['errors']> {
  const days = (['holidays', 'workingDays'] as const).flatMap((list) =>
    calendar[list].flatMap((day, index) => (isDay(day) ? [] : [{ pointer: `/calendar/${list}/${index}`, reason: `there is no day "${day}"` }])),
  );
  if (calendar.announcedUntil !== undefined && !isDay(calendar.announcedUntil)) days.push({ pointer: '/calendar/announcedUntil', reason: `there is no day "${calendar.announcedUntil}"` });
  if (days.length > 0) return days;
  try {
    addWorkingTime(calendar, zoneOf(zone), now, 1);
    return [];
  } catch {
    return [{ pointer: '/calendar', reason: 'it has no working time within a year' }];
  }
}

function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}
