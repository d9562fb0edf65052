import type { Localized } from './localized';

/** What two names differ by, and nothing else: full and half width, large and small letters, spaces and marks. */
export type NameDifference = (typeof DIFFERENCES)[number]['what'];

export interface LikelyDuplicate<Item> {
  /** The one that was there before. */
  keep: Item;
  other: Item;
  /** Empty when the names are the same. */
  differ: NameDifference[];
}

const DIFFERENCES = [
  { what: 'width', fold: (text: string) => text.normalize('NFKC') },
  { what: 'case', fold: (text: string) => text.toLowerCase() },
  { what: 'spaces', fold: (text: string) => text.replaceAll(/[\s\p{P}\p{S}]+/gu, '') },
] as const;

const folded = (text: string, but?: NameDifference): string => DIFFERENCES.reduce((left, { what, fold }) => (what === but ? left : fold(left)), text);

/** Pairs that are probably one thing under two names: an id or a name of one is that of another but for width, case, spaces and marks. Each item is told once. */
export function likelyDuplicates<Item extends { id: string; name: Localized }>(items: readonly Item[]): LikelyDuplicate<Item>[] {
  const first = new Map<string, { item: Item; name: string }>();
  const found: LikelyDuplicate<Item>[] = [];
  for (const item of items) {
    const names = [...new Set([item.id, item.name.zh, item.name.en ?? ''])].filter((name) => folded(name) !== '');
    const name = names.find((one) => first.has(folded(one)));
    const known = name === undefined ? undefined : first.get(folded(name));
    if (name !== undefined && known) found.push({ keep: known.item, other: item, differ: DIFFERENCES.flatMap(({ what }) => (folded(name, what) === folded(known.name, what) ? [] : [what])) });
    for (const one of names) if (!first.has(folded(one))) first.set(folded(one), { item: known?.item ?? item, name: one });
  }
  return found;
}
