import { expect, test } from 'vitest';
import { catalogue } from './catalogue';
import { HOUR } from './time';

const name = { zh: '名' };
const loan = { id: 'loan', name, stages: [{ id: 'all', name }], steps: [{ id: 'apply', stage: 'all', name }], idleLostMs: 1 };
const app = { id: 'app', name, service: 'self', place: 'online', initiative: 'customer', order: 0 };
const problems = (value: object) => catalogue.safeParse({ touchpoints: [app], journeys: [loan], ...value }).error?.issues.map(({ path }) => path.join('/'));

test('the handoff window is three days unless told', () => {
  expect(catalogue.parse({ touchpoints: [app], journeys: [loan] })).toMatchObject({ handoffWindowMs: 72 * HOUR, organisations: [] });
});

test('limits and idle time are at least one', () => {
  expect(problems({ journeys: [{ ...loan, idleLostMs: 0 }] })).toEqual(['journeys/0/idleLostMs']);
  expect(problems({ journeys: [{ ...loan, steps: [{ id: 'apply', stage: 'all', name, standardMs: 0, maxAttempts: 0 }] }] })).toEqual([
    'journeys/0/steps/0/standardMs',
    'journeys/0/steps/0/maxAttempts',
  ]);
});

test('an id is used once', () => {
  expect(problems({ touchpoints: [app, app] })).toEqual(['touchpoints/1/id']);
  expect(problems({ journeys: [{ ...loan, steps: [...loan.steps, ...loan.steps] }] })).toEqual(['journeys/0/steps/1/id']);
});

test('a step is in a stage of its journey', () => {
  expect(problems({ journeys: [{ ...loan, steps: [{ id: 'apply', stage: 'none', name }] }] })).toEqual(['journeys/0/steps/0/stage']);
});

test('organisations are a tree', () => {
  expect(problems({ organisations: [{ id: 'a', name, parent: 'b' }, { id: 'b', name, parent: 'a' }] })).toEqual(['organisations/0/parent', 'organisations/1/parent']);
  expect(problems({ organisations: [{ id: 'a', name, parent: 'none' }] })).toEqual(['organisations/0/parent']);
  expect(problems({ organisations: [{ id: 'b', name, parent: 'a' }, { id: 'a', name }] })).toBeUndefined();
});
