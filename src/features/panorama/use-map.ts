import { catalogueQuery, panoramaQuery, statusQuery } from '#api';
import type { CatalogueAnswer, PanoramaAnswer, Status } from '#contract';
import type { Day } from '#model';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { PanoramaSearch } from './search';
import { type Time, useTime } from './time-bar/use-time';
import { mapQueryOf, needsNewestDay, type Place } from './url';

export interface MapData {
  catalogue: UseQueryResult<CatalogueAnswer>;
  status: UseQueryResult<Status>;
  map: UseQueryResult<PanoramaAnswer>;
  /** What is on screen: the map's answer, or the last one while another is asked or when that has failed. */
  answer: PanoramaAnswer | undefined;
  /** Every place of the journey that was ever visited, whatever the filter: where the cards of its map stand. */
  structure: UseQueryResult<PanoramaAnswer>;
  time: Time;
}

/** All that a map is drawn from. */
export function useMap(place: Place, search: PanoramaSearch): MapData {
  const catalogue = useQuery(catalogueQuery());
  const status = useQuery(statusQuery());
  const newest = newestDay(status.data, place, search);
  const map = useQuery({ ...panoramaQuery(mapQueryOf(search, place, newest)), enabled: newest !== undefined || !needsNewestDay(search) });

  const [last, setLast] = useState(map.data);
  if (map.data && map.data !== last) setLast(map.data);

  const { firstDay, lastDay } = extentOf(status.data, place) ?? {};
  const structure = useQuery({
    ...panoramaQuery({ level: place.level, ...(place.level === 'journey' && { journey: [place.journey] }), from: firstDay, to: lastDay, ...(search.nodes && { nodes: search.nodes }) }),
    enabled: place.level === 'journey' && firstDay !== undefined,
    // It may only ever grow, and the map adds what it has itself: not worth asking again with every change of the data.
    meta: undefined,
    staleTime: Infinity,
  });
  const answer = map.data ?? last;
  // The map comes first: its axis is asked for when it has its numbers.
  const time = useTime(place, search, newest, answer !== undefined);
  return { catalogue, status, map, answer, structure, time };
}

/** Days with data: of the journey, or of all. */
export function extentOf(status: Status | undefined, place: Place): { firstDay?: Day | undefined; lastDay?: Day | undefined } | undefined {
  return place.level === 'overview' ? status?.data : status?.data.journeys.find(({ journey }) => journey === place.journey);
}

/** The newest day with data of what the map shows, where relative ranges end; today when there is none. */
function newestDay(status: Status | undefined, place: Place, { journey }: Pick<PanoramaSearch, 'journey'>): Day | undefined {
  if (!status) return undefined;
  const shown = place.level === 'journey' ? [place.journey] : journey;
  const last = status.data.journeys.filter((one) => !shown || shown.includes(one.journey)).flatMap(({ lastDay }) => lastDay ?? []);
  const newest = last.toSorted().at(-1) ?? status.today;
  return newest < status.today ? newest : status.today;
}
