import type { QualityFinding } from '#contract';
import { dayNumber } from '#model';
import { expect, test } from 'vitest';
import { importFile, smallCatalogue, testApp } from '../../testing';
import { volumeFaults } from './volume-faults';

const brief = (quality: readonly QualityFinding[] = []) => quality.map(({ kind, count, of, touchpoint, sample }) => ({ kind, count, of, ...(touchpoint && { touchpoint }), lines: sample.flatMap(({ line }) => line ?? []) }));

test('what is odd about the rows of an import is told with its lines', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const log = [
    'case,activity,time,touchpoint,outcome',
    'a,quote,2026-05-01 10:00,app,done',
    'a,verify,2026-05-01 09:50,app,done',
    'a,verify,2026-05-01 02:00,app,',
    'a,paid,2026-05-01 11:00,app,done',
    'b,quote,2027-01-01 10:00,app,done',
    'c,quote,,app,done',
    'c,quote,soon,app,done',
    'c,dance,2026-05-02 10:00,app,done',
    'c,quote,2026-05-02 10:00,app,entered',
  ].join('\n');
  const { quality } = await importFile(app, 'a.csv', log, { journey: smallCatalogue.journeys[0]?.id });
  expect(brief(quality)).toEqual([
    { kind: 'time-missing', count: 1, of: 9, lines: [7] },
    { kind: 'time-unreadable', count: 1, of: 9, lines: [8] },
    { kind: 'time-future', count: 1, of: 9, lines: [6] },
    { kind: 'out-of-order', count: 1, of: 9, lines: [3] },
    { kind: 'clock-jump', count: 1, of: 9, lines: [4] },
    { kind: 'unknown-step', count: 1, of: 9, lines: [9] },
    { kind: 'no-outcome', count: 1, of: 7, lines: [] },
    { kind: 'no-end', count: 1, of: 2, lines: [] },
  ]);
});

test('a log of another shape has nothing told of it', async () => {
  const app = await testApp();
  const { quality } = await importFile(app, 'a.csv', 'case,activity,time,outcome\n1,a,2026-05-01 10:00,done\n1,b,2026-05-01 11:00,done\n');
  expect(quality).toEqual([]);
});

test('a day without events, and one with a quarter, are faults; a weekend and growth are none', () => {
  const monday = dayNumber('2026-03-02');
  const counts = new Map(Array.from({ length: 56 }, (_, day) => [monday + day, day % 7 < 5 ? 40 + day : 0] as const));
  expect(volumeFaults(counts)).toEqual([]);
  counts.set(monday + 22, 5);
  counts.delete(monday + 24);
  expect(volumeFaults(counts)).toMatchObject([
    { kind: 'drop', day: monday + 22, events: 5 },
    { kind: 'gap', day: monday + 24, events: 0 },
  ]);
  expect(volumeFaults(new Map())).toEqual([]);
});
