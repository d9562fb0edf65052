/** A sign of the map, drawn in a box of 24 × 20. */
export interface LegendSign {
  tone: 'break' | 'mild' | 'handoff' | 'ticket' | 'volume';
  d: string;
  dashed?: boolean;
  wide?: boolean;
  pill?: boolean;
  filled?: boolean;
  /** With an edge in the colour of a break on top. */
  topped?: boolean;
}

const PENNANT = 'M6 2h12v16l-6-4-6 4z';
const ARC = 'M2 15C6 3 18 3 22 13';
const BAR = 'M2 10h20';

/** The signs of the map in the order they are explained. */
export const LEGEND_SIGNS = {
  gap: { tone: 'break', d: 'M6 3l4 14M13 3l4 14' },
  rank: { tone: 'break', d: 'M8 3h10v14h-10z', filled: true },
  mild: { tone: 'mild', d: BAR, wide: true },
  handoff: { tone: 'handoff', d: ARC },
  detour: { tone: 'handoff', d: ARC, dashed: true },
  flow: { tone: 'volume', d: BAR, wide: true },
  loss: { tone: 'break', d: 'M5 3q0 12 14 13', dashed: true },
  tasks: { tone: 'handoff', d: 'M8 10h8', pill: true },
  overdue: { tone: 'break', d: 'M8 10h8', pill: true },
  tickets: { tone: 'ticket', d: PENNANT, filled: true },
  recurred: { tone: 'ticket', d: PENNANT, filled: true, topped: true },
  unclaimed: { tone: 'break', d: PENNANT, dashed: true },
  change: { tone: 'break', d: 'M6 14l6-9 6 9z', filled: true },
  few: { tone: 'volume', d: 'M2 10h12', wide: true },
  bar: { tone: 'volume', d: BAR, wide: true },
  result: { tone: 'break', d: BAR, wide: true },
} as const satisfies Record<string, LegendSign>;

export type LegendKey = keyof typeof LEGEND_SIGNS;

/** What each sign means, in words; signs without words are not on the map. `bar` says what a full bar stands for. */
export type LegendTexts = { title: string } & Partial<Record<LegendKey, string>>;

/** The signs that are on the map, with their words. */
export const legendEntries = (texts: LegendTexts): { key: LegendKey; sign: LegendSign; text: string }[] =>
  // `keys` forgets its keys.
  (Object.keys(LEGEND_SIGNS) as LegendKey[]).flatMap((key) => {
    const text = texts[key];
    return text === undefined ? [] : [{ key, sign: LEGEND_SIGNS[key], text }];
  });

/** The end of a sign's top edge, where it has one. */
export const TOP_EDGE = 'M5 2h14';

/** How a sign's line is drawn. */
export const strokeOf = ({ pill, wide, dashed }: LegendSign) => ({
  width: pill ? 12 : wide ? 5 : 2,
  cap: pill ? ('round' as const) : undefined,
  dashes: dashed ? '3 3' : undefined,
});
