import { story as storySchema, type Story } from '#contract';
import { expect, test } from 'vitest';
import { toStory } from './to-story';

const at = (minute: number) => `2026-03-02T10:${String(minute).padStart(2, '0')}:00+08:00`;
const event = (id: string, step: string, touchpoint: string, outcome: string, minute: number, more = {}) => ({ id, step, touchpoint, outcome, at: at(minute), initiative: 'customer', ...more });

const loan: Story = storySchema.parse({
  asOf: at(59),
  revision: '1',
  zone: 'Asia/Shanghai',
  id: 'i',
  journey: 'loan',
  state: 'handed',
  startedAt: at(2),
  lastAt: at(17),
  completedAt: at(17),
  events: 4,
  eventList: [
    event('1', 'open', 'app', 'done', 2),
    event('2', 'quote', 'app', 'limited', 3, { reason: 'self-limit', attributes: { requested: 350_000, limit: 300_000 } }),
    event('3', 'top-up', 'video', 'entered', 4),
    event('4', 'paid', 'app', 'done', 17),
  ],
  interruptions: [
    {
      kind: 'limit',
      reason: 'self-limit',
      step: 'quote',
      touchpoint: 'app',
      at: at(3),
      resolution: 'handoff',
      pending: false,
      carrier: { kind: 'handoff', realtime: true, step: 'top-up', touchpoint: 'video', at: at(4) },
      attempts: 0,
      continuedAt: at(17),
      anchor: 1,
    },
  ],
});
const dayOf = (time: string) => time.slice(0, 10);
const shape = (story: Story) => toStory(story, dayOf).lines.map((line) => (line.type === 'event' ? line.event.id : line.type));

test('a break follows the event it hangs on, and a handoff comes before the event that carries it', () => {
  expect(shape(loan)).toEqual(['day', '1', '2', 'break', 'carrier', '3', '4']);
});

test('lanes are touchpoints in the order they were met', () => {
  const { lanes, lines } = toStory(loan, dayOf);
  expect(lanes).toEqual(['app', 'video']);
  expect(lines.find((line) => line.type === 'carrier')).toMatchObject({ lane: 1, fromLane: 0, waitMs: 60_000 });
});

test('only the completing event completes', () => {
  expect(toStory(loan, dayOf).lines.flatMap((line) => (line.type === 'event' && line.completes ? [line.event.id] : []))).toEqual(['4']);
});

test('a break that time makes stands where its time has come', () => {
  const [first, ...rest] = loan.interruptions;
  const late = storySchema.parse({ ...loan, interruptions: [{ ...first, carrier: undefined, kind: 'overrun', anchor: 0, at: at(10) }, ...rest.slice(1)] });
  expect(shape(late)).toEqual(['day', '1', '2', '3', 'break', '4']);
});

test('that nothing had to be entered again is said only where the data say it', () => {
  expect(toStory(loan, dayOf).lines.some((line) => 'prefilled' in line && line.prefilled)).toBe(false);
  const eventList = loan.eventList.map((one) => (one.id === '3' ? { ...one, attributes: { prefilled: true } } : one));
  expect(toStory({ ...loan, eventList }, dayOf).lines.find((line) => line.type === 'carrier')).toMatchObject({ prefilled: true });
});
