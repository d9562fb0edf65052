import type { Grid } from '#graph';
import { type Colours, DRAWN_COLOURS, drawMap } from '#src/graph/draw-map';
import { STATES } from '#model';
import { formatsOf, type Language, saveBlob, stateWords, writeBalance } from '#ui';
import { type AnsweredView, fileName } from './export-jobs';
import { exportTexts } from './export-texts';
import { legendOf, legendTexts } from './legend-texts';
import { pageTexts } from './page-texts';
import { GROUPS, groupOf, isWide, RESULT } from './structure';
import { aboutAnswer } from './table-cells';
import { tableTexts } from './table-texts';
import type { GraphView } from './to-graph';

export interface MapPicture {
  grid: Grid;
  graph: GraphView;
  /** Whether any of the data is the synthetic insurer's. */
  isDemo: boolean;
}

export type PictureFormat = 'png' | 'svg';

/** So many pixels of a PNG for each of the map: sharp on paper. */
const DENSITY = 2;
/** Browsers draw no larger canvas. */
const WIDEST = 16_000;

/** Saves the map as it is narrowed and layered on screen, whole, with its filter, time and balance on it; in light colours, for paper. */
export async function saveMap(view: AnsweredView, picture: MapPicture, format: PictureFormat, language: Language): Promise<void> {
  const drawn = draw(view, picture, language);
  const svg = new Blob([drawn.svg], { type: 'image/svg+xml;charset=utf-8' });
  saveBlob(`${fileName(view, 'map')}.${format}`, format === 'svg' ? svg : await pngOf(svg, drawn));
}

/** Prints the map, fitted to the page. */
export function printMap(view: AnsweredView, picture: MapPicture, language: Language): void {
  const sheet = document.createElement('div');
  // Beside the app: the style for print shows it instead of everything else.
  sheet.dataset.print = '';
  sheet.innerHTML = draw(view, picture, language).svg;
  document.body.append(sheet);
  window.addEventListener('afterprint', () => sheet.remove(), { once: true });
  window.print();
}

function draw(view: AnsweredView, { grid, graph, isDemo }: MapPicture, language: Language): ReturnType<typeof drawMap> {
  const { place, catalogue, names, answer, zone, search } = view;
  const [t, page, tables] = [exportTexts[language], pageTexts[language], tableTexts[language]];
  const { exact, dateTime } = formatsOf(language);
  const about = aboutAnswer(answer, place, names, tables).map(([name, value]) => `${name} ${value}`);
  const balance = writeBalance(answer.balance, language);
  const parts = STATES.map((state) => `${stateWords[language][state]} ${balance.states[state]}`);
  const held = [
    search.at !== undefined && t.at(search.at.replace('T', ' ')),
    graph.narrowed && t.narrowed(exact(graph.narrowed.shown), exact(graph.narrowed.hidden)),
    graph.left.flows > 0 && t.hidden(exact(graph.left.flows), exact(graph.left.count)),
  ].filter((line) => typeof line === 'string');
  const touchpoints = new Map<string, (typeof catalogue.touchpoints)[number]>(catalogue.touchpoints.map((one) => [one.id, one]));
  const touchpoint = (id: string) => {
    const known = touchpoints.get(id);
    return known ? { name: names.touchpoint(known.id), below: page[groupOf(known)] } : { name: id };
  };
  const journeys = new Map<string, string>(catalogue.journeys.map(({ id, important }) => [id, important ? `${names.journey(id)} ★` : names.journey(id)]));
  const stages = new Map<string, string>(place.level === 'journey' ? catalogue.journeys.find(({ id }) => id === place.journey)?.stages.map(({ id }) => [id, names.stage(place.journey, id)]) : []);
  return drawMap({
    grid,
    surfaces: place.level === 'overview' ? 'groups' : 'lanes',
    cards: graph.cards,
    edges: graph.edges,
    losses: graph.losses,
    names:
      place.level === 'overview'
        ? {
            lane: (id) => ({ name: journeys.get(id) ?? id }),
            column: (id) => (id === RESULT ? page.result : isWide(catalogue) ? '' : touchpoint(id).name),
            group: (id) => page[GROUPS.find((one) => one === id) ?? 'self'],
          }
        : { lane: touchpoint, column: (id) => stages.get(id) ?? id },
    title: place.level === 'overview' ? page.title : names.journey(place.journey),
    lines: [about.join(' · '), `${t.entered} ${balance.entered} = ${parts.join(' + ')}`, ...(held.length > 0 ? [held.join(' · ')] : [])],
    legend: legendOf(view, graph, legendTexts[language], formatsOf(language)),
    foot: ['脉络 Throughline', isDemo && t.demo, t.made(dateTime(Date.now(), zone))].filter(Boolean).join(' · '),
    colours: lightColours(),
    font: getComputedStyle(document.body).fontFamily,
  });
}

/** The tokens as they are in the light theme, whatever the screen's. */
function lightColours(): Colours {
  const probe = document.createElement('span');
  probe.dataset.paper = '';
  document.body.append(probe);
  const entries = DRAWN_COLOURS.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries) as Colours; // One entry for each name.
}

async function pngOf(svg: Blob, { width, height }: { width: number; height: number }): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(DENSITY, WIDEST / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new RangeError('Failed to draw the map as PNG: it is too large for this browser. Please choose SVG.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}
