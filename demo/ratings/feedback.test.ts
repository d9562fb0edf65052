import { addDays, addScore, noRatings, type NpsCounts, npsOf, type ThemeDay, themeChanges, zoneOf } from '#model';
import { describe, expect, test } from 'vitest';
import { demoCatalogue } from '../catalogue';
import { COMMENT_TEMPLATES } from './comment-templates';
import { demoKnownTheme } from './comment';
import { demoFeedback } from './feedback';

const monthOfRating = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 7);

/** The demo's transactional ratings by journey and month. */
function told(until: number) {
  const { ratings, invitations } = demoFeedback({ until });
  const counts = new Map<string, NpsCounts>();
  const ids = new Set<string>();
  const comments: { at: number; text: string; theme: ReturnType<typeof demoKnownTheme> }[] = [];
  let linked = 0;
  let latest = 0;
  for (const { id, at, journey, score, programme, instance, comment } of ratings) {
    ids.add(id);
    latest = Math.max(latest, at);
    if (instance !== undefined) linked++;
    if (comment !== undefined) comments.push({ at, text: comment, theme: demoKnownTheme(id) });
    if (programme !== 'transactional') continue;
    const name = `${journey} ${monthOfRating(at)}`;
    const sum = counts.get(name) ?? noRatings();
    counts.set(name, sum);
    addScore(sum, score);
  }
  const score = (journey: string, month: string) => npsOf(counts.get(`${journey} ${month}`) ?? noRatings());
  return { counts, ids, comments, linked, latest, invitations: invitations(), score };
}

/** New and rising themes of the last 30 days by the test that the page uses, on what the comments are known to be about. */
function risingThemes(comments: ReturnType<typeof told>['comments'], until: number) {
  const { dayOf } = zoneOf('Asia/Shanghai');
  const to = dayOf(until);
  const days = new Map<string, ThemeDay>();
  for (const { at, theme } of comments) {
    const day = dayOf(at);
    if (day <= addDays(to, -60)) continue;
    const one = days.get(day) ?? { day, total: 0, themes: [] };
    days.set(day, one);
    one.total++;
    const found = one.themes.find((other) => other.theme === theme?.theme);
    if (found) found.count++;
    else one.themes.push({ theme: theme?.theme, count: 1, negative: 0 });
  }
  const half = addDays(to, -30);
  const all = [...days.values()];
  return themeChanges(all.filter(({ day }) => day > half), all.filter(({ day }) => day <= half)).flatMap(({ theme, change }) => (change === 'new' || change === 'rising' ? theme : []));
}

describe.each([
  ['2026-11-26T20:00:00+08:00', '2026-11', '2026-01', '2023-11'],
  ['2027-03-10T09:00:00+08:00', '2027-03', '2027-01', '2024-03'],
  ['2026-06-17T15:00:00+08:00', '2026-06', '2026-01', '2023-06'],
])('seen from %s', (present, month, january, threeYears) => {
  const until = Date.parse(present);
  const world = told(until);

  test('renewal payment is up by 3 in three years, important services by more than 2 on the start of the year', () => {
    expect(world.score('renewal', month) - world.score('renewal', threeYears)).toBeCloseTo(3, 0);
    for (const journey of ['loan', 'claim', 'change']) expect(world.score(journey, month) - world.score(journey, january)).toBeGreaterThan(2);
  });

  test('the others stand still or fall, and one has too few ratings for a point', () => {
    for (const journey of ['identity', 'recording', 'epolicy']) expect(world.score(journey, month) - world.score(journey, january)).toBeLessThan(1);
    expect(world.score('identity', month)).toBeLessThan(world.score('identity', january) - 1);
    expect(world.counts.get(`surrender ${january}`)?.n).toBeLessThan(30);
  });

  test('nothing lies in the future, every id is new, and every one is answered by somebody who was asked', () => {
    expect(world.latest).toBeLessThanOrEqual(until);
    const rated = [...world.counts.values()].reduce((sum, { n }) => sum + n, 0);
    expect(world.ids.size).toBeGreaterThan(rated);
    expect(world.linked).toBeGreaterThan(5_000);
    expect(world.invitations.every(({ invited }) => invited > 0)).toBe(true);
    expect(new Set(world.invitations.map(({ id }) => id)).size).toBe(world.invitations.length);
  });

  test('complaints about 人脸核验 rise, and no other theme does', () => {
    expect(risingThemes(world.comments, until)).toEqual(['face-check']);
  });

  test('every comment has a known theme, in many words', () => {
    expect(world.comments.length).toBeGreaterThan(3_000);
    expect(world.comments.every(({ text, theme }) => theme !== undefined && !/[{}]/.test(text))).toBe(true);
    expect(new Set(world.comments.map(({ theme }) => theme?.theme)).size).toBe(14);
    expect(world.comments.some(({ theme }) => theme?.heldOut)).toBe(true);
  });
});

test('templates speak of journeys that there are', () => {
  const journeys = new Set<string>(demoCatalogue().journeys.map(({ id }) => id));
  expect(COMMENT_TEMPLATES.flatMap(({ journeys: of = [] }) => of).filter((one) => !journeys.has(one))).toEqual([]);
});

test('the same names give the same ratings', () => {
  const first = (until: number) => {
    const found = [];
    for (const one of demoFeedback({ until, share: 0.1 }).ratings) {
      found.push(one);
      if (found.length === 200) break;
    }
    return found;
  };
  const until = Date.parse('2026-11-26T20:00:00+08:00');
  expect(first(until)).toEqual(first(until));
});
