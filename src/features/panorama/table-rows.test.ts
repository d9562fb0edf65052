import { journeyId } from '#model';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { namesOf } from './names';
import { sampleAnswer, sampleCatalogue, sampleNode } from './sample-answer.suite';
import { type Column, edgeColumns, edgeRows, placeColumns, sortRows } from './table-rows';
import { tableTexts } from './table-texts';
import { type About, aboutAnswer } from './table-cells';
import type { Place } from './url';
import { writeTable } from './write-table';

const overview: Place = { level: 'overview' };
const names = namesOf(sampleCatalogue, 'zh');
const t = tableTexts.zh;
const columns = placeColumns(overview, names, t);
const column = (key: string) => {
  const found = columns.find((one) => one.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
};

test('rows are sorted by any column in both directions, and what has no value comes last', () => {
  const { nodes } = sampleAnswer({ nodes: [sampleNode('loan~app', { interrupted: 7 }), sampleNode('loan~video', { instances: 0 }), sampleNode('claim~app', { interrupted: 9 })] });
  const ids = (key: string, descending: boolean) => sortRows(nodes, column(key), descending).map(({ id }) => id);
  expect(ids('rate', true)).toEqual(['claim~app', 'loan~app', 'loan~video']);
  expect(ids('rate', false)).toEqual(['loan~app', 'claim~app', 'loan~video']);
});

test('every edge and loss is a row, drawn or not', () => {
  const answer = sampleAnswer({
    flows: [{ from: 'loan~app', to: 'loan~video', count: 1, instances: 1, gapMs: { p50: 5 } }],
    handoffs: [{ from: 'loan~app', to: 'loan~video', carrier: 'detour', count: 4, succeeded: 3, latencyMs: { p50: 60 } }],
    losses: [{ from: 'loan~app', count: 2 }],
  });
  const rows = edgeRows(answer);
  const written = rows.map((row) => edgeColumns(overview, names, t).map(({ value }) => value(row)));
  expect(written).toEqual([
    ['客户自寻', '保单借款 · APP', '保单借款 · 空中客服', 4, 3, 0.75, 60],
    ['流失', '保单借款 · APP', undefined, 2, undefined, undefined, undefined],
    ['流转', '保单借款 · APP', '保单借款 · 空中客服', 1, undefined, undefined, 5],
  ]);
});

const csvOf = async <Row>(own: Column<Row>[], rows: readonly Row[], about: About = []) => {
  const file = await writeTable({ name: 'x', aboutName: '说明', columns: own, pieces: [rows.slice(0, 1), rows.slice(1)], about, writing: { ms: t.ms, zone: 'Asia/Shanghai' } }, 'csv');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
};

test('a CSV says what it is of and gives exact numbers', async () => {
  const answer = sampleAnswer({ nodes: [sampleNode('loan~app', { instances: 123_456, interrupted: 8_642 })] });
  const csv = await csvOf(columns, answer.nodes, aboutAnswer(answer, overview, names, t));
  expect(csv.startsWith('\u{feff}')).toBe(true);
  const records: string[][] = parse(csv, { bom: true, relaxColumnCount: true });
  expect(records.find(([name]) => name === '开始日')?.[1]).toBe('2026-02-01 – 2026-03-02 (Asia/Shanghai)');
  const [header, body] = records.slice(-2);
  expect(header?.slice(0, 3)).toEqual(['旅程', '触点', '旅程数']);
  expect(body?.slice(0, 3)).toEqual(['保单借款', 'APP', '123456']);
  expect(body).toContain(String(Number(((8_642 / 123_456) * 100).toPrecision(15))));
});

test('a name that a spreadsheet would run, or that would break a line, is only a name in the CSV', async () => {
  const csv = await csvOf([{ key: 'name', header: 'name', kind: 'text', value: (row: string) => row }], ['=1+1', 'a "b", c\nd']);
  expect(csv.lastIndexOf('\u{feff}')).toBe(0);
  expect(parse(csv, { bom: true, relaxColumnCount: true, skipEmptyLines: true })).toEqual([['name'], ["'=1+1"], ['a "b", c\nd']]);
});

test('inside a journey the table names stage and step', () => {
  const inLoan: Place = { level: 'journey', journey: journeyId.parse('loan') };
  const [node] = sampleAnswer({ level: 'journey', nodes: [sampleNode('quote~app', { journey: 'loan', step: 'quote', stage: 'quote' })] }).nodes;
  if (!node) throw new Error('no node');
  expect(placeColumns(inLoan, names, t).slice(0, 3).map(({ value }) => value(node))).toEqual(['试算额度', '额度试算', 'APP']);
});

test('times are written as a clock of the zone shows them', async () => {
  const own: Column<{ at: string | undefined }>[] = [{ key: 'at', header: 'at', kind: 'at', value: ({ at }) => at }];
  expect(await csvOf(own, [{ at: '2026-11-26T16:02:25.009Z' }, { at: undefined }])).toContain('at\r\n2026-11-27 00:02:25\r\n');
});
