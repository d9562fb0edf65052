import { readdirSync } from 'node:fs';
import { panorama as panoramaSchema } from '#contract';
import { expect, test } from 'vitest';
import { importFile, realLogs, testApp } from '../testing';

/** Logs of a peer's importer tests. How many cases each holds; where none, the import must say why. */
const CASES: Record<string, number | RegExp> = {
  'dateIncorrectValue.xes': /holds no events/,
  'dateNoTZD.xes': /holds no events/,
  'elementIncorrect.xes': /knows no element <text>/,
  'eventIncorrectType.xes': /"time:timestamp" is empty/,
  'interval_event_log.csv': 1266,
  'listTwoValues.xes': /holds no events/,
  'logNoAttributes.xes': /holds no events/,
  'noLog.xes': /The file is empty/,
  'reviewing.csv': 100,
  'roadtraffic100traces.csv': 100,
  'roadtraffic100traces.xes': 100,
  'running-example-transformed.csv': 6,
  'running-example.csv': 6,
  'running-example.dfg': /No column says/,
  'running-example.xes': 6,
  'running_example_broken.csv': 6,
  'traceOutOfPlace.xes': /"time:timestamp" is empty/,
  'xes_20.xes': /"concept:name" is empty/,
};

const files = realLogs.present ? readdirSync(realLogs.path('xes')) : [];

test.runIf(realLogs.present)(`every odd log is told of here${realLogs.note}`, () => {
  expect(files.toSorted()).toEqual(Object.keys(CASES).toSorted());
});

for (const [file, cases] of Object.entries(CASES)) {
  test.runIf(realLogs.present)(`${file} is read whole, or told why not${realLogs.note}`, async () => {
    const app = await testApp();
    const job = await importFile(app, file, realLogs.read(`xes/${file}`)).catch((error: unknown) => ({ state: 'refused', error: { reason: String(error) }, accepted: 0, rejected: 0, rows: 0 }));
    if (typeof cases !== 'number') {
      expect(job.state).not.toBe('done');
      expect(job.error?.reason).toMatch(cases);
      return;
    }
    expect(job).toMatchObject({ state: 'done', rejected: 0, accepted: job.rows });
    const { balance } = panoramaSchema.parse(await app.json('/api/v1/panorama?from=1990-01-01&to=2030-01-01'));
    expect(balance.entered).toBe(cases);
  });
}
