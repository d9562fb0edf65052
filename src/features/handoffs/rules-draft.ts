import type { HandoffRule, RuleId } from '#model';

/** What of a rule is edited here. */
export type RuleEdit = Partial<Pick<HandoffRule, 'enabled' | 'slaMinutes' | 'clock' | 'touchpoint' | 'priority'>>;

/** What somebody has changed and not yet saved, on top of whatever the rules are by then. */
export interface RulesDraft {
  edits: Readonly<Record<RuleId, RuleEdit>>;
  /** Absent while the order is as it was. */
  order?: readonly RuleId[] | undefined;
}

export const NO_DRAFT: RulesDraft = { edits: {} };

/** The rules with a draft on top. Rules that somebody has added meanwhile come last, those that are gone are gone. */
export function withDraft(rules: readonly HandoffRule[], { edits, order = [] }: RulesDraft): HandoffRule[] {
  const placeOf = (id: RuleId) => (order.includes(id) ? order.indexOf(id) : order.length + rules.findIndex((rule) => rule.id === id));
  return rules.map((rule) => ({ ...rule, ...edits[rule.id] })).toSorted((a, b) => placeOf(a.id) - placeOf(b.id));
}

/** The draft with one rule edited; what is again as it was is no edit. */
export function edited(draft: RulesDraft, rule: HandoffRule, edit: RuleEdit): RulesDraft {
  const all = { ...draft.edits[rule.id], ...edit };
  const changed: RuleEdit = Object.fromEntries(Object.entries(all).filter(([field, value]) => rule[field as keyof RuleEdit] !== value)); // The fields of an edit.
  const { [rule.id]: _, ...others } = draft.edits;
  return { ...draft, edits: Object.keys(changed).length === 0 ? others : { ...others, [rule.id]: changed } };
}

/** The draft with one rule a step earlier (−1) or later (+1). */
export function moved(draft: RulesDraft, rules: readonly HandoffRule[], id: RuleId, by: -1 | 1): RulesDraft {
  const order = withDraft(rules, draft).map((rule) => rule.id);
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return draft;
  order.splice(to, 0, ...order.splice(from, 1));
  return { ...draft, order: order.every((one, index) => one === rules[index]?.id) ? undefined : order };
}

/** Whether there is anything to save. */
export const isDirty = ({ edits, order }: RulesDraft): boolean => order !== undefined || Object.keys(edits).length > 0;
