import type { Day } from '#model';

/** The first day of the month so many months before that of a day. @example monthsBefore('2026-11-26', 11) // '2025-12-01' */
export function monthsBefore(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
