import { expect, test } from 'vitest';
import { drawCard } from './draw-card';
import { type Colours, DRAWN_COLOURS, drawMap } from './draw-map';
import { layoutGrid } from './grid';
import { shortened, wrapped } from './svg-text';

const colours = Object.fromEntries(DRAWN_COLOURS.map((name) => [name, `#${name}`])) as Colours; // One entry for each name.
const grid = layoutGrid({
  lanes: [{ id: 'loan' }],
  columns: [{ id: 'app', group: 'self' }, { id: 'video', group: 'assisted' }],
  places: [
    { id: 'a', lane: 'loan', column: 'app' },
    { id: 'b', lane: 'loan', column: 'video' },
  ],
  sizes: { node: { width: 100, height: 60 }, gapX: 20, gapY: 20, lanePadding: 0, laneGap: 0, groupGap: 10, laneHead: 90, columnHead: 60, frame: { width: 800, height: 600 } },
});
const draw = (lane = '保单借款') =>
  drawMap({
    grid,
    surfaces: 'groups',
    cards: [
      { kind: 'place', id: 'a', volume: '18.2万', rate: '6.8%', bar: 0.5, severity: 'broken', note: { text: '未接续 3,713', tone: 'break' }, marks: [{ kind: 'tickets', text: '3', alarm: false, label: '' }], label: '' },
      { kind: 'place', id: 'b', volume: '9', severity: 'calm', label: '' },
    ],
    edges: [{ id: 'handoff:a:b', kind: 'handoff', from: 'a', to: 'b', volume: 3 }],
    losses: [{ id: 'loss:a', from: 'a', label: '流失 12' }],
    names: { lane: () => ({ name: lane }), column: (id) => id, group: (id) => id },
    title: '全景 <1>',
    lines: ['开始日 2026-01-01 – 2026-01-30', '进入 100 = 顺畅完成 90 + 流失 10'],
    legend: { title: '图例', gap: '中断率 ≥ 5%', handoff: '接续' },
    foot: '演示数据',
    colours,
    font: 'sans-serif',
  }).svg;

test('the picture has everything of the map as real texts, with what it is of above it', () => {
  const texts = [...draw().matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual(expect.arrayContaining(['全景 &lt;1&gt;', '开始日 2026-01-01 – 2026-01-30', '进入 100 = 顺畅完成 90 + 流失 10', '保单借款', 'app', 'self', '18.2万', '6.8%', '未接续 3,713', '3', '流失 12', '图例', '中断率 ≥ 5%', '接续', '演示数据']));
});

test('a break keeps its mark, a handoff its arc, and no colour is of the screen', () => {
  const svg = draw();
  expect(svg).toContain('M1 1L4 13M6 1L9 13');
  expect(svg).toMatch(/<path d="M[^"]+" fill="none" stroke="#handoff"/);
  expect(svg).not.toContain('var(');
});

test('what is longer than its room is shortened or wrapped', () => {
  expect(shortened('保单借款', 10, 30)).toBe('保单…');
  expect(shortened('保单借款', 10, 40)).toBe('保单借款');
  expect(wrapped('保单借款申请', 10, 30, 2)).toEqual(['保单借', '款申请']);
  expect(wrapped('Work out the amount', 10, 60, 3)).toEqual(['Work out', 'the amount']);
});

test('ranks, signs of change and the days of a place are in the picture as on the map', () => {
  const card = { kind: 'place', id: 'a', title: '额度试算', volume: '9', rate: '6%', change: 'better', bar: 0.5, severity: 'broken', note: { text: '未接续 3', tone: 'break', rank: 2 }, daily: [0, 4, 2], label: '' } as const;
  const svg = drawCard(card, { id: 'a', x: 0, y: 0, row: 0, track: 0 }, { width: 130, height: 70 }, colours);
  expect(svg).toContain('>2</text>');
  expect(svg).toMatch(/fill="#good-ink"[^>]*>▼/);
  expect(svg).toMatch(/<path d="M0.0 11.0L[^"]+"[^>]*stroke="#break-mid"/);
});
