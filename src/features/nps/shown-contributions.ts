import type { NpsContributions } from '#contract';
import { shownDelta, shownParts } from './shown';

/** A part of the change as it is shown: a journey's, that of 其他 (`other`), or of the mix of journeys (`mix`). */
export interface ShownContribution {
  key: string;
  value: number;
}

/** The parts of a change to one decimal, adding up to the change as it is shown; none where there is no change to take apart. */
export function shownContributions({ change, parts, mix = 0 }: Pick<NpsContributions, 'change' | 'parts' | 'mix'>): ShownContribution[] | undefined {
  const total = shownDelta(change.before, change.now);
  if (!parts || total === undefined) return undefined;
  const all = [...parts.map(({ journey, within }) => ({ key: journey ?? 'other', value: within })), { key: 'mix', value: mix }];
  const rounded = shownParts(all.map(({ value }) => value), total);
  return all.map(({ key }, index) => ({ key, value: rounded[index] ?? 0 }));
}
