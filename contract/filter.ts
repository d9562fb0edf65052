import { conditions, day, dayNumber, journeyId, organisationId, reasonId, segmentId } from '#model';
import { z } from 'zod';
import { instant, repeated } from './common';

export const level = z.enum(['overview', 'journey']);
export type Level = z.infer<typeof level>;

const exists = (text: string): boolean => {
  try {
    return Number.isInteger(dayNumber(text));
  } catch {
    return false;
  }
};
/** A day in a URL: one that there is, so not 2026-02-30. */
export const urlDay = day.refine(exists, 'there is no such day');

/** A filter as it stands in a URL. Without `from` and `to`: the 30 days that end at the newest day with data. */
export const filterQuery = z.object({
  journey: repeated(journeyId).optional(),
  from: urlDay.optional(),
  to: urlDay.optional(),
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
});
export type FilterQuery = z.input<typeof filterQuery>;

/** The filter that an answer is for, with its defaults filled in. */
export const filterAnswer = z.object({
  journeys: z.array(journeyId).optional(),
  from: day,
  to: day,
  organisation: organisationId.optional(),
  segment: segmentId.optional(),
});
export type FilterAnswer = z.infer<typeof filterAnswer>;

export const COMPARE = ['none', 'previous', 'weekdays', 'custom'] as const;
export const compareQuery = z.object({
  /** `previous`: the period of equal length before; `weekdays`: the nearest one before with the same weekdays; `custom`: as given. */
  compare: z.enum(COMPARE).optional(),
  compareFrom: urlDay.optional(),
  compareTo: urlDay.optional(),
  /** Compare with another organisation, in the compared period (the same period when `compare` is `none` or absent). */
  compareOrganisation: organisationId.optional(),
});
export type CompareQuery = z.input<typeof compareQuery>;

export const panoramaQuery = z.object({
  level: level.optional(),
  ...filterQuery.shape,
  ...compareQuery.shape,
  /** `all`: every node, also beyond the 200 after which the rarest are grouped as 其他. */
  nodes: z.enum(['all']).optional(),
  /** What is told of each node beside what always is. */
  include: repeated(z.enum(['nps', 'voice'])).optional(),
});
export type PanoramaQuery = z.input<typeof panoramaQuery>;

/** What a row of a list is; the list behind a number has exactly that many. */
export const ROWS = ['instances', 'interruptions', 'visits'] as const;

/** A selection as it stands in a URL: the filter, and what on the map it narrows to. */
export const selectionQuery = z.object({
  ...filterQuery.shape,
  /** The level whose nodes and edges are named; needed only with `node` or `edge`. */
  level: level.optional(),
  /** A node's id, such as `loan~app`. */
  node: z.string().optional(),
  /** An edge's id: `flow:<from>:<to>`, `handoff:<from>:<to>`, `detour:<from>:<to>` or `loss:<from>`. */
  edge: z.string().optional(),
  ...conditions.shape,
  /** Empty: without a reason. */
  reason: z.union([reasonId, z.literal('')]).optional(),
  /** A broken path's id, of `GET /variants`. */
  path: z.string().max(20_000).optional(),
  /** Started at or after this moment, and before that: a frame of an hour. */
  startedFrom: instant.optional(),
  startedBefore: instant.optional(),
  rows: z.enum(ROWS).optional(),
});
export type SelectionQuery = z.input<typeof selectionQuery>;
