import { catalogue as modelCatalogue, journey, journeyId, stepId, touchpoint, touchpointId } from '#model';
import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';
import { balance } from './panorama';

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

const count = z.int().nonnegative();
const figures = z.object({ balance, byKind: z.record(z.string(), count) });
/** Instances something was tried on; `all` when that is every one of the journey. */
const tried = z.object({ instances: count, all: z.boolean(), before: figures, after: figures });

/** What a changed journey would do to its figures, and how long its steps take. */
export const catalogueTrial = reading.extend({
  ...tried.shape,
  /** Per step of the journey as it is asked: how long a stay takes until it is done, or left, in milliseconds, over stays that ended; and its events. */
  steps: z.array(z.object({ step: stepId, events: z.int().nonnegative(), stays: z.int().nonnegative(), p50: z.number().optional(), p95: z.number().optional() })),
  /** The map it would be: places with what broke there, and the flows between them. `id` of a place as on the map itself. */
  map: z.object({
    nodes: z.array(z.object({ id: z.string(), step: stepId, touchpoint: touchpointId, instances: count, events: count, interrupted: count })),
    /** Places beside these, the most frequent. */
    leftOut: count,
    flows: z.array(z.object({ from: z.string(), to: z.string(), count })),
  }),
  /** Other journeys whose customers were at a touchpoint that changes. */
  others: z.array(tried.extend({ journey: journeyId })),
});
export type CatalogueTrial = z.infer<typeof catalogueTrial>;

export const postCatalogueTrial = endpoint({
  method: 'POST',
  path: '/catalogue/trial',
  summary: 'What figures a changed journey, and changed touchpoints, would give. Nothing is stored.',
  /** Of touchpoints those that change: one whose id another takes for an alias is gone, one with a new id is added. */
  body: z.object({ journey, touchpoints: z.array(touchpoint).optional() }),
  output: catalogueTrial,
});

export const putCatalogue = endpoint({
  method: 'PUT',
  path: '/catalogue',
  summary: 'Replaces the catalogue; journeys it changes are detected again. With If-Match, only if the version is still that one.',
  body: modelCatalogue,
  output: catalogueAnswer,
  errors: ['version-stale'],
});
