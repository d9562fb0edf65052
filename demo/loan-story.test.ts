import { DAY, detect, HOUR, journeyEvent, journeyRules, type ServiceEvent } from '#model';
import { expect, test } from 'vitest';
import { demoCatalogue } from './catalogue';
import { generate } from './generate';
import { loanStoryInstance } from './loan-story';
import { trickle } from './trickle';

const until = Date.parse('2026-11-23T11:00:00+08:00');
const clock = ({ at }: ServiceEvent) => new Date(at + 8 * HOUR).toISOString().slice(11, 19);
const story = () => [...generate({ from: until - 7 * DAY, until })].filter((event) => event.instance === loanStoryInstance(until));

test('the loan of 350,000 is told in ten events on one morning', () => {
  const events = story();
  expect(loanStoryInstance(until)).toBe('261119-loan');
  expect(events.map((event) => `${clock(event)} ${event.touchpoint} ${event.step} ${event.outcome}`)).toEqual([
    '10:02:04 app open done',
    '10:02:49 app face done',
    '10:02:58 app quote entered',
    '10:03:20 app quote limited',
    '10:03:32 video top-up entered',
    '10:09:10 video top-up done',
    '10:11:02 video fill entered',
    '10:12:36 video fill done',
    '10:13:41 video submit done',
    '10:17:26 app paid done',
  ]);
  expect(events[3]).toMatchObject({ reason: 'self-limit-300k', attributes: { requested: 350_000, limit: 300_000 } });
  expect(events[4]).toMatchObject({ attributes: { prefilled: true } });
});

test('it is detected as a realtime handoff after which the customer went on', () => {
  const rules = journeyRules(demoCatalogue());
  const events = story().map((event) => {
    const read = journeyEvent(rules, event);
    if (typeof read === 'string') throw new Error(read);
    return read;
  });
  const loan = rules.journeys.get(story()[0]!.journey)!;
  const detection = detect(loan, events, until);
  expect(detection).toMatchObject({ exists: true, state: 'handed' });
  expect(detection.exists && detection.interruptions).toEqual([
    expect.objectContaining({
      kind: 'limit',
      reason: 'self-limit-300k',
      step: 'quote',
      touchpoint: 'app',
      resolution: 'handoff',
      attempts: 0,
      carrier: expect.objectContaining({ kind: 'handoff', realtime: true, touchpoint: 'video', at: events[3]!.at + 12_000 }),
    }),
  ]);
});

test('whenever it is asked for, it lies complete in the week before', () => {
  for (let day = 0; day < 8; day++) {
    const midnight = Date.parse('2026-11-23T00:00:00+08:00') + day * DAY;
    const lately = trickle({ since: midnight - 8 * DAY, until: midnight });
    expect(lately.filter((event) => event.instance === loanStoryInstance(midnight))).toHaveLength(10);
  }
});
