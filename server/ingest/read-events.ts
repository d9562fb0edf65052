import { MAX_EVENTS, type RejectedRow, tellReason, wireEvent } from '#contract';
import type { ServiceEvent } from '#model';
import { bodyErrors } from '../http/input-errors';
import { plainEvent } from './plain-event';

/** Rows read from a body: the good ones with the line each stands on, and the bad ones. */
export interface ReadEvents {
  events: ServiceEvent[];
  /** The line of `events[i]`. */
  lines: number[];
  rejected: RejectedRow[];
}

/** A body that cannot be read as rows at all. */
export class UnreadableBody extends Error {
  constructor(
    readonly fault: 'too-many' | 'not-an-array',
    message: string,
  ) {
    super(message);
  }
}

const NEWLINE = 10;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads service events from NDJSON, one JSON object a line; a bad line costs only itself, blank lines nothing.
 * Throws `UnreadableBody` beyond `MAX_EVENTS` rows.
 */
export function readNdjson(body: Uint8Array): ReadEvents {
  const read: ReadEvents = { events: [], lines: [], rejected: [] };
  let rows = 0;
  for (const [line, text] of linesOf(body)) {
    if (text?.trim() === '') continue;
    if (++rows > MAX_EVENTS) throw tooMany();
    if (text === undefined) read.rejected.push({ line, pointer: '', ...tellReason('not-utf8') });
    else readLine(text, line, read);
  }
  return read;
}

/** Reads service events from a JSON array; the line of a row is its index + 1. */
export function readArray(body: Uint8Array): ReadEvents {
  const rows = parseArray(body);
  if (rows.length > MAX_EVENTS) throw tooMany();
  const read: ReadEvents = { events: [], lines: [], rejected: [] };
  rows.forEach((row, index) => validate(row, index + 1, read));
  return read;
}

const tooMany = () => new UnreadableBody('too-many', `The body has more than ${MAX_EVENTS} events, the limit of one request. Please send it in parts.`);

function parseArray(body: Uint8Array): unknown[] {
  try {
    const value: unknown = JSON.parse(utf8.decode(body));
    if (Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw new UnreadableBody('not-an-array', 'The body is not a JSON array of events in UTF-8.');
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

function readLine(text: string, line: number, read: ReadEvents): void {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    read.rejected.push({ line, pointer: '', ...tellReason('not-json') });
    return;
  }
  validate(row, line, read);
}

function validate(row: unknown, line: number, read: ReadEvents): void {
  const event = plainEvent(row) ?? judged(row, line, read.rejected);
  if (!event) return;
  read.events.push(event);
  read.lines.push(line);
}

/** The event of a row by the schema, whose word is the last; what is wrong with it is told. */
function judged(row: unknown, line: number, rejected: RejectedRow[]): ServiceEvent | undefined {
  const parsed = wireEvent.safeParse(row);
  if (parsed.success) return { ...parsed.data, at: Date.parse(parsed.data.at) };
  const [first = { pointer: '', reason: 'not a service event' }] = bodyErrors(parsed.error);
  rejected.push({ line, pointer: first.pointer, reason: first.reason });
  return undefined;
}
