import { handoffRule, type JourneyId, stampOf } from '#model';
import { type Access, actorText, systemAccess } from '../ports';
import { ANNOTATIONS, readAnnotations } from './annotations/annotation-service';
import type { Core } from './core';
import { namesInUse, withoutBrought } from './names-in-use';

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
  const others = before.journeys.map(({ id }) => id).filter((id) => !demo.journeys.includes(id));
  const used = await namesInUse(events, access, before, others);
  await events.clear(access, demo.journeys);
  await catalogue.change(access, (whole) => withoutBrought(whole, demo.journeys, demo.brought, used));
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
