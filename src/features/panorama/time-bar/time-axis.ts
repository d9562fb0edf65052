/** A slot of the time axis: a day, or an hour of the clock. */
export interface Slot {
  /** `2026-11-12`, or `2026-11-12T14` in the zone of the view. */
  at: string;
  /** Breaks of the slot. */
  count: number;
  /** What may still change is drawn apart. */
  mature: boolean;
}

/** Something that happened, at a slot of the axis. */
export interface AxisMark {
  id: string;
  /** Of the slot. */
  at: string;
  text: string;
}

/** A mark with where it stands, in slots from the left, and the marks that fall on the same one. */
export interface PlacedMark<Mark extends AxisMark> {
  index: number;
  marks: readonly Mark[];
  /** Whether its text has room before the next one. */
  told: boolean;
}

/** Width of a character of a mark's text, in px. */
const CHARACTER = 12;

/** Marks by slot, and which of them have room for their text; `width` is the axis in px. Those of other days are left out. */
export function placeMarks<Mark extends AxisMark>(slots: readonly Slot[], marks: readonly Mark[], width: number): PlacedMark<Mark>[] {
  const indices = new Map(slots.map(({ at }, index) => [at, index]));
  const bySlot = new Map<number, Mark[]>();
  for (const mark of marks) {
    const index = indices.get(mark.at);
    if (index === undefined) continue;
    const there = bySlot.get(index);
    if (there) there.push(mark);
    else bySlot.set(index, [mark]);
  }
  const placed = [...bySlot].toSorted(([a], [b]) => a - b);
  const slotWidth = width / Math.max(1, slots.length);
  return placed.map(([index, there], position) => {
    const next = placed[position + 1]?.[0] ?? slots.length;
    const text = there[0]?.text ?? '';
    return { index, marks: there, told: textWidth(text) + (there.length > 1 ? 24 : 10) <= (next - index) * slotWidth };
  });
}

/** Chinese characters are as wide as high, others about half. */
const textWidth = (text: string): number => [...text].reduce((width, one) => width + (one > '\u2e7f' ? CHARACTER : CHARACTER * 0.58), 0);

/**
 * Bars of the counts as two SVG paths in a box of one unit a slot and 1 high: those that stay, and those that may still change.
 * A slot with a break has a bar that can be seen.
 */
export function barPaths(slots: readonly Slot[]): { mature: string; immature: string } {
  const highest = Math.max(1, ...slots.map(({ count }) => count));
  const paths = { mature: '', immature: '' };
  for (const [index, { count, mature }] of slots.entries()) {
    if (count === 0) continue;
    const top = 1 - Math.max(0.05, count / highest);
    paths[mature ? 'mature' : 'immature'] += `M${index + 0.14} 1V${top.toFixed(3)}H${(index + 0.86).toFixed(2)}V1Z`;
  }
  return paths;
}

/** The slot under a point of an axis that is `width` px wide. */
export const slotAt = (slots: readonly Slot[], x: number, width: number): number => Math.min(slots.length - 1, Math.max(0, Math.floor((x / Math.max(1, width)) * slots.length)));

/** The slot that a key of a slider goes to; none for other keys. `leap`: slots of a page. */
export function slotAfterKey(key: string, index: number, count: number, leap: number): number | undefined {
  const to = { ArrowLeft: index - 1, ArrowDown: index - 1, ArrowRight: index + 1, ArrowUp: index + 1, PageDown: index - leap, PageUp: index + leap, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}
