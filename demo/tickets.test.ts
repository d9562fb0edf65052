import { DAY } from '#model';
import { expect, test } from 'vitest';
import { demoCatalogue } from './catalogue';
import { demoPeople } from './people';
import { demoTickets } from './tickets';

const PRESENTS = Array.from({ length: 24 }, (_, index) => Date.UTC(2026, 0, 10 + index * 15));

test('every ticket speaks of people, departments and places that there are, whatever the present is', () => {
  const { people, departments } = demoPeople();
  const persons = new Set<string>(people.map(({ id }) => id));
  const ofDepartment = new Set<string>(departments.map(({ id }) => id));
  const { journeys, touchpoints } = demoCatalogue();
  for (const until of PRESENTS) {
    for (const { locus, registered, assigned, measures, effective, closer, waived, said = [] } of demoTickets({ until })) {
      const journey = journeys.find(({ id }) => id === locus.journey);
      expect(journey, locus.journey).toBeDefined();
      if (locus.step !== undefined) expect(journey?.steps.map(({ id }) => String(id))).toContain(locus.step);
      for (const touchpoint of [locus.touchpoint, ...effective.map((one) => one.touchpoint)]) if (touchpoint !== undefined) expect(touchpoints.map(({ id }) => String(id))).toContain(touchpoint);
      const named = [registered.by, assigned?.owner, closer, waived?.by, ...measures.map(({ owner }) => owner), ...said.flatMap(({ by, mentions = [] }) => [by, ...mentions])];
      for (const person of named) if (person !== undefined) expect([...persons]).toContain(person);
      if (assigned) expect([...ofDepartment]).toContain(assigned.department);
    }
  }
});

test('the one who closes or waives is never the owner', () => {
  const alone = PRESENTS.flatMap((until) => demoTickets({ until })).filter(({ assigned, closer, waived }) => assigned && [closer, waived?.by].includes(assigned.owner));
  expect(alone.map(({ title }) => title)).toEqual([]);
});

test('nothing is registered before there are data, nor after the present', () => {
  for (const until of PRESENTS) {
    const from = until - 90 * DAY;
    for (const { registered } of demoTickets({ from, until })) {
      expect(Date.parse(registered.on)).toBeGreaterThanOrEqual(from - DAY);
      expect(Date.parse(registered.on)).toBeLessThanOrEqual(until + DAY);
    }
  }
});

test('renewal payment has its 20 and more measures, most of them done', () => {
  const programme = demoTickets({ until: Date.UTC(2026, 5, 17) }).find(({ locus, measure }) => locus.journey === 'renewal' && measure === 'loss-rate');
  expect(programme?.measures.length).toBeGreaterThanOrEqual(20);
  expect(programme?.measures.filter(({ done }) => done !== undefined).length).toBeGreaterThan(15);
});
