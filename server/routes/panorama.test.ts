import { edgeDepth, instanceRow, listOf, nodeDepth, panorama, type PanoramaAnswer, story } from '#contract';
import { stepId } from '#model';
import { describe, expect, test } from 'vitest';
import { loanEvent, smallCatalogue, storeKinds, type TestApp, testApp, threeLoans } from '../testing';

const MAP = '/api/v1/panorama?level=journey&journey=loan';
const readMap = async (app: TestApp, path: string) => panorama.parse(await app.json(path));
const list = listOf(instanceRow);

describe.each(storeKinds)('maps from $name', ({ open }) => {
  const loans = async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    await app.json('/api/v1/events', { json: threeLoans() });
    return app;
  };

  test('a limit that a video agent picks up is a handoff, and the balance adds up', async () => {
    const map = await readMap(await loans(), MAP);
    expect(map.balance).toEqual({ entered: 3, smooth: 1, recovered: 0, handed: 1, detoured: 0, active: 0, lost: 1 });
    expect(map.handoffs).toEqual([{ from: 'quote~app', to: 'quote~video', carrier: 'handoff', count: 1, succeeded: 1, latencyMs: { p50: 120_000 } }]);
    expect(map.losses).toEqual([{ from: 'quote~app', count: 1 }]);
    expect(map.nodes.map(({ id, stage, instances, interrupted }) => [id, stage, instances, interrupted])).toEqual([
      ['paid~app', 'pay', 1, 0],
      ['paid~video', 'pay', 1, 0],
      ['quote~app', 'apply', 3, 2],
      ['quote~video', 'apply', 1, 0],
    ]);
  });

  test('without days the map ends at the newest day with data of its journeys, and never after today', async () => {
    const app = await loans();
    expect((await readMap(app, MAP)).filter).toEqual({ journeys: ['loan'], from: '2026-04-21', to: '2026-05-20' });
    await app.json('/api/v1/events', { json: [loanEvent('future', ['quote', 'app', 'entered'], '2026-07-01T10:00:00')] });
    expect((await readMap(app, MAP)).filter.to).toBe('2026-05-20');
    expect((await readMap(app, '/api/v1/panorama?from=2026-05-25')).filter).toEqual({ from: '2026-05-25', to: '2026-05-25' });
  });

  test('organisation and segment select instances, with all below the organisation', async () => {
    const app = await loans();
    expect((await readMap(app, `${MAP}&organisation=hq`)).balance.entered).toBe(3);
    expect((await readMap(app, `${MAP}&organisation=bj`)).balance.entered).toBe(2);
    expect((await readMap(app, `${MAP}&segment=senior`)).balance.entered).toBe(1);
  });

  test('the list behind a number has exactly that many rows, page by page', async () => {
    const app = await loans();
    const { nodes, balance } = await readMap(app, MAP);
    const total = async (query: string) => list.parse(await app.json(`/api/v1/instances?level=journey&journey=loan&${query}`)).total;
    for (const node of nodes) {
      expect(await total(`node=${node.id}`)).toBe(node.instances);
      expect(await total(`node=${node.id}&rows=visits`)).toBe(node.visits);
      expect(await total(`node=${node.id}&rows=interruptions`)).toBe(Object.values(node.byKind).reduce((a, b) => a + b));
    }
    expect(await total('state=lost')).toBe(balance.lost);
    expect(await total('edge=handoff:quote~app:quote~video&rows=interruptions')).toBe(1);

    const first = list.parse(await app.json('/api/v1/instances?limit=2&sort=startedAt'));
    const second = list.parse(await app.json(`/api/v1/instances?limit=2&sort=startedAt&cursor=${first.nextCursor}`));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect([first.total, second.total, second.nextCursor]).toEqual([3, 3, undefined]);
  });

  test('a node in depth has the numbers of the map, every day with data, and its neighbours', async () => {
    const app = await loans();
    const map = await readMap(app, MAP);
    const depth = nodeDepth.parse(await app.json('/api/v1/panorama/nodes/quote~app?level=journey&journey=loan'));
    expect(depth.node).toEqual(map.nodes.find(({ id }) => id === 'quote~app'));
    expect(depth.daily.map(({ day }) => day)).toHaveLength(11);
    expect(depth.daily.filter(({ instances }) => instances > 0)).toMatchObject([
      { day: '2026-05-10', mature: true, instances: 1, interrupted: 1, unhanded: 1, withHandoff: 0 },
      { day: '2026-05-20', mature: true, instances: 2, interrupted: 1, unhanded: 0, withHandoff: 1 },
    ]);
    expect(depth.flowsOut.map(({ to }) => to).toSorted()).toEqual(['paid~app', 'quote~video']);
    expect(depth.handoffsOut).toEqual(map.handoffs);
    expect(depth.flowsIn).toEqual([]);
  });

  test('a place that nobody was at in the period is empty; one the catalogue does not have is not found', async () => {
    const app = await loans();
    const depth = nodeDepth.parse(await app.json('/api/v1/panorama/nodes/verify~app?level=journey&journey=loan'));
    expect(depth.node).toMatchObject({ instances: 0, stage: 'apply', rate: { value: 0, low: 0, high: 1 } });
    expect((await app.ask('/api/v1/panorama/nodes/verify~moon?level=journey&journey=loan')).status).toBe(404);
    expect((await app.ask('/api/v1/panorama/nodes/verify?level=journey&journey=loan')).status).toBe(400);
  });

  test('edges in depth: a handoff, a flow, a loss, and one that nobody took', async () => {
    const app = await loans();
    const edge = async (id: string) => edgeDepth.parse(await app.json(`/api/v1/panorama/edges/${encodeURIComponent(id)}?level=journey&journey=loan`));
    expect(await edge('handoff:quote~app:quote~video')).toMatchObject({ count: 1, succeeded: 1, realtime: 1, timeMs: { p50: 120_000 }, byKind: { limit: 1 }, byReason: [{ reason: 'over-limit', count: 1 }] });
    expect(await edge('flow:quote~app:paid~app')).toMatchObject({ count: 1, instances: 1, timeMs: { p50: 300_000 } });
    expect(await edge('loss:quote~app')).toMatchObject({ kind: 'loss', count: 1, byKind: { failure: 1 } });
    expect(await edge('flow:paid~app:quote~app')).toMatchObject({ count: 0, instances: 0 });
    expect((await app.ask('/api/v1/panorama/edges/flow:quote?level=journey&journey=loan')).status).toBe(400);
  });

  test('a story tells the events in order and where it broke', async () => {
    const app = await loans();
    const told = story.parse(await app.json('/api/v1/instances/a'));
    expect(told).toMatchObject({ state: 'handed', events: 3, startedAt: '2026-05-20T02:00:00.000Z' });
    expect(told.eventList.map(({ touchpoint, initiative }) => [touchpoint, initiative])).toEqual([
      ['app', 'customer'],
      ['video', 'company'],
      ['video', 'company'],
    ]);
    expect(told.interruptions).toMatchObject([{ kind: 'limit', anchor: 0, resolution: 'handoff', carrier: { kind: 'handoff', realtime: true } }]);
    expect((await app.ask('/api/v1/instances/nobody')).status).toBe(404);
  });

  test('a comparison says with what, and takes abandonment out where a window is not mature', async () => {
    const app = await loans();
    await app.json('/api/v1/events', { json: [loanEvent('d', ['quote', 'app', 'done'], '2026-05-31T10:00:00'), loanEvent('d', ['paid', 'app', 'done'], '2026-05-31T10:01:00')] });
    const compare = async (query: string) => {
      const { comparison, nodes } = await readMap(app, `${MAP}&${query}`);
      return { comparison, node: nodes.find(({ id }) => id === 'quote~app') };
    };
    const { comparison, node } = await compare('from=2026-05-15&to=2026-05-20&compare=custom&compareFrom=2026-05-06&compareTo=2026-05-12');
    expect(comparison).toMatchObject({ mode: 'custom', filter: { from: '2026-05-06', to: '2026-05-12' }, balance: { entered: 1, lost: 1 }, withoutAbandonment: false });
    expect(node?.previous).toMatchObject({ instances: 1, interrupted: 1, current: { instances: 2, interrupted: 1 }, significant: false });
    expect((await compare('from=2026-05-31&to=2026-05-31&compare=weekdays')).comparison).toMatchObject({ filter: { from: '2026-05-24' }, withoutAbandonment: true });
    expect((await compare('from=2026-05-20&to=2026-05-20&organisation=bj&compareOrganisation=sh')).comparison).toMatchObject({
      mode: 'organisation',
      filter: { organisation: 'sh', from: '2026-05-20' },
      balance: { entered: 1, smooth: 1 },
    });
  });

  test('an organisation is not compared with itself or with one within it in the same days, where a journey would stand on both sides', async () => {
    const app = await loans();
    const status = async (query: string) => (await app.ask(`${MAP}&from=2026-05-20&to=2026-05-20&${query}`)).status;
    for (const [organisation, other] of [['bj', 'bj'], ['hq', 'bj'], ['bj', 'hq']]) {
      const refused = await app.ask(`${MAP}&from=2026-05-20&to=2026-05-20&organisation=${organisation}&compareOrganisation=${other}`);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ type: 'urn:throughline:invalid-input', errors: [{ pointer: '?compareOrganisation' }] });
    }
    expect(await status('compareOrganisation=bj')).toBe(400);
    expect(await status('organisation=bj&compareOrganisation=hq&compare=previous')).toBe(200);
    expect(await status('organisation=bj&compareOrganisation=hq&compare=custom&compareFrom=2026-05-01&compareTo=2026-05-25')).toBe(400);
  });

  test('what becomes lost by time alone is lost in the next answer, and the answer says as of when', async () => {
    const app = await loans();
    await app.json('/api/v1/events', { json: [loanEvent('slow', ['quote', 'app', 'done'], '2026-05-31T10:00:00')] });
    const lost = ({ balance, asOf }: PanoramaAnswer) => [balance.lost, asOf];
    expect(lost(await readMap(app, MAP))).toEqual([1, '2026-06-01T04:00:00.000Z']);
    app.setNow(Date.parse('2026-06-07T10:00:00+08:00'));
    expect(lost(await readMap(app, MAP))).toEqual([1, '2026-06-07T02:00:00.000Z']);
    app.setNow(Date.parse('2026-06-07T10:00:00.001+08:00'));
    expect(lost(await readMap(app, MAP))).toEqual([2, '2026-06-07T02:00:00.001Z']);
  });

  test('the same question again is 304 until something changes', async () => {
    const app = await loans();
    const first = await app.ask(MAP);
    const etag = first.headers.get('etag') ?? '';
    expect((await app.ask(MAP, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await app.ask(`${MAP}&segment=senior`, { headers: { 'if-none-match': etag } })).status).toBe(200);
    await app.json('/api/v1/events', { json: [loanEvent('new', ['quote', 'app', 'done'], '2026-05-20T12:00:00')] });
    const second = await app.ask(MAP, { headers: { 'if-none-match': etag } });
    expect(second.status).toBe(200);
    expect(panorama.parse(await second.json()).balance.entered).toBe(4);
  });
});

test('beyond 200 places the rarest are grouped, and can be opened', async () => {
  const journey = smallCatalogue.journeys[0]!;
  const steps = Array.from({ length: 230 }, (_, index) => ({ id: stepId.parse(`s${index}`), stage: journey.steps[0]!.stage, name: { zh: `步骤 ${index}` } }));
  const app = await testApp({ catalogue: { ...smallCatalogue, journeys: [{ ...journey, steps: [...journey.steps, ...steps] }] } });
  const minute = (index: number) => `2026-05-20T0${Math.floor(index / 60)}:${String(index % 60).padStart(2, '0')}:00`;
  await app.json('/api/v1/events', { json: [230, 195].flatMap((length, loan) => steps.slice(0, length).map(({ id }, index) => loanEvent(`l${loan}`, [id, 'app', 'done'], minute(index)))) });
  const map = await readMap(app, MAP);
  expect(map.nodes).toHaveLength(200);
  expect(map.other).toMatchObject({ nodes: 30, instances: 30, visits: 30, ends: 1, links: [{ kind: 'flow', from: 's199~app', count: 1 }] });
  const all = await readMap(app, `${MAP}&nodes=all`);
  expect([all.nodes.length, all.other, all.balance]).toEqual([230, undefined, map.balance]);
  expect((await app.ask(`${MAP}&nodes=few`)).status).toBe(400);
});

test.each([
  ['level=journey', '?journey', 'level=journey needs exactly one'],
  ['level=journey&journey=loan&journey=other', '?journey', 'the catalogue has no journey "other"'],
  ['organisation=moon', '?organisation', 'the catalogue has no organisation "moon"'],
  ['from=2026-02-30', '?from', 'there is no such day'],
  ['from=2026-05-02&to=2026-05-01', '?to', 'it lies before from, 2026-05-02'],
  ['compare=custom&compareFrom=2026-05-01', '?compareTo', 'compare=custom needs it'],
  ['compareFrom=2026-05-01', '?compareFrom', 'only compare=custom reads it'],
  ['form=2026-05-01', '?form', 'unknown name; did you mean "from"?'],
  ['compare=sideways', '?compare', expect.stringContaining('Invalid option')],
])('panorama?%s is refused at %s', async (query, pointer, reason) => {
  const app = await testApp({ catalogue: smallCatalogue });
  const response = await app.ask(`/api/v1/panorama?${query}`);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ type: 'urn:throughline:invalid-input', status: 400, errors: [{ pointer, reason }] });
});
