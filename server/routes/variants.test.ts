import { getInstances, getVariants, problem, type VariantsAnswer } from '#contract';
import { describe, expect, test } from 'vitest';
import { loanEvent, smallCatalogue, storeKinds, type TestApp, testApp } from '../testing';

const FILTER = 'from=2026-05-01&to=2026-05-31&journey=loan';

/** Three customers are lost at the check after a quote, one at once; one is picked up. All of it is long ago. */
async function loans(open: (typeof storeKinds)[number]['open']): Promise<TestApp> {
  const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
  const lost = (id: string) => [loanEvent(id, ['quote', 'app', 'done'], '2026-05-04T09:00:00'), loanEvent(id, ['verify', 'app', 'failed'], '2026-05-04T09:05:00')];
  await app.json('/api/v1/events', {
    json: [
      ...['a', 'b', 'c'].flatMap(lost),
      loanEvent('d', ['quote', 'app', 'limited'], '2026-05-04T10:00:00'),
      loanEvent('e', ['quote', 'app', 'limited'], '2026-05-04T10:00:00'),
      loanEvent('e', ['quote', 'video', 'done'], '2026-05-04T10:02:00'),
      loanEvent('e', ['paid', 'video', 'done'], '2026-05-04T10:10:00'),
    ],
  });
  return app;
}

const ask = async (app: TestApp, query = ''): Promise<VariantsAnswer> => getVariants.output!.parse(await app.json(`/api/v1/variants?${FILTER}${query}`));

describe.each(storeKinds)('on $name', ({ open }) => {
  test('paths come by customers lost, and each opens the instances behind it', async () => {
    const app = await loans(open);
    const { items, all, other, total } = await ask(app);
    expect(items).toMatchObject([
      { id: 'quote~app,verify~app', places: ['quote~app', 'verify~app'], cut: false, count: 3, instances: 3, lost: 3, unhanded: 3 },
      { places: ['quote~app'], count: 2, instances: 2, lost: 1, unhanded: 1 },
    ]);
    expect([all, other, total]).toEqual([{ variants: 2, count: 5, lost: 4 }, undefined, 2]);
    for (const { selection, count, lost } of items) {
      const list = async (rest: Record<string, string> = {}) => getInstances.output!.parse(await app.json(`/api/v1/instances?${FILTER}&${new URLSearchParams({ ...selection, ...rest })}`));
      expect((await list()).total).toBe(count);
      expect((await list({ resolution: 'lost' })).total).toBe(lost);
    }
  });

  test('a page says what comes after it', async () => {
    const app = await loans(open);
    const first = await ask(app, '&limit=1');
    expect(first).toMatchObject({ items: [{ lost: 3 }], other: { variants: 1, count: 2, lost: 1 }, all: { variants: 2, count: 5, lost: 4 } });
    const second = await ask(app, `&limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ lost: 1 }] });
    expect([second.other, second.nextCursor]).toEqual([undefined, undefined]);
  });

  test('on the overview a path is of touchpoints', async () => {
    const app = await loans(open);
    expect((await ask(app, '&level=overview')).items).toMatchObject([{ id: 'loan~app', count: 5, lost: 4 }]);
  });

  test('a path longer than any that is kept opens its list all the same', async () => {
    const app = await loans(open);
    const long = Array.from({ length: 60 }, (_, index) => loanEvent('z', ['verify', index % 2 ? 'branch' : 'hotline', 'entered'], `2026-05-05T09:${String(index).padStart(2, '0')}:00`));
    await app.json('/api/v1/events', { json: [...long, loanEvent('z', ['verify', 'hotline', 'limited'], '2026-05-05T10:00:00')] });
    const cut = (await ask(app)).items.find((one) => one.cut);
    expect(cut?.places).toHaveLength(50);
    const list = getInstances.output!.parse(await app.json(`/api/v1/instances?${FILTER}&${new URLSearchParams(cut?.selection)}`));
    expect(list.items.map(({ id }) => id)).toEqual(['z']);
  });

  test('inside journeys one is needed, and what is no path is refused', async () => {
    const app = await loans(open);
    expect((await app.ask('/api/v1/variants')).status).toBe(400);
    const refused = problem.parse(await (await app.ask(`/api/v1/instances?${FILTER}&level=journey&path=quote`)).json());
    expect(refused.errors?.[0]?.pointer).toBe('?path');
    const unknown = getInstances.output!.parse(await app.json(`/api/v1/instances?${FILTER}&level=journey&path=quote~moon`));
    expect(unknown.total).toBe(0);
  });
});
