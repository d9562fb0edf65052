import { annotationsQuery, catalogueQuery, npsDriversQuery, npsQuery, statusQuery } from '#api';
import { catalogueNames, useLanguage } from '#ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { NpsSearch } from './search';
import { againstOf, driversOf, needsNewestDay, questionOf } from './url';
import type { NpsView } from './view';

/** The view of an address; absent until the catalogue has come, with the failure when it does not. */
export function useNpsView(search: NpsSearch): { view: NpsView | undefined; error: Error | null; retry: () => void } {
  const language = useLanguage();
  const navigate = useNavigate();
  const catalogue = useQuery(catalogueQuery());
  const status = useQuery(statusQuery());
  const newest = status.data?.data.lastDay ?? status.data?.today;
  const enabled = newest !== undefined || !needsNewestDay(search);
  const trends = useQuery({ ...npsQuery(questionOf(search, newest)), enabled });
  const drivers = useQuery({ ...npsDriversQuery(driversOf(search, newest)), enabled });
  const filter = trends.data?.filter;
  const annotations = useQuery({
    ...annotationsQuery({ source: 'written', ...(filter?.journeys && { journey: filter.journeys }), ...(filter && { from: filter.from, to: filter.to }) }),
    enabled: filter !== undefined,
  }).data?.items;
  const go = useCallback<NpsView['go']>((next, { replace = false } = {}) => void navigate({ to: '/nps', search: next, replace, resetScroll: false }), [navigate]);
  const view = useMemo((): NpsView | undefined => {
    if (!catalogue.data) return undefined;
    return { search, go, catalogue: catalogue.data, names: catalogueNames(catalogue.data, language), zone: catalogue.data.zone, against: againstOf(search), trends, drivers, annotations: annotations ?? NONE, paper: false };
  }, [search, go, catalogue.data, language, trends, drivers, annotations]);
  return { view, error: catalogue.data ? null : catalogue.error, retry: () => void catalogue.refetch() };
}

const NONE: never[] = [];
