import { QUALITY_KINDS, type QualityFinding, type RejectedRow } from '#contract';
import { dayNumber, HOUR, type Instant, type ServiceEvent, type Zone } from '#model';
import { ALL_SOURCES, volumeFindings } from './volume-findings';

/** Looks at the rows of an import as they come, and says in the end what is odd about them. Holds no rows, and a bounded number of counts. */
export interface Quality {
  event(event: ServiceEvent, line: number): void;
  /**
   * The same of an event whose day is counted elsewhere.
   *
   * @param before the latest time of its instance so far, if any
   * @param lineOf asked only when the row is told
   * @returns what is told of it, whose `value`, its instance, is for the caller to fill in; almost always nothing
   */
  moment(at: Instant, before: Instant | undefined, row: number, lineOf: (row: number) => number): { value?: string | undefined }[];
  /** So many events of a touchpoint on a day, since 1970. */
  day(touchpoint: string, day: number, events: number): void;
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

const NOTHING: Sample[] = [];
const same = (line: number): number => line;
/** Why the store refuses a row that was read as an event, and so is counted. */
const REFUSED = new Set(['unknown-journey', 'unknown-step', 'unknown-touchpoint', 'instance-of-another-journey']);

export function createQuality(zone: Zone, now: Instant): Quality {
  const found = new Map<QualityFinding['kind'], { count: number; sample: Sample[] }>();
  const latest = new Map<string, Instant>();
  const sources = new Map<string, Map<number, number>>([[ALL_SOURCES, new Map()]]);
  let rows = 0;
  let read = 0;

  const tell = (kind: QualityFinding['kind'], sample: Sample, count = 1): Sample[] => {
    let one = found.get(kind);
    if (!one) found.set(kind, (one = { count: 0, sample: [] }));
    one.count += count;
    if (one.sample.length >= SAMPLE) return [];
    one.sample.push(sample);
    return [sample];
  };
  const countDay = (source: string, day: number, events: number) => {
    let days = sources.get(source);
    if (!days) {
      if (sources.size > MAX_SOURCES) return;
      sources.set(source, (days = new Map()));
    }
    if (days.has(day) || days.size < MAX_DAYS) days.set(day, (days.get(day) ?? 0) + events);
  };
  const remember = (instance: string, at: Instant, before: Instant | undefined) => {
    if (before !== undefined && at <= before) return;
    latest.delete(instance);
    latest.set(instance, at);
    if (latest.size <= MAX_INSTANCES) return;
    for (const oldest of latest.keys()) {
      latest.delete(oldest);
      break;
    }
  };
  const moment = (at: Instant, before: Instant | undefined, row: number, lineOf: (row: number) => number): Sample[] => {
    rows++;
    read++;
    if (at <= now && (before === undefined || at >= before)) return NOTHING;
    const line = lineOf(row);
    const told = at > now ? tell('time-future', { line }) : [];
    if (before !== undefined && at < before) told.push(...tell(before - at >= JUMP ? 'clock-jump' : 'out-of-order', { line }));
    return told;
  };
  const countBoth = (touchpoint: string, number: number, events: number) => {
    countDay(ALL_SOURCES, number, events);
    countDay(touchpoint, number, events);
  };
  return {
    event({ instance, journey, at, touchpoint }, line) {
      const before = latest.get(instance);
      for (const sample of moment(at, before, line, same)) sample.value = instance.slice(journey.length + 1);
      remember(instance, at, before);
      countBoth(touchpoint, dayNumber(zone.dayOf(at)), 1);
    },
    moment,
    day: countBoth,
    withoutOutcome: (count) => void (count > 0 && tell('no-outcome', {}, count)),
    rejected(all) {
      for (const { line, pointer, code, params } of all) {
        if (!REFUSED.has(code ?? '')) rows++;
        if (pointer === '/at') tell(code === 'value-empty' ? 'time-missing' : 'time-unreadable', { line, ...(params?.value !== undefined && { value: String(params.value) }) });
        if (code === 'unknown-journey' || code === 'unknown-step' || code === 'unknown-touchpoint') tell(code, { line, value: String(params?.value ?? '') });
      }
    },
    findings() {
      const inOrder = [...found].toSorted(([a], [b]) => QUALITY_KINDS.indexOf(a) - QUALITY_KINDS.indexOf(b));
      const told = inOrder.map(([kind, { count, sample }]): QualityFinding => ({ kind, count, of: kind === 'no-outcome' ? read : rows, sample: kind === 'no-outcome' ? [] : sample }));
      return [...told, ...volumeFindings(sources, SAMPLE)];
    },
  };
}
