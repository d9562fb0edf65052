import { expect, test } from 'vitest';
import { layOut } from './layout';

const none = new Set<string>();
const groups = [{ key: 'registered', count: 3 }, { key: 'assigned', count: 2 }, { count: 1 }];
const lines = (layout: ReturnType<typeof layOut>) =>
  Array.from({ length: layout.lines }, (_, line) => {
    const one = layout.at(line);
    return one.kind === 'ticket' ? one.offset : (one.group.key ?? '');
  });

test('without groups every line is a ticket', () => {
  const layout = layOut(20_000, undefined, none);
  expect(layout.lines).toBe(20_000);
  expect(layout.at(19_999)).toEqual({ kind: 'ticket', offset: 19_999 });
  expect(layout.lineOf(7)).toBe(7);
});

test('with groups each has a heading, and its tickets below it', () => {
  expect(lines(layOut(6, groups, none))).toEqual(['registered', 0, 1, 2, 'assigned', 3, 4, '', 5]);
});

test('a closed group is its heading alone, and the offsets of the others stay', () => {
  const layout = layOut(6, groups, new Set(['registered', '']));
  expect(lines(layout)).toEqual(['registered', 'assigned', 3, 4, '']);
  expect([1, 3, 5].map(layout.lineOf)).toEqual([undefined, 2, undefined]);
});

test('the line of a ticket is where that ticket is', () => {
  const layout = layOut(6, groups, new Set(['assigned']));
  for (const offset of [0, 1, 2, 5]) expect(layout.at(layout.lineOf(offset) ?? -1)).toEqual({ kind: 'ticket', offset });
});

test('no tickets, no lines', () => {
  expect(layOut(0, [], none).lines).toBe(0);
});
