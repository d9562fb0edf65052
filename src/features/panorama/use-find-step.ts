import { useEffect } from 'react';
import { withSelection } from './url';
import type { View } from './view';

/** Selects the place of the step that the address asks for: where most journeys take it, of those the map knows. */
export function useFindStep({ search, answer, go }: Pick<View, 'search' | 'answer' | 'go'>, isSettled: boolean): void {
  const { step } = search;
  useEffect(() => {
    if (step === undefined || !answer || !isSettled) return;
    const [most] = answer.nodes.filter((node) => node.step === step).toSorted((a, b) => b.instances - a.instances);
    go({ ...withSelection(search, most && { node: most.id }), step: undefined }, { replace: true });
  }, [step, answer, search, go, isSettled]);
}
