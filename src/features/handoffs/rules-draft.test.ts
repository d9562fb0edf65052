import { type HandoffRule, handoffRule } from '#model';
import { expect, test } from 'vitest';
import { edited, isDirty, moved, NO_DRAFT, withDraft } from './rules-draft';

const rule = (id: string, more: object = {}): HandoffRule =>
  handoffRule.parse({ id, name: { zh: id }, enabled: true, scene: {}, mode: 'proactive', touchpoint: 'call', slaMinutes: 30, clock: 'always', priority: 'normal', ...more });
const [a, b, c] = [rule('a'), rule('b'), rule('c')];
const rules = [a, b, c];
const ids = (all: readonly HandoffRule[]) => all.map(({ id }) => id).join('');

test('an edit lies on top of the rule, and one that goes back to what it was is none', () => {
  const draft = edited(NO_DRAFT, b, { slaMinutes: 60 });
  expect(withDraft(rules, draft).map(({ slaMinutes }) => slaMinutes)).toEqual([30, 60, 30]);
  expect(isDirty(draft)).toBe(true);
  expect(isDirty(edited(draft, b, { slaMinutes: 30 }))).toBe(false);
});

test('a rule moves one step, not over the ends, and back again is no change', () => {
  const draft = moved(NO_DRAFT, rules, b.id, -1);
  expect(ids(withDraft(rules, draft))).toBe('bac');
  expect(moved(draft, rules, b.id, -1)).toEqual(draft);
  expect(isDirty(moved(draft, rules, b.id, 1))).toBe(false);
});

test('what somebody else saves meanwhile stays below the draft: their edit, their new rule, their removed one', () => {
  const draft = moved(edited(NO_DRAFT, c, { enabled: false }), rules, c.id, -1);
  const theirs = [rule('a', { slaMinutes: 5 }), rule('c', { priority: 'high' }), rule('d')];
  const both = withDraft(theirs, draft);
  expect(ids(both)).toBe('acd');
  expect(both[0]).toMatchObject({ slaMinutes: 5 });
  expect(both[1]).toMatchObject({ priority: 'high', enabled: false });
});
