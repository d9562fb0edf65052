import type { NpsAgainst, NpsPoint, NpsSeries, NpsWeighting } from '#contract';
import { addCounts, noRatings, type PeriodNumber, PERIODS_A_YEAR, yearStart, type NpsUnit } from '#model';
import { changeOf, figureOf, levelOf, type NpsLevel } from './nps-levels';
import { ANY_DAYS, type AskedNps, periodTold, wholePeriod } from './nps-question';

export interface SeriesParts {
  id: string;
  level(period: PeriodNumber): NpsLevel;
  /** Absent: not known. */
  invited?: ((period: PeriodNumber) => number | undefined) | undefined;
  weighting: NpsWeighting;
  target?: number | undefined;
  /** Of the whole question; a heap of its points unless told. */
  total?: NpsLevel | undefined;
}

/** A line of the chart: its points, what headlines say of it, and how it changed. */
export function seriesOf(asked: AskedNps, { id, level, invited, weighting, target, total }: SeriesParts): NpsSeries {
  const levels = asked.periods.map(({ number }) => level(number));
  const points = asked.periods.map((period, index): NpsPoint => {
    const figure = figureOf(levels[index] ?? levelOf());
    const asking = invited?.(period.number);
    // More answers than invitations: what is known of them is not the whole.
    const rate = asking !== undefined && asking > 0 && figure.n <= asking ? { responseRate: figure.n / asking } : {};
    return { period: period.id, ...figure, ...(asking !== undefined && asking > 0 && { invited: asking, ...rate }) };
  });
  const sum = noRatings();
  for (const { counts } of levels) addCounts(sum, counts);
  const now = levels.at(-1) ?? levelOf();
  const changes = comparedWith(asked.unit, asked.current).flatMap(({ against, period }) => {
    const before = level(period);
    return before.counts.n === 0 ? [] : [changeOf(against, periodTold(wholePeriod(asked, period)), before, now)];
  });
  if (asked.custom) changes.push(changeOf('custom', periodTold(asked.custom), level(ANY_DAYS), now));
  const current = points.at(-1) ?? { period: '', ...figureOf(levelOf()) };
  return { id, points, current, total: figureOf(total ?? levelOf(sum)), changes, weighting, ...(target !== undefined && { target }) };
}

/** The periods that one is compared with, by what they are to it. */
export function comparedWith(unit: NpsUnit, current: PeriodNumber): { against: Exclude<NpsAgainst, 'custom'>; period: PeriodNumber }[] {
  const start = yearStart(unit, current);
  const year = PERIODS_A_YEAR[unit];
  return [
    ...(start === current ? [] : [{ against: 'yearStart' as const, period: start }]),
    { against: 'lastYear', period: current - year },
    { against: 'threeYears', period: current - 3 * year },
    { against: 'previous', period: current - 1 },
  ];
}
