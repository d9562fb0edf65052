/** Milliseconds of a day. */
const DAY = 86_400_000;

/**
 * 电子保单 at the counter, where the demo has next to nobody: so many journeys a day whose code fails for a share of them, from a day
 * (YYYY-MM-DD, in Shanghai) on. All of them get their policy in the end.
 */
export function counterCodes({ from, days, share, perDay = 40 }: { from: string; days: number; share: number; perDay?: number }): object[] {
  const events: object[] = [];
  for (let index = 0; index < days; index++) {
    const start = Date.parse(`${from}T09:30:00+08:00`) + index * DAY;
    // A little more and less from day to day, as it is.
    const broken = Math.round(perDay * share) + ((index % 3) - 1);
    for (let one = 0; one < perDay; one++) {
      const instance = `counter-${new Date(start).toISOString().slice(0, 10)}-${one}`;
      const told = (step: string, outcome: string, minutes: number, more: object = {}) =>
        events.push({ id: `${instance}.${minutes}`, instance, journey: 'epolicy', step, touchpoint: 'counter', outcome, at: new Date(start + (one * 2 + minutes) * 60_000).toISOString(), ...more });
      told('find', 'done', 0);
      if (one < broken) told('code', 'failed', 1);
      told('code', 'done', 2);
      told('delivered', 'done', 4);
    }
  }
  return events;
}
