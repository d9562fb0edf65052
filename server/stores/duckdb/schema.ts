import { DOUBLE, INTEGER, SMALLINT, TINYINT, VARCHAR, type DuckDBType } from '@duckdb/node-api';

/** Raised when the tables change; a file of another version is refused. */
export const SCHEMA_VERSION = '1';

/** Stands for "none" in columns of codes. NULLs are slow to write from JavaScript, and no column here needs them. */
export const NONE = -1;
/** Stands for "never" in columns of times: `< 'Infinity'` asks whether there is one, and `min` ignores it. */
export const NEVER = Infinity;

export interface Table {
  name: string;
  columns: Record<string, DuckDBType>;
}

const codes = <const Name extends string>(...names: Name[]): Record<Name, DuckDBType> =>
  // `fromEntries` forgets which keys it was given.
  Object.fromEntries(names.map((name) => [name, INTEGER])) as Record<Name, DuckDBType>;
const times = <const Name extends string>(...names: Name[]): Record<Name, DuckDBType> =>
  Object.fromEntries(names.map((name) => [name, DOUBLE])) as Record<Name, DuckDBType>;

/**
 * Ids that repeat (journeys, steps, …) are stored as codes of `terms`, instances as numbers in the order of their first arrival, so that
 * rows of one time lie together and DuckDB's zone maps skip the rest. Times are milliseconds in a DOUBLE: exact, and the only 64-bit
 * number that crosses into JavaScript without a BigInt.
 */
export const EVENTS: Table = {
  name: 'events',
  columns: {
    ...codes('instance_no', 'journey', 'step', 'touchpoint', 'outcome', 'reason', 'initiative', 'organisation', 'segment'),
    ...times('at_ms'),
    id: VARCHAR,
    /** The hash of the id, so that opening a store need not read the ids. */
    ...codes('id_low', 'id_high'),
    customer: VARCHAR,
    attributes: VARCHAR,
    /** The import it came with, as a code of `terms`. */
    ...codes('source'),
  },
};

/** Columns that older files lack. */
export const ADD_COLUMNS = ['events', 'ratings', 'invitations'].map((table) => `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS source INTEGER DEFAULT ${NONE}`);

export const TERMS: Table = { name: 'terms', columns: { ...codes('code'), text: VARCHAR } };
export const KNOWN_INSTANCES: Table = { name: 'known_instances', columns: { ...codes('instance_no', 'journey'), id: VARCHAR } };

/** What a filter asks about, in every derived row, so that no question needs a join. */
const filtered = codes('instance_no', 'journey', 'day', 'organisation', 'segment');

export const INSTANCES: Table = {
  name: 'instances',
  columns: {
    ...filtered,
    ...codes('state', 'events', 'interruptions'),
    ...times('started_at', 'last_at', 'completed_at', 'next_change_at'),
  },
};

/** Instances whose first event is still to come: in no answer, but waited for. */
export const UPCOMING: Table = { name: 'upcoming', columns: { ...codes('instance_no', 'journey'), ...times('next_change_at') } };

/**
 * Visits as a level sees them. `is_first_here` marks an instance's first visit to the node, `is_first_passage` its first transition to
 * the next node, so that counting instances is a sum. `next_at` is the next visit's first event, else the own last.
 */
const visits = {
  ...filtered,
  ...codes('ordinal', 'step', 'touchpoint', 'events', 'next_step', 'next_touchpoint', 'is_start', 'is_first_here', 'is_first_passage'),
  ...times('first_at', 'last_at', 'next_at'),
};
export const STEP_VISITS: Table = { name: 'step_visits', columns: visits };
export const OVERVIEW_VISITS: Table = { name: 'overview_visits', columns: visits };

/** `first_at_step` and `first_at_overview` mark an instance's first interruption at the node; `…_wa` leaves out abandonment. */
export const INTERRUPTIONS: Table = {
  name: 'interruptions',
  columns: {
    ...filtered,
    ...codes('ordinal', 'kind', 'reason', 'step', 'touchpoint', 'anchor', 'resolution', 'is_pending', 'attempts'),
    ...codes('carrier', 'is_realtime', 'carrier_step', 'carrier_touchpoint'),
    ...codes('first_at_step', 'first_at_overview', 'first_at_step_wa', 'first_at_overview_wa'),
    ...times('at_ms', 'carrier_at', 'continued_at'),
  },
};

/**
 * Narrow, so that counting tens of millions is a scan of a few small columns. `day` and `month` (since January 1970) are those it was given on;
 * a rating has its number for good, in order of arrival. The instance stays a text: it may be stored later.
 */
export const RATINGS: Table = {
  name: 'ratings',
  columns: {
    ...codes('rating_no', 'day'),
    month: SMALLINT,
    ...codes('journey', 'touchpoint', 'organisation', 'segment'),
    programme: TINYINT,
    score: TINYINT,
    ...times('at_ms'),
    id: VARCHAR,
    ...codes('id_low', 'id_high'),
    instance: VARCHAR,
    ...codes('source'),
  },
};
/** What customers wrote, masked, until it is read: then it is in `voice`. Few ratings have one. */
export const COMMENTS: Table = { name: 'comments', columns: { ...codes('rating_no', 'journey'), id: VARCHAR, text: VARCHAR } };
/** Comments that were read, with what filters ask about, so that no question needs a join; a comment has up to three themes. */
export const VOICE: Table = {
  name: 'voice',
  columns: {
    ...codes('rating_no', 'day', 'journey', 'touchpoint', 'organisation', 'segment'),
    programme: TINYINT,
    score: TINYINT,
    sentiment: TINYINT,
    ...codes('theme_1', 'theme_2', 'theme_3', 'version'),
    ...times('at_ms', 'corrected_at'),
    corrected_by: VARCHAR,
    id: VARCHAR,
    instance: VARCHAR,
    text: VARCHAR,
  },
};
export const INVITATIONS: Table = {
  name: 'invitations',
  columns: { ...codes('day'), month: SMALLINT, ...codes('journey'), programme: TINYINT, ...times('invited'), id: VARCHAR, ...codes('id_low', 'id_high', 'source') },
};

/** Temporary table of the writer: what was read of comments, on its way to them. */
export const REREAD: Table = { name: 'reread', columns: { ...codes('rating_no', 'theme_1', 'theme_2', 'theme_3'), sentiment: TINYINT } };
/** Temporary tables of the writer: the instances a write is about, and ids it asks after. */
export const TOUCHED: Table = { name: 'touched', columns: codes('instance_no') };
export const ASKED_IDS: Table = { name: 'asked_ids', columns: { ...codes('id_low', 'id_high'), id: VARCHAR } };

/** The rows that detection makes; replaced together. */
export const DERIVED = [INSTANCES, UPCOMING, STEP_VISITS, OVERVIEW_VISITS, INTERRUPTIONS] as const;

/** Where the next figures grow while `configure` is under way. */
export const nextOf = ({ name, columns }: Table): Table => ({ name: `next_${name}`, columns });

const columnList = ({ columns }: Table) =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');

export const createTable = (table: Table, words = 'CREATE TABLE IF NOT EXISTS'): string => `${words} ${table.name} (${columnList(table)})`;

/** What makes a new file a store. */
export const CREATE_STORE = [
  'CREATE TABLE IF NOT EXISTS facts (name VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)',
  'CREATE TABLE IF NOT EXISTS detected_journeys (journey VARCHAR PRIMARY KEY, rules VARCHAR NOT NULL)',
  ...[TERMS, KNOWN_INSTANCES, EVENTS, ...DERIVED, RATINGS, COMMENTS, VOICE, INVITATIONS].map((table) => createTable(table)),
];
