import { dayNumber, dayOfNumber } from './days';
import { DAY, MINUTE, SECOND, type Day, type Instant, type Millis } from './time';

export const DEFAULT_ZONE = 'Asia/Shanghai';

/** Calendar days in one IANA zone. */
export interface Zone {
  id: string;
  /** The calendar day at an instant. Fast enough for every event of a log. */
  dayOf(instant: Instant): Day;
  /** The first instant of a day: local midnight, or what comes next where the clocks skip it. */
  startOf(day: Day): Instant;
  /** The first instant after a day: the start of the next. */
  endOf(day: Day): Instant;
  /**
   * When a clock on the wall shows a time of a day, in minutes after midnight: the first time where it does twice, and what comes next
   * where the clocks skip it.
   */
  at(day: Day, minutes: number): Instant;
  /** How far its clocks are ahead of UTC at an instant. */
  offsetAt(instant: Instant): Millis;
}

/** Zones asked for, with what they have learned of their offsets. */
const zones = new Map<string, Zone>();

/** The zone of an IANA id. Throws a `RangeError` when the platform does not know it. */
export function zoneOf(id: string): Zone {
  let zone = zones.get(id);
  if (!zone) zones.set(id, (zone = createZone(id)));
  return zone;
}

/** The offset over one UTC day: `before` until `changesAt`, `after` from then on. */
interface Offsets {
  before: Millis;
  after: Millis;
  changesAt: Instant;
}

function createZone(id: string): Zone {
  const offsetAt = offsetReader(id);
  const offsets = new Map<number, Offsets>();
  const names = new Map<number, Day>();
  const starts = new Map<Day, Instant>();
  let latest = NaN;
  let latestOffsets: Offsets = { before: 0, after: 0, changesAt: Infinity };

  const offsetNear = (instant: Instant): Millis => {
    const utcDay = Math.floor(instant / DAY);
    if (utcDay !== latest) {
      latestOffsets = remembered(offsets, utcDay, () => offsetsOver(offsetAt, utcDay * DAY));
      latest = utcDay;
    }
    const { before, after, changesAt } = latestOffsets;
    return instant < changesAt ? before : after;
  };
  const localDayNumber = (instant: Instant): number => Math.floor((instant + offsetNear(instant)) / DAY);

  const startOf = (day: Day): Instant =>
    remembered(starts, day, () => {
      const number = dayNumber(day);
      return leastWhere(number * DAY - DAY, number * DAY + DAY, (instant) => localDayNumber(instant) >= number);
    });
  return {
    id,
    offsetAt: offsetNear,
    dayOf: (instant) => remembered(names, localDayNumber(instant), dayOfNumber),
    startOf,
    endOf: (day) => startOf(dayOfNumber(dayNumber(day) + 1)),
    at(day, minutes) {
      if (minutes >= DAY / MINUTE) return startOf(dayOfNumber(dayNumber(day) + 1));
      const wall = dayNumber(day) * DAY + minutes * MINUTE;
      const before = offsetNear(wall - DAY);
      const after = offsetNear(wall + DAY);
      // With a change nearby, the clock may show this time before it, after it, both times or never.
      const shown = [wall - before, wall - after].filter((instant) => instant + offsetNear(instant) === wall);
      if (shown.length > 0) return Math.min(...shown);
      return leastWhere(wall - Math.max(before, after), wall - Math.min(before, after), (instant) => offsetNear(instant) !== before);
    },
  };
}

function remembered<Key, Value>(memory: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  let value = memory.get(key);
  if (value === undefined) memory.set(key, (value = make(key)));
  return value;
}

/** A zone changes its offset at most once in a UTC day. */
function offsetsOver(offsetAt: (instant: Instant) => Millis, start: Instant): Offsets {
  const before = offsetAt(start);
  const after = offsetAt(start + DAY);
  const changesAt = before === after ? Infinity : leastWhere(start, start + DAY, (instant) => offsetAt(instant) !== before);
  return { before, after, changesAt };
}

/** The least instant in (low, high] at which `holds`, given that it holds at `high` and, once it does, goes on holding. */
function leastWhere(low: Instant, high: Instant, holds: (instant: Instant) => boolean): Instant {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * No zone's offset changed before: all kept local mean time. Nor is Intl asked about it: it counts in the Julian calendar before 1582, and
 * `Date.UTC` takes years below 100 for 19xx.
 */
const FIRST_OFFSETS: Instant = Date.UTC(1800, 0);

/** Reads local wall time − UTC through Intl, the only source of time zones a browser and Node share. Slow: about 2 µs. */
function offsetReader(id: string): (instant: Instant) => Millis {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: id,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const second = Math.max(Math.floor(instant / SECOND) * SECOND, FIRST_OFFSETS);
    const part = Object.fromEntries(format.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
    const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second: seconds = NaN } = part;
    return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
  };
}
