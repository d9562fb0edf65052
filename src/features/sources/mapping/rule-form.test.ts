import { valueRule } from '#contract';
import { expect, test } from 'vitest';
import { formOf, listOf, ruleOf, type RuleForm, tidy } from './rule-form';

test.each<RuleForm>([
  { column: 'state', test: 'is', value: 'Failed, Error', becomes: 'failed', reason: 'system' },
  { column: 'state', test: 'matches', value: 'Awaiting*', becomes: 'entered', reason: '' },
  { column: 'n', test: 'above', value: '3', becomes: 'limited', reason: '' },
  { column: 'n', test: 'rises', value: '', becomes: 'skip', reason: '' },
])('a rule made by hand is a rule of the contract, and is shown as it was made: $test', (form) => {
  const rule = ruleOf(form);
  expect(formOf(valueRule.parse(rule))).toEqual(form);
});

test('what is not complete is no rule, and what says more than the form is left to its JSON', () => {
  const form: RuleForm = { column: 'n', test: 'is', value: ' ', becomes: 'done', reason: '' };
  expect(ruleOf(form)).toBeUndefined();
  expect(ruleOf({ ...form, test: 'above', value: 'many' })).toBeUndefined();
  expect(formOf({ when: [{ column: 'n', above: 1, not: true }], set: { outcome: 'failed' } })).toBeUndefined();
  expect(formOf({ when: [{ column: 'n', is: ['1'] }], set: { touchpoint: 'app' } })).toBeUndefined();
});

test('lists are typed with either comma, and a profile keeps only what it says', () => {
  expect(listOf('?，NULL, ,-')).toEqual(['?', 'NULL', '-']);
  expect(tidy({ instance: 'a', touchpoint: null, time: {}, rules: undefined, empty: [] })).toEqual({ instance: 'a', touchpoint: null });
});
