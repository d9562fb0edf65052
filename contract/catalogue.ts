import { catalogue as modelCatalogue } from '#model';
import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';

export const redetection = z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() });

export const catalogueAnswer = modelCatalogue.safeExtend({
  ...reading.shape,
  version: z.int().nonnegative(),
  /** Present while instances are still being detected again under this version; figures are of the previous one until then. */
  redetection: redetection.optional(),
});
export type CatalogueAnswer = z.output<typeof catalogueAnswer>;

export const getCatalogue = endpoint({
  method: 'GET',
  path: '/catalogue',
  summary: 'Journeys, touchpoints, organisations, segments and reasons.',
  output: catalogueAnswer,
});

export const putCatalogue = endpoint({
  method: 'PUT',
  path: '/catalogue',
  summary: 'Replaces the catalogue; journeys it changes are detected again. With If-Match, only if the version is still that one.',
  body: modelCatalogue,
  output: catalogueAnswer,
  errors: ['version-stale'],
});
