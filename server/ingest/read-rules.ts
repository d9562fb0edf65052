import type { MappingProfile, RuleCondition, ValueRule } from '#contract';
import type { LogRow } from './log-row';

/** What a rule says of a row: `undefined` where no rule is about it. */
export type RuleReader = (row: LogRow, instance: string, valueOf: (row: LogRow, column: string) => string | undefined) => ValueRule | undefined;

type Test = (value: string | undefined, instance: string) => boolean;

/** Makes the rules of a profile ready to read the rows of one file, in file order. */
export function createRules({ rules = [] }: Pick<MappingProfile, 'rules'>): RuleReader {
  if (rules.length === 0) return () => undefined;
  const ready = rules.map((rule) => ({ rule, tests: rule.when.map((condition) => ({ column: condition.column, test: testOf(condition) })) }));
  return (row, instance, valueOf) => {
    let first: ValueRule | undefined;
    // Every test is asked of every row: one that looks for a rise has to see them all.
    for (const { rule, tests } of ready) {
      let holds = true;
      for (const { column, test } of tests) if (!test(valueOf(row, column), instance)) holds = false;
      if (holds) first ??= rule;
    }
    return first;
  };
}

function testOf({ is, matches, above, rises, not }: RuleCondition): Test {
  const among = is && new Set(is);
  const pattern = matches === undefined ? undefined : wildcard(matches);
  const last = new Map<string, number>();
  const risen = (value: string | undefined, instance: string): boolean => {
    const number = numberOf(value);
    if (number === undefined) return false;
    const before = last.get(instance) ?? 0;
    // What never leaves 0 takes no memory.
    if (number !== before) last.set(instance, number);
    return number > before;
  };
  return (value, instance) => {
    const rose = rises ? risen(value, instance) : true;
    const holds = rose && (!among || among.has(value ?? '')) && (!pattern || pattern(value ?? '')) && (above === undefined || (numberOf(value) ?? -Infinity) > above);
    return not ? !holds : holds;
  };
}

const numberOf = (value: string | undefined): number | undefined => {
  const number = Number(value);
  return value === undefined || value === '' || !Number.isFinite(number) ? undefined : number;
};

/** Tests a text against `*` for anything, without a regular expression, whose time nobody could bound. */
function wildcard(pattern: string): (text: string) => boolean {
  const parts = pattern.toLowerCase().split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return (text) => text.toLowerCase() === first;
  return (text) => {
    const lower = text.toLowerCase();
    if (lower.length < first.length + last.length || !lower.startsWith(first) || !lower.endsWith(last)) return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
      const found = lower.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= lower.length - last.length;
  };
}
