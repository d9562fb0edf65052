import type { MappingProfile } from '#contract';
import { instanceId, journeyId, stepId } from '#model';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemAccess, type TableAppended } from '../ports';
import { diskSpool } from '../stores/disk-spool';
import { duckdbEventStore } from '../stores/duckdb';
import { memoryDeskStore } from '../stores/memory';
import { importFile, testApp, type TestApp, ZONE } from '../testing';

const access = systemAccess('test');

const FEW_ROWS = 7;

const together = (one: TableAppended, next: TableAppended): TableAppended => ({
  accepted: one.accepted + next.accepted,
  duplicates: one.duplicates + next.duplicates,
  refused: new Map([...one.refused, ...next.refused]),
  row: Int32Array.from([...one.row, ...next.row]),
  instance: Int32Array.from([...one.instance, ...next.instance]),
  at: Float64Array.from([...one.at, ...next.at]),
  alike: Int32Array.from([...one.alike, ...next.alike]),
  isDuplicate: Uint8Array.from([...one.isDuplicate, ...next.isDuplicate]),
});

interface Side {
  app: TestApp;
  folder: string;
  /** Files that the store took. */
  taken: string[];
}

/** An app on DuckDB and a disk; with `byRows` its store never sees where a file is. */
async function openSide(byRows: boolean): Promise<Side> {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-'));
  const events = await duckdbEventStore({ path: path.join(folder, 'events.duckdb'), zone: ZONE, threads: 2, memoryLimit: '256MB' });
  const taken: string[] = [];
  const { tables } = events;
  if (tables) {
    const open = tables.open.bind(tables);
    tables.open = async (...asked) => {
      const table = await open(...asked);
      if (!table) return undefined;
      taken.push(asked[1].name);
      const append = table.append.bind(table);
      // As if it were a large file: a few rows at a time, so that instances go on from one time to the next.
      table.append = async (by, { first, last }, options) => {
        let all = await append(by, { first, last: Math.min(first + FEW_ROWS - 1, last) }, options);
        for (let next = first + FEW_ROWS; next <= last; next += FEW_ROWS) all = together(all, await append(by, { first: next, last: Math.min(next + FEW_ROWS - 1, last) }, options));
        return all;
      };
      return table;
    };
  }
  const { pathOf, ...spool } = diskSpool(path.join(folder, 'spool'));
  const app = await testApp({ stores: { events, desk: memoryDeskStore(), spool: byRows ? spool : { ...spool, pathOf } } });
  return { app, folder, taken };
}

let [byTable, byRows]: Side[] = [];
const sides = () => {
  if (!byTable || !byRows) throw new Error('The stores are not open.');
  return { byTable, byRows };
};
beforeAll(async () => {
  [byTable, byRows] = [await openSide(false), await openSide(true)];
});
afterAll(async () => {
  for (const { app, folder } of Object.values(sides())) {
    await app.services.imports.stop();
    rmSync(folder, { recursive: true });
  }
});

/** All that an import of a file tells but for when; of one that is refused at once, why. */
async function told({ app }: Side, name: string, text: string, file: File) {
  const bytes = file.zipped ? new Uint8Array(gzipSync(text)) : text;
  const imported = await importFile(app, name, bytes, profileOf(file)).catch((error: unknown) => String(error));
  if (typeof imported === 'string') return imported;
  const { id, ...job } = imported;
  const { startedAt: _started, finishedAt: _finished, ...what } = job;
  const rejected: unknown[] = [];
  for await (const row of app.ports.desk.rejected(access, id)) rejected.push(row);
  const { catalogue } = await app.services.catalogue.current();
  return { ...what, rows: job.rows, all: rejected, found: catalogue.journeys.find((one) => one.id === job.journey) };
}

/** What is stored of a log, but for numbers that hang on the order of arrival. */
async function storedIn({ app }: Side, journey: string, instances: readonly string[]) {
  const filter = { journeys: [journeyId.parse(journey)], from: '1900-01-01', to: '2200-01-01' };
  const stories = await Promise.all(instances.map((instance) => app.ports.events.story(access, instanceId.parse(`${journey}:${instance}`))));
  return { stories, balances: (await app.ports.events.panorama(access, { level: 'journey', filter })).balances, extent: await app.ports.events.extent(access, filter.journeys) };
}

const INSTANCES = ['c1', 'c2', '保单 3', 'c-4', 'x'];
const ODD = ['', ' ', 'NULL', '?', ' padded ', '\u00a0nbsp', 'a,b', 'say "hi"', 'two\nlines', 'back\\slash', 'tab\there', '{}', "it's", '\u0001', '\u3000', 'ünder', '😀', 'x'.repeat(201), '保'.repeat(150)];
const TIMES = {
  iso: ['2026-01-05T10:00:00.000Z', '2026-01-05T10:00:01.123Z', '2026-03-29T01:30:00.000Z', '2027-05-05T10:00:00.000Z'],
  local: ['2026-01-05 10:00:00', '2026-03-29 01:59:59', '2026-03-29 02:30:00', '2026-03-29 12:30:00', '2026-10-25 02:30:00', '2026-10-25 23:00:01'],
  dmy: ['5/1/2026 9:05', '13/1/2026 10:05', '29/3/2026 23:30', '5/1/2026 09:05'],
  offset: ['2026-01-05 10:00:00+05:30', '2026-01-05 10:00:00-03:00'],
  epoch: ['1767607200000', '1767607200123'],
  day: ['2026-01-05', '2026-01-06', '2026-03-29'],
};
const ODD_TIMES = ['', 'soon', '2026-02-30 10:00:00', '2026-01-05T10:00:00.000z', '1969-12-31T23:59:59.999Z', '2026-01-05T24:00:00.000Z', '2026-01-05T10:00:60.000Z', ' 2026-01-05 10:00:00', '2026-01-05T10:00:00.0001Z', '2026年1月5日', '2026-1-5 1:2:3', '2026-01-05 10:00:00  '];

const often = (plain: readonly string[], odd: readonly string[]) => fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...plain) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const arbitraryFile = fc.constantFrom(...(Object.keys(TIMES) as (keyof typeof TIMES)[])).chain((times) => // Of a literal.
  fc.record({
    times: fc.constant(times),
    zone: fc.constantFrom(undefined, 'Europe/Berlin', 'America/New_York'),
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    endsWithLine: fc.boolean(),
    bom: fc.boolean(),
    quoteAll: fc.boolean(),
    zipped: fc.boolean(),
    outcomes: fc.boolean(),
    rules: fc.constantFrom<MappingProfile['rules']>(undefined, [{ when: [{ column: 'step', matches: 'p*' }], set: { outcome: 'failed', reason: 'because' } }, { when: [{ column: 'note', is: ['no'] }], skip: true }], [{ when: [{ column: 'note', above: 3 }], set: { step: stepId.parse('big') } }]),
    empty: fc.constantFrom<MappingProfile['empty']>(undefined, ['NULL', '?']),
    constants: fc.constantFrom<MappingProfile['constants']>(undefined, { touchpoint: 'app' }, { organisation: 'here' }),
    /** A line that is no row as others are. */
    strange: fc.constantFrom(undefined, undefined, undefined, undefined, 'a', '', 'a,b"c,d', '"open', 'x'.repeat(30)),
    rows: fc.array(
      fc.record({
        id: often(INSTANCES, ODD),
        step: often(['pay', 'check', '核验'], ODD),
        at: often(TIMES[times], ODD_TIMES),
        outcome: often(['done', 'failed', 'Entered', ''], ['odd', ' done']),
        note: often(['', 'no', 'yes', '4', '2'], ODD),
        customer: often(['', 'k1', 'k2'], ODD),
      }),
      { minLength: 1, maxLength: 30 },
    ),
  }),
);
type File = typeof arbitraryFile extends fc.Arbitrary<infer Value> ? Value : never;

function written({ rows, delimiter, lineEnd, endsWithLine, bom, quoteAll, strange }: File): string {
  const cell = (value: string) => (quoteAll || value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = [['id', 'step', 'at', 'outcome', 'note', 'customer', 'free'], ...rows.map((row) => [...Object.values(row), 'f'])].map((cells) => cells.map(cell).join(delimiter));
  if (strange !== undefined) lines.splice(Math.ceil(lines.length / 2), 0, strange);
  return `${bom ? '\uFEFF' : ''}${lines.join(lineEnd)}${endsWithLine ? lineEnd : ''}`;
}

const profileOf = ({ times, zone, outcomes, rules, empty, constants }: File): MappingProfile => ({
  instance: 'id',
  step: 'step',
  at: 'at',
  customer: 'customer',
  outcome: outcomes ? 'outcome' : null,
  ...(rules && { rules }),
  ...(empty && { empty }),
  ...(constants && { constants }),
  time: { ...(zone && { zone }), ...(times === 'dmy' && { order: 'dmy' }) },
});

test('an import that the store reads is cancelled and undone as a whole', async () => {
  const { app } = sides().byTable;
  const row = (number: number) => `c${Math.floor(number / 3)},${number % 3 ? 'pay' : 'check'},2026-01-05T10:00:00.${String(number % 1_000).padStart(3, '0')}Z`;
  const text = ['id,step,at', ...Array.from({ length: 300 }, (_, number) => row(number))].join('\n');
  const profile: MappingProfile = { instance: 'id', step: 'step', at: 'at' };
  const extent = () => app.ports.events.extent(access, [journeyId.parse('gone.csv')]);
  const job = await app.services.imports.start(access, new Blob([text]).stream(), 'gone.csv', profile);
  await app.services.imports.cancel(access, job.id);
  expect(await app.services.imports.ended(job.id)).toMatchObject({ state: 'cancelled' });
  expect(await extent()).toMatchObject({ events: 0 });

  const again = await importFile(app, 'gone.csv', text, profile);
  expect(again).toMatchObject({ state: 'done', accepted: 300, duplicates: 0 });
  expect(await extent()).toMatchObject({ events: 300, instances: 100 });
  await app.services.imports.undo(access, again);
  expect(await app.services.imports.ended(again.id)).toMatchObject({ state: 'undone' });
  expect(await extent()).toMatchObject({ events: 0 });
});

test('a CSV file read by the store is what it is read row by row: the same events, rejects and findings, also when it comes again', async () => {
  const { byTable: table, byRows: rows } = sides();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryFile, async (file) => {
      const name = `log${number++}.csv`;
      const text = written(file);
      // Again with a later row, and other meanings: most is there already.
      for (const again of [text, `${text}${file.endsWithLine ? '' : file.lineEnd}${text.split(file.lineEnd).at(1) ?? ''}`]) {
        const [one, other] = [await told(table, name, again, file), await told(rows, name, again, file)];
        expect(one).toEqual(other);
      }
      const instances = [...new Set(file.rows.map(({ id }) => id.trim()))].filter((id) => id !== '' && id.length < 150);
      expect(await storedIn(table, name, instances)).toEqual(await storedIn(rows, name, instances));
    }),
    { numRuns: 8 },
  );
  expect(table.taken.length).toBeGreaterThan(0);
  expect(rows.taken).toEqual([]);
  const stored = await Promise.all([table, rows].map(rawEvents));
  expect(stored[0]).toEqual(stored[1]);
}, 60_000);

/** Everything that is stored, text by text; the numbers of hashes, too, that later rows are found by. Closes the store. */
async function rawEvents({ app, folder }: Side): Promise<unknown> {
  await app.ports.events.close();
  const instance = await DuckDBInstance.create(path.join(folder, 'events.duckdb'));
  const connection = await instance.connect();
  const term = (column: string) => `(SELECT text FROM terms WHERE code = e.${column}) AS ${column}`;
  const reader = await connection.runAndReadAll(
    `SELECT k.id AS instance, ${['journey', 'step', 'touchpoint', 'reason', 'organisation', 'segment'].map(term).join(', ')}, e.outcome, e.initiative, e.at_ms, e.id, e.id_low, e.id_high, e.customer, json(nullif(e.attributes, ''))::VARCHAR
    FROM events e JOIN known_instances k USING (instance_no) ORDER BY e.id`,
  );
  const rows = reader.getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}
