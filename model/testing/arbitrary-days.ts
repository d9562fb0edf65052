import fc from 'fast-check';
import { addDays } from '../days';
import type { LocusDay } from '../evidence';
import type { Day } from '../time';

export interface ArbitraryDaysOptions {
  /** The least instances a day; by default days without instances occur. */
  leastN?: number;
}

/** So many days in a row at a locus, from `from` on, with any rates: none and all among them. */
export const arbitraryDays = (from: Day, count: number, { leastN = 0 }: ArbitraryDaysOptions = {}): fc.Arbitrary<LocusDay[]> =>
  fc
    .array(fc.record({ n: fc.integer({ min: leastN, max: 400 }), share: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 0.4, noNaN: true })) }), {
      minLength: count,
      maxLength: count,
      size: 'max',
    })
    .map((days) => days.map(({ n, share }, index) => ({ day: addDays(from, index), n, hits: Math.round(n * share) })));
