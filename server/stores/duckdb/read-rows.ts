import {
  CARRIERS,
  KINDS,
  RESOLUTIONS,
  STATES,
  type CustomerId,
  type InstanceId,
  type JourneyId,
  type OrganisationId,
  type SegmentId,
  type Selection,
} from '#model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Page, SelectedRow } from '../../ports';
import { isKnown, selectionConditions, visitsOf, type Vocabulary } from './conditions';
import { itemAt } from './item-at';
import { hasPath } from './read-variants';
import { NEVER } from './schema';
import { selectNumbers, selectTexts } from './select';
import type { Terms } from './terms';

const MEASURES = { startedAt: 'i.started_at', duration: 'i.last_at - i.started_at', interruptions: 'i.interruptions' } as const;

/** The columns of `instances` (as `i`) that make a row. */
export const INSTANCE_COLUMNS = {
  instanceNo: 'i.instance_no',
  journey: 'i.journey',
  state: 'i.state',
  startedAt: 'i.started_at',
  lastAt: 'i.last_at',
  completedAt: 'i.completed_at',
  events: 'i.events',
  interruptions: 'i.interruptions',
  organisation: 'i.organisation',
  segment: 'i.segment',
} as const;

export const INTERRUPTION_COLUMNS = {
  kind: 'x.kind',
  reason: 'x.reason',
  step: 'x.step',
  touchpoint: 'x.touchpoint',
  at: 'x.at_ms',
  resolution: 'x.resolution',
  pending: 'x.is_pending',
  attempts: 'x.attempts',
  carrier: 'x.carrier',
  realtime: 'x.is_realtime',
  carrierStep: 'x.carrier_step',
  carrierTouchpoint: 'x.carrier_touchpoint',
  carrierAt: 'x.carrier_at',
  continuedAt: 'x.continued_at',
} as const;

const VISIT_COLUMNS = { step: 'x.step', touchpoint: 'x.touchpoint', visitEvents: 'x.events', firstAt: 'x.first_at', visitLastAt: 'x.last_at' } as const;

/** A page of the rows of a selection, and how many there are. @param where the filter */
export async function readRows(
  connection: DuckDBConnection,
  vocabulary: Vocabulary,
  selection: Selection,
  page: Page,
  where: string,
): Promise<{ total: number; rows: SelectedRow[] }> {
  const { terms } = vocabulary;
  const asked = selectionConditions(vocabulary, selection, (path) => hasPath(vocabulary, selection.level, path, where));
  const visits = visitsOf(selection.level);
  const among = (table: string, condition: string) => ` AND instance_no IN (SELECT instance_no FROM ${table} WHERE ${where} AND ${condition})`;
  const selected =
    `SELECT * FROM instances WHERE ${where} AND ${asked.state}` +
    (asked.asksForInterruption ? among('interruptions', asked.interruption) : '') +
    (asked.asksForVisit ? among(visits, asked.visit) : '');
  const joined = (table: string, condition: string) => `FROM (${selected}) i JOIN (SELECT * FROM ${table} WHERE ${where} AND ${condition}) x USING (instance_no)`;
  const from =
    selection.rows === 'instances'
      ? `FROM (${selected}) i`
      : selection.rows === 'interruptions'
        ? joined('interruptions', asked.interruption)
        : joined(visits, asked.visit);

  const [{ total } = { total: 0 }] = await selectNumbers(connection, { total: 'count(*)' }, from);
  const paged = `${from} JOIN known_instances k ON k.instance_no = i.instance_no ${orderOf(selection, page)}`;
  const rows =
    selection.rows === 'instances'
      ? (await selectNumbers(connection, INSTANCE_COLUMNS, paged)).map((row) => instanceRow(terms, row))
      : selection.rows === 'interruptions'
        ? (await selectNumbers(connection, { ...INSTANCE_COLUMNS, ...INTERRUPTION_COLUMNS }, paged)).map((row) => ({
            ...instanceRow(terms, row),
            interruption: interruptionOf(terms, row),
          }))
        : (await selectNumbers(connection, { ...INSTANCE_COLUMNS, ...VISIT_COLUMNS }, paged)).map((row) => ({
            ...instanceRow(terms, row),
            visit: visitOf(terms, row),
          }));
  return { total, rows: await named(connection, vocabulary, rows) };
}

/** By the sort's measure, ties by instance id, then in order of time. */
function orderOf({ rows }: Selection, { sort, offset, limit }: Page): string {
  const measure = MEASURES[sort.replace('-', '') as keyof typeof MEASURES];
  const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
  return `ORDER BY ${measure} ${direction}, k.id${rows === 'instances' ? '' : ', x.ordinal'} LIMIT ${limit} OFFSET ${offset}`;
}

/** A row that still lacks what is a text of its own: the instance's id and its customer. */
type Unnamed = Omit<SelectedRow, 'id' | 'customer'> & { instanceNo: number };

export function instanceRow(terms: Terms, row: Record<keyof typeof INSTANCE_COLUMNS, number>): Unnamed {
  return {
    instanceNo: row.instanceNo,
    journey: terms.text<JourneyId>(row.journey),
    state: itemAt(STATES, row.state),
    startedAt: row.startedAt,
    lastAt: row.lastAt,
    completedAt: timeOf(row.completedAt),
    events: row.events,
    interruptions: row.interruptions,
    organisation: termOf<OrganisationId>(terms, row.organisation),
    segment: termOf<SegmentId>(terms, row.segment),
  };
}

export function interruptionOf(terms: Terms, row: Record<keyof typeof INTERRUPTION_COLUMNS, number>): NonNullable<SelectedRow['interruption']> {
  const carrier = CARRIERS[row.carrier];
  return {
    kind: itemAt(KINDS, row.kind),
    reason: termOf(terms, row.reason),
    step: terms.text(row.step),
    touchpoint: terms.text(row.touchpoint),
    at: row.at,
    resolution: itemAt(RESOLUTIONS, row.resolution),
    pending: row.pending === 1,
    carrier: carrier && {
      kind: carrier,
      realtime: row.realtime === 1,
      step: terms.text(row.carrierStep),
      touchpoint: terms.text(row.carrierTouchpoint),
      at: row.carrierAt,
    },
    attempts: row.attempts,
    continuedAt: timeOf(row.continuedAt),
  };
}

const visitOf = (terms: Terms, row: Record<keyof typeof VISIT_COLUMNS, number>): NonNullable<SelectedRow['visit']> => ({
  ...(row.step >= 0 && { step: terms.text(row.step) }),
  touchpoint: terms.text(row.touchpoint),
  events: row.visitEvents,
  firstAt: row.firstAt,
  lastAt: row.visitLastAt,
});

const timeOf = (at: number): number | undefined => (at === NEVER ? undefined : at);
export const termOf = <Id extends string>(terms: Terms, code: number): Id | undefined => (code < 0 ? undefined : terms.text<Id>(code));

/**
 * Gives rows their ids and customers, which only a page of them needs. A customer is that of the first existing event that has one; an
 * event whose step or touchpoint the catalogue does not know any more is in no visit, and does not count here either.
 */
export async function named(connection: DuckDBConnection, vocabulary: Vocabulary, rows: readonly Unnamed[]): Promise<SelectedRow[]> {
  if (rows.length === 0) return [];
  const numbers = [...new Set(rows.map(({ instanceNo }) => instanceNo))].toSorted((a, b) => a - b);
  const inPage = `instance_no BETWEEN ${numbers[0]} AND ${numbers.at(-1)} AND instance_no IN (${numbers.join(', ')})`;
  const names = await selectTexts(
    connection,
    `SELECT k.instance_no::VARCHAR, k.id, coalesce(c.customer, '') FROM known_instances k LEFT JOIN (
      SELECT instance_no, arg_min(customer, (at_ms, id)) AS customer FROM events JOIN (
        SELECT instance_no, last_at FROM instances WHERE ${inPage}) USING (instance_no)
      WHERE ${inPage} AND customer <> '' AND at_ms <= last_at
        AND ${isKnown(vocabulary, new Set(rows.map(({ journey }) => journey)))}
      GROUP BY instance_no
    ) c USING (instance_no) WHERE ${inPage.replaceAll('instance_no', 'k.instance_no')}`,
  );
  const byNumber = new Map(names.map(([no = '', id = '', customer = '']) => [Number(no), { id, customer }]));
  return rows.map(({ instanceNo, ...row }) => {
    const { id = '', customer = '' } = byNumber.get(instanceNo) ?? {};
    return { ...row, id: id as InstanceId, customer: customer === '' ? undefined : (customer as CustomerId) };
  });
}
