import type { EffectiveDate } from '#model';
import { defineTexts, useFormats, useTexts } from '#ui';
import { useMemo } from 'react';
import { effectiveGroups } from './effective-groups';
import { ticketTexts } from './ticket-texts';
import { useTicketView } from './view';

const texts = defineTexts({ and: { zh: (first: string, n: string) => `${first} 等 ${n} 个触点`, en: (_: string, n: string) => `${n} touchpoints` } });
/** So many touchpoints are named; of more, the first stands for all. */
const NAMED = 2;

/** Effective days, earliest first, each with the touchpoints it is that of: 微信 等 6 个触点. */
export function useEffectiveWords(effective: readonly EffectiveDate[]): { day: string; words: string; all: string }[] {
  const { names } = useTicketView();
  const { exact } = useFormats();
  const t = useTexts(texts);
  const common = useTexts(ticketTexts);
  return useMemo(
    () =>
      effectiveGroups(effective).map(({ day, touchpoints }) => {
        const named = touchpoints.map(names.touchpoint);
        const all = named.join(common.and);
        return { day, all, words: named.length <= NAMED ? all : t.and(named[0] ?? '', exact(named.length)) };
      }),
    [effective, names, exact, t, common],
  );
}
