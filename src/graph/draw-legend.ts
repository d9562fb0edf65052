import type { Colours } from './draw-card';
import { textWidth } from './labels';
import { legendEntries, type LegendSign, type LegendTexts, strokeOf, TOP_EDGE } from './legend-signs';
import { element, textAt } from './svg-text';

const FONT = 12;
const LINE = 26;
const SIGN = 30;
const GAP = 22;

/** The legend in lines no wider than this, from its top left corner, and how high it is. */
export function drawLegend(texts: LegendTexts, width: number, colours: Colours): { svg: string; height: number } {
  let [x, y] = [0, 0];
  const parts = [textAt(0, 12, texts.title, { size: FONT + 1, weight: 600, fill: colours['ink-2'] })];
  y += 20;
  for (const { sign, text } of legendEntries(texts)) {
    const across = SIGN + textWidth(text, FONT);
    if (x > 0 && x + across > width) [x, y] = [0, y + LINE];
    parts.push(element('g', { transform: `translate(${x},${y})` }, signOf(sign, colours)), textAt(x + SIGN, y + 14, text, { size: FONT, fill: colours['ink-2'] }));
    x += across + GAP;
  }
  return { svg: parts.join(''), height: y + LINE };
}

function signOf(sign: LegendSign, colours: Colours): string {
  const hue = { break: colours.break, mild: colours['break-mild'], handoff: colours.handoff, ticket: colours.ticket, volume: colours.volume }[sign.tone];
  const { width, cap, dashes } = strokeOf(sign);
  const drawn = element('path', { d: sign.d, fill: sign.filled ? hue : 'none', stroke: hue, 'stroke-width': width, 'stroke-linecap': cap, 'stroke-dasharray': dashes });
  return drawn + (sign.topped ? element('path', { d: TOP_EDGE, fill: 'none', stroke: colours.break, 'stroke-width': 4 }) : '');
}
