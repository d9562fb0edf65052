import { tellReason, type ToldReason } from '#contract';
import { SaxesParser } from 'saxes';
import type { BadRow, LogRow, ReadRow } from './log-row';
import { UnreadableFile } from './unreadable-file';

/** Attributes of a trace are columns of its events under this prefix, as in the CSV that other tools write of a log. */
const CASE_PREFIX = 'case:';

/** Elements that are attributes with a value (IEEE 1849-2016); lists and containers have their values inside. */
const VALUES = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);
const NESTING = new Set(['list', 'container', 'values']);
/** Elements that describe a log and hold no rows; what is inside them is not of any trace or event. */
const DESCRIPTION = new Set(['extension', 'global', 'classifier']);

interface OpenTrace {
  line: number;
  attributes: Map<string, string>;
  /** Kept until the trace ends: an attribute of a trace may come after its events. */
  events: { line: number; attributes: Map<string, string> }[];
}

/** A trace with more events than this is not held in memory whole; its attributes must come before them. */
const MAX_HELD = 50_000;

/**
 * Reads the events of XES (IEEE 1849-2016) as the text comes, batch by batch. What stands where no event can is told as a bad row:
 * events outside a trace, traces inside something, traces without events, elements that XES does not know. Values of `<global>` are
 * examples and stand in for nothing. Throws `UnreadableFile` where the XML is malformed or is no log.
 */
export async function* readXes(chunks: AsyncIterable<string>, cut = false): AsyncGenerator<ReadRow[]> {
  const reader = new XesReader();
  for await (const chunk of chunks) {
    const { rows, error } = reader.write(chunk);
    if (rows.length > 0) yield rows;
    if (error) throw error;
  }
  const { rows, error } = reader.end(cut);
  if (rows.length > 0) yield rows;
  if (error) throw error;
}

class XesReader {
  readonly #parser = new SaxesParser();
  /** Names of the open elements, outermost first. */
  readonly #path: string[] = [];
  /** Keys of the open attributes, those of `#path` that are none undefined. */
  readonly #keys: (string | undefined)[] = [];
  #rows: ReadRow[] = [];
  #traces = 0;
  #trace: OpenTrace | undefined;
  #event: { line: number; attributes: Map<string, string> } | undefined;
  #error: UnreadableFile | undefined;

  constructor() {
    this.#parser.on('error', (error) => {
      const problem = error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
      this.#error ??= new UnreadableFile('xml-malformed', { line: this.#parser.line, problem });
    });
    this.#parser.on('opentag', ({ name, attributes }) => !this.#error && this.#open(name, attributes));
    this.#parser.on('closetag', ({ name }) => !this.#error && this.#close(name));
  }

  write(text: string) {
    if (!this.#error) this.#parser.write(text);
    return this.#take();
  }

  /** @param cut the text ends in the middle of the file: what came of the last trace is good */
  end(cut: boolean) {
    if (cut && this.#trace?.attributes.has('concept:name')) this.#flush(this.#trace);
    if (!this.#error && !cut) this.#parser.close();
    return this.#take();
  }

  #take() {
    // Of a trace that the file breaks off in, what came is good, if it is known whose it is.
    if (this.#error && this.#trace?.attributes.has('concept:name')) this.#flush(this.#trace);
    const rows = this.#rows;
    this.#rows = [];
    return { rows, error: this.#error };
  }

  #reject(reason: ToldReason, line = this.#parser.line): void {
    this.#rows.push({ line, pointer: '', ...reason } satisfies BadRow);
  }

  #open(name: string, given: Record<string, string>): void {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    this.#keys.push(VALUES.has(name) || NESTING.has(name) ? given.key : undefined);
    if (parent === undefined) {
      if (name !== 'log') this.#error = new UnreadableFile('xml-no-log', { line: this.#parser.line, element: name });
    } else if (name === 'trace') {
      if (parent === 'log') this.#trace = this.#newTrace();
      else this.#reject(tellReason('element-misplaced', { element: name, parent }));
    } else if (name === 'event') {
      if (parent === 'trace' && this.#trace) this.#event = { line: this.#parser.line, attributes: new Map() };
      else this.#reject(parent === 'log' ? tellReason('event-without-trace') : tellReason('element-misplaced', { element: name, parent }));
    } else if (VALUES.has(name)) {
      this.#attribute(given);
    } else if (!NESTING.has(name) && !DESCRIPTION.has(name)) {
      this.#reject(tellReason('element-unknown', { element: name }));
    }
  }

  #newTrace(): OpenTrace {
    this.#traces++;
    return { line: this.#parser.line, attributes: new Map(), events: [] };
  }

  /** Direct attributes go by their key; nested ones describe the attribute they are in, and go by both: `cost/currency`. */
  #attribute({ key, value }: Record<string, string>): void {
    if (key === undefined || value === undefined) return;
    const outer = this.#path.findLastIndex((name) => name === 'event' || name === 'trace');
    if (outer < 0 || this.#path.slice(outer).some((name) => DESCRIPTION.has(name))) return;
    const path = this.#keys.slice(outer + 1).filter((one) => one !== undefined).join('/');
    if (this.#path[outer] === 'event') this.#event?.attributes.set(path, value);
    else this.#trace?.attributes.set(path, value);
  }

  #close(name: string): void {
    this.#path.pop();
    this.#keys.pop();
    if (name === 'event' && this.#event && this.#path.at(-1) === 'trace') {
      this.#trace?.events.push(this.#event);
      this.#event = undefined;
      if (this.#trace && this.#trace.events.length === MAX_HELD) this.#flush(this.#trace);
    } else if (name === 'trace' && this.#trace && this.#path.at(-1) === 'log') {
      if (this.#trace.events.length === 0) this.#reject(tellReason('trace-empty'), this.#trace.line);
      this.#flush(this.#trace);
      this.#trace = undefined;
    }
  }

  #flush(trace: OpenTrace): void {
    const fallback = `trace ${this.#traces}`;
    for (const event of trace.events) this.#rows.push(new XesRow(event.line, event.attributes, trace.attributes, fallback));
    trace.events = [];
  }
}

class XesRow implements LogRow {
  constructor(
    readonly line: number,
    readonly attributes: ReadonlyMap<string, string>,
    readonly ofTrace: ReadonlyMap<string, string>,
    /** Names the instance of a trace without a name by its place in the file. */
    readonly unnamed: string,
  ) {}

  get(column: string): string | undefined {
    if (!column.startsWith(CASE_PREFIX)) return this.attributes.get(column) ?? (column.includes('+') ? this.#classified(column) : undefined);
    const value = this.ofTrace.get(column.slice(CASE_PREFIX.length));
    return value ?? (column === `${CASE_PREFIX}concept:name` ? this.unnamed : undefined);
  }

  /** Several attributes together, as a classifier names an event: `concept:name+lifecycle:transition`. */
  #classified(column: string): string | undefined {
    const parts = column.split('+').map((one) => this.attributes.get(one));
    return parts.every((part) => part !== undefined) ? parts.join('+') : undefined;
  }

  entries(): Iterable<[string, string]> {
    return this.attributes.entries();
  }

  *more(): Generator<[string, string]> {
    for (const [key, value] of this.ofTrace) yield [CASE_PREFIX + key, value];
    if (!this.ofTrace.has('concept:name')) yield [`${CASE_PREFIX}concept:name`, this.unnamed];
    if (this.attributes.has('lifecycle:transition')) yield ['concept:name+lifecycle:transition', this.get('concept:name+lifecycle:transition') ?? ''];
  }
}
