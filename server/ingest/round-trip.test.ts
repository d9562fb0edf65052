import type { MappingProfile } from '#contract';
import { compareIds, eventId, instanceId, journeyId, OUTCOMES, reasonId, segmentId, type ServiceEvent, stepId, touchpointId, zoneOf } from '#model';
import { writeWorkbook } from '#sheets';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemAccess } from '../ports';
import { memoryEventStore } from '../stores/memory';
import { importFile, NOW, testApp } from '../testing';
import { discover, withContents, withJourney } from './discover-catalogue';
import { emptyContents, gatherContents } from './log-contents';

const access = systemAccess('test');
const journey = journeyId.parse('log');
const MINUTES = 60_000;
const START = Date.parse('2026-01-05T00:00:00Z');

/** An event of a log, as whoever wrote it knows it. */
interface Row {
  instance: string;
  step: string;
  touchpoint: string;
  outcome: string;
  reason: string;
  segment: string;
  at: number;
}

const NAMES = {
  plain: ['pay', 'Check out', 'a,b;c|d', 'say "hi"', 'two\nlines', "=1+1, 'x'", '<tag> & co'],
  latin: ['café', 'Übergabe', 'señal', 'pay'],
  chinese: ['保单借款', '人脸核验', '到账，已通知', 'pay'],
};
const arbitraryRows = (names: readonly string[]) =>
  fc
    .array(
      fc.record({
        instance: fc.integer({ min: 0, max: 9 }).map((n) => `c${n}`),
        step: fc.constantFrom(...names),
        touchpoint: fc.constantFrom('app', ...names),
        outcome: fc.constantFrom(...OUTCOMES),
        reason: fc.constantFrom('', '', ...names),
        // An instance is of the segment of its first event that has one.
        segment: fc.constantFrom('', 'senior'),
        at: fc.integer({ min: 0, max: 60 * 24 * 100 }).map((minutes) => START + minutes * MINUTES),
      }),
      { minLength: 1, maxLength: 40 },
    )
    .map((rows): Row[] => rows);

/** A text as the bytes of an encoding that the platform only reads: by asking it what every one and two bytes are. */
function encoderOf(encoding: 'gb18030' | 'windows-1252'): (text: string) => Uint8Array<ArrayBuffer> {
  const bytes = new Map<string, number[]>();
  const learn = (...sequence: number[]) => {
    const [character = '', ...more] = new TextDecoder(encoding).decode(new Uint8Array(sequence));
    if (more.length === 0 && character !== '\uFFFD' && !bytes.has(character)) bytes.set(character, sequence);
  };
  for (let one = 0; one < 256; one++) learn(one);
  if (encoding === 'gb18030') for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn(lead, trail);
  return (text) => new Uint8Array([...text].flatMap((character) => bytes.get(character) ?? [0x3f]));
}
const ENCODERS = {
  'utf-8': (text: string) => new TextEncoder().encode(text),
  'utf-8 with BOM': (text: string) => new TextEncoder().encode(`\uFEFF${text}`),
  'utf-16le': (text: string) => new Uint8Array([0xff, 0xfe, ...[...Array(text.length).keys()].flatMap((at) => [text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8])]),
  gb18030: encoderOf('gb18030'),
  'windows-1252': encoderOf('windows-1252'),
};

const two = (n: number) => String(n).padStart(2, '0');
/** The clock on the wall of a zone. */
const wall = (at: number, zone: string) => new Date(at + zoneOf(zone).offsetAt(at));
const TIMES = {
  iso: (at: number) => new Date(at).toISOString(),
  offset: (at: number) => `${wall(at, 'Asia/Kolkata').toISOString().slice(0, 19).replace('T', ' ')}+05:30`,
  epoch: (at: number) => String(at),
  local: (at: number, zone: string) => wall(at, zone).toISOString().slice(0, 16).replace('T', ' '),
  dmy: (at: number, zone: string) => ((day) => `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()} ${day.getUTCHours()}:${two(day.getUTCMinutes())}`)(wall(at, zone)),
  mdy: (at: number, zone: string) => ((day) => `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()} ${day.getUTCHours() % 12 || 12}:${two(day.getUTCMinutes())} ${day.getUTCHours() < 12 ? 'AM' : 'PM'}`)(wall(at, zone)),
  chinese: (at: number, zone: string) => ((day) => `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日 ${day.getUTCHours()}时${two(day.getUTCMinutes())}分`)(wall(at, zone)),
};
const HEADERS: Record<keyof Row, string[]> = {
  instance: ['case_id', 'Case ID', '案例'],
  step: ['activity', 'concept:name', '步骤'],
  at: ['timestamp', 'time:timestamp', '时间'],
  touchpoint: ['touchpoint', '触点'],
  outcome: ['outcome', '结果'],
  reason: ['reason', '原因'],
  segment: ['segment', '客群'],
};
const FIELDS = Object.keys(HEADERS) as (keyof Row)[]; // Of a literal.

const arbitraryWay = fc.record({
  format: fc.constantFrom('csv', 'xes', 'ndjson', 'xlsx'),
  encoding: fc.constantFrom(...(Object.keys(ENCODERS) as (keyof typeof ENCODERS)[])), // Of a literal.
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  times: fc.constantFrom(...(Object.keys(TIMES) as (keyof typeof TIMES)[])), // Of a literal.
  // Without a change of the clocks in these months: two times of a night on which they go back are written the same.
  zone: fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Kolkata', 'America/Phoenix'),
  columns: fc.shuffledSubarray(FIELDS, { minLength: FIELDS.length }),
  alias: fc.nat({ max: 2 }),
  quoteAll: fc.boolean(),
  zipped: fc.boolean(),
});
type Way = typeof arbitraryWay extends fc.Arbitrary<infer Value> ? Value : never;

const headerOf = (field: keyof Row, { alias }: Way): string => HEADERS[field][alias % HEADERS[field].length] ?? field;

async function logOf(rows: readonly Row[], way: Way): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; profile: MappingProfile }> {
  const time = { zone: way.zone, ...(way.times === 'dmy' || way.times === 'mdy' ? { order: way.times } : {}) };
  // Names of columns and words of times are encoded, too.
  const isLatin = way.encoding === 'windows-1252';
  const write = TIMES[isLatin && way.times === 'chinese' ? 'local' : way.times];
  const valueOf = (row: Row, field: keyof Row): string => (field === 'at' ? write(row.at, way.zone) : row[field]);
  const named: Way = isLatin ? { ...way, alias: 0 } : way;
  const profile: MappingProfile = { time, ...(isLatin && way.format !== 'xlsx' ? { file: { encoding: 'windows-1252' } } : {}) };
  if (way.format === 'xlsx') {
    const columns = way.columns.map((field) => ({ header: headerOf(field, way), width: 10, ...(field === 'at' ? { holds: 'stamp' as const } : {}) }));
    const cells = rows.map((row) => way.columns.map((field) => (field === 'at' ? { stamp: wall(row.at, way.zone).toISOString().slice(0, 16) } : row[field])));
    const stream = writeWorkbook({ name: 'log', columns, rows: cells });
    return { name: 'log', bytes: new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer()), profile };
  }
  let text = '';
  if (way.format === 'csv') {
    const cell = (value: string) => (way.quoteAll || /[",;|\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const lines = [way.columns.map((field) => cell(headerOf(field, named))), ...rows.map((row) => way.columns.map((field) => cell(valueOf(row, field))))];
    text = lines.map((cells) => cells.join(way.delimiter)).join(way.lineEnd);
  } else if (way.format === 'ndjson') {
    text = rows.map((row) => JSON.stringify(Object.fromEntries(way.columns.filter((field) => row[field] !== '').map((field) => [field, valueOf(row, field)])))).join(way.lineEnd);
  } else {
    const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
    const keys: Partial<Record<keyof Row, string>> = { step: 'concept:name', at: 'time:timestamp', touchpoint: 'touchpoint', outcome: 'outcome', reason: 'reason', segment: 'segment' };
    const attribute = (row: Row, field: keyof Row) => (row[field] === '' || !keys[field] ? '' : `<${field === 'at' ? 'date' : 'string'} key="${keys[field]}" value="${escaped(field === 'at' ? TIMES.iso(row.at) : String(row[field]))}"/>`);
    const traces = [...new Set(rows.map(({ instance }) => instance))].map((instance) => {
      const events = rows.filter((row) => row.instance === instance).map((row) => `<event>${way.columns.map((field) => attribute(row, field)).join('')}</event>`);
      return `<trace><string key="concept:name" value="${instance}"/>${events.join(way.lineEnd)}</trace>`;
    });
    const declared = { 'utf-8 with BOM': 'utf-8' }[way.encoding as string] ?? way.encoding;
    text = `<?xml version="1.0" encoding="${declared}"?>${way.lineEnd}<log>${traces.join(way.lineEnd)}</log>`;
  }
  const plain = ENCODERS[way.encoding](text) as Uint8Array<ArrayBuffer>;
  const bytes = way.zipped ? new Uint8Array(await new Response(new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()) : plain;
  return { name: 'log', bytes, profile };
}

/** The figures of these rows by the model alone. */
async function figuresOf(rows: readonly Row[]) {
  const events = rows.map((row, index): ServiceEvent => ({
    id: eventId.parse(String(index).padStart(6, '0')),
    instance: instanceId.parse(`log:${row.instance}`),
    journey,
    step: stepId.parse(row.step),
    touchpoint: touchpointId.parse(row.touchpoint),
    outcome: OUTCOMES.find((one) => one === row.outcome) ?? 'done',
    at: row.at,
    ...(row.reason !== '' && { reason: reasonId.parse(row.reason) }),
    ...(row.segment !== '' && { segment: segmentId.parse(row.segment) }),
  }));
  const contents = emptyContents();
  for (const event of events) gatherContents(contents, event);
  const store = memoryEventStore({ zone: 'Asia/Shanghai' });
  await store.append(access, events, { now: NOW, detection: 'later' });
  const one = { id: journey, name: { zh: 'log' } };
  const half = withContents({ touchpoints: [], journeys: [], organisations: [], reasons: [], segments: [], handoffWindowMs: 72 * 3_600_000 }, one, contents);
  await store.configure(access, withJourney(half, await discover(store, access, one)), { now: NOW });
  return store.panorama(access, { level: 'journey', filter: { from: '2000-01-01', to: '2100-01-01' } });
}

const sorted = <Item>(items: readonly Item[]): Item[] => items.toSorted((a, b) => compareIds(JSON.stringify(a), JSON.stringify(b)));
const comparable = ({ balances, nodes, flows, handoffs, losses }: Awaited<ReturnType<typeof figuresOf>>) => ({
  balances,
  nodes: sorted(nodes.map((node) => ({ ...node, byReason: sorted(node.byReason) }))),
  flows: sorted(flows),
  handoffs: sorted(handoffs),
  losses: sorted(losses),
});

test('any log, written in any format, delimiter, encoding, zone and order of columns, comes back with the same figures', async () => {
  const arbitrary = arbitraryWay.chain((way) => fc.tuple(fc.constant(way), arbitraryRows(way.encoding === 'windows-1252' ? NAMES.latin : way.encoding === 'gb18030' ? NAMES.chinese : [...NAMES.plain, ...NAMES.chinese])));
  await fc.assert(
    fc.asyncProperty(arbitrary, async ([way, rows]) => {
      const app = await testApp();
      const { name, bytes, profile } = await logOf(rows, way);
      const job = await importFile(app, name, bytes, profile);
      expect(job).toMatchObject({ state: 'done', rows: rows.length, accepted: rows.length, rejected: 0 });
      const imported = await app.ports.events.panorama(access, { level: 'journey', filter: { from: '2000-01-01', to: '2100-01-01' } });
      expect(comparable(imported)).toEqual(comparable(await figuresOf(rows)));
    }),
    { numRuns: 120 },
  );
});
