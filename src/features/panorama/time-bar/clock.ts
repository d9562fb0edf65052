import { type Day, zoneOf } from '#model';

const MINUTE = 60_000;

/** The clock of a zone at an instant: `14:05`. */
export function clockOf(at: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.parse(at));
}

/** The hour of the clock at an instant, as slots of the axis are called: `2026-11-12T14`. */
export const hourOf = (at: string, zone: string): string => `${zoneOf(zone).dayOf(Date.parse(at))}T${clockOf(at, zone).slice(0, 2)}`;

/** The instant (ISO 8601) at which the clock of a zone says a time of a day; what comes next where the clocks skip it. */
export function instantOf(day: Day, time: string, zone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const minuteOfDay = hours * 60 + minutes;
  const start = zoneOf(zone).startOf(day);
  const at = start + minuteOfDay * MINUTE;
  // On a day that the clocks change, the time since midnight is not what the clock says.
  const [saidHours = 0, saidMinutes = 0] = clockOf(new Date(at).toISOString(), zone).split(':').map(Number);
  return new Date(at + (minuteOfDay - (saidHours * 60 + saidMinutes)) * MINUTE).toISOString();
}
