import { saveBlob } from '#ui';

/** So many pixels of the picture for each of the screen: sharp on paper. */
const DENSITY = 2;
/** Around what is drawn, in CSS pixels. */
const MARGIN = 16;
const SVG = 'http://www.w3.org/2000/svg';
/** What a drawing looks like by: styles of the page do not reach into a picture. */
const LOOKS = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'font-size', 'font-weight', 'font-family', 'opacity'];

/** Saves a card of the page as a PNG as it stands on screen: its drawings and its words, without what only can be pressed (`data-no-picture`). */
export async function savePicture(card: HTMLElement, file: string, foot: string): Promise<void> {
  const { width, height, left, top } = card.getBoundingClientRect();
  const root = document.createElementNS(SVG, 'svg');
  const feet = linesWithin(foot, width);
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN + 14 * feet.length];
  for (const [name, value] of Object.entries({ xmlns: SVG, width: wide, height: high, viewBox: `${-MARGIN} ${-MARGIN} ${wide} ${high}` })) root.setAttribute(name, String(value));
  root.append(rectangle(-MARGIN, -MARGIN, wide, high, getComputedStyle(card).backgroundColor));
  const isShown = (element: Element | null): boolean => element !== null && element.closest('[data-no-picture]') === null;
  for (const drawing of card.querySelectorAll('svg')) {
    if (!isShown(drawing)) continue;
    const place = drawing.getBoundingClientRect();
    const copy = withLooks(drawing);
    copy.setAttribute('x', String(place.left - left));
    copy.setAttribute('y', String(place.top - top));
    root.append(copy);
  }
  for (const { text, x, y, element } of linesOf(card, isShown)) root.append(words(text, x - left, y - top, element));
  feet.forEach((line, index) => root.append(words(line, 0, height + 10 + 14 * index, card, { size: '11px', weight: '400' })));
  saveBlob(`${file}.png`, await pngOf(new XMLSerializer().serializeToString(root), wide, high));
}

/** Words joined by ` · ` in lines of a width, of which a Chinese character takes 11 px and others about half. */
function linesWithin(text: string, width: number): string[] {
  const lines: string[] = [];
  const widthOf = (line: string): number => [...line].reduce((sum, one) => sum + (one > '\u2e7f' ? 11 : 6.5), 0);
  for (const part of text.split(' · ')) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

function rectangle(x: number, y: number, width: number, height: number, fill: string): SVGElement {
  const made = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height, fill })) made.setAttribute(name, String(value));
  return made;
}

/** A copy of a drawing that carries how it looks. */
function withLooks(drawing: SVGElement): SVGElement {
  const copy = drawing.cloneNode(true) as SVGElement; // A clone is of its original's type.
  const [from, to] = [[drawing, ...drawing.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]];
  from.forEach((element, index) => {
    const looks = getComputedStyle(element);
    for (const name of LOOKS) to[index]?.setAttribute(name, looks.getPropertyValue(name));
    // What refers to the page's styles would win over what has just been written.
    to[index]?.removeAttribute('class');
  });
  return copy;
}

interface Line {
  text: string;
  x: number;
  /** Its middle. */
  y: number;
  element: Element;
}

/** The words of a card outside its drawings, line by line as they are broken on screen. */
function linesOf(card: HTMLElement, isShown: (element: Element | null) => boolean): Line[] {
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  const lines: Line[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || element.closest('svg') || !isShown(element) || node.textContent?.trim() === '') continue;
    lines.push(...linesOfText(node, element));
  }
  return lines;
}

function linesOfText(node: Node, element: Element): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  const text = node.textContent ?? '';
  let before: DOMRect | undefined;
  for (let index = 0; index < text.length; index += 1) {
    range.setStart(node, index);
    range.setEnd(node, index + 1);
    const place = range.getBoundingClientRect();
    if (place.width === 0) continue;
    const last = lines.at(-1);
    if (last && before && Math.abs(before.top - place.top) < 2) last.text += text[index];
    else lines.push({ text: text[index] ?? '', x: place.left, y: place.top + place.height / 2, element });
    before = place;
  }
  return lines;
}

function words(text: string, x: number, y: number, element: Element, { size, weight }: { size?: string; weight?: string } = {}): SVGElement {
  const made = document.createElementNS(SVG, 'text');
  const { color, fontFamily, fontSize, fontWeight } = getComputedStyle(element);
  for (const [name, value] of Object.entries({ x, y, fill: color, 'font-family': fontFamily, 'font-size': size ?? fontSize, 'font-weight': weight ?? fontWeight, 'dominant-baseline': 'central' })) made.setAttribute(name, String(value));
  made.textContent = text;
  return made;
}

async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * DENSITY);
    canvas.height = Math.round(height * DENSITY);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new RangeError('Failed to draw the chart as PNG: this browser gave no picture.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}
