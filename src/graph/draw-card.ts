import { markWidth, textWidth } from './labels';
import type { Cell } from './grid';
import { type Card, type CardMark, CHANGE_SIGNS, type PlaceCard, type ResultCard, type Severity } from './place-card';
import { NOTE_FONT, RANK_WIDTH, SPARK_HEIGHT, sparkPath, sparkWidth } from './spark';
import { element, textAt, wrapped } from './svg-text';

/** The colours a drawing is made of, by the names of the tokens. */
export const DRAWN_COLOURS = [
  'canvas', 'nps-ink', 'surface', 'surface-2', 'line', 'ink', 'ink-2', 'ink-3', 'volume', 'volume-soft', 'break', 'break-ink', 'break-mid', 'break-mid-ink', 'break-mild', 'break-mild-ink',
  'handoff', 'handoff-ink', 'handoff-soft', 'ticket', 'good-ink', 'good-soft', 'on-hue',
] as const;
export type Colours = Record<(typeof DRAWN_COLOURS)[number], string>;

interface Size {
  width: number;
  height: number;
}

/** A card as it stands on the map, with its marks. */
export const drawCard = (card: Card, cell: Cell, size: Size, colours: Colours): string =>
  element('g', { transform: `translate(${cell.x},${cell.y})` }, card.kind === 'place' ? placeCard(card, size, colours) : resultCard(card, size, colours));

const PADDING = 8;

function placeCard(card: PlaceCard, { width, height }: Size, colours: Colours): string {
  const { hue, ink, border } = huesOf(card.faded ? 'calm' : card.severity, colours);
  const broken = !card.faded && (card.severity === 'broken' || card.severity === 'severe');
  const quiet = card.faded ? colours['ink-3'] : undefined;
  const inner = width - 2 * PADDING;
  const parts = [element('rect', { width, height, rx: 10, fill: card.faded ? 'none' : colours.surface, stroke: card.faded ? colours.line : border, 'stroke-width': broken ? 1.5 : 1, 'stroke-dasharray': card.faded ? '4 3' : undefined })];
  const titled = card.title !== undefined;
  const gap = titled ? 2 : 4;
  let y = titled ? 6 : 7;
  if (card.title !== undefined) {
    const lines = wrapped(card.title, 13, inner, card.titleLines ?? 1);
    lines.forEach((line, index) => parts.push(textAt(PADDING, y + 12 + index * 16, line, { size: 13, weight: 600, fill: quiet ?? colours.ink })));
    y += (card.titleLines ?? 1) * 16 + gap;
  }
  const numbers = () => {
    if (card.volume !== undefined) parts.push(textAt(PADDING, y + 13, card.volume, { size: 13, weight: card.title === undefined ? 700 : 500, fill: quiet ?? (card.title === undefined ? colours.ink : colours['ink-2']) }));
    if (card.rate !== undefined) parts.push(rateOf(card, width, y, quiet ?? ink, colours));
    y += 17 + gap;
  };
  if (card.title === undefined) numbers();
  const filled = Math.min(1, card.bar ?? 0) * inner;
  parts.push(element('rect', { x: PADDING, y, width: inner, height: 6, rx: 3, fill: colours['volume-soft'] }));
  if (filled > 0) parts.push(element('rect', { x: PADDING, y, width: Math.max(3, filled), height: 6, rx: 3, fill: card.faded ? colours['volume-soft'] : hue }));
  if (broken && card.bar !== undefined) parts.push(element('path', { d: 'M1 1L4 13M6 1L9 13', transform: `translate(${PADDING + filled + 2},${y - 4})`, fill: 'none', stroke: hue, 'stroke-width': 1.8, 'stroke-linecap': 'round' }));
  y += 6 + gap;
  if (card.title !== undefined) numbers();
  parts.push(footOf(card, titled ? y - 1 : y + 2, inner, hue, colours));
  for (const mark of card.marks ?? []) parts.push(markOf(mark, { width, height }, colours));
  if (card.unclaimed !== undefined) {
    parts.push(element('g', { transform: `translate(${width - 23},-13)`, fill: colours.surface, stroke: colours.break, 'stroke-width': 1.6 }, `${element('path', { d: 'M1 1h14v17l-7-4-7 4z', 'stroke-dasharray': '2.5 2' })}${element('path', { d: 'M8 4v5M8 11.6v.4' })}`));
  }
  return parts.join('');
}

/** The break rate at the right, with the sign of its change before it. */
function rateOf({ rate = '', change, severity }: PlaceCard, width: number, y: number, fill: string, colours: Colours): string {
  const written = textAt(width - PADDING, y + 13, rate, { size: 12.5, weight: severity === 'calm' ? 400 : 700, fill, anchor: 'end' });
  if (!change) return written;
  return textAt(width - PADDING - textWidth(rate, 12.5) - 3, y + 13, CHANGE_SIGNS[change], { size: 10, fill: change === 'worse' ? colours['break-ink'] : colours['good-ink'], anchor: 'end' }) + written;
}

/** The last line: the note with its rank, and the days as a small line. */
function footOf({ note, daily, faded }: PlaceCard, y: number, inner: number, hue: string, colours: Colours): string {
  const rank = note?.rank;
  const indent = rank === undefined ? 0 : RANK_WIDTH;
  const across = sparkWidth({ note, daily }, inner - 2);
  return [
    rank === undefined ? '' : element('rect', { x: PADDING, y: y - 1, width: 14, height: 14, rx: 4, fill: colours['break-ink'] }) + textAt(PADDING + 7, y + 10, String(rank), { size: 11, weight: 700, fill: colours['on-hue'], anchor: 'middle' }),
    note ? textAt(PADDING + indent, y + 10, note.text, { size: NOTE_FONT, weight: rank === undefined ? undefined : 700, fill: { break: colours['break-ink'], handoff: colours['handoff-ink'], quiet: colours['ink-3'] }[note.tone], within: inner - indent }) : '',
    daily && across !== undefined
      ? element('path', { d: sparkPath(daily, across, SPARK_HEIGHT), transform: `translate(${PADDING + inner - across},${y})`, fill: 'none', stroke: faded ? colours['volume-soft'] : hue, 'stroke-width': 1.3, 'stroke-linejoin': 'round' })
      : '',
  ].join('');
}

function huesOf(severity: Severity, colours: Colours): { hue: string; ink: string; border: string } {
  switch (severity) {
    case 'calm':
      return { hue: colours.volume, ink: colours['ink-2'], border: colours.line };
    case 'mild':
      return { hue: colours['break-mild'], ink: colours['break-mild-ink'], border: colours.line };
    case 'broken':
      return { hue: colours['break-mid'], ink: colours['break-mid-ink'], border: colours['break-mid'] };
    case 'severe':
      return { hue: colours.break, ink: colours['break-ink'], border: colours.break };
  }
}

function markOf({ kind, text, alarm }: CardMark, { width, height }: Size, colours: Colours): string {
  const across = markWidth(text);
  if (kind === 'tasks') {
    const x = width + 7 - across;
    const pill = element('rect', { x, y: height - 11, width: across, height: 20, rx: 10, fill: alarm ? colours['break-ink'] : colours['handoff-ink'] });
    return pill + textAt(x + across / 2, height + 3.5, text, { size: 12, weight: 700, fill: colours['on-hue'], anchor: 'middle' });
  }
  if (kind === 'nps' || kind === 'voice') {
    const wide = textWidth(text, 11) + 10;
    const y = kind === 'nps' ? height - 4 : -14;
    const tag = element('rect', { x: -4, y, width: wide, height: 17, rx: 4, fill: colours.surface, stroke: colours['nps-ink'] });
    return tag + textAt(-4 + wide / 2, y + 12.5, text, { size: 11, weight: 600, fill: colours['nps-ink'], anchor: 'middle' });
  }
  const [left, right, top] = [width - 3 - across + 2, width - 5, -13];
  const pennant = element('path', { d: `M${left},${top}H${right}V${top + 21}L${(left + right) / 2},${top + 16}L${left},${top + 21}z`, fill: colours.ticket });
  const edge = alarm ? element('path', { d: `M${left},${top + 2}H${right}`, stroke: colours['break-ink'], 'stroke-width': 4 }) : '';
  return pennant + edge + textAt((left + right) / 2, top + 13, text, { size: 12, weight: 700, fill: colours['on-hue'], anchor: 'middle' });
}

function resultCard(card: ResultCard, { width }: Size, colours: Colours): string {
  const inner = width - 8;
  const lost = Math.min(1, card.bar ?? 0) * inner;
  return [
    card.completed === undefined ? '' : textAt(4, 14, card.completed, { size: 12, weight: 600, fill: colours['good-ink'] }),
    element('rect', { x: 4, y: 20, width: inner, height: 14, rx: 7, fill: colours['good-soft'] }),
    lost > 0 ? element('rect', { x: 4 + inner - lost, y: 20, width: lost, height: 14, rx: Math.min(7, lost / 2), fill: colours.break }) : '',
    card.lost === undefined ? '' : textAt(width - 4, 48, card.lost, { size: 12, fill: colours['break-ink'], anchor: 'end' }),
  ].join('');
}
