/** The item a stored code stands for; throws when a file holds a code this version does not know. */
export function itemAt<Item>(items: readonly Item[], code: number): Item {
  const item = items[code];
  if (item === undefined) throw new RangeError(`Failed to read the code ${code}: there are ${items.length} of its kind.`);
  return item;
}
