import type { Cell, Grid } from './grid';
import type { MapLoss } from './map-edge';
import type { Point } from './path';
import type { Card, CardMark } from './place-card';
import type { Route } from './routes';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedLabel {
  id: string;
  text: string;
  /** The middle of the text. */
  at: Point;
  box: Box;
}

export const LABEL_FONT = 12;
const LABEL_HEIGHT = 18;

/** How wide a text will be (px), near enough: CJK and full-width characters are square, others a bit over half of that. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += /[⺀-鿿＀-￯　-〿]/u.test(character) ? 1 : 0.58;
  return ems * fontSize;
}

/** Where the stub of a loss starts, and where its label stands: below the left part of its place. */
export function lossBox(grid: Grid, loss: MapLoss): Box | undefined {
  const cell = grid.cells.get(loss.from);
  if (!cell) return undefined;
  return { x: cell.x + (loss.aside ? 84 : 34), y: cell.y + grid.sizes.node.height + 6, width: textWidth(loss.label, LABEL_FONT), height: LABEL_HEIGHT };
}

/**
 * Places the labels of routes, greatest volume first, each at the first of its spots where it lies on no place, none of its marks, no loss
 * and no label placed before. One that fits nowhere is left out here, and is read on hover and in the table.
 */
export function placeLabels(grid: Grid, routes: readonly Route[], losses: readonly MapLoss[], cards: readonly Card[] = []): PlacedLabel[] {
  const { width, height } = grid.sizes.node;
  const taken: Box[] = [...grid.cells.values()].map(({ x, y }) => ({ x, y, width, height }));
  for (const loss of losses) {
    const box = lossBox(grid, loss);
    if (box) taken.push(box);
  }
  for (const card of cards) {
    const cell = grid.cells.get(card.id);
    if (cell && card.kind === 'place') taken.push(...(card.marks ?? []).map((mark) => markBox(mark, cell, grid.sizes.node)));
  }
  const placed: PlacedLabel[] = [];
  const byVolume = routes.toSorted((a, b) => b.edge.volume - a.edge.volume);
  for (const { edge, labelAt } of byVolume) {
    if (edge.label === undefined) continue;
    const across = textWidth(edge.label, LABEL_FONT) + 12;
    for (const at of labelAt) {
      const box = { x: at[0] - across / 2, y: at[1] - LABEL_HEIGHT / 2, width: across, height: LABEL_HEIGHT };
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      placed.push({ id: edge.id, text: edge.label, at, box });
      break;
    }
  }
  return placed;
}

/** How wide a pennant or a pill is (px). */
export const markWidth = (text: string): number => Math.max(24, 12 + text.length * 8);

/** Where a mark stands on the edge of its place. */
function markBox({ kind, text }: CardMark, { x, y }: Cell, { width, height }: Grid['sizes']['node']): Box {
  switch (kind) {
    case 'tickets':
      return { x: x + width - 3 - markWidth(text), y: y - 15, width: markWidth(text), height: 24 };
    case 'tasks':
      return { x: x + width + 7 - markWidth(text), y: y + height - 11, width: markWidth(text), height: 20 };
    case 'voice':
      return { x: x - 5, y: y - 14, width: textWidth(text, 11) + 10, height: 17 };
    case 'nps':
      return { x: x - 5, y: y + height - 4, width: textWidth(text, 11) + 10, height: 17 };
  }
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
