import { expect, test } from 'vitest';
import { addDays } from '../days';
import { themeId } from './theme-id';
import { type ThemeDay, themeChanges, trendPeriods } from './theme-changes';

const [face, wait, fresh] = ['face-check', 'wait', 'fresh'].map((id) => themeId.parse(id));

/** So many days alike, of 100 comments each. */
const days = (from: string, length: number, counts: [theme: typeof face, count: number][]): ThemeDay[] =>
  Array.from({ length }, (_, at) => ({ day: addDays(from, at), total: 100, themes: counts.map(([theme, count]) => ({ theme, count, negative: count })) }));

test('a theme that doubles rises, one that stays does not, and one that was hardly there is new', () => {
  const before = days('2026-10-01', 28, [[face, 10], [wait, 20], [undefined, 30]]);
  const now = days('2026-10-29', 28, [[face, 20], [wait, 20], [fresh, 3], [undefined, 30]]);
  expect(themeChanges(now, before).map(({ theme, change, count, before: past }) => [theme, change, count, past?.count])).toEqual([
    ['face-check', 'rising', 560, 280],
    ['fresh', 'new', 84, 0],
    ['wait', 'none', 560, 560],
    [undefined, 'none', 840, 840],
  ]);
});

test('what varies much from day to day has to rise more', () => {
  const counts = [2, 30, 1, 25, 3, 28, 2];
  const before = counts.map((count, at): ThemeDay => ({ day: addDays('2026-10-01', at), total: 100, themes: [{ theme: face, count, negative: 0 }] }));
  const [now] = themeChanges(days('2026-10-08', 7, [[face, 18]]), before);
  expect(now?.change).toBe('none');
  expect(themeChanges(days('2026-10-08', 7, [[face, 18]]), days('2026-10-01', 7, [[face, 13]]))[0]?.change).toBe('rising');
});

test('a theme that goes is told as falling, with none of it now', () => {
  const [gone] = themeChanges(days('2026-10-29', 28, []), days('2026-10-01', 28, [[face, 10]]));
  expect(gone).toMatchObject({ theme: 'face-check', count: 0, change: 'falling' });
});

test('without comments before or now nothing is judged', () => {
  expect(themeChanges(days('2026-10-29', 28, [[face, 10]]), [])).toEqual([expect.not.objectContaining({ change: expect.anything() })]);
  expect(themeChanges([], [])).toEqual([]);
});

test('a trend is of weeks that end with the filter, of months where it is long', () => {
  expect(trendPeriods('2026-11-01', '2026-11-10')).toEqual([{ from: '2026-11-01', to: '2026-11-03' }, { from: '2026-11-04', to: '2026-11-10' }]);
  const year = trendPeriods('2025-12-15', '2026-11-10');
  expect([year.length, year[0], year.at(-1)]).toEqual([12, { from: '2025-12-15', to: '2025-12-31' }, { from: '2026-11-01', to: '2026-11-10' }]);
});
