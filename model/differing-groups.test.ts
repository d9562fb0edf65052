import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Organisation } from './catalogue';
import type { GroupDay } from './count-groups';
import { countGroups } from './count-groups';
import { countDays } from './count-days';
import { differingGroups } from './differing-groups';
import { filterTest } from './filter';
import { organisationId, segmentId } from './ids';
import { arbitraryQuestion, arbitraryWorld, derive } from './testing';

const org = (id: string, parent?: string): Organisation => ({ id: organisationId.parse(id), name: { zh: id }, ...(parent !== undefined && { parent: organisationId.parse(parent) }) });
const tree = [org('hq'), org('bj', 'hq'), org('sh', 'hq'), org('bj1', 'bj'), org('bj2', 'bj')];

/** Ten equal days of a group. */
const days = (organisation: string | undefined, segment: string | undefined, instances: number, interrupted: number, withoutAbandonment = interrupted): GroupDay[] =>
  Array.from({ length: 10 }, (_, day) => ({
    day: `2024-03-${10 + day}`,
    ...(organisation !== undefined && { organisation: organisationId.parse(organisation) }),
    ...(segment !== undefined && { segment: segmentId.parse(segment) }),
    instances,
    interrupted,
    interruptedWithoutAbandonment: withoutAbandonment,
  }));
const all = { organisations: tree, withoutAbandonment: false };
const told = ({ judged, groups }: ReturnType<typeof differingGroups>) => ({ judged, groups: groups.map(({ by, id, here, others }) => [by, id, `${here.successes}/${here.n}`, `${others.successes}/${others.n}`]) });

test('a segment that breaks far more often than all others is told with both rates', () => {
  const rows = [...days(undefined, 'senior', 20, 6), ...days(undefined, 'young', 100, 8), ...days(undefined, undefined, 80, 6)];
  expect(told(differingGroups(rows, all))).toEqual({ judged: 2, groups: [['segment', 'senior', '60/200', '140/1800'], ['segment', 'young', '80/1000', '120/1000']] });
});

test('organisations are the first ones below at which there is more than one, each with all below it', () => {
  const rows = [...days('bj1', undefined, 50, 10), ...days('bj2', undefined, 50, 12), ...days('sh', undefined, 100, 5)];
  expect(told(differingGroups(rows, all)).groups).toEqual([['organisation', 'bj', '220/1000', '50/1000'], ['organisation', 'sh', '50/1000', '220/1000']]);
  // Within Beijing, its branches, which hardly differ.
  const within = rows.filter(({ organisation }) => organisation !== 'sh');
  expect(told(differingGroups(within, { ...all, within: organisationId.parse('bj') }))).toEqual({ judged: 2, groups: [] });
  expect(differingGroups(within, all).judged).toBe(2);
});

test('where days are not mature abandonment is left out on both sides', () => {
  const rows = [...days(undefined, 'senior', 50, 20, 3), ...days(undefined, 'young', 50, 3, 3)];
  expect(differingGroups(rows, all).groups).toHaveLength(2);
  expect(told(differingGroups(rows, { ...all, withoutAbandonment: true }))).toEqual({ judged: 2, groups: [] });
});

test('others that swing from day to day make the same difference chance', () => {
  const swinging = days(undefined, 'young', 100, 0).map((day, index) => ({ ...day, interrupted: index % 2 ? 30 : 0 }));
  const senior = days(undefined, 'senior', 100, 22);
  expect(differingGroups([...senior, ...days(undefined, 'young', 100, 15)], all).groups).toHaveLength(2);
  // Seen from the young, whose others are steady, it is none: the swing is their own. Both tests are judged together.
  expect(differingGroups([...senior, ...swinging], all).groups.map(({ id }) => id)).not.toContain('senior');
});

test('one group alone has nobody to be compared with', () => {
  expect(differingGroups(days('bj1', 'senior', 50, 20), all)).toEqual({ judged: 0, groups: [] });
  expect(differingGroups([], all)).toEqual({ judged: 0, groups: [] });
});

test('the groups of a place add up to its days', () => {
  fc.assert(
    fc.property(
      arbitraryWorld({ maxEvents: 60 }).chain((world) => arbitraryQuestion(world.catalogue).map(({ level, filter }) => ({ level, instances: derive(world).filter(filterTest(filter, world.catalogue.organisations)) }))),
      ({ level, instances }) => {
        for (const [id, ofDays] of countDays(level, instances)) {
          const groups = countGroups(level, id, instances);
          for (const { day, ...counts } of ofDays) {
            const own = groups.filter((one) => one.day === day);
            const sum = (of: keyof typeof counts) => own.reduce((total, one) => total + one[of], 0);
            expect([sum('instances'), sum('interrupted'), sum('interruptedWithoutAbandonment')]).toEqual([counts.instances, counts.interrupted, counts.interruptedWithoutAbandonment]);
          }
        }
      },
    ),
  );
});
