/** A count of zero for every key. */
export function zeros<const Key extends string>(keys: readonly Key[]): Record<Key, number> {
  // `fromEntries` forgets which keys it was given.
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}
