import { zoneOf } from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Access, EventTable, TableFile, TableStore } from '../../ports';
import { DuckdbTable, type DuckdbTableParts } from './duckdb-table';
import { type CsvScan, scanCsv } from './scan-csv';
import { selectNumbers, selectTexts } from './select';
import { alikeColumn, createStage } from './table-sql';

/** More different rows than this are not alike. */
const MAX_ALIKE = 20_000;
/** Of all rows, as many may be odd: each of them takes as long as in any other import, and is held in memory. */
const MAX_OTHERS = 50_000;
const OTHERS_SHARE = 0.05;
const FEW_OTHERS = 1_000;
/** Rows are numbered by 31 bits. */
const MAX_ROWS = 2 ** 31 - 2;
const DAY_MS = 86_400_000;
/** How often progress is looked for. */
const PACE_MS = 300;

let opened = 0;

/** CSV files read by DuckDB, into a database in memory that is beside the store's own: it is spilled to the disk where it does not fit. */
export class DuckdbTables implements TableStore {
  readonly #parts: DuckdbTableParts;

  constructor(parts: DuckdbTableParts) {
    this.#parts = parts;
  }

  async open(_access: Access, file: TableFile, { signal, onProgress }: Parameters<TableStore['open']>[2]): Promise<EventTable | undefined> {
    const told = [file.path, file.name, file.journey, ...file.empty, ...file.columns];
    if (told.some((text) => text.includes('\0')) || /[*?[\]{}]/.test(file.path)) return undefined;
    const connection = await this.#parts.database.instance.connect();
    const database = `import_${++opened}`;
    const interrupt = () => connection.interrupt();
    const watch = setInterval(() => onProgress(Math.max(0, connection.progress.percentage) / 100), PACE_MS);
    signal.addEventListener('abort', interrupt);
    try {
      const scan = await scanCsv(file.path, file.zipped, signal);
      const fits = scan !== undefined && scan.records >= 2 && scan.records <= MAX_ROWS;
      await connection.run(`ATTACH ':memory:' AS ${database}`);
      const table = fits ? await readTable(this.#parts, connection, database, file, scan) : undefined;
      if (table) return table;
    } catch {
      // What DuckDB does not take is read row by row, and its faults are told there.
    } finally {
      clearInterval(watch);
      signal.removeEventListener('abort', interrupt);
    }
    await detach(connection, database);
    signal.throwIfAborted();
    return undefined;
  }
}

async function detach(connection: DuckDBConnection, database: string): Promise<void> {
  await connection.run(`DETACH DATABASE IF EXISTS ${database}`);
  connection.closeSync();
}

async function readTable(parts: DuckdbTableParts, connection: DuckDBConnection, database: string, file: TableFile, scan: CsvScan): Promise<DuckdbTable | undefined> {
  const stage = `${database}.stage`;
  await inOrder(connection, createStage(stage, file, scan));
  const [counts] = await selectNumbers(connection, { rows: 'count(*)', last: 'coalesce(max(rowid), -1)', plain: 'count(instance)', broken: 'count(*) FILTER (breaks > 0)' }, `FROM ${stage}`);
  const { rows = 0, last = -1, plain = 0, broken = 0 } = counts ?? {};
  // A row more or less than there are lines was split in another way than it would be here.
  if (rows + 1 !== scan.records || last + 1 !== rows) return undefined;
  const others = rows - plain;
  if (others > MAX_OTHERS || others > Math.max(FEW_OTHERS, OTHERS_SHARE * rows) || broken > MAX_OTHERS) return undefined;

  const breaks = broken === 0 ? [] : await selectNumbers(connection, { row: 'rowid', breaks: 'breaks' }, `FROM ${stage} WHERE breaks > 0 ORDER BY rowid`);
  const columns = file.alike.map((_, index) => alikeColumn(index)).join(', ');
  const alike = await selectTexts(connection, `SELECT ${columns}, count(*)::VARCHAR FROM ${stage} WHERE instance IS NOT NULL GROUP BY ${columns} LIMIT ${MAX_ALIKE + 1}`);
  if (alike.length > MAX_ALIKE) return undefined;
  await storeDays(connection, database, file.time.zone);
  return new DuckdbTable(parts, {
    connection,
    database,
    file,
    rows,
    breaks,
    alike: alike.map((row) => ({ values: row.slice(0, -1), rows: Number(row.at(-1)) })),
    others: others === 0 ? [] : await readOthers(connection, stage, file),
    close: () => detach(connection, database),
  });
}

/** The setting is everybody's; what else is written meanwhile keeps its order, too, and loses a little time by it. */
async function inOrder(connection: DuckDBConnection, sql: string): Promise<void> {
  await connection.run('SET GLOBAL preserve_insertion_order = true');
  try {
    await connection.run(sql);
  } finally {
    await connection.run('SET GLOBAL preserve_insertion_order = false');
  }
}

async function readOthers(connection: DuckDBConnection, stage: string, { columns }: TableFile): Promise<{ row: number; cells: string[] }[]> {
  const cells = columns.map((_, place) => `cells[${place + 1}]`).join(', ');
  const rows = await selectTexts(connection, `SELECT rowid::VARCHAR, ${cells} FROM ${stage} WHERE cells IS NOT NULL ORDER BY rowid`);
  return rows.map(([row, ...texts]) => ({ row: Number(row), cells: texts }));
}

/** When the days of these times begin and end, in the zone they are of. */
async function storeDays(connection: DuckDBConnection, database: string, zoneId: string | undefined): Promise<void> {
  if (zoneId === undefined) return;
  const zone = zoneOf(zoneId);
  const days = await selectTexts(connection, `SELECT DISTINCT (ts // ${DAY_MS})::VARCHAR FROM ${database}.stage WHERE instance IS NOT NULL`);
  const rows = days.map(([day]) => {
    const date = new Date(Number(day) * DAY_MS).toISOString().slice(0, 10);
    return `(${day}, ${zone.startOf(date)}::DOUBLE, ${zone.endOf(date)}::DOUBLE)`;
  });
  await connection.run(`CREATE TABLE ${database}.days (day BIGINT, day_start DOUBLE, day_end DOUBLE)`);
  if (rows.length > 0) await connection.run(`INSERT INTO ${database}.days VALUES ${rows.join(', ')}`);
}
