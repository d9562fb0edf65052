import { journeyId } from '#model';
import { formatsOf, ticketStateWords } from '#ui';
import { expect, test } from 'vitest';
import { mapTexts } from './map-texts';
import { namesOf } from './names';
import { sampleAnswer, sampleCatalogue, sampleNode } from './sample-answer.suite';
import { type GraphQuestion, toGraph } from './to-graph';
import { layersOf, type Place } from './url';

const overview: Place = { level: 'overview' };
const inLoan: Place = { level: 'journey', journey: journeyId.parse('loan') };
const asked = (place: Place, more: Partial<GraphQuestion> = {}): GraphQuestion => ({
  place,
  titleLines: 1,
  known: [],
  layers: layersOf({}, place.level),
  only: undefined,
  share: undefined,
  selected: undefined,
  names: namesOf(sampleCatalogue, 'zh'),
  formats: formatsOf('zh'),
  words: mapTexts.zh,
  ticketStates: ticketStateWords.zh,
  ...more,
});
const card = (view: ReturnType<typeof toGraph>, id: string) => view.cards.find((one) => one.id === id);
const handoff = (from: string, to: string, count = 10, carrier = 'handoff') => ({ from, to, carrier, count, succeeded: count / 2, latencyMs: { p50: 1_000 } });

test('a broken place shows its rate, how many nobody picked up, and reads it all out', () => {
  const answer = sampleAnswer({ nodes: [sampleNode('loan~app', { instances: 182_000, interrupted: 12_376, unhanded: 3_713, byKind: { limit: 12_376 } })] });
  const view = toGraph(answer, asked(overview));
  expect(card(view, 'loan~app')).toMatchObject({ volume: '18.2万', rate: '6.8%', severity: 'broken', note: { text: '未接续 3,713', tone: 'break' } });
  expect(card(view, 'loan~app')?.label).toBe('保单借款 · APP：182,000 次旅程, 中断 6.8%（12,376 次旅程）, 未接续 3,713, 无人认领');
});

test('severity follows the break rate, and a rate of few journeys is not judged', () => {
  const rates = { 'a~x': 2, 'b~x': 3, 'c~x': 5, 'd~x': 8 };
  const nodes = [...Object.entries(rates).map(([id, interrupted]) => sampleNode(id, { interrupted })), sampleNode('e~x', { instances: 10, interrupted: 5 })];
  const view = toGraph(sampleAnswer({ nodes }), asked(overview));
  expect(view.cards.map((one) => one.kind === 'place' && one.severity)).toEqual(['calm', 'mild', 'broken', 'severe', 'calm']);
  expect(view.fullBar).toBe(0.08);
});

test('only a significant difference to the comparison is a sign before the rate', () => {
  const rate = (value: number) => ({ value, low: 0, high: 1 });
  const previous = (before: number, now: number, significant: boolean) => ({ instances: 100, interrupted: 1, rate: rate(before), current: { instances: 100, interrupted: 1, rate: rate(now) }, significant });
  const nodes = [sampleNode('a~x', { previous: previous(0.1, 0.3, true) }), sampleNode('b~x', { previous: previous(0.3, 0.1, true) }), sampleNode('c~x', { previous: previous(0.1, 0.9, false) }), sampleNode('d~x')];
  const { cards } = toGraph(sampleAnswer({ nodes }), asked(overview));
  expect(cards.map((one) => one.kind === 'place' && one.change)).toEqual(['worse', 'better', undefined, undefined]);
  expect(cards[0]?.label).toContain('显著变差');
});

test('inside a journey the sign of a change takes the room of the word', () => {
  const rate = (value: number) => ({ value, low: 0, high: 1 });
  const current = { instances: 100, interrupted: 10, rate: rate(0.1) };
  const changed = { instances: 100, interrupted: 1, rate: rate(0.01), current, significant: true };
  const nodes = [sampleNode('a~x', { interrupted: 10, previous: changed }), sampleNode('b~x', { interrupted: 10 }), sampleNode('c~x', { interrupted: 0, previous: { ...changed, rate: rate(0.2) } })];
  const { cards } = toGraph(sampleAnswer({ nodes }), asked(inLoan));
  expect(cards.map((one) => one.kind === 'place' && one.rate)).toEqual(['10%', '中断 10%', '无中断']);
});

test('a carrier shows how often it succeeds', () => {
  const view = toGraph(sampleAnswer({ nodes: [sampleNode('loan~video', { carriers: { received: 100, succeeded: 83 } })] }), asked(overview));
  expect(card(view, 'loan~video')).toMatchObject({ note: { text: '接续成功 83%', tone: 'handoff' } });
});

test('the overview ends each journey with what completed and what was lost', () => {
  const balance = { entered: 1000, smooth: 900, recovered: 20, handed: 30, detoured: 10, active: 8, lost: 32 };
  const view = toGraph(sampleAnswer({ balance, journeys: [{ journey: 'loan', balance }] }), asked(overview));
  expect(card(view, 'result:loan')).toMatchObject({ completed: '完成 96%', lost: '流失 3.2%', bar: 0.032 / 0.05 });
});

test('handoffs are drawn on the overview, detours and flows only when asked for', () => {
  const answer = sampleAnswer({
    nodes: [sampleNode('loan~app'), sampleNode('loan~video')],
    handoffs: [handoff('loan~app', 'loan~video'), handoff('loan~app', 'loan~video', 4, 'detour')],
    flows: [{ from: 'loan~app', to: 'loan~video', count: 20, instances: 20, gapMs: { p50: 1 } }],
  });
  expect(toGraph(answer, asked(overview)).edges.map((edge) => edge.kind)).toEqual(['handoff']);
  expect(toGraph(answer, asked(overview, { layers: new Set(['flows', 'detours']) })).edges.map((edge) => edge.kind)).toEqual(['flow', 'detour']);
});

test('inside a journey the greater handoffs and all losses have labels', () => {
  const answer = sampleAnswer({
    level: 'journey',
    nodes: [sampleNode('quote~app', { journey: 'loan', step: 'quote' })],
    handoffs: [handoff('quote~app', 'top-up~video', 3_120), handoff('quote~app', 'top-up~counter', 2)],
    losses: [{ from: 'quote~app', count: 1_870 }],
  });
  const view = toGraph(answer, asked(inLoan));
  expect(view.edges.map((edge) => edge.label)).toEqual(['接续 3,120 · 成 50%', undefined]);
  expect(view.losses).toEqual([{ id: 'loss:quote~app', from: 'quote~app', label: '流失 1,870' }]);
  expect(card(view, 'quote~app')).toMatchObject({ title: '额度试算', rate: '无中断' });
});

test('only what nobody picked up: other places step back with all that leaves them, and are counted', () => {
  const answer = sampleAnswer({
    nodes: [sampleNode('loan~app', { unhanded: 2 }), sampleNode('loan~video')],
    handoffs: [handoff('loan~app', 'loan~video'), handoff('loan~video', 'loan~app')],
  });
  const view = toGraph(answer, asked(overview, { only: ['unhanded'] }));
  expect(view.cards.map((one) => one.kind === 'place' && one.faded)).toEqual([false, true]);
  expect(view.edges.map(({ from }) => from)).toEqual(['loan~app']);
  expect(view.narrowed).toEqual({ hidden: 1, shown: 1 });
  expect(toGraph(answer, asked(overview)).narrowed).toBeUndefined();
});

test('without the layer of breaks a card shows volume alone', () => {
  const answer = sampleAnswer({ nodes: [sampleNode('loan~app', { interrupted: 9, unhanded: 2 })] });
  expect(card(toGraph(answer, asked(overview, { layers: new Set() })), 'loan~app')).toMatchObject({ rate: undefined, bar: 0, severity: 'calm', note: undefined });
});

test('tasks and tickets at a place stand on its edge, overdue and recurred ones with a sign, as long as their layers are on', () => {
  const answer = sampleAnswer({
    nodes: [
      sampleNode('loan~app', { tasks: { open: 38, overdue: 6 }, tickets: { remediating: 2, verifying: 1, closed: 4, recurred: 1 } }),
      sampleNode('loan~video', { tasks: { open: 3, overdue: 0 }, tickets: { registered: 1 } }),
      sampleNode('loan~counter', { tickets: { closed: 3, waived: 1 } }),
    ],
  });
  const view = toGraph(answer, asked(overview));
  expect(card(view, 'loan~app')).toMatchObject({
    marks: [
      { kind: 'tasks', text: '!38', alarm: true, label: '保单借款 · APP: 待办接续任务 38, 超时 6' },
      { kind: 'tickets', text: '3 ⟲1', alarm: true, label: '保单借款 · APP: 未销号工单 3（整改中 2, 验证中 1, 已复发 1）' },
    ],
  });
  expect(card(view, 'loan~video')).toMatchObject({ marks: [{ text: '3', alarm: false }, { text: '1', alarm: false }] });
  expect(card(view, 'loan~counter')).toMatchObject({ marks: undefined });
  expect(card(toGraph(answer, asked(overview, { layers: new Set(['breaks']) })), 'loan~app')).toMatchObject({ marks: undefined });
});

test('what few comments say is told as a count, of enough as a share', () => {
  const answer = sampleAnswer({ nodes: [sampleNode('loan~app', { voice: { comments: 29, negative: 29 } }), sampleNode('loan~video', { voice: { comments: 30, negative: 6 } })] });
  const view = toGraph(answer, asked(overview, { layers: new Set(['voice']) }));
  expect(card(view, 'loan~app')).toMatchObject({ marks: [{ kind: 'voice', text: '负面 29/29' }] });
  expect(card(view, 'loan~video')).toMatchObject({ marks: [{ kind: 'voice', text: '负面 20%' }] });
});

test('many missed breaks, few handoffs and no open ticket: unclaimed', () => {
  const missed = { unhanded: 20, withHandoff: 9, byKind: { limit: 40 }, byResolution: { self: 20 } };
  const nodes = [
    sampleNode('a~x', missed),
    sampleNode('b~x', { ...missed, tickets: { assigned: 1 } }),
    sampleNode('c~x', { ...missed, withHandoff: 10 }),
    sampleNode('d~x', { ...missed, unhanded: 19 }),
    sampleNode('e~x', { ...missed, tickets: { closed: 1 } }),
    sampleNode('f~x', { ...missed, instances: 29 }),
  ];
  const isMarked = (only?: ['unclaimed']) => toGraph(sampleAnswer({ nodes }), asked(overview, { only })).cards.map((one) => one.kind === 'place' && one.unclaimed !== undefined && !one.faded);
  expect(isMarked()).toEqual([true, false, false, false, true, false]);
  expect(isMarked(['unclaimed'])).toEqual(isMarked());
});

test('a place that is known but not selected is drawn empty', () => {
  const view = toGraph(sampleAnswer({ level: 'journey' }), asked(inLoan, { known: ['quote~app'] }));
  expect(view.cards).toEqual([expect.objectContaining({ id: 'quote~app', title: '额度试算', volume: '0', faded: true, severity: 'calm' })]);
});

test('small flows are left out of the drawing and counted; those of the selection are drawn', () => {
  const ids = Array.from({ length: 20 }, (_, n) => `s${n}~app`);
  const flows = ids.slice(1).map((to, n) => ({ from: ids[n], to, count: n === 0 ? 10_000 : 1, instances: 1, gapMs: { p50: 1 } }));
  const answer = sampleAnswer({ level: 'journey', nodes: ids.map((id) => sampleNode(id)), flows });
  const view = toGraph(answer, asked(inLoan));
  expect(view.edges.length + view.left.flows).toBe(19);
  expect(view.left.count).toBe(view.left.flows);
  expect(view.left.flows).toBeGreaterThan(0);
  const last = `flow:${ids[18]}:${ids[19]}`;
  expect(view.edges.some((edge) => edge.id === last)).toBe(false);
  expect(toGraph(answer, asked(inLoan, { selected: ids[19] })).edges.some((edge) => edge.id === last)).toBe(true);
});

test('how much of all transitions is drawn can be asked for; the rest is counted', () => {
  const ids = Array.from({ length: 20 }, (_, n) => `s${n}~app`);
  const flows = ids.slice(1).map((to, n) => ({ from: ids[n], to, count: n + 1, instances: 1, gapMs: { p50: 1 } }));
  const answer = sampleAnswer({ level: 'journey', nodes: ids.map((id) => sampleNode(id)), flows });
  const half = toGraph(answer, asked(inLoan, { share: '50' }));
  expect(half.edges.map((edge) => edge.volume)).toEqual([14, 15, 16, 17, 18, 19]);
  expect(half.left).toEqual({ flows: 13, count: 91 });
  expect(toGraph(answer, asked(inLoan, { share: '100' })).left).toEqual({ flows: 0, count: 0 });
});

test('the worst places carry their rank, of those in front alone; with the breaks off none does', () => {
  const nodes = [sampleNode('a~x', { unhanded: 2, interrupted: 9 }), sampleNode('b~x', { unhanded: 9, interrupted: 9 }), sampleNode('c~x'), ...['d~x', 'e~x', 'f~x', 'g~x'].map((id) => sampleNode(id, { unhanded: 3, interrupted: 3 }))];
  const ranks = (more: Partial<GraphQuestion> = {}) => toGraph(sampleAnswer({ nodes }), asked(overview, more)).cards.map((one) => (one.kind === 'place' ? one.note?.rank : undefined));
  expect(ranks()).toEqual([undefined, 1, undefined, 2, 3, 4, 5]);
  expect(ranks({ only: ['abnormal'] })).toEqual([2, 1, undefined, undefined, undefined, undefined, undefined]);
  expect(ranks({ layers: new Set() })).toEqual(Array.from({ length: 7 }, () => undefined));
});

test('inside a journey a place has its breaks day by day; on the overview there is no room', () => {
  const daily = new Map([['quote~app', [0, 3, 1]]]);
  const shown = (place: Place) => card(toGraph(sampleAnswer({ nodes: [sampleNode('quote~app', { journey: 'loan', step: 'quote', interrupted: 4 })] }), asked(place, { daily })), 'quote~app');
  expect(shown(inLoan)).toMatchObject({ daily: [0, 3, 1] });
  expect(shown(overview)).not.toHaveProperty('daily');
});
