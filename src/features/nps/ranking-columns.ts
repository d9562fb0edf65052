import type { NpsAgainst, NpsSeries } from '#contract';
import type { NpsFormats } from './nps-formats';
import type { npsWords } from './nps-words';
import { changeOf } from './series';
import type { Column } from './table';

interface Words {
  words: (typeof npsWords)['zh'];
  comparators: Record<NpsAgainst, string>;
  verdicts: { significant: string; insignificant: string };
}

/** The columns of the ranking: the current period, and how it stands against two others. */
export function rankingColumns(nameOf: (series: NpsSeries) => string, against: NpsAgainst, { words: t, comparators, verdicts }: Words, { period }: NpsFormats): Column<NpsSeries>[] {
  const second: NpsAgainst = against === 'lastYear' ? 'yearStart' : 'lastYear';
  const compared = (one: NpsAgainst): Column<NpsSeries>[] => [
    { key: one, header: comparators[one], kind: 'delta', value: (row) => changeOf(row, one)?.delta },
    {
      key: `${one}Verdict`,
      header: t.verdict,
      kind: 'text',
      value: (row) => {
        const { significant, delta, before, now } = changeOf(row, one) ?? {};
        if (delta !== undefined) return significant ? verdicts.significant : verdicts.insignificant;
        return before && now ? t.few(String(before.nps === undefined ? before.n : now.n)) : undefined;
      },
    },
    { key: `${one}Period`, header: t.comparator, kind: 'text', value: (row) => { const change = changeOf(row, one); return change && period(change.period.id); } },
  ];
  return [
    { key: 'name', header: t.name, kind: 'text', value: nameOf },
    { key: 'nps', header: t.nps, kind: 'nps', value: ({ current }) => current.nps },
    { key: 'low', header: t.low, kind: 'nps', value: ({ current }) => current.low },
    { key: 'high', header: t.high, kind: 'nps', value: ({ current }) => current.high },
    { key: 'n', header: t.count, kind: 'count', value: ({ current }) => current.n },
    { key: 'responseRate', header: t.responseRate, kind: 'share', value: ({ current }) => current.responseRate },
    ...compared(against),
    ...compared(second),
  ];
}
