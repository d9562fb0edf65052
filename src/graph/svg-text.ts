import { textWidth } from './labels';

/** Attributes of an element; what is `undefined` is left out. */
type Attributes = Record<string, string | number | undefined>;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An element of an SVG, as text. @example element('rect', { x: 1, fill: '#fff' }) // '<rect x="1" fill="#fff"/>' */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escaped(typeof value === 'number' ? String(Math.round(value * 10) / 10) : value)}"`));
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

export interface TextStyle {
  size: number;
  fill: string;
  weight?: number | undefined;
  anchor?: 'middle' | 'end' | undefined;
  /** Shortened with … to this width (px). */
  within?: number | undefined;
  /** A halo in this colour, so that it reads over lines. */
  halo?: string | undefined;
}

/** A line of text whose baseline is at y. */
export function textAt(x: number, y: number, text: string, { size, fill, weight, anchor, within, halo }: TextStyle): string {
  const shown = within === undefined ? text : shortened(text, size, within);
  const around = halo === undefined ? {} : { 'paint-order': 'stroke', stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round' };
  return element('text', { x, y, 'font-size': size, fill, 'font-weight': weight, 'text-anchor': anchor, ...around }, escaped(shown));
}

/** A text cut so that it is no wider than this, its end told by …. */
export function shortened(text: string, size: number, within: number): string {
  if (textWidth(text, size) <= within) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > within) characters.pop();
  return `${characters.join('')}…`;
}

/** A text in lines no wider than this, broken anywhere, the last one shortened. */
export function wrapped(text: string, size: number, within: number, most: number): string[] {
  const lines: string[] = [];
  let rest = [...text];
  while (rest.length > 0 && lines.length < most) {
    if (lines.length === most - 1) return [...lines, shortened(rest.join(''), size, within)];
    let length = rest.length;
    while (length > 1 && textWidth(rest.slice(0, length).join(''), size) > within) length--;
    // Rather between words, where there are any.
    const space = rest.slice(0, length).lastIndexOf(' ');
    if (length < rest.length && space > 0) length = space + 1;
    lines.push(rest.slice(0, length).join('').trim());
    rest = rest.slice(length);
  }
  return lines;
}
