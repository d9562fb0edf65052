import type { Day, EffectiveDate, TouchpointId } from '#model';

/** Touchpoints on which a fix took effect on the same day. */
export interface EffectiveGroup {
  day: Day;
  touchpoints: TouchpointId[];
}

/** Effective dates day by day, earliest first: seven touchpoints that followed on one day are one thing to tell. */
export function effectiveGroups(effective: readonly EffectiveDate[]): EffectiveGroup[] {
  const days = new Map<Day, TouchpointId[]>();
  for (const { touchpoint, day } of effective) days.set(day, [...(days.get(day) ?? []), touchpoint]);
  return [...days].map(([day, touchpoints]) => ({ day, touchpoints })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
