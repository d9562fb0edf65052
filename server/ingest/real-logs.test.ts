import { readFileSync } from 'node:fs';
import { panorama as panoramaSchema } from '#contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { importFile, realLogs, storeKinds, testApp } from '../testing';

const counted = z.array(z.tuple([z.string(), z.number()]));
/** What an independent script counted, in file order and in stable order of time. */
const expectedSchema = z.object({
  cases: z.number(),
  events: z.number(),
  activities: z.number(),
  activity_counts: counted,
  timestamp_stable: z.object({
    start_activities: counted,
    end_activities: counted,
    df_edges_distinct: z.number(),
    df_total: z.number(),
    directly_follows_top50: z.array(z.tuple([z.string(), z.string(), z.number()])),
  }),
});

const logs = [
  { file: 'receipt.csv', expected: 'receipt_csv.json' },
  { file: 'receipt.xes.gz', expected: 'receipt.json' },
  { file: 'italian_helpdesk.xes.gz', expected: 'italian_helpdesk.json' },
];

const cases = logs.flatMap((log) => storeKinds.map((kind) => ({ ...log, ...kind })));

for (const { file, expected, name, open } of cases) {
  test.runIf(realLogs.present)(`${file} in ${name} has the figures that an independent count gives${realLogs.note}`, async () => {
    const figures = expectedSchema.parse(JSON.parse(readFileSync(realLogs.path(`expected/${expected}`), 'utf8')));
    const order = figures.timestamp_stable;
    const app = await testApp({ stores: await open() });
    const job = await importFile(app, file, realLogs.read(file));
    expect(job).toMatchObject({ state: 'done', rows: figures.events, accepted: figures.events, duplicates: 0, rejected: 0 });

    const journey = file.replace('.gz', '');
    const map = panoramaSchema.parse(await app.json(`/api/v1/panorama?level=journey&journey=${journey}&from=1990-01-01&to=2030-01-01`));
    expect(map.other).toBeUndefined();
    expect(map.balance.entered).toBe(figures.cases);
    expect(new Set(map.nodes.map(({ touchpoint }) => touchpoint)).size).toBe(1);

    const steps = new Map(map.nodes.map(({ id, step }) => [id, String(step)]));
    const byStep = (of: (node: (typeof map.nodes)[number]) => number) => new Map(map.nodes.map((node) => [String(node.step), of(node)]).filter(([, count]) => count !== 0) as [string, number][]);
    expect(byStep(({ events }) => events)).toEqual(new Map(figures.activity_counts));
    expect(byStep(({ starts }) => starts)).toEqual(new Map(order.start_activities));
    expect(byStep(({ ends }) => ends)).toEqual(new Map(order.end_activities));

    const loops = map.nodes.map(({ step, events, visits }) => [String(step), String(step), events - visits] as const).filter(([, , count]) => count > 0);
    const pairs = [...map.flows.map(({ from, to, count }) => [steps.get(from) ?? '', steps.get(to) ?? '', count] as const), ...loops];
    expect(pairs).toHaveLength(order.df_edges_distinct);
    expect(pairs.reduce((sum, [, , count]) => sum + count, 0)).toBe(order.df_total);
    const found = new Map(pairs.map(([from, to, count]) => [`${from} → ${to}`, count]));
    for (const [from, to, count] of order.directly_follows_top50) expect([from, to, found.get(`${from} → ${to}`)]).toEqual([from, to, count]);
  });
}

test.runIf(realLogs.present)(`the same log again is all duplicates, and plain or zipped is the same log${realLogs.note}`, async () => {
  const app = await testApp();
  await importFile(app, 'receipt.csv', realLogs.read('receipt.csv'));
  const zipped = new Response(new Blob([realLogs.read('receipt.csv')]).stream().pipeThrough(new CompressionStream('gzip')));
  const again = await importFile(app, 'receipt.csv.gz', new Uint8Array(await zipped.arrayBuffer()));
  expect(again).toMatchObject({ state: 'done', accepted: 0, duplicates: 8577, rejected: 0 });
});

test.runIf(realLogs.present)(`the two receipt logs are two journeys on one map${realLogs.note}`, async () => {
  const app = await testApp();
  await importFile(app, 'receipt.csv', realLogs.read('receipt.csv'));
  await importFile(app, 'receipt.xes.gz', realLogs.read('receipt.xes.gz'));
  const map = panoramaSchema.parse(await app.json('/api/v1/panorama?from=1990-01-01&to=2030-01-01'));
  expect(map.journeys.map(({ journey, balance }) => [journey, balance.entered])).toEqual([
    ['receipt.csv', 1434],
    ['receipt.xes', 1434],
  ]);
});
