import { journeyId } from '#model';
import { z } from 'zod';
import { instant, listOf, reading, urlInt } from './common';
import { endpoint } from './endpoint';
import { rejectedRow } from './events';
import { toldReason } from './reasons';

/** Which column or XES attribute feeds which field. What is absent is proposed from the file. */
export const mappingProfile = z.strictObject({
  instance: z.string().optional(),
  step: z.string().optional(),
  at: z.string().optional(),
  touchpoint: z.string().optional(),
  outcome: z.string().optional(),
  reason: z.string().optional(),
  customer: z.string().optional(),
  organisation: z.string().optional(),
  segment: z.string().optional(),
  /** The journey to import into: an existing one, or the id of one to be discovered. Default: made from the file's name. */
  journey: journeyId.optional(),
});
export type MappingProfile = z.infer<typeof mappingProfile>;

export const IMPORT_STATES = ['reading', 'discovering', 'detecting', 'done', 'failed'] as const;
export const importJob = z.object({
  id: z.string(),
  file: z.string(),
  state: z.enum(IMPORT_STATES),
  format: z.enum(['csv', 'xes']).optional(),
  bytes: z.object({ read: z.int().nonnegative(), total: z.int().nonnegative() }),
  /** Instances detected so far, once all rows are read. */
  detection: z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() }).optional(),
  rows: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  /** The first of the rejected rows; all of them are a download. */
  rejectedSample: z.array(rejectedRow),
  mapping: mappingProfile.optional(),
  journey: journeyId.optional(),
  /** The journey is not in the catalogue yet (or only half, by an import that failed): it is made from this log. */
  discovers: z.boolean().optional(),
  /** Why it failed, and the line where that is known. */
  error: z.object({ ...toldReason.shape, line: z.int().optional() }).optional(),
  startedAt: instant,
  finishedAt: instant.optional(),
});
export type ImportJob = z.infer<typeof importJob>;

export const importAnswer = reading.extend({ job: importJob });

export const postImport = endpoint({
  method: 'POST',
  path: '/imports',
  summary: 'Takes a CSV or XES file (plain or .gz) as the request body; answered when it is received, and imported after that.',
  query: z.object({
    filename: z.string().min(1).max(200),
    /** A mapping profile as JSON. */
    profile: z
      .string()
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          context.addIssue({ code: 'custom', message: 'not JSON' });
          return z.NEVER;
        }
      })
      .pipe(mappingProfile)
      .optional(),
  }),
  accepts: ['application/octet-stream', 'text/csv', 'application/gzip', 'application/xml'],
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
