import { type AnnotationAnswer, type AnnotationBody, deleteAnnotation, getAnnotations, postAnnotation, putAnnotation } from '#contract';
import type { AnnotationId } from '#model';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { changesWith } from './changes-with';
import { call } from './client';

/** Which annotations: those of some journeys (and those of none), from and to a day. */
export type AnnotationsQuestion = { journey?: string | string[]; from?: string; to?: string; source?: 'written' | 'ticket' };

/** 标注: releases, fixes, campaigns and incidents by day, effective dates of tickets among them. */
export const annotationsQuery = (question: AnnotationsQuestion = {}) =>
  queryOptions({
    queryKey: ['annotations', question],
    queryFn: ({ signal }) => call(getAnnotations, { query: question, signal }),
    placeholderData: keepPreviousData,
    // A ticket that moves may bring or take an effective date.
    meta: changesWith('settings', 'ticket'),
  });

/** `key` from `newKey`, the same for every try. @throws ApiError */
export const addAnnotation = (body: AnnotationBody, key: string): Promise<AnnotationAnswer> => call(postAnnotation, { body, key });

/** @throws ApiError `version-stale` with the annotation as it is; `forbidden` for what another wrote */
export const replaceAnnotation = (id: AnnotationId, version: number, body: AnnotationBody): Promise<AnnotationAnswer> => call(putAnnotation, { params: { id }, body, version });

/** @throws ApiError `version-stale`, `forbidden` */
export const removeAnnotation = (id: AnnotationId, version: number) => call(deleteAnnotation, { params: { id }, version });

/** Asks again for every list of annotations. */
export const annotationsChanged = (queries: QueryClient): void => void queries.invalidateQueries({ queryKey: ['annotations'] });
