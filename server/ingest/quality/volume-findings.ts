import type { QualityFinding } from '#contract';
import { dayOfNumber } from '#model';
import { volumeFaults } from './volume-faults';

/** All sources together, where days are counted by source. */
export const ALL_SOURCES = '';

/** Gaps and drops of each source. @param sources events by day since 1970, of `ALL_SOURCES` first @param most days of each that are told */
export function volumeFindings(sources: ReadonlyMap<string, ReadonlyMap<number, number>>, most: number): QualityFinding[] {
  const told: QualityFinding[] = [];
  // What comes from one touchpoint alone has its days told once.
  const each = sources.size === 2 ? [...sources].slice(0, 1) : [...sources];
  for (const [source, days] of each) {
    const faults = volumeFaults(days);
    for (const kind of ['gap', 'drop'] as const) {
      const ofKind = faults.filter((fault) => fault.kind === kind);
      if (ofKind.length === 0) continue;
      const sample = ofKind.slice(0, most).map(({ day, events, usual }) => ({ day: dayOfNumber(day), events, usual }));
      told.push({ kind, count: ofKind.length, of: days.size, sample, ...(source !== ALL_SOURCES && { touchpoint: source }) });
    }
  }
  return told;
}
