import type { MappingProfile, RuleCondition, ValueRule } from '#contract';
import type { Outcome } from '#model';

/** The tests a rule can be given by hand. */
export const TESTS = ['is', 'matches', 'above', 'rises'] as const;
export type Test = (typeof TESTS)[number];

/** A rule as a person edits it: one test, and what follows. */
export interface RuleForm {
  column: string;
  test: Test;
  value: string;
  becomes: Outcome | 'skip';
  reason: string;
}

/** A rule as it is shown; undefined for one that says more than the form has room for. */
export function formOf({ when, set = {}, skip }: ValueRule): RuleForm | undefined {
  const [condition, ...others] = when;
  const { outcome, reason, ...more } = set;
  if (!condition || others.length > 0 || condition.not || Object.values(more).some((one) => one !== undefined)) return undefined;
  const tests = TESTS.filter((test) => condition[test] !== undefined);
  const [test] = tests;
  if (test === undefined || tests.length > 1 || (!skip && outcome === undefined)) return undefined;
  const value = test === 'is' ? (condition.is ?? []).join(', ') : test === 'rises' ? '' : String(condition[test] ?? '');
  return { column: condition.column, test, value, becomes: skip ? 'skip' : (outcome ?? 'done'), reason: reason ?? '' };
}

/** The rule that a form says; undefined while it is not complete. */
export function ruleOf({ column, test, value, becomes, reason }: RuleForm): ValueRule | undefined {
  const condition = conditionOf(column, test, value.trim());
  if (!condition) return undefined;
  return { when: [condition], ...(becomes === 'skip' ? { skip: true as const } : { set: { outcome: becomes, ...(reason.trim() !== '' && { reason: reason.trim() }) } }) };
}

function conditionOf(column: string, test: Test, value: string): RuleCondition | undefined {
  if (test === 'rises') return { column, rises: true };
  if (value === '') return undefined;
  if (test === 'matches') return { column, matches: value };
  if (test === 'above') return Number.isFinite(Number(value)) ? { column, above: Number(value) } : undefined;
  const values = listOf(value);
  return values.length > 0 ? { column, is: values } : undefined;
}

/** Values that are typed with commas between them, of either kind. */
export const listOf = (text: string): string[] => text.split(/[,，]/).map((one) => one.trim()).filter(Boolean);

/** A profile without what says nothing, so that its JSON is as short as it can be. No rules at all are said, too: then none are proposed. */
export const tidy = (profile: MappingProfile): MappingProfile => {
  const kept = Object.entries(profile).filter(([name, value]) => value !== undefined && !(name !== 'rules' && typeof value === 'object' && value !== null && Object.keys(value).length === 0));
  return Object.fromEntries(kept) as MappingProfile; // The same members, fewer of them.
};
