import type { BandMark } from './band-option';

/** A mark with the row its words stand in and what of them there is room for. */
export interface PlacedBandMark extends BandMark {
  /** From the top, from 0. */
  row: number;
  /** Empty where there is no room: the list below the chart has it. */
  text: string;
  /** Its words stand at the left of its line, which is near the right end. */
  atLeft: boolean;
}

/** Width of a Chinese character of a mark's words, in px; others take about half. */
const CHARACTER = 11.5;
const ROWS = 2;
const LONGEST = 12;

/** Puts the words of marks into rows so that none lies on another; of several at one point the first speaks, and says with `more` how many others there are. */
export function placeMarks(marks: readonly BandMark[], points: number, width: number, more: (others: number) => string): PlacedBandMark[] {
  const step = width / Math.max(1, points - 1);
  const taken: { row: number; from: number; to: number }[] = [];
  const indices = [...new Set(marks.map(({ index }) => index))].filter((index) => index >= 0 && index < points).toSorted((a, b) => a - b);
  const groups = indices.map((index) => marks.filter((mark) => mark.index === index));
  const hasTicket = (there: readonly BandMark[]): boolean => there.some(({ tone }) => tone === 'ticket');
  // Tickets have the first choice of room.
  return [...groups.filter(hasTicket), ...groups.filter((there) => !hasTicket(there))]
    .flatMap((there) => {
      const first = there.find(({ tone }) => tone === 'ticket') ?? there[0];
      if (!first) return [];
      const text = shorten(first.label) + (there.length > 1 ? more(there.length - 1) : '');
      const [x, room] = [first.index * step, textWidth(text) + 10];
      const atLeft = x + room > width;
      const [from, to] = atLeft ? [x - room, x] : [x, x + room];
      const row = Array.from({ length: ROWS }, (_, one) => one).find((one) => taken.every((other) => other.row !== one || other.to <= from || other.from >= to));
      if (row === undefined) return [{ ...first, row: ROWS - 1, text: '', atLeft }];
      taken.push({ row, from, to });
      return [{ ...first, row, text, atLeft }];
    })
    .toSorted((a, b) => a.index - b.index);
}

const shorten = (label: string): string => (textWidth(label) > LONGEST * CHARACTER ? `${cut(label)}…` : label);

function cut(label: string): string {
  let kept = '';
  for (const one of label) {
    if (textWidth(kept + one) > (LONGEST - 1) * CHARACTER) break;
    kept += one;
  }
  return kept;
}

const textWidth = (text: string): number => [...text].reduce((width, one) => width + (one > '\u2e7f' ? CHARACTER : CHARACTER * 0.58), 0);
