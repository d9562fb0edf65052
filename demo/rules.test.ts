import { CHINA_CALENDAR, DAY, detect, interruptionIdOf, journeyEvent, journeyRules, openTask, orderOf, ruleMatcher, ruleTimes, type ServiceEvent, taskId, zoneOf } from '#model';
import { expect, test } from 'vitest';
import { demoCatalogue, demoPeople, demoRules, generate } from '.';

const catalogue = demoCatalogue();
const until = Date.parse('2026-11-26T12:00:00+08:00');

test('nine rules, each marked as an example in every language, and about what the insurer has', () => {
  const rules = demoRules();
  expect(rules).toHaveLength(9);
  const known = new Set<string>([
    ...catalogue.touchpoints.map(({ id }) => id),
    ...catalogue.journeys.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]),
    ...catalogue.reasons.map(({ id }) => id),
    ...catalogue.segments.map(({ id }) => id),
    ...demoPeople().departments.map(({ id }) => id),
  ]);
  for (const { name, example, scene, touchpoint, department } of rules) {
    expect([example, name.zh.startsWith('示例'), name.en?.startsWith('Example')]).toEqual([true, true, true]);
    const named: string[] = [...(scene.journeys ?? []), ...(scene.steps ?? []), ...(scene.reasons ?? []), ...(scene.segments ?? []), touchpoint, ...(department === undefined ? [] : [department])];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  }
});

test('every rule finds breaks in a quarter of a year, and none takes them all', () => {
  const match = ruleMatcher(demoRules(), catalogue.organisations);
  const rules = journeyRules(catalogue);
  const counts = new Map<string, number>();
  const instances = new Map<string, ServiceEvent[]>();
  for (const event of generate({ seed: 'rules', scale: 1, from: until - 90 * DAY, until })) instances.set(event.instance, [...(instances.get(event.instance) ?? []), event]);
  for (const events of instances.values()) {
    const [{ instance, journey } = {}] = events;
    const known = events.flatMap((event) => {
      const read = journeyEvent(rules, event);
      return typeof read === 'string' ? [] : [read];
    });
    const rule = journey && rules.journeys.get(journey);
    const found = rule && detect(rule, known, until);
    if (!found?.exists || instance === undefined || journey === undefined) continue;
    for (const { anchor, kind, reason, step, touchpoint, at } of found.interruptions) {
      const event = events[anchor];
      if (!event) continue;
      const { organisation, segment } = found;
      const id = interruptionIdOf({ instance, kind, anchor: event.id });
      const broken = { id, instance, journey, step, touchpoint, kind, reason, at, organisation, segment, context: events.slice(0, anchor + 1) };
      const matched = match(broken);
      counts.set(matched?.id ?? 'none', (counts.get(matched?.id ?? 'none') ?? 0) + 1);
      if (matched) expect(openTask(taskId.parse('JX-000001'), broken, orderOf(matched, ruleTimes(matched, at, CHINA_CALENDAR, zoneOf('Asia/Shanghai'))), until).dueAt > new Date(at).toISOString()).toBe(true);
    }
  }
  for (const { id } of demoRules()) expect(counts.get(id), id).toBeGreaterThan(0);
  expect(counts.get('none')).toBeGreaterThan(0);
});
