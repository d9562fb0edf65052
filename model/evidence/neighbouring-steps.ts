import type { Journey } from '../catalogue';
import type { StepId } from '../ids';

/**
 * The steps just before and just after a step in the order of its journey: where its breaks would show up had they only moved. None for a
 * step that the journey does not have.
 */
export function neighbouringSteps({ steps }: Pick<Journey, 'steps'>, step: StepId): StepId[] {
  const at = steps.findIndex(({ id }) => id === step);
  return at < 0 ? [] : [steps[at - 1], steps[at + 1]].flatMap((one) => (one ? [one.id] : []));
}
