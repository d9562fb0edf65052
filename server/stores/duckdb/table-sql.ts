import type { TableFile } from '../../ports';
import type { CsvScan } from './scan-csv';

/** A text as SQL writes it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The longest id, and the longest attribute, in bytes: the model counts characters, of which there are never more. */
const MAX_BYTES = 200;
/** Attributes of one event. */
const MAX_ATTRIBUTES = 20;
/** Characters that no trimming takes away, at both ends. Anything else is looked at by JavaScript. */
const TRIMMED = String.raw`(?s)[!-~\x{3400}-\x{9fff}](.*[!-~\x{3400}-\x{9fff}])?`;
/** Times before 1970 and beyond 2100 are looked at by JavaScript, too. */
const LAST_TIME = 4_102_444_800_000;

const cell = (place: number): string => `c${place}`;
const isAmong = (expression: string, values: readonly string[]): string => (values.length === 0 ? 'false' : `${expression} IN (${values.map(quoted).join(', ')})`);

/** Reads the file as texts, in its order, and throws where it is not plain CSV. */
function readCsv({ path, zipped, delimiter, columns }: TableFile, { quotes, lineEnd }: CsvScan): string {
  const types = columns.map((_, place) => `${cell(place)}: 'VARCHAR'`).join(', ');
  const all = columns.map((_, place) => quoted(cell(place))).join(', ');
  const quote = quotes ? '"' : '';
  return `read_csv(${quoted(path)}, auto_detect = false, header = true, delim = ${quoted(delimiter)}, quote = '${quote}', escape = '${quote}', new_line = '${lineEnd === '\n' ? '\\n' : '\\r\\n'}', compression = '${zipped ? 'gzip' : 'none'}', strict_mode = true, columns = {${types}}, force_not_null = [${all}])`;
}

/** The object that is kept with an event, as JSON; '' for none. */
function attributesOf({ attributes, columns, empty }: TableFile, { escapes }: CsvScan): string {
  if (attributes.length === 0) return `''`;
  const members = attributes.map((place) => {
    const value = escapes ? `to_json(${cell(place)})::VARCHAR` : `'"' || ${cell(place)} || '"'`;
    return `CASE WHEN ${cell(place)} <> '' AND NOT ${isAmong(cell(place), empty)} THEN ${quoted(`${JSON.stringify(columns[place])}:`)} || ${value} END`;
  });
  const all = attributes.length <= MAX_ATTRIBUTES ? `concat_ws(',', ${members.join(', ')})` : `array_to_string(list_filter([${members.join(', ')}], one -> one IS NOT NULL)[1:${MAX_ATTRIBUTES}], ',')`;
  return `coalesce('{' || nullif(${all}, '') || '}', '')`;
}

/**
 * Makes `stage`, a row for each of the file in its order: of plain ones what their events are made of, of all others their cells. A row is plain when JavaScript would
 * make the same of it for sure: what SQL is not sure about is none.
 */
export function createStage(stage: string, file: TableFile, scan: CsvScan): string {
  const { instance, step, at, time, customer, alike, attributes, columns, empty, journey } = file;
  const [instanceOf, stepOf, atOf] = [cell(instance), cell(step), cell(at)];
  const { pattern } = time;
  const read = typeof pattern === 'string' ? `epoch_ms(try_strptime(${atOf}, ${quoted(pattern)}))` : `${atOf}::BIGINT${pattern.epoch === 's' ? ' * 1000' : ''}`;
  const ts = `CASE WHEN regexp_full_match(${atOf}, ${quoted(time.looks)}) THEN ${read} END`;
  const isTrimmed = (expression: string) => `regexp_full_match(${expression}, ${quoted(TRIMMED)})`;
  const isNameOrNothing = (expression: string) => `(${expression} = '' OR (strlen(${expression}) <= ${MAX_BYTES} AND ${isTrimmed(expression)}))`;
  const plain = [
    `strlen(${instanceOf}) <= ${MAX_BYTES - Buffer.byteLength(`${journey}:`)}`,
    isTrimmed(instanceOf),
    `NOT ${isAmong(instanceOf, empty)}`,
    isNameOrNothing(stepOf),
    `ts BETWEEN 0 AND ${LAST_TIME}`,
    `NOT ${isAmong(atOf, empty)}`,
    ...(customer === undefined ? [] : [isNameOrNothing(cell(customer))]),
    ...attributes.map((place) => `strlen(${cell(place)}) <= ${MAX_BYTES}`),
  ].join(' AND ');
  const own = empty.length === 0 ? stepOf : `CASE WHEN ${isAmong(stepOf, empty)} THEN '' ELSE ${stepOf} END`;
  const all = columns.map((_, place) => cell(place));
  const values = {
    instance: instanceOf,
    ts: 'ts',
    hash: `(md5_number(concat(${instanceOf}, chr(31), ${own}, chr(31), ${atOf}, chr(31))) & 4294967295::UHUGEINT)::UINTEGER`,
    customer: customer === undefined ? `''` : empty.length === 0 ? cell(customer) : `CASE WHEN ${isAmong(cell(customer), empty)} THEN '' ELSE ${cell(customer)} END`,
    attributes: attributesOf(file, scan),
    ...Object.fromEntries(alike.map((place, index) => [alikeColumn(index), cell(place)])),
  };
  const selected = [
    ...Object.entries(values).map(([name, expression]) => `CASE WHEN plain THEN ${expression} END AS ${name}`),
    `CASE WHEN NOT plain THEN [${all.join(', ')}] END AS cells`,
    `${scan.quotes ? `${all.map((one) => `strlen(${one}) - strlen(replace(${one}, chr(10), ''))`).join(' + ')}` : '0'} AS breaks`,
  ];
  return `CREATE TABLE ${stage} AS SELECT ${selected.join(', ')} FROM (SELECT *, coalesce(${plain}, false) AS plain FROM (SELECT *, ${ts} AS ts FROM ${readCsv(file, scan)}))`;
}

/** What holds the values of `alike[index]`. */
export const alikeColumn = (index: number): string => `alike_${index}`;

/** The instant of a row of `stage` joined with `days` (of a zone), or of a row that knows it by itself. Where the clocks change on a day, what is later than the small hours counts from its end. */
export const instantOf = (zone: string | undefined): string =>
  zone === undefined
    ? 's.ts::DOUBLE'
    : `CASE WHEN d.day_end - d.day_start = 86400000 OR s.ts % 86400000 < 10800000 THEN d.day_start + s.ts % 86400000 ELSE d.day_end - (86400000 - s.ts % 86400000) END`;

/** The id of a row, and the two halves of its hash: the same that `hashId` makes of it. */
export function idOf(name: string, { low, high }: { low: number; high: number }): { id: string; low: string; high: string } {
  const hash = `(s.hash::BIGINT - CASE WHEN s.hash > 2147483647 THEN 4294967296 ELSE 0 END)::INTEGER`;
  const lowOf = `xor(${low}::INTEGER, ${hash})`;
  const highOf = `xor(${high}::INTEGER, (s.rowid + 1)::INTEGER)`;
  return {
    id: `${quoted(`${name}#`)} || lpad((s.rowid + 1)::VARCHAR, 10, '0') || '-' || printf('%08x', s.hash::BIGINT)`,
    low: `CASE WHEN ${lowOf} = 0 AND ${highOf} = 0 THEN 1 ELSE ${lowOf} END`,
    high: highOf,
  };
}
