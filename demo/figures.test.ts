import {
  type Balance,
  DAY,
  type Detection,
  detect,
  emptyBalance,
  enter,
  HOUR,
  type Instant,
  type JourneyEvent,
  journeyEvent,
  journeyRules,
  KINDS,
  RESOLUTIONS,
  type ServiceEvent,
  STATES,
} from '#model';
import { expect, test } from 'vitest';
import { dayOf, dayOfDate, stampOf, startOf } from './calendar';
import { demoCatalogue } from './catalogue';
import { generate, type History } from './generate';
import { incidentOf } from './programme';
import { ASSISTED, SELF } from './touchpoints';

/** What the product would say of these slices of the demo's world: the model's own detection, counted. */

const until = Date.parse('2026-11-23T11:00:00+08:00');
const catalogue = demoCatalogue();
const rules = journeyRules(catalogue);

interface Told {
  events: ServiceEvent[];
  detection: Detection;
}

function* detected(history: History, now: Instant): Generator<Told> {
  let events: ServiceEvent[] = [];
  for (const event of generate(history)) {
    if (events[0] && events[0].instance !== event.instance) {
      yield { events, detection: detectionOf(events, now) };
      events = [];
    }
    events.push(event);
  }
  if (events[0]) yield { events, detection: detectionOf(events, now) };
}

function detectionOf(events: readonly ServiceEvent[], now: Instant): Detection {
  const journey = rules.journeys.get(events[0]!.journey)!;
  const result = detect(journey, events.map((event) => journeyEvent(rules, event) as JourneyEvent), now);
  if (!result.exists) throw new Error('An instance with events does not exist.');
  return result;
}

/** Instances seen and interrupted, by place. */
class Rates {
  readonly #seen = new Map<string, { instances: number; interrupted: number }>();

  count(seen: Iterable<string>, interrupted: Iterable<string>): void {
    for (const place of new Set(seen)) this.#at(place).instances++;
    for (const place of new Set(interrupted)) this.#at(place).interrupted++;
  }

  #at(place: string) {
    const known = this.#seen.get(place) ?? { instances: 0, interrupted: 0 };
    this.#seen.set(place, known);
    return known;
  }

  of(place: string): number {
    const { instances, interrupted } = this.#at(place);
    return interrupted / instances;
  }

  places(least: number): string[] {
    return [...this.#seen].filter(([, { instances }]) => instances >= least).map(([place]) => place);
  }
}

test('the last 30 days look like a company that mostly works', () => {
  const balance: Balance = emptyBalance();
  const kinds = new Map<string, number>();
  const resolutions = new Map<string, number>();
  const carriers = new Map<string, number>();
  let attempts = 0;
  const overview = new Rates();
  const nodes = new Rates();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

  for (const { events, detection } of detected({ until, from: until - 30 * DAY, scale: 20 }, until)) {
    enter(balance, detection.state);
    for (const { kind, resolution, carrier, attempts: tried } of detection.interruptions) {
      add(kinds, kind);
      add(resolutions, resolution);
      if (carrier) add(carriers, carrier.kind === 'handoff' && carrier.realtime ? 'realtime' : carrier.kind);
      if (tried > 0) attempts++;
    }
    const journey = events[0]!.journey;
    overview.count(
      events.map((event) => `${journey}~${event.touchpoint}`),
      detection.interruptions.map((one) => `${journey}~${one.touchpoint}`),
    );
    nodes.count(
      events.map((event) => `${journey}~${event.step}~${event.touchpoint}`),
      detection.interruptions.map((one) => `${journey}~${one.step}~${one.touchpoint}`),
    );
  }

  const share = Object.fromEntries(STATES.map((state) => [state, (100 * balance[state]) / balance.entered]));
  expect(share.smooth).toBeGreaterThan(89);
  expect(share.smooth).toBeLessThan(93);
  expect(share.recovered).toBeGreaterThan(1);
  expect(share.recovered).toBeLessThan(2);
  expect(share.handed).toBeGreaterThan(3);
  expect(share.handed).toBeLessThan(4.5);
  expect(share.detoured).toBeGreaterThan(0.4);
  expect(share.detoured).toBeLessThan(1);
  expect(share.active).toBeGreaterThan(0.5);
  expect(share.active).toBeLessThan(1.1);
  expect(share.lost).toBeGreaterThan(1.4);
  expect(share.lost).toBeLessThan(2.5);

  for (const kind of KINDS) expect(kinds.get(kind)).toBeGreaterThan(100);
  for (const resolution of RESOLUTIONS) expect(resolutions.get(resolution)).toBeGreaterThan(100);
  for (const carrier of ['handoff', 'realtime', 'detour']) expect(carriers.get(carrier)).toBeGreaterThan(100);
  expect(attempts).toBeGreaterThan(100);

  const at = (touchpoints: readonly string[]) =>
    overview.places(200).filter((place) => touchpoints.some((one) => place.endsWith(`~${one}`)));
  expect(at(SELF).filter((place) => overview.of(place) < 0.02 || overview.of(place) > 0.18)).toEqual([]);
  expect(at(ASSISTED).filter((place) => overview.of(place) > 0.03)).toEqual([]);
  // Where a fix has come undone.
  expect(nodes.places(200).filter((place) => nodes.of(place) > 0.16)).toEqual([]);
  // Every journey has its whole row on the overview: no touchpoint of it stays unvisited.
  expect(overview.places(1)).toHaveLength(8 * 7 - 4);
});

test('customers of 60 and over break more often at the face check, and those of Henan more often than those of Zhejiang', () => {
  const rates = new Rates();
  for (const { events, detection } of detected({ until, from: until - 10 * DAY, scale: 30 }, until)) {
    const broken = detection.interruptions.length > 0;
    const province = `${detection.organisation?.slice(0, 2)}`;
    rates.count([province], broken ? [province] : []);
    const age = detection.segment === 'age60' ? 'older' : 'younger';
    const failed = detection.interruptions.some((one) => one.step === 'face');
    if (events.some((event) => event.step === 'face')) rates.count([age], failed ? [age] : []);
  }
  expect(rates.of('older')).toBeGreaterThan(1.5 * rates.of('younger'));
  expect(rates.of('ha')).toBeGreaterThan(1.2 * rates.of('zj'));
});

test('the face check gets better on the App when its fix is live there, on 微信 four weeks later, and worse again when it is undone', () => {
  const rate = (date: string, touchpoint: string) => {
    const from = startOf(dayOfDate(date));
    const rates = new Rates();
    for (const { events, detection } of detected({ from, until: from + 10 * DAY - 1, scale: 15 }, from + 40 * DAY)) {
      const here = (one: { step: string; touchpoint: string }) => one.step === 'face' && one.touchpoint === touchpoint;
      const failed = detection.interruptions.some((one) => here(one) && one.kind === 'failure');
      if (events.some(here)) rates.count(['face'], failed ? ['face'] : []);
    }
    return rates.of('face');
  };
  const [before, between, after, undone] = ['2026-05-03', '2026-05-27', '2026-06-10', '2026-08-06'];
  expect(rate(between!, 'app')).toBeLessThan(0.4 * rate(before!, 'app'));
  expect(rate(between!, 'wechat')).toBeGreaterThan(0.75 * rate(before!, 'wechat'));
  expect(rate(after!, 'wechat')).toBeLessThan(0.4 * rate(before!, 'wechat'));
  expect(rate(undone!, 'app')).toBeGreaterThan(2 * rate(between!, 'app'));
});

test('on the day of an incident its touchpoint fails several times as often as the day before', () => {
  let day = dayOf(until) - 1;
  while (!incidentOf('throughline', day)) day--;
  const { step, touchpoint, reason } = incidentOf('throughline', day)!;
  const failures = (on: number) => {
    let count = 0;
    for (const event of generate({ from: startOf(on), until: startOf(on + 1) - 1, scale: 20 })) {
      if (event.step === step && event.touchpoint === touchpoint && event.outcome === 'failed' && event.reason === reason) count++;
    }
    return count;
  };
  expect(failures(day)).toBeGreaterThan(4 * failures(day - 1));
});

test('the week has its rhythm: nights are quiet, counters close, and the Spring Festival is still', () => {
  const perDay = new Map<string, number>();
  let atNight = 0;
  const from = startOf(dayOfDate('2026-02-02'));
  for (const event of generate({ from, until: from + 28 * DAY, scale: 4 })) {
    if (!event.id.endsWith('.01')) continue;
    const day = stampOf(dayOf(event.at));
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    const hour = ((event.at + 8 * HOUR) % DAY) / HOUR;
    if (event.touchpoint === 'counter' && (hour < 9 || hour > 17.5)) atNight++;
  }
  const of = (day: string) => perDay.get(day) ?? 0;
  expect(atNight).toBe(0);
  expect(of('260218')).toBeLessThan(0.65 * of('260204'));
  expect(of('260208')).toBeLessThan(0.95 * of('260204'));
});
