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
  /** 0 to 1: how full the bar is. */
  bar?: number | undefined;
  severity: Severity;
  note?: { text: string; tone: 'break' | 'handoff' | 'quiet' } | undefined;
  /** Drawn back while something else is looked for. */
  faded?: boolean | undefined;
  /** Read by a screen reader: the place with its numbers. */
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
