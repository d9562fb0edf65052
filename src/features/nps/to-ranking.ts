import type { NpsAgainst, NpsSeries } from '#contract';
import type { NpsSearch } from './search';
import { changeOf } from './series';

/** Series in an order: those that have no value come last, ties keep the catalogue's order. */
export function rank(series: readonly NpsSeries[], sort: NpsSearch['sort'], against: NpsAgainst): NpsSeries[] {
  const value = (one: NpsSeries): number | undefined => {
    switch (sort) {
      case 'change':
        return changeOf(one, against)?.delta;
      case 'n':
        return one.current.n;
      case 'catalogue':
        return 0;
      default:
        return one.current.nps;
    }
  };
  return series.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return right - left;
  });
}

/** How many points of NPS small charts span, in fives, so that most of them fit with their bands; one scale for all, and the few restless ones are cut. */
export function spanOf(series: readonly NpsSeries[]): number {
  const spans = series
    .flatMap(({ points }) => {
      const ends = points.flatMap(({ low, high }) => [low, high]).filter((one) => one !== undefined);
      return ends.length === 0 ? [] : [Math.max(...ends) - Math.min(...ends)];
    })
    .toSorted((a, b) => a - b);
  const most = spans[Math.floor((spans.length - 1) * 0.75)] ?? 0;
  return Math.max(5, Math.ceil((most * 1.05) / 5) * 5);
}
