import type { AnnotationTold, NpsAgainst, NpsAnswer, NpsDriversAnswer } from '#contract';
import type { Catalogue } from '#model';
import type { CatalogueNames } from '#ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { NpsSearch } from './search';

/** What every part of 净推荐值 shares: what it shows, how to go on, and what things are called. */
export interface NpsView {
  search: NpsSearch;
  /** Goes to another view: a step back in the browser's history, unless `replace`. */
  go: (search: NpsSearch, options?: { replace?: boolean }) => void;
  catalogue: Catalogue;
  names: CatalogueNames;
  zone: string;
  against: NpsAgainst;
  trends: UseQueryResult<NpsAnswer>;
  drivers: UseQueryResult<NpsDriversAnswer>;
  annotations: readonly AnnotationTold[];
  /** On the sheet of the brief: small, in light colours, nothing to choose. */
  paper: boolean;
}

export const NpsContext = createContext<NpsView | undefined>(undefined);

/** The view on screen. */
export function useNps(): NpsView {
  const view = use(NpsContext);
  if (!view) throw new Error('Failed to find the view of NPS: there is no NpsContext around this component.');
  return view;
}
