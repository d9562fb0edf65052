import { addDays, type Day, type WorkingCalendar } from '#model';

/** What somebody has changed of the calendar and not yet saved. */
export type CalendarDraft = Partial<WorkingCalendar>;

/** Days that follow each other. */
export interface Run {
  from: Day;
  to: Day;
}

/** Days as runs, in order: a week of holidays is one. */
export function runsOf(days: readonly Day[]): Run[] {
  const runs: Run[] = [];
  for (const day of [...new Set(days)].toSorted()) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

/** The longest run that can be added at once. */
const LONGEST = 60;

/** Days with a run added; as they were when it is none. */
export function withRun(days: readonly Day[], { from, to }: Run): Day[] {
  const added: Day[] = [];
  for (let day = from; day <= to && added.length < LONGEST; day = addDays(day, 1)) added.push(day);
  return [...new Set([...days, ...added])].toSorted();
}

export const withoutRun = (days: readonly Day[], { from, to }: Run): Day[] => days.filter((day) => day < from || day > to);

/** Whether hours are spans in order and without overlap. */
export const isInOrder = (hours: WorkingCalendar['hours']): boolean =>
  hours.length > 0 && hours.every(({ from, to }, index) => from !== '' && from < to && from >= (hours[index - 1]?.to ?? ''));
