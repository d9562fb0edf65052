import { addDays, type Day, type WorkingCalendar } from '#model';

type Hours = WorkingCalendar['hours'];

/** Days to put in and to take out: on top of what anybody else saves meanwhile. */
export interface DaysEdit {
  add: readonly Day[];
  remove: readonly Day[];
}

/** What somebody has changed of the calendar and not yet saved. */
export interface CalendarDraft {
  /** With the hours that stood there when it was begun. */
  hours?: { was: Hours; now: Hours };
  announcedUntil?: { now: Day | undefined };
  holidays?: DaysEdit;
  workingDays?: DaysEdit;
}

const withDays = (days: readonly Day[], { add, remove }: DaysEdit = { add: [], remove: [] }): Day[] => [...new Set([...days.filter((day) => !remove.includes(day)), ...add])].toSorted();

/** What makes `next` of the days that are saved. */
export const daysEdit = (saved: readonly Day[], next: readonly Day[]): DaysEdit => ({ add: next.filter((day) => !saved.includes(day)), remove: saved.filter((day) => !next.includes(day)) });

/** The calendar as it is saved by now, with a draft on top. */
export const withDraft = (saved: WorkingCalendar, { hours, announcedUntil, holidays, workingDays }: CalendarDraft): WorkingCalendar => ({
  ...saved,
  hours: hours?.now ?? saved.hours,
  announcedUntil: announcedUntil ? announcedUntil.now : saved.announcedUntil,
  holidays: withDays(saved.holidays, holidays),
  workingDays: withDays(saved.workingDays, workingDays),
});

const isSame = (a: Hours, b: Hours): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The hours that somebody else saved while a draft changed them too; saving puts the draft's in their place. */
export const otherHours = ({ hours: saved }: WorkingCalendar, { hours }: CalendarDraft): Hours | undefined => (hours && !isSame(saved, hours.was) && !isSame(saved, hours.now) ? saved : undefined);

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
