import { journeyId, OUTCOMES, programme, stepId, zoneOf } from '#model';
import { z } from 'zod';
import { reading } from './common';
import { endpoint } from './endpoint';

/** Text encodings that are told apart, or asked for. */
export const ENCODINGS = ['utf-8', 'gb18030', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Fields of an event that a column can feed. `id` makes a row the same event wherever it comes from; without it, it is known by its file and place. */
export const MAPPED_FIELDS = ['instance', 'step', 'at', 'touchpoint', 'outcome', 'reason', 'initiative', 'customer', 'organisation', 'segment', 'journeyColumn', 'id'] as const;
export type MappedField = (typeof MAPPED_FIELDS)[number];

/** What the rows of a file are. */
export const IMPORT_KINDS = ['events', 'ratings', 'invitations'] as const;
/** Fields of a rating that a column can feed, and of an invitation. */
export const RATING_FIELDS = ['score', 'at', 'journeyColumn', 'programme', 'touchpoint', 'comment', 'instance', 'organisation', 'segment', 'id'] as const;
export const INVITATION_FIELDS = ['invited', 'at', 'journeyColumn', 'programme', 'id'] as const;
export type RatingField = (typeof RATING_FIELDS)[number] | (typeof INVITATION_FIELDS)[number];

/** Absent: proposed from the file. `null`: from no column, whatever the columns are called. */
const column = z.string().min(1).max(300).nullable().optional();
const value = z.string().min(1).max(200);

/** What a rule, or a constant, may say of an event. */
const said = {
  touchpoint: value.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  reason: value.optional(),
  initiative: z.enum(['customer', 'company']).optional(),
  organisation: value.optional(),
  segment: value.optional(),
};

/** What a column must hold. Of several tests, all must hold; `not` turns the whole around. */
export const ruleCondition = z
  .strictObject({
    column: z.string().min(1).max(300),
    /** One of these, exactly. */
    is: z.array(z.string().max(200)).min(1).max(200).optional(),
    /** `*` stands for anything: `Awaiting*`. Large and small letters are one. */
    matches: z.string().min(1).max(200).optional(),
    /** Numbers greater than this. */
    above: z.number().optional(),
    /** A number greater than in the rows of the instance before; 0 before the first. */
    rises: z.literal(true).optional(),
    not: z.literal(true).optional(),
  })
  .refine(({ is, matches, above, rises }) => is !== undefined || matches !== undefined || above !== undefined || rises !== undefined, 'says nothing: is, matches, above or rises');
export type RuleCondition = z.infer<typeof ruleCondition>;

/** The first rule whose conditions all hold has its say; rows that no rule is about stay as the columns say. */
export const valueRule = z
  .strictObject({
    when: z.array(ruleCondition).min(1).max(10),
    set: z.strictObject({ ...said, step: stepId.optional() }).optional(),
    /** Leave such rows out; they are counted, and no error. */
    skip: z.literal(true).optional(),
  })
  .refine(({ set, skip }) => skip === true || (set !== undefined && Object.values(set).some((one) => one !== undefined)), 'does nothing: set something, or skip');
export type ValueRule = z.infer<typeof valueRule>;

/**
 * 映射: how the rows of a file become events, as JSON of version 1. What is absent is proposed from the file, or read as is usual; a profile that
 * says everything reads any file of the kind the same.
 */
export const mappingProfile = z.strictObject({
  version: z.literal(1).optional(),
  name: z.string().trim().min(1).max(100).optional(),
  instance: column,
  step: column,
  at: column,
  touchpoint: column,
  outcome: column,
  reason: column,
  initiative: column,
  customer: column,
  organisation: column,
  segment: column,
  /** A column that says of each row which journey it is of; `journey` then stands for rows where it is empty. */
  journeyColumn: column,
  id: column,
  /** `events` unless told. Ratings and invitations are of journeys that are there, and say `at` (a day will do), and the columns below. */
  kind: z.enum(IMPORT_KINDS).optional(),
  score: column,
  /** `transactional` where neither a column nor a constant says it. */
  programme: column,
  comment: column,
  invited: column,
  /** The journey to import into: an existing one, or the id of one to be discovered. Default: made from the file's name. */
  journey: journeyId.optional(),
  file: z.strictObject({ encoding: z.enum(ENCODINGS).optional(), delimiter: z.enum(DELIMITERS).optional(), sheet: value.optional() }).optional(),
  time: z
    .strictObject({
      /** How days with the year at the end are written: 29/2/2016 or 2/29/2016. Told from the data where it can be; else an import needs it. */
      order: z.enum(['dmy', 'mdy']).optional(),
      /** The IANA zone of times that say no offset. Default: that of the server. */
      zone: z.string().refine(isZone, 'no time zone known here').optional(),
    })
    .optional(),
  /** Values that stand for nothing, such as `?` or `NULL`. */
  empty: z.array(z.string().max(100)).max(50).optional(),
  /** Of every row whose column, if any, says nothing. */
  constants: z.strictObject({ ...said, programme: programme.optional() }).optional(),
  rules: z.array(valueRule).max(100).optional(),
  /** Steps that complete a journey that is discovered from this file; else those that most instances end with. */
  completes: z.array(stepId).max(100).optional(),
});
export type MappingProfile = z.infer<typeof mappingProfile>;

function isZone(id: string): boolean {
  try {
    zoneOf(id);
    return true;
  } catch {
    return false;
  }
}

/** A profile that is kept under its name. */
export const namedProfile = mappingProfile.safeExtend({ name: z.string().trim().min(1).max(100) });
export type NamedProfile = z.infer<typeof namedProfile>;

export const profilesAnswer = reading.extend({ profiles: z.array(namedProfile) });

export const getProfiles = endpoint({ method: 'GET', path: '/profiles', summary: 'The mapping profiles that are kept, by name.', output: profilesAnswer });
export const putProfile = endpoint({
  method: 'PUT',
  path: '/profiles/:name',
  summary: 'Keeps a mapping profile under a name, in the place of what is there.',
  params: z.object({ name: z.string().trim().min(1).max(100) }),
  body: mappingProfile,
  output: profilesAnswer,
  errors: ['forbidden'],
});
export const deleteProfile = endpoint({
  method: 'DELETE',
  path: '/profiles/:name',
  summary: 'Forgets a mapping profile; what was imported with it stays.',
  params: z.object({ name: z.string() }),
  output: profilesAnswer,
  errors: ['forbidden'],
});
