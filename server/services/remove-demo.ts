import { type Catalogue, handoffRule, type JourneyId, stampOf } from '#model';
import { type Access, actorText, type DemoRecord, type EventStore, systemAccess } from '../ports';
import { ANNOTATIONS, readAnnotations } from './annotations/annotation-service';
import type { Core } from './core';

/**
 * Removes the synthetic company: the data of its journeys, its people, and what it brought into the catalogue, except what remaining
 * data uses.
 */
export async function removeDemo(core: Core, access: Access): Promise<void> {
  const { ports, catalogue, revisions } = core;
  const { events, desk } = ports;
  const demo = await desk.demo(access);
  if (!demo) return;
  const { catalogue: before } = await catalogue.current();
  const used = await usedByOthers(events, access, before, demo);
  await events.clear(access, demo.journeys);
  await catalogue.change(access, (whole) => withoutDemo(whole, demo, used));
  await clearLedger(core, access, demo.journeys);
  await desk.replacePeople(access, [], []);
  await desk.saveDemo(access, undefined);
  revisions.deskMoved();
}

/** Takes out the work and the annotations that were about these journeys, and the example rules that are about nothing else. */
async function clearLedger({ ports, ledger, revisions }: Core, access: Access, journeys: readonly JourneyId[]): Promise<void> {
  const entry = { at: stampOf(ports.clock()), actor: actorText(access.actor), subject: { kind: 'demo', id: 'demo' } } as const;
  await ports.ledger.clear(access, journeys, { ...entry, action: 'clear', before: { journeys } });
  revisions.ledgerMoved();
  const { version, annotations } = await readAnnotations(ports.ledger, access);
  const others = annotations.filter(({ by, locus }) => by !== actorText(systemAccess('demo').actor) && (locus.journey === undefined || !journeys.includes(locus.journey)));
  if (others.length < annotations.length) {
    await ledger.write(access, { documents: [{ name: ANNOTATIONS, body: others, expected: version }], audit: [{ ...entry, action: 'clear-annotations', before: { annotations: annotations.filter((one) => !others.includes(one)) } }] });
  }
  const { body } = await ports.ledger.document(access, 'rules');
  const rules = handoffRule.array().parse(body ?? []);
  const stay = rules.filter(({ example, scene }) => !example || scene.journeys?.some((id) => !journeys.includes(id)));
  if (stay.length === rules.length) return;
  await ledger.write(access, { documents: [{ name: 'rules', body: stay }], audit: [{ ...entry, action: 'clear-rules', before: { rules }, after: { rules: stay } }] });
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
