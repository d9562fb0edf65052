import { median } from './median';

/** A day with far fewer events than days of its weekday around it. */
export interface VolumeFault {
  kind: 'gap' | 'drop';
  /** Days since 1970. */
  day: number;
  events: number;
  usual: number;
}

const WEEK = 7;
/** The same weekday, so many weeks before and after. */
const AROUND = 4;
/** Fewer such days say nothing of what is usual. */
const LEAST_DAYS = 3;
/** Fewer events than this a day come and go by chance. */
const LEAST_USUAL = 10;
const DROP = 0.25;

/**
 * Days of a source that have no events (`gap`), or less than a quarter of what is usual on that weekday (`drop`), between its first and its last.
 * Usual is the median of the same weekday in the four weeks before and after, so that neither weekends nor growth are faults.
 *
 * @param counts events by day since 1970
 */
export function volumeFaults(counts: ReadonlyMap<number, number>): VolumeFault[] {
  const days = [...counts.keys()].toSorted((a, b) => a - b);
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? -1];
  const faults: VolumeFault[] = [];
  // The first and the last day are cut somewhere.
  for (let day = first + 1; day < last; day++) {
    const around: number[] = [];
    for (let week = -AROUND; week <= AROUND; week++) {
      const other = day + week * WEEK;
      if (week !== 0 && other > first && other < last) around.push(counts.get(other) ?? 0);
    }
    const usual = around.length >= LEAST_DAYS ? median(around) : 0;
    const events = counts.get(day) ?? 0;
    if (usual < LEAST_USUAL || events >= DROP * usual) continue;
    faults.push({ kind: events === 0 ? 'gap' : 'drop', day, events, usual });
  }
  return faults;
}
