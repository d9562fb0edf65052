import { addDays, daysBetween } from '../days';
import { benjaminiHochberg, overdispersion, twoProportionTest, wilson } from '../statistics';
import type { Day } from '../time';
import type { ThemeId } from './theme-id';

/** Comments of one day: all, and those of each theme; `undefined` is no theme. A comment of two themes is in both. */
export interface ThemeDay {
  day: Day;
  total: number;
  themes: { theme: ThemeId | undefined; count: number; negative: number }[];
}

/** Below so many comments before, a theme that rises is new. */
export const NEW_BELOW = 5;

export const THEME_CHANGES = ['new', 'rising', 'falling', 'none'] as const;
export type ThemeChange = (typeof THEME_CHANGES)[number];

/** A theme in a period and the one before. */
export interface ThemeFigures {
  theme: ThemeId | undefined;
  count: number;
  share: number;
  low: number;
  high: number;
  negative: number;
  before?: { count: number; share: number };
  change?: ThemeChange;
  p?: number;
}

const sumOf = (days: readonly ThemeDay[]): number => days.reduce((sum, { total }) => sum + total, 0);
const ofTheme = ({ themes }: ThemeDay, theme: ThemeId | undefined) => themes.find((one) => one.theme === theme);

/**
 * Themes by what changed: their share among all comments of the period against the period before, by the pooled two-sided two-proportion test
 * with z ÷ √φ, φ of the daily shares before; after Benjamini–Hochberg at 5 % over all themes. Without comments before, nothing is judged.
 *
 * @returns new and rising themes first (the surest first), then by count, no theme last
 */
export function themeChanges(now: readonly ThemeDay[], before: readonly ThemeDay[]): ThemeFigures[] {
  const [n, earlier] = [sumOf(now), sumOf(before)];
  const ids = new Set([...now, ...before].flatMap(({ themes }) => themes.map(({ theme }) => theme)));
  const figures = [...ids].map((theme): ThemeFigures => {
    const here = now.map((day) => ofTheme(day, theme));
    const count = here.reduce((sum, one) => sum + (one?.count ?? 0), 0);
    const negative = here.reduce((sum, one) => sum + (one?.negative ?? 0), 0);
    const { value, low, high } = n > 0 ? wilson(count, n) : { value: 0, low: 0, high: 1 };
    const figure = { theme, count, share: value, low, high, negative };
    if (n === 0 || earlier === 0) return figure;
    const days = before.map((day) => ({ successes: ofTheme(day, theme)?.count ?? 0, n: day.total }));
    const successes = days.reduce((sum, day) => sum + day.successes, 0);
    const { p } = twoProportionTest({ successes: count, n }, { successes, n: earlier }, overdispersion(days));
    return { ...figure, before: { count: successes, share: successes / earlier }, p };
  });
  const judged = figures.filter(({ p }) => p !== undefined);
  const significant = benjaminiHochberg(judged.map(({ p = 1 }) => p));
  judged.forEach((one, index) => {
    const { share, before: past } = one;
    if (!past) return;
    one.change = !significant[index] || share === past.share ? 'none' : share < past.share ? 'falling' : past.count < NEW_BELOW ? 'new' : 'rising';
  });
  const rises = ({ change, theme }: ThemeFigures) => theme !== undefined && (change === 'new' || change === 'rising');
  return figures
    .filter(({ count, before: past }) => count > 0 || past !== undefined)
    .sort((a, b) => Number(rises(b)) - Number(rises(a)) || Number(a.theme === undefined) - Number(b.theme === undefined) || (rises(a) ? (a.p ?? 1) - (b.p ?? 1) : 0) || b.count - a.count);
}

/** How long a filter may be to be drawn in weeks. */
const WEEKS_UP_TO = 184;

/** Parts of a filter for a trend: weeks that end with it, the first one maybe shorter; calendar months where it is longer than half a year. */
export function trendPeriods(from: Day, to: Day): { from: Day; to: Day }[] {
  const periods: { from: Day; to: Day }[] = [];
  if (daysBetween(from, to) < WEEKS_UP_TO) {
    for (let end = to; end >= from; end = addDays(end, -7)) {
      const start = addDays(end, -6);
      periods.unshift({ from: start < from ? from : start, to: end });
    }
    return periods;
  }
  for (let start = from; start <= to; ) {
    const [year = 0, month = 1] = start.split('-').map(Number);
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const end = addDays(next, -1);
    periods.push({ from: start, to: end < to ? end : to });
    start = next;
  }
  return periods;
}
