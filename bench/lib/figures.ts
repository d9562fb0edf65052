/** `--events 1000000` on the command line, else ten million. */
export function eventsAsked(byDefault = 10_000_000): number {
  const place = process.argv.indexOf('--events');
  const asked = place < 0 ? byDefault : Number(process.argv[place + 1]);
  if (!Number.isInteger(asked) || asked < 1) throw new RangeError('Failed to read --events: it takes a whole number.');
  return asked;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const millis = (ms: number): string => `${ms.toFixed(1)} ms`;
export const many = (count: number): string => count.toLocaleString('en');

/** Runs once and says how long it took and how much of all processors this process used meanwhile, in milliseconds. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; cpuMs: number; result: Result }> {
  const started = performance.now();
  const usedBefore = process.cpuUsage();
  const result = await work();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(usedBefore);
  return { ms, cpuMs: (user + system) / 1000, result };
}

/** The value below which the share `q` of the values lie. */
export function percentile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

/** Prints a figure against its goal. */
export function report(name: string, figure: number, goal: { atMost?: number; atLeast?: number }, unit = '×'): void {
  const met = figure <= (goal.atMost ?? Infinity) && figure >= (goal.atLeast ?? -Infinity);
  const asked = goal.atMost === undefined ? `at least ${goal.atLeast}${unit}` : `at most ${goal.atMost}${unit}`;
  console.log(`${met ? 'met   ' : 'MISSED'}  ${name}: ${figure.toFixed(2)}${unit} (goal: ${asked})`);
}
