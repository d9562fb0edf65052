import { getInstances, nodeDepth, panorama } from '#contract';
import { addDays } from '#model';
import { describe, expect, test } from 'vitest';
import { loanEvent, postEvents, smallCatalogue, storeKinds, testApp } from '../testing';

/**
 * Four weeks up to 24 May, all mature: 20 loans a day in each of two provinces. In the last week those on the App in Beijing break at the quote five times as
 * often; the seniors (one in four) break three times as often everywhere. All are paid in the end.
 */
function weeks() {
  const events = [];
  for (let day = 0; day < 28; day++) {
    const date = addDays('2026-04-27', day);
    for (const organisation of ['bj', 'sh']) {
      for (let loan = 0; loan < 20; loan++) {
        const segment = loan % 4 === 0 ? 'senior' : undefined;
        const often = (organisation === 'bj' && day >= 21 ? 5 : 1) * (segment ? 3 : 1);
        const broken = (day * 20 + loan * 7) % 20 < often;
        const id = `${organisation}-${date}-${loan}`;
        events.push(
          loanEvent(id, ['quote', 'app', broken ? 'limited' : 'done'], `${date}T10:00:00`, { organisation, ...(segment && { segment }), ...(broken && { reason: 'over-limit' }) }),
          loanEvent(id, ['paid', 'app', 'done'], `${date}T10:05:00`),
        );
      }
    }
  }
  return events;
}

describe.each(storeKinds)('on $name', ({ open }) => {
  const filled = async () => {
    const app = await testApp({ catalogue: smallCatalogue, stores: await open() });
    await postEvents(app, weeks());
    return app;
  };

  test.each([
    ['journey', 'quote~app'],
    ['overview', 'loan~app'],
  ])('what got significantly worse or better is listed for every comparison, on the level %s', async (level, id) => {
    const app = await filled();
    const compare = async (query: string) => {
      const { comparison, nodes } = panorama.parse(await app.json(`/api/v1/panorama?level=${level}&journey=loan&${query}`));
      expect(comparison?.changes.map((change) => change.id)).toEqual(nodes.filter(({ previous }) => previous?.significant).map((node) => node.id));
      for (const { id: of, previous } of comparison?.changes ?? []) expect(previous).toEqual(nodes.find((node) => node.id === of)?.previous);
      return { compared: comparison?.compared, changes: comparison?.changes.map((change) => [change.id, change.direction, Math.sign(change.excess)]) };
    };
    const compared = level === 'journey' ? 2 : 1;
    const last = 'from=2026-05-18&to=2026-05-24';
    const worse = { compared, changes: [[id, 'worse', 1]] };
    expect(await compare(`${last}&compare=previous`)).toEqual(worse);
    expect(await compare(`${last}&compare=weekdays`)).toEqual(worse);
    expect(await compare(`${last}&compare=custom&compareFrom=2026-04-27&compareTo=2026-05-10`)).toEqual(worse);
    expect(await compare('from=2026-05-11&to=2026-05-17&compare=custom&compareFrom=2026-05-18&compareTo=2026-05-24')).toEqual({ compared, changes: [[id, 'better', -1]] });
    expect(await compare(`${last}&organisation=bj&compareOrganisation=sh`)).toEqual(worse);
    expect(await compare(`${last}&organisation=sh&compare=previous`)).toEqual({ compared, changes: [] });
  });

  test('a place in depth says which organisations and segments differ most, and opens their journeys', async () => {
    const app = await filled();
    const place = 'level=journey&journey=loan&from=2026-05-18&to=2026-05-24';
    const { differences, node, outcomes } = nodeDepth.parse(await app.json(`/api/v1/panorama/nodes/quote~app?${place}`));
    expect(differences).toMatchObject({ judged: 3, withoutAbandonment: false });
    expect(differences.groups.map(({ by, id, direction }) => [by, id, direction])).toEqual(
      expect.arrayContaining([['organisation', 'bj', 'worse'], ['organisation', 'sh', 'better'], ['segment', 'senior', 'worse']]),
    );
    for (const { by, id, instances, interrupted, others } of differences.groups) {
      expect([instances + others.instances, interrupted + others.interrupted]).toEqual([node.instances, node.interrupted]);
      const list = getInstances.output!.parse(await app.json(`/api/v1/instances?${place}&node=quote~app&kind=any&${by}=${id}`));
      expect(list.total).toBe(interrupted);
    }
    expect(outcomes).toEqual([{ kind: 'limit', resolution: 'self', carrier: 'none', pending: false, count: node.byKind.limit }]);
    const calm = nodeDepth.parse(await app.json(`/api/v1/panorama/nodes/paid~app?${place}`));
    expect([calm.differences.groups, calm.outcomes]).toEqual([[], []]);
  });
});
