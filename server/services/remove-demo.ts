import type { Catalogue } from '#model';
import type { Access, DemoRecord, EventStore } from '../ports';
import type { Core } from './core';

/**
 * Removes the synthetic company: the data of its journeys, its people, and what it brought into the catalogue, except what remaining
 * data uses.
 */
export async function removeDemo({ ports: { events, desk }, catalogue, revisions }: Core, access: Access): Promise<void> {
  const demo = await desk.demo(access);
  if (!demo) return;
  const { catalogue: before } = await catalogue.current();
  const used = await usedByOthers(events, access, before, demo);
  await events.clear(access, demo.journeys);
  await catalogue.change(access, (whole) => withoutDemo(whole, demo, used));
  await desk.replacePeople(access, [], []);
  await desk.saveDemo(access, undefined);
  revisions.deskMoved();
}

type Brought = NonNullable<DemoRecord['brought']>;
type Used = Record<keyof Brought, ReadonlySet<string>>;

/** What the data of journeys that stay refers to. */
async function usedByOthers(events: EventStore, access: Access, catalogue: Catalogue, demo: DemoRecord): Promise<Used> {
  const journeys = catalogue.journeys.map(({ id }) => id).filter((id) => !demo.journeys.includes(id));
  const { firstDay: from, lastDay: to } = journeys.length > 0 ? await events.extent(access, journeys) : {};
  const none = new Set<string>();
  if (from === undefined || to === undefined) return { touchpoints: none, organisations: none, reasons: none, segments: none };

  const level = 'overview';
  const { nodes } = await events.panorama(access, { level, filter: { journeys, from, to } });
  const organisations = await keep(catalogue.organisations, async ({ id }) => {
    const { balances } = await events.panorama(access, { level, filter: { journeys, from, to, organisation: id } });
    return balances.length > 0;
  });
  const segments = await keep(catalogue.segments, async ({ id }) => {
    const { balances } = await events.panorama(access, { level, filter: { journeys, from, to, segment: id } });
    return balances.length > 0;
  });
  return {
    touchpoints: new Set(nodes.map(({ touchpoint }) => touchpoint)),
    // An organisation is in use when anything below it is, so the tree stays whole.
    organisations,
    reasons: new Set(nodes.flatMap(({ byReason }) => byReason.flatMap(({ reason }) => reason ?? []))),
    segments,
  };
}

async function keep<Item extends { id: string }>(items: readonly Item[], isUsed: (item: Item) => Promise<boolean>): Promise<Set<string>> {
  const used = new Set<string>();
  for (const item of items) if (await isUsed(item)) used.add(item.id);
  return used;
}

function withoutDemo(whole: Catalogue, demo: DemoRecord, used: Used): Catalogue {
  const stays =
    (what: keyof Brought) =>
    ({ id }: { id: string }): boolean =>
      used[what].has(id) || !demo.brought?.[what].includes(id);
  return {
    ...whole,
    journeys: whole.journeys.filter(({ id }) => !demo.journeys.includes(id)),
    touchpoints: whole.touchpoints.filter(stays('touchpoints')),
    organisations: whole.organisations.filter(stays('organisations')),
    reasons: whole.reasons.filter(stays('reasons')),
    segments: whole.segments.filter(stays('segments')),
  };
}
