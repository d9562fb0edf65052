import { type CatalogueAnswer, postCatalogueTrial, putCatalogue } from '#contract';
import type { Catalogue, Journey, Touchpoint } from '#model';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { changesWith } from './changes-with';
import { call } from './client';

/** What figures a changed journey, and changed touchpoints, would give. */
export const catalogueTrialQuery = (journey: Journey, touchpoints: Touchpoint[]) =>
  queryOptions({
    queryKey: ['catalogue-trial', journey, touchpoints],
    queryFn: ({ signal }) => call(postCatalogueTrial, { body: { journey, touchpoints }, signal }),
    placeholderData: keepPreviousData,
    meta: changesWith('revision'),
    gcTime: 60_000,
  });

/** Replaces the catalogue, unless somebody changed it since that version. @throws ApiError `version-stale` */
export const saveCatalogue = (body: Catalogue, version: number): Promise<CatalogueAnswer> => call(putCatalogue, { body, version });
