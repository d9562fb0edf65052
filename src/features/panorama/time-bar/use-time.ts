import { annotationsQuery, framesQuery, panoramaQuery } from '#api';
import type { AnnotationTold, FilterAnswer, Frame, FramesAnswer } from '#contract';
import type { Day } from '#model';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { fullBar } from '../figures';
import { breaksOfFrames, ratesOfPeriod, slotOfFrame } from '../frame-answer';
import type { PanoramaSearch } from '../search';
import { filterOf, mapQueryOf, needsNewestDay, type Place, playedDay } from '../url';
import type { Slot } from './time-axis';

/** The time axis of the map and where the playback stands on it. */
export interface Time {
  unit: 'day' | 'hour';
  /** The period as the server read it. */
  period: Pick<FilterAnswer, 'from' | 'to'> | undefined;
  /** Every place day by day, over the whole period. */
  days: FramesAnswer | undefined;
  /** What a full bar stands for in every frame, so that they can be told apart; none while nothing is played. */
  fullBar: number | undefined;
  /** The axis could not be had. */
  failed: boolean;
  retry: () => void;
  /** What is played is still being asked for. */
  busy: boolean;
  /** The days of the period, or the hours of the day that is played. */
  slots: readonly Slot[];
  /** The slot that is played; none while the whole period is shown. */
  position: number | undefined;
  /** The hour that is played. */
  hour: { frames: FramesAnswer; index: number; frame: Frame } | undefined;
  annotations: readonly AnnotationTold[];
}

/** Asks for the axis once `wanted`, for what happened on it, and ahead of time for the day after the one that is played. */
export function useTime(place: Place, search: PanoramaSearch, newest: Day | undefined, wanted: boolean): Time {
  const queries = useQueryClient();
  const { at } = search;
  const day = playedDay(search);
  const unit = at?.includes('T') ? 'hour' : 'day';
  const filter = filterOf(search, place, newest);
  const enabled = wanted && (newest !== undefined || !needsNewestDay(search));
  const days = useQuery({ ...framesQuery({ level: place.level, by: 'day', ...filter }), enabled });
  const hours = useQuery({ ...framesQuery({ level: place.level, by: 'hour', ...filter, from: day, to: day }), enabled: enabled && unit === 'hour' });
  const frames = unit === 'day' ? days : hours;
  const slots = useMemo(() => slotsOf(frames.data), [frames.data]);
  const found = at === undefined ? -1 : slots.findIndex((slot) => slot.at === at);
  const position = found < 0 ? undefined : found;

  const period = days.data?.filter;
  const { from, to } = period ?? {};
  const annotations = useQuery({ ...annotationsQuery({ ...(filter.journey && { journey: filter.journey }), from, to }), enabled: from !== undefined });

  const after = unit === 'day' && position !== undefined ? slots[position + 1]?.at : undefined;
  useEffect(() => {
    if (after !== undefined) void queries.prefetchQuery(panoramaQuery(mapQueryOf({ ...search, at: after }, place, newest)));
  }, [queries, search, place, newest, after]);

  const playing = at !== undefined;
  const scale = useMemo(() => (playing && days.data ? fullBar(ratesOfPeriod(days.data)) : undefined), [playing, days.data]);
  const { data: hourly } = hours;
  const { refetch: retry, isError, data: daily } = days;
  const failed = isError && !daily;
  const busy = frames.isFetching && frames.isPlaceholderData;
  const noted = annotations.data?.items ?? NOTHING;
  return useMemo((): Time => {
    const frame = position === undefined ? undefined : hourly?.frames[position];
    const hour = unit === 'hour' && hourly && frame && position !== undefined ? { frames: hourly, index: position, frame } : undefined;
    return { unit, period, days: daily, fullBar: scale, failed, retry: () => void retry(), busy, slots, position, hour, annotations: noted };
  }, [unit, period, daily, scale, failed, retry, busy, slots, position, hourly, noted]);
}

const NOTHING: readonly AnnotationTold[] = [];

function slotsOf(frames: FramesAnswer | undefined): Slot[] {
  if (!frames) return [];
  const breaks = breaksOfFrames(frames);
  return frames.frames.map((frame, index) => ({ at: slotOfFrame(frame), count: breaks[index] ?? 0, mature: frame.mature }));
}
