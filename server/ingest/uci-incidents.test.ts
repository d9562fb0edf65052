import { readFileSync } from 'node:fs';
import { mappingProfile, panorama as panoramaSchema } from '#contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { importFile, realLogs, testApp } from '../testing';

const counted = z.array(z.tuple([z.string(), z.number()]));
/** What an independent script counted. */
const expectedSchema = z.object({
  cases: z.number(),
  events: z.number(),
  activity_counts: counted,
  timestamp_stable: z.object({
    start_activities: counted,
    end_activities: counted,
    df_edges_distinct: z.number(),
    df_total: z.number(),
    directly_follows_top50: z.array(z.tuple([z.string(), z.string(), z.number()])),
  }),
  extras: z.object({ handoffs: z.object({ distinct_values: z.number() }) }),
});

const sums = (entries: Iterable<readonly [string, number]>): Map<string, number> => {
  const map = new Map<string, number>();
  for (const [key, count] of entries) if (count > 0) map.set(key, (map.get(key) ?? 0) + count);
  return map;
};

test.runIf(realLogs.present)(`the UCI incident log, by its kept profile, has the figures that an independent count gives${realLogs.note}`, async () => {
  const figures = expectedSchema.parse(JSON.parse(readFileSync(realLogs.path('expected/uci498.json'), 'utf8')));
  const profile = mappingProfile.parse(JSON.parse(readFileSync('examples/profiles/uci-incidents.json', 'utf8')));
  const order = figures.timestamp_stable;
  const app = await testApp();
  const job = await importFile(app, 'uci498_incident_event_log.csv.gz', realLogs.read('uci498_incident_event_log.csv.gz'), profile);
  expect(job).toMatchObject({ state: 'done', journey: 'incidents', rows: figures.events, accepted: figures.events, duplicates: 0, rejected: 0 });

  const map = panoramaSchema.parse(await app.json('/api/v1/panorama?level=journey&journey=incidents&from=1990-01-01&to=2030-01-01&nodes=all'));
  expect(map.other).toBeUndefined();
  expect(map.balance.entered).toBe(figures.cases);
  expect(new Set(map.nodes.map(({ touchpoint }) => touchpoint)).size).toBe(figures.extras.handoffs.distinct_values);
  const stepOf = new Map(map.nodes.map(({ id, step }) => [id, String(step)]));
  const perStep = (of: (node: (typeof map.nodes)[number]) => number) => sums(map.nodes.map((node) => [String(node.step), of(node)]));
  expect(perStep(({ events }) => events)).toEqual(new Map(figures.activity_counts));
  expect(perStep(({ starts }) => starts)).toEqual(new Map(order.start_activities));
  expect(perStep(({ ends }) => ends)).toEqual(new Map(order.end_activities));
  // A handover within a state is a flow between two places of one step: its self-loop in the log.
  const pairs = sums([...map.flows.map(({ from, to, count }) => [`${stepOf.get(from)} → ${stepOf.get(to)}`, count] as const), ...map.nodes.map(({ step, events, visits }) => [`${step} → ${step}`, events - visits] as const)]);
  expect(pairs.size).toBe(order.df_edges_distinct);
  expect([...pairs.values()].reduce((sum, count) => sum + count, 0)).toBe(order.df_total);
  for (const [from, to, count] of order.directly_follows_top50) expect([from, to, pairs.get(`${from} → ${to}`)]).toEqual([from, to, count]);
  // Reopened work and missed SLAs are breaks with their reasons.
  const reasons = sums(map.nodes.flatMap(({ byReason }) => byReason.map(({ reason, count }) => [String(reason), count] as const)));
  expect([...reasons.keys()].filter((reason) => reason !== 'undefined').toSorted()).toEqual(['reopened', 'sla-missed']);
  expect(reasons.get('sla-missed')).toBeGreaterThan(8_900);
}, 240_000);
