import type { EditableField } from './editable-field';

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
const textOf = (value: unknown): string => JSON.stringify(value ?? null, sorted);

/** Whether two values say the same; absent and `null` do. */
export const same = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

/** By what the items of a field are known; a field without is one thing as a whole. */
const KEYS: Partial<Record<EditableField, string>> = { measures: 'id', effective: 'touchpoint', watchers: '', instances: '' };

type Items = Map<string, unknown>;

const itemsOf = (value: unknown, key: string): Items | undefined => {
  if (!Array.isArray(value)) return value === undefined || value === null ? new Map() : undefined;
  return new Map(value.map((item: unknown) => [key === '' ? String(item) : String(typeof item === 'object' && item !== null ? Reflect.get(item, key) : item), item]));
};

/** Three versions of a field in one. */
export interface Merged {
  value: unknown;
  /** Something in it was changed on both sides, and not to the same. */
  clashes: boolean;
}

/**
 * What a field becomes where two people changed it at once, given what both had seen. Lists go item by item: a measure that one has added
 * and another that the other has ticked off both stay. Where both changed the same thing, `prefer` decides.
 */
export function mergeField(field: EditableField, seen: unknown, mine: unknown, theirs: unknown, prefer: 'mine' | 'theirs'): Merged {
  if (same(theirs, seen) || same(theirs, mine)) return { value: mine, clashes: false };
  if (same(mine, seen)) return { value: theirs, clashes: false };
  const key = KEYS[field];
  const lists = key === undefined ? [] : [seen, mine, theirs].map((value) => itemsOf(value, key));
  const [before, here, there] = lists;
  if (!before || !here || !there) return { value: prefer === 'mine' ? mine : theirs, clashes: true };
  let clashes = false;
  // Theirs stay in their order; what was added here comes after.
  const value = [...new Set([...there.keys(), ...here.keys(), ...before.keys()])].flatMap((id) => {
    const [was, own, other] = [before.get(id), here.get(id), there.get(id)];
    const changedHere = !same(own, was);
    const changedThere = !same(other, was);
    if (changedHere && changedThere && !same(own, other)) clashes = true;
    const kept = changedHere && (!changedThere || prefer === 'mine') ? own : other;
    return kept === undefined ? [] : [kept];
  });
  return { value, clashes };
}
