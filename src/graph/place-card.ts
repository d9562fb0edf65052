/** How bad a break rate is: below notice, mild (amber), broken (orange), badly broken (vermilion). From `broken` on, with the gap mark // and a border. */
export type Severity = 'calm' | 'mild' | 'broken' | 'severe';

/** What stands at a place of the map; texts are ready to show. `volume` is absent until the numbers have come. */
export interface PlaceCard {
  kind: 'place';
  id: string;
  /** The place's own name where lane and column do not already say it. */
  title?: string | undefined;
  /** How many lines every title of the map is given. @default 1 */
  titleLines?: 1 | 2 | undefined;
  volume?: string | undefined;
  rate?: string | undefined;
  /** Significantly worse or better than in the comparison: a sign before the rate. */
  change?: 'worse' | 'better' | undefined;
  /** 0 to 1: how full the bar is. */
  bar?: number | undefined;
  severity: Severity;
  /** Its `rank` (1 is the worst) stands in a badge before it. */
  note?: { text: string; tone: 'break' | 'handoff' | 'quiet'; rank?: number | undefined } | undefined;
  /** Of each day, in order: drawn as a small line at its foot, where the note leaves room. */
  daily?: readonly number[] | undefined;
  /** What stands on its edge and leads to a page of its own: 接续任务 as a teal pill, 整改工单 as a violet pennant, NPS and 声音 as blue tags. */
  marks?: readonly CardMark[] | undefined;
  /** 无人认领: an empty pennant where that of a ticket would be, in words for whoever hovers. */
  unclaimed?: string | undefined;
  /** Drawn back while something else is looked for. */
  faded?: boolean | undefined;
  /** Read by a screen reader: the place with its numbers. */
  label: string;
}

/** What a place shows beside its numbers once somebody has come close. */
export interface CardDetail {
  /** Of each day, in order: drawn as a line. */
  daily: readonly number[];
  text: string;
}

export const MARK_KINDS = ['tasks', 'tickets', 'nps', 'voice'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface CardMark {
  kind: MarkKind;
  text: string;
  /** Something of it is overdue, or has come back: in another colour, and with a sign in its text. */
  alarm: boolean;
  /** Read by a screen reader and shown on hover: what it counts, and where. */
  label: string;
}

/** How a lane ended: completed against lost. */
export interface ResultCard {
  kind: 'result';
  id: string;
  completed?: string | undefined;
  lost?: string | undefined;
  /** 0 to 1 of the bar. */
  bar?: number | undefined;
  label: string;
}

export type Card = PlaceCard | ResultCard;

/** A tooltip: exact numbers with what they are taken from. */
export interface Tip {
  title: string;
  rows: { label: string; value: string }[];
}

/** The sign of a significant change. */
export const CHANGE_SIGNS = { worse: '▲', better: '▼' } as const;
