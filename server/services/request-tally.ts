import type { QualityFinding, RejectedRow } from '#contract';
import type { Instant } from '#model';

/** The rows of `POST /events` since this process started, and why some were rejected: those are stored nowhere. */
export interface RequestTally {
  add(rows: number, rejected: readonly RejectedRow[]): void;
  /** Moves on with every row. */
  readonly rows: number;
  told(): { since: Instant; rows: number; rejected: number; others: number; findings: QualityFinding[] };
}

type Kind = QualityFinding['kind'];

/** Different values that are kept of each kind, the newest, and how much of each. */
const SAMPLE = 50;
const MAX_VALUE = 60;

/** What a rejection is a finding of. Values are kept of no other: they may be about a customer. */
function kindOf({ pointer, code }: RejectedRow): Kind | undefined {
  if (pointer === '/at') return code === 'value-empty' ? 'time-missing' : 'time-unreadable';
  if (pointer === '/outcome') return 'no-outcome';
  return code === 'unknown-journey' || code === 'unknown-step' || code === 'unknown-touchpoint' ? code : undefined;
}

export function createRequestTally(since: Instant): RequestTally {
  const found = new Map<Kind, { count: number; values: Set<string> }>();
  let rows = 0;
  let rejected = 0;
  let others = 0;
  return {
    add(howMany, all) {
      rows += howMany;
      rejected += all.length;
      for (const row of all) {
        const kind = kindOf(row);
        if (!kind) {
          others++;
          continue;
        }
        let one = found.get(kind);
        if (!one) found.set(kind, (one = { count: 0, values: new Set() }));
        one.count++;
        if (row.params?.value === undefined || kind === 'no-outcome') continue;
        const value = String(row.params.value).slice(0, MAX_VALUE);
        one.values.delete(value);
        one.values.add(value);
        if (one.values.size <= SAMPLE) continue;
        const [oldest = ''] = one.values;
        one.values.delete(oldest);
      }
    },
    get rows() {
      return rows;
    },
    told: () => ({
      since,
      rows,
      rejected,
      others,
      findings: [...found].map(([kind, { count, values }]) => ({ kind, count, of: rows, sample: [...values].toReversed().map((value) => ({ value })) })),
    }),
  };
}
