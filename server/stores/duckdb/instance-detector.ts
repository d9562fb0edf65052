import { detect, OUTCOMES, type Initiative, type Instant, type JourneyEvent } from '#model';
import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import type { CodedRules } from './coded-rules';
import type { DerivedWriter } from './derived-writer';
import type { Terms } from './terms';

/** The columns of events that detection reads, in the order `InstanceDetector` takes them. */
export const DETECTED_COLUMNS = 'instance_no, journey, at_ms, step, touchpoint, outcome, reason, initiative, organisation, segment';
/** The order it takes rows in. Ids compare as UTF-8 bytes, which is by code point. */
export const DETECTED_ORDER = 'instance_no, at_ms, id';

const INITIATIVES: readonly Initiative[] = ['customer', 'company'];
export const initiativeCode = (initiative: Initiative | undefined): number => (initiative === undefined ? -1 : INITIATIVES.indexOf(initiative));
export const initiativeOf = (code: number): Initiative | undefined => (code < 0 ? undefined : INITIATIVES[code]);

/**
 * Detects instance after instance from rows ordered by `DETECTED_ORDER`, and hands each result to the writer. Call `finish` at the end.
 * Rows whose step or touchpoint the catalogue does not know do not count; nor does a journey it does not know.
 */
export class InstanceDetector {
  readonly #rules: CodedRules;
  readonly #terms: Terms;
  readonly #now: Instant;
  readonly #writer: DerivedWriter;
  /** One object per place in an instance, used again for the next: detection keeps none of them. */
  readonly #pool: JourneyEvent[] = [];
  readonly #events: JourneyEvent[] = [];
  #instanceNo = -1;
  #journey = -1;
  /** Instances detected so far, the current one not included. */
  instances = 0;

  constructor(rules: CodedRules, terms: Terms, now: Instant, writer: DerivedWriter) {
    this.#rules = rules;
    this.#terms = terms;
    this.#now = now;
    this.#writer = writer;
  }

  add(chunk: DuckDBDataChunk): void {
    const column = (index: number) => chunk.getColumnVector(index) as DuckDBVector<number>;
    const [nos, journeys, ats, steps, touchpoints] = [column(0), column(1), column(2), column(3), column(4)];
    const [outcomes, reasons, initiatives, organisations, segments] = [column(5), column(6), column(7), column(8), column(9)];
    const rows = chunk.rowCount;
    for (let row = 0; row < rows; row++) {
      const instanceNo = nos.getItem(row) ?? -1;
      if (instanceNo !== this.#instanceNo) {
        this.finish();
        this.#instanceNo = instanceNo;
        this.#journey = journeys.getItem(row) ?? -1;
      }
      const step = this.#rules.step(this.#journey, steps.getItem(row) ?? -1);
      const touchpoint = this.#rules.touchpoint(touchpoints.getItem(row) ?? -1);
      if (!step || !touchpoint) continue;
      const place = this.#events.length;
      const event = (this.#pool[place] ??= { at: 0, step, touchpoint, outcome: 'done' });
      event.at = ats.getItem(row) ?? 0;
      event.step = step;
      event.touchpoint = touchpoint;
      event.outcome = OUTCOMES[outcomes.getItem(row) ?? 0] ?? 'done';
      event.reason = this.#text(reasons.getItem(row));
      event.initiative = initiativeOf(initiatives.getItem(row) ?? -1);
      event.organisation = this.#text(organisations.getItem(row));
      event.segment = this.#text(segments.getItem(row));
      this.#events.push(event);
    }
  }

  /** Detects the instance whose last row has been added. */
  finish(): void {
    const rules = this.#instanceNo < 0 ? null : this.#rules.journey(this.#journey);
    if (rules) {
      const result = detect(rules, this.#events, this.#now);
      if (result.exists) this.#writer.instance(this.#instanceNo, this.#journey, result);
      else if (result.nextChangeAt !== undefined) this.#writer.upcoming(this.#instanceNo, this.#journey, result.nextChangeAt);
      this.instances++;
    }
    this.#events.length = 0;
    this.#instanceNo = -1;
  }

  #text<Id extends string>(code: number | null): Id | undefined {
    return code === null || code < 0 ? undefined : this.#terms.text<Id>(code);
  }
}
