import type { CardDetail } from '#graph';
import { kindWords, useFormats, useTexts } from '#ui';
import { useMemo } from 'react';
import { interruptionsOf, mainCause } from './figures';
import type { View } from './view';

/** What a place shows from close by: its breaks of each day of the period, and what caused most of them. */
export function useDetails({ answer, names, time: { days } }: Pick<View, 'answer' | 'names' | 'time'>): (id: string) => CardDetail | undefined {
  const { percent } = useFormats();
  const kinds = useTexts(kindWords);
  return useMemo(() => {
    const nodes = new Map(answer?.nodes.map((node) => [node.id, node]));
    const daily = new Map(days?.places.map(({ id, interruptions }) => [id, interruptions]));
    return (id) => {
      const node = nodes.get(id);
      const all = node ? interruptionsOf(node) : 0;
      const cause = node && mainCause(node);
      if (!cause || all === 0) return undefined;
      return { daily: daily.get(id) ?? [], text: `${percent(cause.count / all)} ${'reason' in cause ? names.reason(cause.reason) : kinds[cause.kind]}` };
    };
  }, [answer, days, names, kinds, percent]);
}
