import { textWidth } from './labels';
import type { PlaceCard } from './place-card';

export const SPARK_HEIGHT = 12;
/** The widest, and the narrowest that still shows a course (px). */
const [WIDEST, NARROWEST] = [46, 26];
export const NOTE_FONT = 12;
/** The badge of a rank with what parts it from the note. */
export const RANK_WIDTH = 19;

/** How wide the line of a card's days is at the foot of a card with so much room inside; absent where there is none, or nothing to draw. */
export function sparkWidth({ daily, note }: Pick<PlaceCard, 'daily' | 'note'>, inner: number): number | undefined {
  if (!daily || daily.length < 2 || !daily.some((count) => count > 0)) return undefined;
  const left = inner - (note ? textWidth(note.text, NOTE_FONT) + 8 + (note.rank === undefined ? 0 : RANK_WIDTH) : 0);
  return left < NARROWEST ? undefined : Math.min(WIDEST, Math.floor(left));
}

/** Days from left to right, from zero to the greatest: SVG path data in a box of this size. */
export function sparkPath(daily: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...daily);
  const step = width / Math.max(1, daily.length - 1);
  return daily.map((count, index) => `${index === 0 ? 'M' : 'L'}${(index * step).toFixed(1)} ${(height - 1 - (count / most) * (height - 2)).toFixed(1)}`).join('');
}
