/** A row of a waterfall: where the sum stands, or a part that moves it. */
export interface WaterfallStep {
  key: string;
  name: string;
  kind: 'level' | 'part';
  from: number;
  to: number;
}

/** A part of a change. */
export interface Part {
  key: string;
  name: string;
  value: number;
}

/** The rows from one level to the next: what raised it first, largest first, then what lowered it, so that the largest drag is the last. */
export function waterfallSteps(before: { name: string; level: number }, parts: readonly Part[], after: string): WaterfallStep[] {
  const steps: WaterfallStep[] = [{ key: 'before', name: before.name, kind: 'level', from: before.level, to: before.level }];
  let level = before.level;
  for (const { key, name, value } of parts.toSorted((a, b) => b.value - a.value)) {
    steps.push({ key, name, kind: 'part', from: level, to: level + value });
    level += value;
  }
  return [...steps, { key: 'after', name: after, kind: 'level', from: level, to: level }];
}
