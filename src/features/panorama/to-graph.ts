import type { PanoramaAnswer, PanoramaNode } from '#contract';
import type { Card, CardMark, MapEdge, MapLoss, PlaceCard, Severity } from '#graph';
import { type Balance, edgeId, OPEN_TICKET_STATES, parseNodeId } from '#model';
import type { Formats, ticketStateWords } from '#ui';
import { ENOUGH, fullBar, THRESHOLDS } from './figures';
import type { mapTexts } from './map-texts';
import type { Names } from './names';
import { rankUnhanded } from './ranking';
import type { FlowShare, Layer, Only } from './search';
import { RESULT, resultId } from './structure';
import { staysInFront } from './only';
import { thinFlows } from './thin-flows';
import type { Place } from './url';
import { isUnclaimed, openTickets, recurredTickets } from './work';

export interface GraphQuestion {
  place: Place;
  /** Whether the places of the overview carry the names of their touchpoints, having no columns of their own. */
  wide?: boolean | undefined;
  /** Lines given to the titles of steps. */
  titleLines: 1 | 2;
  /** Places the map has room for; those the answer has nothing of are drawn empty, so that a filter never tears holes. */
  known: readonly string[];
  layers: ReadonlySet<Layer>;
  only: readonly Only[] | undefined;
  /** How much of all transitions the flows drawn make up. */
  share: FlowShare | undefined;
  selected: string | undefined;
  /** What a full bar stands for; absent: what fits these places. */
  fullBar?: number | undefined;
  /** Breaks of each day of the period, by place; inside a journey they are drawn on it. */
  daily?: ReadonlyMap<string, readonly number[]> | undefined;
  names: Names;
  formats: Formats;
  words: (typeof mapTexts)['zh'];
  ticketStates: (typeof ticketStateWords)['zh'];
}

/** The map as it is drawn. */
export interface GraphView {
  cards: Card[];
  edges: MapEdge[];
  losses: MapLoss[];
  /** What a full bar stands for, as a proportion. */
  fullBar: number;
  fullLoss: number;
  /** Flows too small to draw. */
  left: { flows: number; count: number };
  /** Places that `only` has step back, and those that stay; absent when nothing is asked for. */
  narrowed: { hidden: number; shown: number } | undefined;
}

/** Share of the greatest handoff from which a handoff has a label on the map. */
const LABELLED = 0.15;
/** What happened once has no success rate worth a label. */
const LEAST_LABELLED = 2;

/** Turns an answer into what the graph draws: purely, every text ready. */
export function toGraph(answer: PanoramaAnswer, question: GraphQuestion): GraphView {
  const { place, layers, only, share, selected, names, formats, words } = question;
  const full = question.fullBar ?? fullBar(answer.nodes.filter(isEnough).map((node) => node.rate.value));
  const fullLoss = fullBar(answer.journeys.filter(({ balance }) => balance.entered >= ENOUGH).map(({ balance }) => balance.lost / balance.entered));
  const ranks = ranksOf(answer.nodes, only);
  const cards: Card[] = answer.nodes.map((node) => placeCard(node, full, ranks.get(node.id), question));
  const visited = new Set(answer.nodes.map((node) => node.id));
  for (const id of question.known) if (!visited.has(id) && !id.startsWith(RESULT)) cards.push(emptyCard(id, question));
  if (place.level === 'overview') {
    for (const { journey, balance } of answer.journeys) cards.push(resultCard(resultId(journey), names.journey(journey), balance, fullLoss, question));
  }
  // Of places that step back, nothing is drawn that leaves them.
  const front = only && new Set(answer.nodes.filter((node) => staysInFront(node, only)).map((node) => node.id));
  const isInFront = ({ from }: { from: string }) => front === undefined || front.has(from);
  const flows = layers.has('flows') ? thinFlows(answer.flows.filter(isInFront), selected, share) : { drawn: [], left: { flows: 0, count: 0 } };
  const carriers = answer.handoffs.filter((edge) => isInFront(edge) && layers.has(edge.carrier === 'handoff' ? 'handoffs' : 'detours'));
  const labelled = Math.max(LEAST_LABELLED, LABELLED * Math.max(0, ...carriers.map(({ count }) => count)));
  const losses = layers.has('losses') ? answer.losses.filter((loss) => loss.count > 0 && isInFront(loss)) : [];
  return {
    cards,
    edges: [
      ...flows.drawn.map(({ from, to, count }): MapEdge => ({ id: edgeId({ kind: 'flow', from, to }), kind: 'flow', from, to, volume: count })),
      ...carriers.map(({ from, to, carrier, count, succeeded }): MapEdge => {
        // On the overview arcs are short and many: their numbers are on hover, in the panel and in the table.
        const label = place.level === 'journey' && count >= labelled ? words[carrier](formats.count(count), formats.percent(succeeded / count)) : undefined;
        return { id: edgeId({ kind: carrier, from, to }), kind: carrier, from, to, volume: count, label };
      }),
    ],
    losses: losses.map(({ from, count }) => ({ id: edgeId({ kind: 'loss', from }), from, label: words.loss(formats.count(count)), ...(layers.has('nps') && { aside: true }) })),
    fullBar: full,
    fullLoss,
    left: flows.left,
    narrowed: front && { hidden: answer.nodes.length - front.size, shown: front.size },
  };
}

/** So many of the worst places have their rank on the map: those that the list beside it begins with. */
export const RANKED = 5;

const ranksOf = (nodes: readonly PanoramaNode[], only: readonly Only[] | undefined): ReadonlyMap<string, number> =>
  new Map(
    rankUnhanded(nodes.filter((node) => staysInFront(node, only)))
      .slice(0, RANKED)
      .map(({ id }, index) => [id, index + 1]),
  );

const isEnough = (node: Pick<PanoramaNode, 'instances'>): boolean => node.instances >= ENOUGH;

/** How bad a place's break rate is; rates of few journeys are not judged. */
function severityOf(node: Pick<PanoramaNode, 'instances' | 'rate'>): Severity {
  const rate = isEnough(node) ? node.rate.value : 0;
  return rate >= THRESHOLDS.severe ? 'severe' : rate >= THRESHOLDS.broken ? 'broken' : rate >= THRESHOLDS.mild ? 'mild' : 'calm';
}

/** Significantly more, or fewer, broken than in the comparison. */
function changeOf({ previous }: Pick<PanoramaNode, 'previous'>): PlaceCard['change'] {
  if (!previous?.significant) return undefined;
  return previous.current.rate.value > previous.rate.value ? 'worse' : 'better';
}

function placeCard(node: PanoramaNode, full: number, rank: number | undefined, question: GraphQuestion): PlaceCard {
  const { place, wide, titleLines, layers, only, daily, names, formats, words } = question;
  const breaks = layers.has('breaks');
  const { value } = node.rate;
  const title = place.level === 'overview' ? (wide ? names.touchpoint(node.touchpoint) : undefined) : node.step && names.step(node.journey, node.step);
  const shown = node.interrupted === 0 ? undefined : formats.percent(value);
  const change = changeOf(node);
  // The sign of a change takes the room of the word.
  const told = place.level === 'overview' || change ? shown : shown && words.breakRate(shown);
  const rate = told ?? (place.level === 'overview' || node.instances === 0 ? undefined : words.noBreak);
  return {
    kind: 'place',
    id: node.id,
    title,
    titleLines,
    volume: formats.count(node.instances),
    rate: breaks ? rate : undefined,
    change: breaks ? change : undefined,
    bar: breaks ? value / full : 0,
    severity: breaks ? severityOf(node) : 'calm',
    note: noteOf(node, breaks, rank, { formats, words }),
    ...(title !== undefined && breaks && { daily: daily?.get(node.id) }),
    marks: marksOf(node, question),
    unclaimed: layers.has('tickets') && isUnclaimed(node) ? words.unclaimed : undefined,
    faded: !staysInFront(node, only),
    label: labelOf(node, { place, names, formats, words }),
  };
}

/** The work at a place; the label says all of it, the mark has room for one number. */
function marksOf(node: PanoramaNode, { place, layers, names, formats, words, ticketStates }: GraphQuestion): CardMark[] | undefined {
  const marks: CardMark[] = [];
  const name = names.node(place, node.id);
  const { open, overdue } = node.tasks;
  if (layers.has('tasks') && open > 0) {
    const label = [words.tasks(formats.exact(open)), overdue > 0 && words.overdue(formats.exact(overdue))].filter(Boolean).join(', ');
    marks.push({ kind: 'tasks', text: overdue > 0 ? `!${formats.count(open)}` : formats.count(open), alarm: overdue > 0, label: `${name}: ${label}` });
  }
  const tickets = openTickets(node);
  if (layers.has('tickets') && tickets > 0) {
    const recurred = recurredTickets(node);
    const wide = node.tickets.wide ?? 0;
    const states = [...OPEN_TICKET_STATES, 'recurred' as const].flatMap((state) => (node.tickets[state] ? `${ticketStates[state]} ${formats.exact(node.tickets[state])}` : []));
    const parts = [states.join(', '), ...(wide > 0 ? [words.wide(formats.exact(wide))] : [])].join(words.also);
    marks.push({ kind: 'tickets', text: recurred > 0 ? `${formats.count(tickets)} ⟲${formats.count(recurred)}` : formats.count(tickets), alarm: recurred > 0, label: `${name}: ${words.byState(words.tickets(formats.exact(tickets)), parts)}` });
  }
  marks.push(...saidMarks(node, { place, layers, names, formats, words }));
  return marks.length > 0 ? marks : undefined;
}

/** A place that is known, but not of what the filter selects. */
function emptyCard(id: string, { place, wide, titleLines, names, formats, words }: GraphQuestion): PlaceCard {
  const parts = parseNodeId(place.level, id);
  const title = parts.level === 'journey' && place.level === 'journey' ? names.step(place.journey, parts.step) : wide ? names.touchpoint(parts.touchpoint) : undefined;
  const label = words.place(names.node(place, id), formats.exact(0));
  return { kind: 'place', id, title, titleLines, volume: formats.count(0), severity: 'calm', faded: true, label };
}

/** What those who were there said: NPS with its interval, and the negative share of the comments. The label says of how many. */
function saidMarks(node: PanoramaNode, { place, layers, names, formats, words }: Pick<GraphQuestion, 'place' | 'layers' | 'names' | 'formats' | 'words'>): CardMark[] {
  const name = names.node(place, node.id);
  const { nps, voice } = node;
  const marks: CardMark[] = [];
  if (layers.has('nps') && nps) marks.push({ kind: 'nps', text: npsOf(nps, { formats, words }).short, alarm: false, label: `${name}: ${npsOf(nps, { formats, words }).long}` });
  if (layers.has('voice') && voice) {
    // A share of few says more than it knows.
    const said = voice.comments < ENOUGH ? `${formats.count(voice.negative)}/${formats.count(voice.comments)}` : formats.percent(voice.negative / voice.comments);
    marks.push({ kind: 'voice', text: words.negativeShort(said), alarm: false, label: `${name}: ${negativeOf(voice, { formats, words })}` });
  }
  return marks;
}

function npsOf({ n, score, low, high }: NonNullable<PanoramaNode['nps']>, { formats, words }: Pick<GraphQuestion, 'formats' | 'words'>): { short: string; long: string } {
  if (score === undefined || low === undefined || high === undefined) return { short: `n=${formats.count(n)}`, long: `${words.npsName} ${words.fewRatings(formats.exact(n))}` };
  const points = (value: number) => formats.signed(Math.round(value));
  return { short: `${points(score)} [${points(low)}, ${points(high)}]`, long: words.nps(points(score), points(low), points(high), formats.exact(n)) };
}

const negativeOf = ({ negative, comments }: NonNullable<PanoramaNode['voice']>, { formats, words }: Pick<GraphQuestion, 'formats' | 'words'>): string =>
  words.negative(formats.percent(negative / comments), formats.count(comments));

/** One line below the numbers: the breaks nobody picked up, or how well this place picks up others'. */
function noteOf(node: PanoramaNode, breaks: boolean, rank: number | undefined, { formats, words }: Pick<GraphQuestion, 'formats' | 'words'>): PlaceCard['note'] {
  const { carriers, unhanded } = node;
  if (breaks && unhanded > 0 && (rank !== undefined || severityOf(node) !== 'calm' || !carriers?.received)) {
    return { text: words.unhanded(formats.count(unhanded)), tone: rank === undefined && severityOf(node) === 'calm' ? 'quiet' : 'break', ...(rank !== undefined && { rank }) };
  }
  if (carriers?.received) return { text: words.resumed(formats.percent(carriers.succeeded / carriers.received)), tone: 'handoff' };
  return undefined;
}

function labelOf(node: PanoramaNode, { place, names, formats, words }: Pick<GraphQuestion, 'place' | 'names' | 'formats' | 'words'>): string {
  const parts = [words.place(names.node(place, node.id), formats.exact(node.instances))];
  if (node.interrupted > 0) parts.push(words.placeBreaks(formats.percent(node.rate.value), formats.exact(node.interrupted)));
  if (node.unhanded > 0) parts.push(words.unhanded(formats.exact(node.unhanded)));
  if (node.carriers?.received) parts.push(words.resumed(formats.percent(node.carriers.succeeded / node.carriers.received)));
  if (node.nps) parts.push(npsOf(node.nps, { formats, words }).long);
  if (node.voice) parts.push(negativeOf(node.voice, { formats, words }));
  const change = changeOf(node);
  if (change) parts.push(words[change]);
  if (isUnclaimed(node)) parts.push(words.unclaimed);
  return parts.join(', ');
}

function resultCard(id: string, journey: string, balance: Balance, full: number, { formats, words }: GraphQuestion): Card {
  const { entered, lost, active } = balance;
  const share = (count: number) => (entered === 0 ? 0 : count / entered);
  const completed = entered - lost - active;
  return {
    kind: 'result',
    id,
    completed: words.completed(formats.percent(share(completed))),
    lost: words.lost(formats.percent(share(lost))),
    bar: share(lost) / full,
    label: words.outcome(journey, formats.exact(completed), formats.exact(lost), formats.exact(entered)),
  };
}
