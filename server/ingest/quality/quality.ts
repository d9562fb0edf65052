import type { QualityFinding, RejectedRow } from '#contract';
import { dayNumber, dayOfNumber, HOUR, type Instant, type ServiceEvent, type Zone } from '#model';
import { volumeFaults } from './volume-faults';

/** Looks at the rows of an import as they come, and says in the end what is odd about them. Holds no rows, and a bounded number of counts. */
export interface Quality {
  event(event: ServiceEvent, line: number): void;
  /** So many events whose outcome nobody said. */
  withoutOutcome(count: number): void;
  rejected(rows: readonly RejectedRow[]): void;
  findings(): QualityFinding[];
}

type Sample = QualityFinding['sample'][number];

/** Of each kind, what is told of the first ones. */
const SAMPLE = 50;
/** Instances whose latest time is known; rows of one instance seldom lie further apart. */
const MAX_INSTANCES = 300_000;
/** Touchpoints whose days are counted apart, and days of each. */
const MAX_SOURCES = 100;
const MAX_DAYS = 4_000;
/** Further back than this within an instance is a clock that was wrong, or a zone that was mixed up, and no tie of two systems. */
const JUMP = HOUR;

const ALL = '';
/** Why the store refuses a row that was read as an event, and so is counted. */
const REFUSED = new Set(['unknown-journey', 'unknown-step', 'unknown-touchpoint', 'instance-of-another-journey']);

export function createQuality(zone: Zone, now: Instant): Quality {
  const found = new Map<QualityFinding['kind'], { count: number; sample: Sample[] }>();
  const latest = new Map<string, Instant>();
  const sources = new Map<string, Map<number, number>>([[ALL, new Map()]]);
  let rows = 0;
  let read = 0;

  const tell = (kind: QualityFinding['kind'], sample: Sample, count = 1) => {
    let one = found.get(kind);
    if (!one) found.set(kind, (one = { count: 0, sample: [] }));
    one.count += count;
    if (one.sample.length < SAMPLE) one.sample.push(sample);
  };
  const countDay = (source: string, day: number) => {
    let days = sources.get(source);
    if (!days) {
      if (sources.size > MAX_SOURCES) return;
      sources.set(source, (days = new Map()));
    }
    if (days.has(day) || days.size < MAX_DAYS) days.set(day, (days.get(day) ?? 0) + 1);
  };
  const order = ({ instance, journey, at }: ServiceEvent, line: number) => {
    const before = latest.get(instance);
    const value = instance.slice(journey.length + 1);
    if (before !== undefined && at < before) tell(before - at >= JUMP ? 'clock-jump' : 'out-of-order', { line, value });
    if (before !== undefined && at <= before) return;
    latest.delete(instance);
    latest.set(instance, at);
    if (latest.size <= MAX_INSTANCES) return;
    for (const oldest of latest.keys()) {
      latest.delete(oldest);
      break;
    }
  };
  return {
    event(event, line) {
      rows++;
      read++;
      if (event.at > now) tell('time-future', { line, value: event.instance.slice(event.journey.length + 1) });
      order(event, line);
      const day = dayNumber(zone.dayOf(event.at));
      countDay(ALL, day);
      countDay(event.touchpoint, day);
    },
    withoutOutcome: (count) => void (count > 0 && tell('no-outcome', {}, count)),
    rejected(all) {
      for (const { line, pointer, code, params } of all) {
        if (!REFUSED.has(code ?? '')) rows++;
        if (pointer === '/at') tell(code === 'value-empty' ? 'time-missing' : 'time-unreadable', { line, ...(params?.value !== undefined && { value: String(params.value) }) });
        if (code === 'unknown-step') tell('unknown-step', { line, value: String(params?.value ?? '') });
      }
    },
    findings() {
      const told = [...found].map(([kind, { count, sample }]): QualityFinding => ({ kind, count, of: kind === 'no-outcome' ? read : rows, sample: kind === 'no-outcome' ? [] : sample }));
      // A log of one touchpoint has its days told once.
      const each = sources.size === 2 ? [...sources].slice(0, 1) : [...sources];
      for (const [source, days] of each) {
        const faults = volumeFaults(days);
        for (const kind of ['gap', 'drop'] as const) {
          const ofKind = faults.filter((fault) => fault.kind === kind);
          if (ofKind.length === 0) continue;
          const sample = ofKind.slice(0, SAMPLE).map(({ day, events, usual }) => ({ day: dayOfNumber(day), events, usual }));
          told.push({ kind, count: ofKind.length, of: days.size, sample, ...(source !== ALL && { touchpoint: source }) });
        }
      }
      return told;
    },
  };
}
