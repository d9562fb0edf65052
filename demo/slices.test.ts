import { compareEvents, DAY, HOUR, MINUTE, type ServiceEvent } from '#model';
import { expect, test } from 'vitest';
import { demoCatalogue } from './catalogue';
import { generate } from './generate';
import { JOURNEYS } from './journeys';
import { trickle } from './trickle';

const until = Date.parse('2026-11-23T11:00:00+08:00');
const from = until - 10 * DAY;

const inOrder = (events: readonly ServiceEvent[]) => events.toSorted(compareEvents);

test('the same world is told the same way twice, and another seed or scale tells another', () => {
  const told = [...generate({ from, until })];
  expect([...generate({ from, until })]).toEqual(told);
  expect([...generate({ from, until, seed: 'other' })]).not.toEqual(told);
  expect([...generate({ from, until, scale: 2 })].length / told.length).toBeCloseTo(2, 0);
});

test('no event is later than the present, and some journeys are not finished', () => {
  const told = [...generate({ from, until })];
  const later = [...generate({ from, until: until + DAY })];
  expect(Math.max(...told.map((event) => event.at))).toBeLessThanOrEqual(until);
  expect(until - Math.max(...told.map((event) => event.at))).toBeLessThan(HOUR);
  const known = new Set(told.map((event) => event.instance));
  expect(later.filter((event) => event.at > until && known.has(event.instance)).length).toBeGreaterThan(0);
});

test('instances come in the order of their start, each with all its events in order', () => {
  const told = [...generate({ from, until, scale: 3 })];
  const firsts = told.filter((event, index) => event.instance !== told[index - 1]?.instance);
  const startedTwice = firsts.length - new Set(told.map((event) => event.instance)).size;
  const backwards = told.filter((event, index) => {
    const before = told[index - 1];
    return before?.instance === event.instance && compareEvents(before, event) >= 0;
  });
  // A first event is the end of a first step, which takes its minutes; the order is that of beginning it.
  const earlier = firsts.filter((event, index) => event.at < (firsts[index - 1]?.at ?? 0) - 30 * MINUTE);
  expect({ startedTwice, backwards, earlier }).toEqual({ startedTwice: 0, backwards: [], earlier: [] });
});

test('ids are short, ASCII and never used twice, and customers are pseudonyms', () => {
  const told = [...generate({ from, until, scale: 10 })];
  expect(new Set(told.map((event) => event.id)).size).toBe(told.length);
  expect(told.filter(({ id }) => !/^\d{6}-[0-9a-z]{4}\.\d\d$/.test(id))).toEqual([]);
  expect(told.filter(({ customer }) => !/^[0-9a-f]{12}$/.test(customer ?? ''))).toEqual([]);
});

test('every event speaks of what the catalogue has', () => {
  const { touchpoints, journeys, organisations, reasons, segments } = demoCatalogue();
  const known = new Set<string | undefined>([...touchpoints, ...organisations, ...reasons, ...segments].map((one) => one.id));
  const steps = new Set(journeys.flatMap((one) => one.steps.map((step) => `${one.id}/${step.id}`)));
  const strange = [...generate({ from, until, scale: 10 })].filter(
    ({ journey, step, touchpoint, outcome, reason, organisation, segment }) =>
      !steps.has(`${journey}/${step}`) ||
      ![touchpoint, organisation, segment, reason ?? touchpoint].every((id) => known.has(id)) ||
      (reason !== undefined) !== (outcome === 'failed' || outcome === 'limited'),
  );
  expect(strange).toEqual([]);
});

test('steps are walked only where the tables say so', () => {
  const only = new Map<string, readonly string[] | undefined>(
    JOURNEYS.flatMap(({ id, stages }) => stages.flatMap((stage) => stage.steps.map((step) => [`${id}/${step.id}`, step.only] as const))),
  );
  const strayed = [...generate({ from, until, scale: 10 })].filter(
    ({ journey, step, touchpoint }) => only.get(`${journey}/${step}`)?.includes(touchpoint) === false,
  );
  expect(strayed).toEqual([]);
});

test('a history and what trickles in after it are the history until then', () => {
  const middle = until - 2 * DAY - 3 * HOUR;
  const whole = generate({ from, until });
  // A window also knows journeys from before this short history; the history of a first run is longer than any journey.
  const firstDay = generate({ from, until }).next().value?.instance ?? '';
  const after = trickle({ since: middle, until }).filter((event) => event.instance >= firstDay);
  expect(inOrder([...generate({ from, until: middle }), ...after])).toEqual(inOrder([...whole]));
});

test('windows that follow each other give what one long window gives', () => {
  const since = until - 4 * HOUR;
  const long = trickle({ since, until });
  expect(long.length).toBeGreaterThan(50);
  const short = [1, 2, 3, 4].flatMap((hour) => trickle({ since: since + (hour - 1) * HOUR, until: since + hour * HOUR }));
  expect(short).toEqual(long);
  expect(trickle({ since: until, until })).toEqual([]);
});

test('a world of any size is told piece by piece: the first event comes before the rest exist', () => {
  // A day of this one alone has ten million events: it would not fit, nor be made in the time of a test.
  const stream = generate({ until, scale: 10_000 });
  const first: ServiceEvent[] = [];
  for (const event of stream) {
    first.push(event);
    if (first.length === 20_000) break;
  }
  expect(new Set(first.map((event) => event.id)).size).toBe(20_000);
});

test('a first run loads between 250,000 and 400,000 events', () => {
  let events = 0;
  for (const event of generate({ until })) if (event.at <= until) events++;
  expect(events).toBeGreaterThan(250_000);
  expect(events).toBeLessThan(400_000);
});
