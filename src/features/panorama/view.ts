import type { PanoramaAnswer } from '#contract';
import type { Catalogue } from '#model';
import { createContext, use } from 'react';
import type { Names } from './names';
import type { PanoramaSearch } from './search';
import type { Time } from './time-bar/use-time';
import type { Place } from './url';

/** What every part of the map's page shares: where it stands, what it shows, and how to go on from here. */
export interface View {
  place: Place;
  search: PanoramaSearch;
  /** Goes to another view: a step back in the browser's history, unless `replace`. */
  go: (search: PanoramaSearch, options?: { replace?: boolean }) => void;
  names: Names;
  catalogue: Catalogue;
  /** The IANA zone of days and times. */
  zone: string;
  /** Absent until the first numbers have come. */
  answer: PanoramaAnswer | undefined;
  /** They could not be had: the map says why, and lets one try again. */
  isFailed: boolean;
  time: Time;
}

export const ViewContext = createContext<View | undefined>(undefined);

/** The view on screen. */
export function useView(): View {
  const view = use(ViewContext);
  if (!view) throw new Error('Failed to find the view of the map: there is no ViewContext around this component.');
  return view;
}
