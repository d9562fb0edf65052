/** A group of the list, in its order; without a key: tickets that have none. */
export interface Group {
  key?: string | undefined;
  count: number;
}

/** A line of the list on screen: a group's heading, or the ticket at an offset of the list asked. */
export type Line = { kind: 'group'; group: Group; at: number } | { kind: 'ticket'; offset: number };

/** Which line stands where. */
export interface Layout {
  /** Lines in all. */
  lines: number;
  at: (line: number) => Line;
  /** The line of a ticket; absent while its group is closed. */
  lineOf: (offset: number) => number | undefined;
}

/** Key of a group among those closed. */
export const closedKey = ({ key }: Pick<Group, 'key'>): string => key ?? '';

/**
 * Lays a list out: without groups, a line for each ticket; with groups, a heading for each and below it its tickets, unless it is closed.
 * A list of groups is sorted by them, so each is a run of offsets.
 */
export function layOut(total: number, groups: readonly Group[] | undefined, closed: ReadonlySet<string>): Layout {
  if (!groups) return { lines: total, at: (line) => ({ kind: 'ticket', offset: line }), lineOf: (offset) => offset };
  let line = 0;
  let offset = 0;
  const placed = groups.map((group, at) => {
    const open = !closed.has(closedKey(group));
    const one = { group, at, line, offset, open };
    line += 1 + (open ? group.count : 0);
    offset += group.count;
    return one;
  });
  const lastOf = (begins: (one: (typeof placed)[number]) => boolean) => {
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = placed[middle];
      if (one && begins(one)) low = middle + 1;
      else high = middle;
    }
    return placed[low - 1];
  };
  return {
    lines: line,
    at(wanted) {
      const found = lastOf((one) => one.line <= wanted);
      if (!found || found.line === wanted) return { kind: 'group', group: found?.group ?? { count: 0 }, at: found?.at ?? 0 };
      return { kind: 'ticket', offset: found.offset + wanted - found.line - 1 };
    },
    lineOf(wanted) {
      const found = lastOf((one) => one.offset <= wanted);
      return found?.open ? found.line + 1 + wanted - found.offset : undefined;
    },
  };
}
