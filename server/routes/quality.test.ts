import { quality } from '#contract';
import { demoCatalogue, demoPeople, generate } from '#demo';
import { DAY, type Instant } from '#model';
import { describe, expect, test } from 'vitest';
import { fillDemo } from '../services/fill-demo';
import { importFile, loanEvent, NOW, smallCatalogue, storeKinds, type TestApp, testApp } from '../testing';

const asked = async (app: TestApp) => quality.parse(await app.json('/api/v1/quality'));
const send = (app: TestApp, rows: readonly unknown[]) => app.json('/api/v1/events', { json: rows });
/** In Shanghai, without offset. */
const local = (at: Instant) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19);
const at = (time: string) => `2026-05-30T${time}:00`;

describe.each(storeKinds)('the quality of events sent to $name', ({ open }) => {
  test('what comes by an import or with the demo is none of it, and nothing is told where nothing came', async () => {
    const app = await testApp({ stores: await open() });
    await fillDemo(app.services, { seed: 'test', scale: 0.02, until: NOW, catalogue: demoCatalogue(), ...demoPeople(), events: generate({ seed: 'test', scale: 0.02, until: NOW, from: NOW - 40 * DAY }) });
    await importFile(app, 'own.csv', 'case,activity,time,touchpoint\n1,sign,2026-05-30 10:00,app\n1,pay,2026-05-30 09:00,counter\n');
    expect(await asked(app)).toMatchObject({ since: '2026-03-03T16:00:00.000Z', events: 0, instances: 0, findings: [], requests: { since: '2026-06-01T04:00:00.000Z', rows: 0, rejected: 0, others: 0 } });
  });

  test('what is odd about stored events and rejected rows is told with where', async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    const good = loanEvent('good', ['paid', 'app', 'done'], at('10:00'));
    await send(app, [good, good, loanEvent('back', ['quote', 'app', 'done'], at('10:00')), loanEvent('back', ['verify', 'app', 'done'], at('09:50')), loanEvent('back', ['paid', 'app', 'done'], at('02:00'))]);
    await send(app, [
      loanEvent('soon', ['quote', 'app', 'done'], local(NOW + DAY)),
      { ...good, id: 'a', at: undefined },
      { ...good, id: 'b', at: 'yesterday' },
      { ...good, id: 'c', step: 'dance' },
      { ...good, id: 'd', step: 'sing' },
      { ...good, id: 'e', step: 'dance' },
      { ...good, id: 'f', journey: 'moon' },
      { ...good, id: 'g', touchpoint: 'fax' },
      { ...good, id: 'h', outcome: undefined },
      { ...good, id: 'i', customer: '' },
    ]);
    const { findings, ...told } = await asked(app);
    expect(told).toMatchObject({ events: 5, instances: 3, requests: { rows: 15, rejected: 9, others: 1 } });
    expect(findings).toEqual([
      { kind: 'time-missing', count: 1, of: 15, sample: [] },
      { kind: 'time-unreadable', count: 1, of: 15, sample: [{ value: 'yesterday' }] },
      { kind: 'time-future', count: 1, of: 5, sample: [{ value: 'soon' }] },
      { kind: 'out-of-order', count: 1, of: 5, sample: [{ value: 'back', journey: 'loan' }] },
      { kind: 'clock-jump', count: 1, of: 5, sample: [{ value: 'back', journey: 'loan' }] },
      { kind: 'unknown-journey', count: 1, of: 15, sample: [{ value: 'moon' }] },
      { kind: 'unknown-step', count: 3, of: 15, sample: [{ value: 'dance' }, { value: 'sing' }] },
      { kind: 'unknown-touchpoint', count: 1, of: 15, sample: [{ value: 'fax' }] },
      { kind: 'no-outcome', count: 1, of: 15, sample: [] },
    ]);
  });

  test('days on which a source was down are told up to yesterday, of all and of each touchpoint, and instances without end', async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    const days = Array.from({ length: 40 }, (_, back) => back + 1);
    const day = (back: number, touchpoint: string, howMany: number) => Array.from({ length: howMany }, (_, nth) => loanEvent(`${touchpoint}-${back}-${nth}`, ['quote', touchpoint, 'done'], local(NOW - back * DAY + nth)));
    // The app is silent since two days, and had a bad day; the branch goes on.
    await send(app, days.flatMap((back) => [...day(back, 'app', back <= 2 ? 0 : back === 9 ? 2 : 12), ...day(back, 'branch', 20)]));
    const { findings } = await asked(app);
    const brief = findings.map(({ kind, touchpoint, count, of, sample }) => ({ kind, touchpoint, count, of, days: sample.flatMap((one) => (one.day === undefined ? [] : [`${one.day} ${one.events}/${one.usual}`])) }));
    expect(brief).toEqual([
      { kind: 'gap', touchpoint: 'app', count: 2, of: 39, days: ['2026-05-30 0/12', '2026-05-31 0/12'] },
      { kind: 'drop', touchpoint: 'app', count: 1, of: 39, days: ['2026-05-23 2/12'] },
      { kind: 'no-end', touchpoint: undefined, count: 1246, of: 1246, days: [] },
    ]);
    expect(findings.at(-1)?.sample).toHaveLength(50);
    expect(findings.at(-1)?.sample[0]).toMatchObject({ journey: 'loan', value: expect.stringMatching(/^branch-1-/) });
  });
});

test('a rejected row makes the answer another, though nothing was stored', async () => {
  const app = await testApp({ catalogue: smallCatalogue });
  const first = await app.ask('/api/v1/quality');
  const etag = first.headers.get('etag') ?? '';
  expect((await app.ask('/api/v1/quality', { headers: { 'if-none-match': etag } })).status).toBe(304);
  await send(app, ['no event']);
  const second = await app.ask('/api/v1/quality', { headers: { 'if-none-match': etag } });
  expect([second.status, quality.parse(await second.json()).requests]).toMatchObject([200, { rows: 1, rejected: 1, others: 1 }]);
});
