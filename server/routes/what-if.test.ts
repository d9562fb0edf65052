import { getWhatIf, type WhatIfAnswer } from '#contract';
import { describe, expect, test } from 'vitest';
import { loanEvent, smallCatalogue, storeKinds, type TestApp, testApp } from '../testing';

const FILTER = 'journey=loan&from=2026-05-01&to=2026-06-01';

/** Ten quotes in May: two are lost at the quote, four at the check; four are paid. One of last week is under way. */
async function loans(open: (typeof storeKinds)[number]['open']): Promise<TestApp> {
  const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
  const at = (minute: number) => `2026-05-04T09:0${minute}:00`;
  const quoted = (id: string) => loanEvent(id, ['quote', 'app', 'done'], at(0));
  await app.json('/api/v1/events', {
    json: [
      ...['a', 'b'].map((id) => loanEvent(id, ['quote', 'app', 'limited'], at(0))),
      ...['c', 'd', 'e', 'f'].flatMap((id) => [quoted(id), loanEvent(id, ['verify', 'app', 'failed'], at(2))]),
      ...['g', 'h', 'i', 'j'].flatMap((id) => [quoted(id), loanEvent(id, ['verify', 'app', 'done'], at(2)), loanEvent(id, ['paid', 'app', 'done'], at(4)), loanEvent(id, ['quote', 'hotline', 'entered'], at(6))]),
      loanEvent('k', ['quote', 'app', 'done'], '2026-05-30T09:00:00'),
    ],
  });
  return app;
}

const ask = async (app: TestApp, query = FILTER): Promise<WhatIfAnswer> => getWhatIf.output!.parse(await app.json(`/api/v1/panorama/what-if?${query}`));

describe.each(storeKinds)('on $name', ({ open }) => {
  test('each place tells what halving its losses would bring, the largest gain first, of mature days alone', async () => {
    const answer = await ask(await loans(open));
    expect(answer).toMatchObject({ mature: true, assumption: 'memoryless', filter: { to: '2026-05-24' }, instances: 10, completed: 4, lost: 6, active: 0 });
    const [verify, quote, paid, ...rest] = answer.places;
    // What comes after completion is no part of it.
    expect(rest).toEqual([]);
    // Of 8 at the check a half is lost, then a quarter: 6 of 8 are paid. Of 10 at the quote 2 are lost, then 1: 9 go on, half of them are paid.
    expect(verify).toMatchObject({ id: 'verify~app', step: 'verify', touchpoint: 'app', visits: 8, lost: 4 });
    expect([verify?.gain, verify?.completes, quote?.gain, quote?.completes, paid?.gain]).toEqual([2, 0.5, 0.5, 0.4, 0].map((number) => expect.closeTo(number, 10)));
  });

  test('where no day is mature nothing is counted, and one journey is needed', async () => {
    const app = await loans(open);
    expect(await ask(app, 'journey=loan&from=2026-05-30')).toMatchObject({ mature: false, instances: 0, places: [] });
    expect((await app.ask('/api/v1/panorama/what-if')).status).toBe(400);
  });
});
