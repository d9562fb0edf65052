import type { PanoramaAnswer, PanoramaNode } from '#contract';
import type { Tip } from '#graph';
import { edgeId } from '#model';
import type { Formats } from '#ui';
import { ENOUGH, handoffBase, interruptionsOf } from './figures';
import type { figureTexts } from './map-texts';
import type { Names } from './names';
import { resultId } from './structure';
import type { Place } from './url';
import { isUnclaimed, openTickets, recurredTickets } from './work';

interface Context {
  place: Place;
  names: Names;
  formats: Formats;
  words: (typeof figureTexts)['zh'];
}

/** Finds what to tell about anything on the map: exact numbers, each rate with what it divides; written when it is asked for. */
export function tipsOf(answer: PanoramaAnswer, context: Context): (id: string) => Tip | undefined {
  const { place, names, formats, words } = context;
  const { exact, duration } = formats;
  const tips = new Map<string, () => Tip>();
  for (const node of answer.nodes) tips.set(node.id, () => nodeTip(node, context));
  for (const { journey, balance } of answer.journeys) {
    const rows = () =>
      (['entered', 'completed', 'active', 'lost'] as const).map((key) => ({
        label: words[key],
        value: exact(key === 'completed' ? balance.entered - balance.lost - balance.active : balance[key]),
      }));
    tips.set(resultId(journey), () => ({ title: names.journey(journey), rows: rows() }));
  }
  const edge = (id: string, rows: () => Tip['rows']) => tips.set(id, () => ({ title: names.edge(place, id), rows: rows() }));
  for (const { from, to, count, instances, gapMs } of answer.flows) {
    edge(edgeId({ kind: 'flow', from, to }), () => [
      { label: words.flow, value: exact(count) },
      { label: words.instances, value: exact(instances) },
      { label: words.gap, value: duration(gapMs.p50) },
    ]);
  }
  for (const { from, to, carrier, count, succeeded, latencyMs } of answer.handoffs) {
    edge(edgeId({ kind: carrier, from, to }), () => [
      { label: words.count, value: exact(count) },
      { label: words.success, value: fraction(succeeded, count, context) },
      { label: words.latency, value: duration(latencyMs.p50) },
    ]);
  }
  for (const { from, count } of answer.losses) edge(edgeId({ kind: 'loss', from }), () => [{ label: words.lost, value: exact(count) }]);
  return (id) => tips.get(id)?.();
}

const fraction = (part: number, whole: number, { formats, words }: Pick<Context, 'formats' | 'words'>): string =>
  whole === 0 ? '—' : words.fraction(formats.percent(part / whole), formats.exact(part), formats.exact(whole));

const withPart = (all: number, part: number, name: string, { formats: { exact }, words }: Pick<Context, 'formats' | 'words'>): string =>
  part === 0 ? exact(all) : words.of(exact(all), exact(part), name);

function nodeTip(node: PanoramaNode, context: Context): Tip {
  const { place, names, formats, words } = context;
  const { exact, percent, points } = formats;
  const rows: Tip['rows'] = [
    { label: words.instances, value: exact(node.instances) },
    { label: words.breakRate, value: fraction(node.interrupted, node.instances, context) },
  ];
  if (node.instances > 0) {
    const few = node.instances < ENOUGH ? ` · ${words.few}` : '';
    rows.push({ label: words.interval, value: `${percent(node.rate.low)} – ${percent(node.rate.high)}${few}` });
  }
  if (node.previous?.significant) rows.push({ label: words.change, value: points(node.previous.current.rate.value - node.previous.rate.value) });
  if (interruptionsOf(node) > 0) {
    rows.push({ label: words.unhanded, value: exact(node.unhanded) });
    rows.push({ label: words.handoffRate, value: fraction(node.withHandoff, handoffBase(node), context) });
  }
  if (node.nps) {
    const { n, score, low, high } = node.nps;
    const value = score === undefined || low === undefined || high === undefined ? words.fewRatings(exact(n)) : words.npsInterval(formats.signed(score), formats.signed(low), formats.signed(high), exact(n));
    rows.push({ label: words.nps, value });
  }
  if (node.voice) rows.push({ label: words.negative, value: fraction(node.voice.negative, node.voice.comments, context) });
  if (node.tasks.open > 0) rows.push({ label: words.tasks, value: withPart(node.tasks.open, node.tasks.overdue, words.overdue, context) });
  if (openTickets(node) > 0) rows.push({ label: words.tickets, value: withPart(openTickets(node), recurredTickets(node), words.recurred, context) });
  if (isUnclaimed(node)) rows.push({ label: words.unclaimed, value: words.unclaimedWhy });
  if (node.pending > 0) rows.push({ label: words.pending, value: exact(node.pending) });
  if (node.carriers?.received) rows.push({ label: words.success, value: fraction(node.carriers.succeeded, node.carriers.received, context) });
  return { title: names.node(place, node.id), rows };
}
