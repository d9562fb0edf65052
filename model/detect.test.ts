import { expect, test } from 'vitest';
import { catalogue, type Initiative } from './catalogue';
import { detect } from './detect';
import type { Detection, JourneyEvent } from './detection';
import { journeyEvent, journeyRules } from './journey-rules';
import type { Outcome } from './service-event';
import { DAY, HOUR, MINUTE } from './time';
import { eventId, instanceId, journeyId, organisationId, reasonId, segmentId, stepId, touchpointId } from './ids';

const name = { zh: '名' };

/** The loan journey: apply → quote (a limit may strike) → sign → paid. Days pass at 3, the handoff window is 72 h. */
const rules = journeyRules(
  catalogue.parse({
    touchpoints: [
      { id: 'app', name, service: 'self', place: 'online', initiative: 'customer', order: 0 },
      { id: 'web', name, service: 'self', place: 'online', initiative: 'customer', order: 1 },
      { id: 'air', name, service: 'assisted', place: 'online', initiative: 'company', order: 2 },
      { id: 'hotline', name, service: 'assisted', place: 'online', initiative: 'customer', order: 3 },
      { id: 'branch', name, service: 'assisted', place: 'offline', initiative: 'company', order: 4 },
    ],
    journeys: [
      {
        id: 'loan',
        name,
        idleLostMs: 3 * DAY,
        stages: [{ id: 'all', name }],
        steps: [
          { id: 'apply', stage: 'all', name },
          { id: 'quote', stage: 'all', name, standardMs: 10 * MINUTE, maxAttempts: 2 },
          { id: 'sign', stage: 'all', name },
          { id: 'paid', stage: 'all', name, completes: true },
        ],
      },
    ],
  }),
);
const loan = rules.journeys.get(journeyId.parse('loan'))!;

type More = { reason?: string; initiative?: Initiative; organisation?: string; segment?: string };

/** `[time in ms, step, touchpoint, outcome]`. */
type Row = [at: number, step: string, touchpoint: string, outcome: Outcome, more?: More];

function read([at, step, touchpoint, outcome, more = {}]: Row): JourneyEvent {
  const event = journeyEvent(rules, {
    id: eventId.parse('e'),
    instance: instanceId.parse('i'),
    journey: journeyId.parse('loan'),
    step: stepId.parse(step),
    touchpoint: touchpointId.parse(touchpoint),
    outcome,
    at,
    reason: more.reason === undefined ? undefined : reasonId.parse(more.reason),
    initiative: more.initiative,
    organisation: more.organisation === undefined ? undefined : organisationId.parse(more.organisation),
    segment: more.segment === undefined ? undefined : segmentId.parse(more.segment),
  });
  if (typeof event === 'string') throw new Error(event);
  return event;
}

function detected(rows: Row[], now?: number): Detection {
  const result = detect(loan, rows.map(read), now ?? rows.at(-1)![0]);
  if (!result.exists) throw new Error('nothing exists yet');
  return result;
}

const kinds = (rows: Row[], now?: number) => detected(rows, now).interruptions.map(({ kind }) => kind);

test('the loan story: a limit in the App, handed over to a video agent, paid', () => {
  const story = detected([
    [0, 'apply', 'app', 'done'],
    [MINUTE, 'quote', 'app', 'limited', { reason: 'over-300000' }],
    [2 * MINUTE, 'quote', 'air', 'entered'],
    [9 * MINUTE, 'quote', 'air', 'done'],
    [20 * MINUTE, 'paid', 'app', 'done'],
  ]);
  expect(story).toMatchObject({ state: 'handed', startedAt: 0, lastAt: 20 * MINUTE, completedAt: 20 * MINUTE, events: 5, nextChangeAt: undefined });
  expect(story.interruptions).toEqual([
    {
      kind: 'limit',
      reason: 'over-300000',
      step: 'quote',
      touchpoint: 'app',
      at: MINUTE,
      anchor: 1,
      resolution: 'handoff',
      pending: false,
      carrier: { kind: 'handoff', realtime: true, step: 'quote', touchpoint: 'air', at: 2 * MINUTE },
      attempts: 0,
      continuedAt: 9 * MINUTE,
    },
  ]);
});

test('an event later than now does not exist yet', () => {
  const rows: Row[] = [
    [100, 'apply', 'app', 'done'],
    [200, 'paid', 'app', 'done'],
  ];
  expect(detect(loan, rows.map(read), 99)).toEqual({ exists: false, nextChangeAt: 100 });
  expect(detect(loan, [], 99)).toEqual({ exists: false, nextChangeAt: undefined });
  expect(detected(rows, 199)).toMatchObject({ state: 'active', events: 1, nextChangeAt: 200 });
  expect(detected(rows, 200)).toMatchObject({ state: 'smooth', events: 2, nextChangeAt: undefined });
});

test('organisation and segment are each that of the first existing event that carries one, completed or not', () => {
  const rows: Row[] = [
    [0, 'paid', 'app', 'done'],
    [1, 'apply', 'app', 'done', { segment: '60+' }],
    [2, 'apply', 'app', 'done', { organisation: 'sh', segment: 'young' }],
    [3, 'apply', 'app', 'done', { organisation: 'bj' }],
  ];
  expect(detected(rows)).toMatchObject({ organisation: 'sh', segment: '60+' });
  expect(detected(rows, 1)).toMatchObject({ organisation: undefined, segment: '60+' });
});

test('events after the completing one are visits, but break nothing', () => {
  const rows: Row[] = [
    [0, 'paid', 'app', 'done'],
    [1, 'quote', 'app', 'failed'],
    [2, 'paid', 'app', 'done'],
  ];
  const { state, visits, completedAt, interruptions } = detected(rows, 100 * DAY);
  expect({ state, completedAt, interruptions }).toEqual({ state: 'smooth', completedAt: 0, interruptions: [] });
  expect(visits.map(({ step, events }) => [step, events])).toEqual([
    ['paid', 1],
    ['quote', 1],
    ['paid', 1],
  ]);
});

test('repetition is the second stay on a step where nothing was done, at its first event', () => {
  const twice: Row[] = [
    [0, 'quote', 'app', 'entered'],
    [1, 'apply', 'app', 'entered'],
    [2, 'quote', 'web', 'entered', { reason: 'again' }],
  ];
  expect(detected(twice).interruptions).toMatchObject([{ kind: 'repetition', step: 'quote', touchpoint: 'web', reason: 'again', at: 2, anchor: 2 }]);
});

test('another touchpoint is no other stay', () => {
  expect(kinds([[0, 'quote', 'app', 'entered'], [1, 'quote', 'web', 'entered']])).toEqual([]);
});

test('nothing repeats once something was done on the step, nor when the stay begins with it, nor at the third stay', () => {
  const between: Row = [1, 'apply', 'app', 'entered'];
  expect(kinds([[0, 'quote', 'app', 'done'], between, [2, 'quote', 'app', 'entered']])).toEqual([]);
  expect(kinds([[0, 'quote', 'app', 'entered'], between, [2, 'quote', 'app', 'done']])).toEqual([]);
  const done: Row[] = [[3, 'quote', 'app', 'done'], [4, 'apply', 'app', 'done']];
  expect(kinds([[0, 'quote', 'app', 'entered'], between, [2, 'quote', 'app', 'entered'], ...done, [5, 'quote', 'app', 'entered']])).toEqual(['repetition']);
});

test('an overrun appears one millisecond after the standard, at the last event of the stay not later than it', () => {
  const rows: Row[] = [
    [0, 'quote', 'app', 'entered'],
    [10 * MINUTE, 'quote', 'web', 'entered', { reason: 'slow' }],
  ];
  expect(kinds(rows, 10 * MINUTE)).toEqual([]);
  expect(detected(rows, 10 * MINUTE).nextChangeAt).toBe(10 * MINUTE + 1);
  const [overrun] = detected([...rows, [11 * MINUTE, 'quote', 'app', 'entered']]).interruptions;
  expect(overrun).toMatchObject({ kind: 'overrun', touchpoint: 'web', reason: 'slow', at: 10 * MINUTE, anchor: 0 });
});

test('a stay ends at the first done inside it, else at the first event after it', () => {
  const after: Row = [20 * MINUTE, 'sign', 'app', 'entered'];
  expect(kinds([[0, 'quote', 'app', 'entered'], [10 * MINUTE, 'quote', 'app', 'done'], after])).toEqual([]);
  expect(kinds([[0, 'quote', 'app', 'entered'], [10 * MINUTE + 1, 'quote', 'app', 'done'], after])).toEqual(['overrun']);
  expect(kinds([[0, 'quote', 'app', 'entered'], [10 * MINUTE, 'sign', 'app', 'entered']])).toEqual([]);
  expect(kinds([[0, 'quote', 'app', 'entered'], [10 * MINUTE + 1, 'sign', 'app', 'entered']])).toEqual(['overrun']);
  expect(kinds([[0, 'quote', 'app', 'done'], [DAY, 'quote', 'app', 'entered']])).toEqual([]);
});

test('abandonment is where the customer last started something', () => {
  const rows: Row[] = [
    [0, 'apply', 'app', 'entered', { reason: 'form' }],
    [1, 'sign', 'air', 'entered'],
  ];
  expect(kinds(rows, 1 + 3 * DAY)).toEqual([]);
  expect(detected(rows, 2 + 3 * DAY)).toMatchObject({
    state: 'lost',
    interruptions: [{ kind: 'abandonment', step: 'apply', touchpoint: 'app', reason: 'form', at: 1 + 3 * DAY, anchor: 1, resolution: 'lost' }],
  });
});

test('without a contact the customer started, abandonment is where the silence began', () => {
  expect(detected([[0, 'apply', 'air', 'entered'], [1, 'sign', 'branch', 'entered']], 4 * DAY).interruptions).toMatchObject([
    { kind: 'abandonment', step: 'sign', touchpoint: 'branch' },
  ]);
  expect(detected([[0, 'apply', 'air', 'entered', { initiative: 'customer' }], [1, 'sign', 'branch', 'entered']], 4 * DAY).interruptions).toMatchObject([
    { kind: 'abandonment', step: 'apply', touchpoint: 'air' },
  ]);
});

test('whoever comes back after a silence was interrupted and continues', () => {
  const back = detected([[0, 'apply', 'app', 'entered'], [3 * DAY + 1, 'apply', 'app', 'done'], [3 * DAY + 2, 'paid', 'app', 'done']]);
  expect(back).toMatchObject({ state: 'recovered', interruptions: [{ kind: 'abandonment', resolution: 'self', continuedAt: 3 * DAY + 1 }] });
});

test('an interruption covers what follows until something is done on a step at least as far as any that broke', () => {
  const rows: Row[] = [
    [0, 'apply', 'app', 'failed'],
    [1, 'sign', 'app', 'failed'],
    [2, 'quote', 'app', 'done'],
    [3, 'sign', 'app', 'done'],
  ];
  expect(detected(rows).interruptions).toMatchObject([{ kind: 'failure', step: 'apply', continuedAt: 3 }]);
  expect(detected([...rows, [4, 'sign', 'app', 'limited']]).interruptions).toMatchObject([{ kind: 'failure' }, { kind: 'limit', at: 4, resolution: 'open' }]);
});

test('limit, failure and repetition of one event are one interruption of the first kind', () => {
  const rows: Row[] = [[0, 'quote', 'app', 'entered'], [1, 'apply', 'app', 'entered'], [2, 'quote', 'app', 'failed']];
  expect(kinds(rows)).toEqual(['failure']);
});

test('the carrier is the first entered or done on another, assisted touchpoint; failures before it are attempts', () => {
  const [one] = detected([
    [0, 'quote', 'app', 'limited'],
    [1, 'quote', 'web', 'entered'],
    [2, 'quote', 'branch', 'failed'],
    [3, 'quote', 'hotline', 'limited'],
    [4, 'quote', 'hotline', 'entered'],
    [5, 'quote', 'air', 'failed'],
  ]).interruptions;
  expect(one).toMatchObject({ attempts: 2, carrier: { kind: 'detour', touchpoint: 'hotline', at: 4 }, resolution: 'open' });
});

test('the event that continues may itself be the carrier', () => {
  expect(detected([[0, 'quote', 'app', 'limited'], [1, 'quote', 'branch', 'done']]).interruptions).toMatchObject([
    { resolution: 'handoff', continuedAt: 1, carrier: { kind: 'handoff', realtime: false } },
  ]);
});

test('a break on an assisted touchpoint is not carried by the same', () => {
  expect(detected([[0, 'quote', 'air', 'failed'], [1, 'quote', 'air', 'done']]).interruptions).toMatchObject([{ resolution: 'self', carrier: undefined }]);
});

test('a contact counts until the end of the handoff window, and not after it', () => {
  const at = (ms: number, outcome: Outcome) => detected([[0, 'quote', 'app', 'limited'], [ms, 'quote', 'air', outcome]]).interruptions[0];
  expect(at(3 * DAY, 'done')).toMatchObject({ resolution: 'handoff', continuedAt: 3 * DAY });
  expect(at(3 * DAY + 1, 'done')).toMatchObject({ resolution: 'self', carrier: undefined, continuedAt: 3 * DAY + 1 });
  expect(at(3 * DAY, 'failed')).toMatchObject({ attempts: 1 });
  expect(at(3 * DAY + 1, 'failed')).toMatchObject({ attempts: 0 });
});

test('a handoff is realtime within five minutes online', () => {
  const after = (ms: number, touchpoint: string) => detected([[0, 'quote', 'app', 'limited'], [ms, 'quote', touchpoint, 'entered']]).interruptions[0]?.carrier?.realtime;
  expect([after(5 * MINUTE, 'air'), after(5 * MINUTE + 1, 'air'), after(1, 'branch')]).toEqual([true, false, false]);
});

test('an open break without a carrier is pending for the handoff window, then unhanded', () => {
  const rows: Row[] = [[0, 'apply', 'app', 'failed'], [HOUR, 'apply', 'app', 'entered']];
  expect(detected(rows, 72 * HOUR)).toMatchObject({ nextChangeAt: 72 * HOUR + 1, interruptions: [{ resolution: 'open', pending: true }] });
  expect(detected(rows, 72 * HOUR + 1)).toMatchObject({ nextChangeAt: 73 * HOUR + 1, interruptions: [{ resolution: 'open', pending: false }] });
  expect(detected(rows, 73 * HOUR + 1)).toMatchObject({ state: 'lost', nextChangeAt: undefined, interruptions: [{ resolution: 'lost', pending: false }] });
});

test('the state of a completed instance is that of its best help', () => {
  const paid: Row = [DAY, 'paid', 'app', 'done'];
  const self: Row[] = [[0, 'apply', 'app', 'failed'], [1, 'apply', 'app', 'done']];
  const detour: Row[] = [[2, 'quote', 'app', 'failed'], [3, 'quote', 'hotline', 'done']];
  const handoff: Row[] = [[4, 'sign', 'app', 'failed'], [5, 'sign', 'air', 'done']];
  expect(detected([paid]).state).toBe('smooth');
  expect(detected([...self, paid]).state).toBe('recovered');
  expect(detected([...self, ...detour, paid]).state).toBe('detoured');
  expect(detected([...self, ...detour, ...handoff, paid]).state).toBe('handed');
});
