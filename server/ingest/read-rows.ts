import { MAX_EVENTS, type RejectedRow, tellReason } from '#contract';
import { ProblemError } from '../http/problem-error';

/** Rows read from a body: the good ones with the line each stands on, and the bad ones. */
export interface ReadRows<Row> {
  rows: Row[];
  /** The line of `rows[i]`. */
  lines: number[];
  rejected: RejectedRow[];
}

/** What a parsed row is, or what is wrong with it. */
export type JudgeRow<Row> = (value: unknown) => { row: Row } | { wrong: Omit<RejectedRow, 'line'> };

/**
 * Reads the rows of a body, as a JSON array or one a line. JSON with any other media type than `application/json` (gzip) shows by its first character
 * which of the two it is. Throws a `ProblemError` for a body that cannot be read as rows at all.
 */
export function readRows<Row>(body: Uint8Array, type: string, judge: JudgeRow<Row>): ReadRows<Row> {
  const isArray = type === 'application/json' || (type !== 'application/x-ndjson' && startsWithBracket(body));
  try {
    return isArray ? readArray(body, judge) : readNdjson(body, judge);
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error;
    if (error.fault === 'too-many') throw new ProblemError('too-large', error.message);
    throw new ProblemError('invalid-input', error.message, { errors: [{ pointer: '', reason: 'not a JSON array' }] });
  }
}

const startsWithBracket = (body: Uint8Array): boolean => new TextDecoder().decode(body.subarray(0, 64)).trimStart().startsWith('[');

/** A body that cannot be read as rows at all. */
class UnreadableBody extends Error {
  constructor(
    readonly fault: 'too-many' | 'not-an-array',
    message: string,
  ) {
    super(message);
  }
}

const NEWLINE = 10;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** One JSON object a line; a bad line costs only itself, blank lines nothing. */
function readNdjson<Row>(body: Uint8Array, judge: JudgeRow<Row>): ReadRows<Row> {
  const read: ReadRows<Row> = { rows: [], lines: [], rejected: [] };
  let rows = 0;
  for (const [line, text] of linesOf(body)) {
    if (text?.trim() === '') continue;
    if (++rows > MAX_EVENTS) throw tooMany();
    if (text === undefined) read.rejected.push({ line, pointer: '', ...tellReason('not-utf8') });
    else readLine(text, line, read, judge);
  }
  return read;
}

/** The line of a row is its index + 1. */
function readArray<Row>(body: Uint8Array, judge: JudgeRow<Row>): ReadRows<Row> {
  const rows = parseArray(body);
  if (rows.length > MAX_EVENTS) throw tooMany();
  const read: ReadRows<Row> = { rows: [], lines: [], rejected: [] };
  rows.forEach((row, index) => validate(row, index + 1, read, judge));
  return read;
}

const tooMany = () => new UnreadableBody('too-many', `The body has more than ${MAX_EVENTS} rows, the limit of one request. Please send it in parts.`);

function parseArray(body: Uint8Array): unknown[] {
  try {
    const value: unknown = JSON.parse(utf8.decode(body));
    if (Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw new UnreadableBody('not-an-array', 'The body is not a JSON array in UTF-8.');
}

/** Lines with their numbers; without text where a line is not UTF-8. */
function* linesOf(body: Uint8Array): Generator<[number, string | undefined]> {
  const whole = decode(body);
  if (whole !== undefined) {
    let line = 0;
    for (const text of whole.split('\n')) yield [++line, text];
    return;
  }
  let line = 0;
  for (let start = 0; start <= body.length; ) {
    const newline = body.indexOf(NEWLINE, start);
    const end = newline < 0 ? body.length : newline;
    yield [++line, decode(body.subarray(start, end))];
    start = end + 1;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function readLine<Row>(text: string, line: number, read: ReadRows<Row>, judge: JudgeRow<Row>): void {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    read.rejected.push({ line, pointer: '', ...tellReason('not-json') });
    return;
  }
  validate(row, line, read, judge);
}

function validate<Row>(value: unknown, line: number, read: ReadRows<Row>, judge: JudgeRow<Row>): void {
  const judged = judge(value);
  if ('wrong' in judged) {
    read.rejected.push({ line, ...judged.wrong });
    return;
  }
  read.rows.push(judged.row);
  read.lines.push(line);
}
