import { wireEvent } from '#contract';
import { OUTCOMES } from '#model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainEvent } from './plain-event';

const good = {
  id: 'e1',
  instance: 'i1',
  journey: 'loan',
  step: '报价',
  touchpoint: 'app',
  outcome: 'limited',
  at: '2026-05-20T10:00:00.123+08:00',
  reason: 'over',
  initiative: 'company',
  customer: 'c1',
  organisation: 'sh',
  segment: '60+',
  attributes: { amount: 3.5, vip: true, note: null, channel: 'x' },
};

/** As the schema reads a row; `undefined` where it refuses it. */
function bySchema(row: unknown): unknown {
  const { success, data } = wireEvent.safeParse(row);
  return success ? { ...data, at: Date.parse(data.at) } : undefined;
}

const anId = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', '\ud83d', '\ude00', '😀', 'x'.repeat(200), 'x'.repeat(201), `${'x'.repeat(199)}😀`),
);
const instant = fc.oneof(
  fc.date({ noInvalidDate: true, min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') }).map((date) => date.toISOString()),
  fc
    .tuple(
      fc.constantFrom('2026-02-28', '2026-02-29', '2024-02-29', '1900-02-29', '2000-02-29', '2026-04-31', '2026-13-01', '0000-00-00', '26-01-01', '+12026-01-01'),
      fc.constantFrom('T', 't', ' '),
      fc.constantFrom('00:00:00', '23:59:59.1', '23:59:60', '24:00:00', '10:00', '10:00:00.', '10:00:00.123456789'),
      fc.constantFrom('Z', 'z', '', '+08:00', '-23:59', '+24:00', '+0800', 'Z\n'),
    )
    .map((parts) => parts.join('')),
);
const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, [], {}, ['x'], 7n));
const attributes = fc.oneof(
  fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'isPrototypeOf')), cell, { noNullPrototype: true }),
  cell,
);
/** A row whose every field is now right, now wrong, now absent, with one that nobody knows. */
const row = fc.record(
  {
    id: anId,
    instance: anId,
    journey: anId,
    step: anId,
    touchpoint: anId,
    outcome: fc.constantFrom<unknown>(...OUTCOMES, 'DONE', '', 'toString', 1),
    at: instant,
    reason: anId,
    initiative: fc.constantFrom<unknown>('customer', 'company', 'Customer', null),
    customer: fc.oneof(anId, cell),
    organisation: anId,
    segment: anId,
    attributes,
    unknown: cell,
    ['__proto__']: cell,
  },
  { requiredKeys: [] },
);
const nearlyGood = fc.tuple(row, fc.subarray(Object.keys(good), { maxLength: 3 })).map(([odd, fields]) => {
  const taken = Object.entries(odd).filter(([field]) => fields.includes(field) || field === 'unknown');
  return { ...good, ...Object.fromEntries(taken) };
});

test('a row with everything the schema knows, and everything right, is plain', () => {
  expect(Object.keys(good).toSorted()).toEqual(Object.keys(wireEvent.shape).toSorted());
  expect(plainEvent(good)).toEqual({ ...good, at: Date.parse(good.at) });
  const { id, instance, journey, step, touchpoint, outcome, at } = good;
  const least = { id, instance, journey, step, touchpoint, outcome, at };
  expect(plainEvent(least)).toEqual({ ...least, at: Date.parse(at) });
});

test('what is plain the schema takes as well, and reads the same', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyGood, row, fc.jsonValue(), fc.anything()), (value) => {
      const plain = plainEvent(value);
      if (plain !== undefined) expect(plain).toEqual(bySchema(value));
    }),
    { numRuns: 5_000 },
  );
});

test('a row as JSON hands it over is plain or left to the schema, never both ways', () => {
  const text = fc.oneof(nearlyGood, row).map((value) => JSON.stringify(value, (_, held: unknown) => (typeof held === 'bigint' ? String(held) : held)));
  fc.assert(
    fc.property(text, (json) => {
      const value: unknown = JSON.parse(json);
      expect(plainEvent(value) ?? bySchema(value)).toEqual(bySchema(value));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['a key that would be a prototype', '{"attributes":{"__proto__":1}}'],
  ['a number beyond all numbers', '{"attributes":{"x":1e999}}'],
  ['a list where attributes stand', '{"attributes":["x"]}'],
  ['half a character', '{"id":"\\ud83d"}'],
  ['a day that is none', '{"at":"2026-02-29T00:00:00Z"}'],
  ['null for what is absent', '{"reason":null}'],
])('%s is not plain', (_, odd) => {
  expect(plainEvent({ ...good, ...(JSON.parse(odd) as object) })).toBeUndefined();
});
