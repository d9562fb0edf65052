/** `Object.entries` that keeps the names' type. */
export const entriesOf = <Key extends string, Value>(record: Partial<Record<Key, Value>>): [Key, Value][] =>
  // The demo's tables are literals checked against their keys, so they hold no other names.
  Object.entries(record) as [Key, Value][];
