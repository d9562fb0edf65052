import type { Catalogue, Filter, JourneyId } from '#model';
import type { Access, EventStore } from '../ports';

/** Parts of a catalogue that came with some data. */
export interface Brought {
  touchpoints: string[];
  organisations: string[];
  reasons: string[];
  segments: string[];
}
export type NamesInUse = Record<keyof Brought, ReadonlySet<string>>;

/** What the data of these journeys refers to. */
export async function namesInUse(events: EventStore, access: Access, catalogue: Catalogue, journeys: JourneyId[]): Promise<NamesInUse> {
  const { firstDay: from, lastDay: to } = journeys.length > 0 ? await events.extent(access, journeys) : {};
  const none = new Set<string>();
  if (from === undefined || to === undefined) return { touchpoints: none, organisations: none, reasons: none, segments: none };

  const level = 'overview';
  const { nodes } = await events.panorama(access, { level, filter: { journeys, from, to } });
  const isCounted = async (more: Pick<Filter, 'organisation' | 'segment'>) => {
    const { balances } = await events.panorama(access, { level, filter: { journeys, from, to, ...more } });
    return balances.length > 0;
  };
  return {
    touchpoints: new Set(nodes.map(({ touchpoint }) => touchpoint)),
    // An organisation is in use when anything below it is, so the tree stays whole.
    organisations: await keep(catalogue.organisations, ({ id }) => isCounted({ organisation: id })),
    segments: await keep(catalogue.segments, ({ id }) => isCounted({ segment: id })),
    reasons: new Set(nodes.flatMap(({ byReason }) => byReason.flatMap(({ reason }) => reason ?? []))),
  };
}

/** The catalogue without these journeys, and without what came with them and nothing else uses. */
export function withoutBrought(whole: Catalogue, journeys: readonly string[], brought: Brought | undefined, used: NamesInUse): Catalogue {
  const stays =
    (what: keyof Brought) =>
    ({ id }: { id: string }): boolean =>
      used[what].has(id) || !brought?.[what].includes(id);
  return {
    ...whole,
    journeys: whole.journeys.filter(({ id }) => !journeys.includes(id)),
    touchpoints: whole.touchpoints.filter(stays('touchpoints')),
    organisations: whole.organisations.filter(stays('organisations')),
    reasons: whole.reasons.filter(stays('reasons')),
    segments: whole.segments.filter(stays('segments')),
  };
}

async function keep<Item extends { id: string }>(items: readonly Item[], isUsed: (item: Item) => Promise<boolean>): Promise<Set<string>> {
  const used = new Set<string>();
  for (const item of items) if (await isUsed(item)) used.add(item.id);
  return used;
}
