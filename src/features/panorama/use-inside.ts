import { statusQuery } from '#api';
import type { JourneyId } from '#model';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PanoramaSearch } from './search';
import { insideOf } from './url';
import { extentOf } from './use-map';
import { useView } from './view';

/** What the address of a journey's own map is, coming from the overview: of the days in front. */
export function useInside(): (journey: JourneyId) => PanoramaSearch {
  const { search, answer } = useView();
  const { data: status } = useQuery(statusQuery());
  return useCallback((journey) => insideOf(search, answer?.filter, extentOf(status, { level: 'journey', journey })?.lastDay), [search, answer?.filter, status]);
}
