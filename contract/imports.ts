import { journey, journeyId, programme, stepId, touchpoint, touchpointId } from '#model';
import { z } from 'zod';
import { instant, listOf, reading, urlInt } from './common';
import { endpoint } from './endpoint';
import { rejectedRow, wireEvent } from './events';
import { mappingProfile } from './mapping';
import { balance } from './panorama';
import { wireInvitation, wireRating } from './ratings';
import { toldReason } from './reasons';

const count = z.int().nonnegative();

/** A mapping profile as JSON in a URL. */
const profileInUrl = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(mappingProfile);

export const FORMATS = ['csv', 'xes', 'xlsx', 'ndjson'] as const;

export const IMPORT_STATES = ['reading', 'discovering', 'detecting', 'undoing', 'done', 'failed', 'cancelled', 'undone'] as const;
/** States that an import stays in. */
export const ENDED_IMPORTS: readonly (typeof IMPORT_STATES)[number][] = ['done', 'failed', 'cancelled', 'undone'];
/** What is looked for in the rows of an import and of requests, in the order it is told. */
export const QUALITY_KINDS = ['time-missing', 'time-unreadable', 'time-future', 'out-of-order', 'clock-jump', 'unknown-journey', 'unknown-step', 'unknown-touchpoint', 'gap', 'drop', 'no-outcome', 'no-end'] as const;

/** 数据质量: one thing that is odd about the rows of an import, or of requests, with where. */
export const qualityFinding = z.object({
  kind: z.enum(QUALITY_KINDS),
  /** Rows, days (`gap`, `drop`) or instances (`no-end`). */
  count: z.int().positive(),
  /** Of how many. */
  of: z.int().nonnegative(),
  /** Whose days they are: a touchpoint; absent for all together. */
  touchpoint: z.string().optional(),
  /** The first of an import, the newest of requests. `value`: the instance, or the step nobody knows; `journey`: that of the instance, where it can be opened by it; `day`: with how many events there were and how many are usual on such a day. */
  sample: z.array(z.object({ line: z.int().positive().optional(), value: z.string().optional(), journey: journeyId.optional(), day: z.string().optional(), events: z.int().optional(), usual: z.number().optional() })),
});
export type QualityFinding = z.infer<typeof qualityFinding>;

export const importJob = z.object({
  id: z.string(),
  file: z.string(),
  state: z.enum(IMPORT_STATES),
  format: z.enum(FORMATS).optional(),
  bytes: z.object({ read: z.int().nonnegative(), total: z.int().nonnegative() }),
  /** Instances detected so far, once all rows are read. */
  detection: z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() }).optional(),
  rows: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  /** Rows that a rule of the mapping leaves out. */
  skipped: z.int().nonnegative().optional(),
  /** The first of the rejected rows; all of them are a download. */
  rejectedSample: z.array(rejectedRow),
  mapping: mappingProfile.optional(),
  journey: journeyId.optional(),
  /** The journey is not in the catalogue yet (or only half, by an import that failed): it is made from this log. */
  discovers: z.boolean().optional(),
  /** What came into the catalogue with it, to be taken out with it. */
  brought: z.object({ journeys: z.array(z.string()), touchpoints: z.array(z.string()), organisations: z.array(z.string()), reasons: z.array(z.string()), segments: z.array(z.string()) }).optional(),
  /** Present once all rows are read: what is odd about them. */
  quality: z.array(qualityFinding).optional(),
  /** Why it failed, and the line where that is known. */
  error: z.object({ ...toldReason.shape, line: z.int().optional() }).optional(),
  startedAt: instant,
  finishedAt: instant.optional(),
});
export type ImportJob = z.infer<typeof importJob>;

const FILE_TYPES = ['application/octet-stream', 'text/csv', 'application/gzip', 'application/xml'];

export const importAnswer = reading.extend({ job: importJob });

export const postImport = endpoint({
  method: 'POST',
  path: '/imports',
  summary: 'Takes a log (CSV, XES, NDJSON, plain or .gz, or .xlsx) as the request body; answered when it is received, and imported after that.',
  query: z.object({
    filename: z.string().min(1).max(200),
    /** A mapping profile as JSON. */
    profile: profileInUrl.optional(),
    /** The name of a profile that is kept (`PUT /profiles/:name`); what `profile` says goes before it. */
    use: z.string().optional(),
  }),
  accepts: FILE_TYPES,
  status: 202,
  output: importAnswer,
  errors: ['unprocessable-file', 'unsupported-media-type'],
});
export const getImport = endpoint({
  method: 'GET',
  path: '/imports/:id',
  summary: 'Progress and result of one import.',
  params: z.object({ id: z.string() }),
  output: importAnswer,
});
export const postImportCancel = endpoint({
  method: 'POST',
  path: '/imports/:id/cancel',
  summary: 'Stops an import that is under way, and takes out what it has stored so far.',
  params: z.object({ id: z.string() }),
  output: importAnswer,
  errors: ['forbidden'],
});
export const postImportUndo = endpoint({
  method: 'POST',
  path: '/imports/:id/undo',
  summary: 'Takes out every event, rating or invitation an import stored, and what it brought into the catalogue as far as nothing else uses it; answered at once, done after that.',
  params: z.object({ id: z.string() }),
  status: 202,
  output: importAnswer,
  errors: ['forbidden', 'move-refused'],
});
export const getImports = endpoint({
  method: 'GET',
  path: '/imports',
  summary: 'All imports, newest first.',
  query: z.object({ limit: urlInt(1, 500).optional(), cursor: z.string().optional() }),
  output: listOf(importJob),
});
export const getRejectedRows = endpoint({
  method: 'GET',
  path: '/imports/:id/rejected.csv',
  summary: 'The rejected rows of one import as CSV: line, pointer, reason.',
  params: z.object({ id: z.string() }),
  answers: 'text/csv',
});

/** A column of a file, or an attribute of a log, as its first rows show it. */
export const fileColumn = z.object({
  name: z.string(),
  /** Up to five different values, as they are written. */
  samples: z.array(z.string()),
  /** Different values in the first rows (`sampled`), and how many of these have one. */
  distinct: z.int().nonnegative(),
  filled: z.int().nonnegative(),
  /** What nearly all its values are. */
  looks: z.enum(['time', 'number', 'text', 'nothing']),
});
export type FileColumn = z.infer<typeof fileColumn>;

/** The map of a file's first rows. `id` of a node as on the map itself. */
const previewMap = z.object({
  journey,
  touchpoints: z.array(touchpoint),
  /** Journeys in these rows: more than one where a column says which, and then the map is that of the first. */
  journeys: z.array(journeyId),
  discovers: z.boolean(),
  balance,
  nodes: z.array(z.object({ id: z.string(), step: stepId, touchpoint: touchpointId, instances: count, events: count, interrupted: count })),
  flows: z.array(z.object({ from: z.string(), to: z.string(), count })),
  /** Breaks by kind, and their reasons. */
  byKind: z.record(z.string(), count),
});
export type PreviewMap = z.infer<typeof previewMap>;

/** The first rows of a file of ratings, or of invitations. */
const ratingsPreview = z.object({
  rows: z.array(z.object({ line: z.int().positive(), rating: wireRating.optional(), invitation: wireInvitation.optional(), rejected: rejectedRow.optional() })),
  /** Rows whose id stands further up. */
  duplicates: count,
  /** By journey and programme, most first; `n` of invitations is how many were invited. */
  figures: z.array(z.object({ journey: journeyId, programme, n: count, promoters: count, detractors: count })),
});
export type RatingsPreview = z.infer<typeof ratingsPreview>;

export const importPreview = reading.extend({
  format: z.enum(FORMATS),
  /** How the file was read; `guessed` where its bytes do not say so for sure. */
  encoding: z.object({ name: z.string(), guessed: z.boolean() }).optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  sheets: z.array(z.string()).optional(),
  columns: z.array(fileColumn),
  /** Rows that `columns` are told from: the first of those that were read. */
  sampled: z.int().nonnegative(),
  /** Rows that were read: the whole file, or its beginning. */
  rows: z.int().nonnegative(),
  whole: z.boolean(),
  /** What was asked, with everything else as it is proposed: an import with it needs no guess. */
  profile: mappingProfile,
  /** How days with the year at the end are written, where there are any; `told` when the data leave no doubt, `unknown` when they do. */
  dates: z.object({ order: z.enum(['dmy', 'mdy']).optional(), certainty: z.enum(['told', 'asked', 'unknown', 'contradicting']), sample: z.string() }).optional(),
  /** What an import would fail of, with the field it is about. */
  problems: z.array(z.object({ field: z.string().optional(), ...toldReason.shape, line: z.int().optional() })),
  /** The first rows as events, or why they are none. */
  events: z.array(z.object({ line: z.int().positive(), event: wireEvent.optional(), rejected: rejectedRow.optional(), skipped: z.boolean().optional() })),
  accepted: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  /** Values that steps, touchpoints and outcomes have, and how many events each. */
  values: z.object({ step: z.record(z.string(), z.int()), touchpoint: z.record(z.string(), z.int()), outcome: z.record(z.string(), z.int()), reason: z.record(z.string(), z.int()) }),
  /** The map that these rows make, by the catalogue there is or the one that would be discovered; absent while there are problems. */
  map: previewMap.optional(),
  /** Present where the rows are ratings or invitations (`profile.kind`), and no events. */
  ratings: ratingsPreview.optional(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** What a preview reads of a file at most. */
export const PREVIEW_BYTES = 64 * 1024 * 1024;

export const postImportPreview = endpoint({
  method: 'POST',
  path: '/imports/preview',
  summary: 'Takes the beginning of a log and answers what an import would make of it: columns, a mapping, the first rows as events, and the map of these rows. Nothing is stored.',
  query: z.object({
    filename: z.string().min(1).max(200),
    profile: profileInUrl.optional(),
    use: z.string().optional(),
    /** `true`: the body is the file whole, not its beginning. A workbook always is. */
    whole: z.enum(['true', 'false']).optional(),
  }),
  accepts: FILE_TYPES,
  output: importPreview,
  errors: ['unprocessable-file', 'unsupported-media-type', 'too-large'],
});
