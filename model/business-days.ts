import { z } from 'zod';
import { addDays, dayOfWeek } from './days';
import { day } from './selection';
import type { Day } from './time';

/** 工作日历: where business days differ from Monday to Friday. A day in both lists is a working day. */
export const businessCalendar = z.object({
  /** 法定节假日: no business day, whatever the weekday. */
  holidays: z.array(day).default([]),
  /** 调休: a business day, although a weekend. */
  workingDays: z.array(day).default([]),
});
export type BusinessCalendar = z.infer<typeof businessCalendar>;

/** Counts business days by one calendar. */
export interface BusinessDays {
  isBusinessDay(day: Day): boolean;
  /** The day so many business days after `day` (before, when negative); with 0, `day` itself or the next business day. */
  add(day: Day, count: number): Day;
  /** Business days after `from` up to and including `to`; negative when `to` comes first. */
  between(from: Day, to: Day): number;
}

/** How many days without a business day are looked through before the calendar is called wrong. */
const LONGEST_BREAK = 366;

export function businessDays(calendar: BusinessCalendar): BusinessDays {
  const holidays = new Set(calendar.holidays);
  const workingDays = new Set(calendar.workingDays);
  const isBusinessDay = (one: Day) => workingDays.has(one) || (dayOfWeek(one) <= 5 && !holidays.has(one));
  const next = (one: Day, direction: 1 | -1): Day => {
    let found = one;
    for (let days = 0; days < LONGEST_BREAK; days++) {
      found = addDays(found, direction);
      if (isBusinessDay(found)) return found;
    }
    throw new RangeError(`Failed to find a business day near ${one}: the calendar has none within ${LONGEST_BREAK} days.`);
  };
  const between = (from: Day, to: Day): number => {
    if (to < from) return -between(to, from);
    let count = 0;
    for (let one = from; one < to; ) {
      one = addDays(one, 1);
      if (isBusinessDay(one)) count++;
    }
    return count;
  };
  return {
    isBusinessDay,
    between,
    add(from, count) {
      let found = from;
      if (count === 0) return isBusinessDay(from) ? from : next(from, 1);
      for (let left = Math.abs(count); left > 0; left--) found = next(found, count < 0 ? -1 : 1);
      return found;
    },
  };
}
