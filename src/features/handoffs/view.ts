import type { HandoffRule, Instant, Millis, Person, PersonId, RuleId } from '#model';
import type { CatalogueNames } from '#ui';
import { createContext, use } from 'react';
import type { HandoffsSearch } from './search';

/** What every part of 接续任务 shares: what it shows, how to go on, and what things are called. */
export interface HandoffsView {
  search: HandoffsSearch;
  /** Goes to another view: a step back in the browser's history, unless `replace`. */
  go: (search: HandoffsSearch, options?: { replace?: boolean }) => void;
  names: CatalogueNames;
  /** The IANA zone of times. */
  zone: string;
  /** Whoever acts; absent until it is known. */
  me: Person | undefined;
  person: (id: PersonId) => string;
  people: readonly Person[];
  rules: ReadonlyMap<RuleId, HandoffRule>;
  /** Working time between two instants, once the calendar is known. */
  workingTime: ((from: Instant, to: Instant) => Millis) | undefined;
  /** The server's clock − this computer's. */
  skew: Millis;
}

export const HandoffsContext = createContext<HandoffsView | undefined>(undefined);

/** The view on screen. */
export function useHandoffs(): HandoffsView {
  const view = use(HandoffsContext);
  if (!view) throw new Error('Failed to find the view of the tasks: there is no HandoffsContext around this component.');
  return view;
}
