import { type BrokenPath, CARRIERS, type CatalogueRules, dayNumber, isComplete, KINDS, organisationSubtree, parseNodeId, RESOLUTIONS, STATES, type Filter, type Level, type JourneyId, type Organisation, type Selection, type TouchpointId } from '#model';
import type { Scope } from '../../ports';
import { visibleOrganisations } from '../visible-organisations';
import { OVERVIEW_VISITS, STEP_VISITS } from './schema';
import type { Terms } from './terms';

/** What turns ids into the conditions of a question: nothing but numbers goes into the SQL. */
export interface Vocabulary {
  terms: Terms;
  organisations: readonly Organisation[];
  /** Steps and touchpoints by all their names. */
  rules: CatalogueRules;
}

/** That a column holds one of these ids. Ids nobody ever stored are in no row. */
export function isOneOf({ terms }: Vocabulary, column: string, ids: Iterable<string>): string {
  const codes = [...ids].flatMap((id) => terms.known(id) ?? []);
  return codes.length > 0 ? `${column} IN (${codes.join(', ')})` : 'false';
}

/** That a row as it came, of an event, a rating or a comment, names one of these touchpoints, by any of its names. */
export function isOfTouchpoints(vocabulary: Vocabulary, ids: readonly TouchpointId[]): string {
  return isOneOf(vocabulary, 'touchpoint', ids.flatMap((id) => [id, ...(vocabulary.rules.touchpoints.get(id)?.aliases ?? [])]));
}

/** That an event's journey (one of these), step and touchpoint are in the catalogue, under any of their names. */
export function isKnown(vocabulary: Vocabulary, journeys: Iterable<JourneyId> = vocabulary.rules.journeys.keys()): string {
  const steps = [...journeys].map((id) => `${isOneOf(vocabulary, 'journey', [id])} AND ${isOneOf(vocabulary, 'step', vocabulary.rules.journeys.get(id)?.steps.keys() ?? [])}`);
  return `(${steps.join(' OR ') || 'false'}) AND ${isOneOf(vocabulary, 'touchpoint', vocabulary.rules.touchpoints.keys())}`;
}

const all = (conditions: readonly (string | false | undefined)[]): string => conditions.filter(Boolean).join(' AND ') || 'true';

export function inScope(vocabulary: Vocabulary, { organisations }: Scope): string {
  const visible = visibleOrganisations({ organisations }, vocabulary.organisations);
  return visible === 'all' ? 'true' : isOneOf(vocabulary, 'organisation', visible);
}

/** That a derived row is of an instance in the filter and the scope. */
export function inFilter(vocabulary: Vocabulary, scope: Scope, { journeys, from, to, organisation, segment }: Filter): string {
  return all([
    inScope(vocabulary, scope),
    `day BETWEEN ${dayNumber(from)} AND ${dayNumber(to)}`,
    journeys && journeys.length > 0 && isOneOf(vocabulary, 'journey', journeys),
    organisation !== undefined && isOneOf(vocabulary, 'organisation', organisationSubtree(vocabulary.organisations, organisation)),
    segment !== undefined && isOneOf(vocabulary, 'segment', [segment]),
  ]);
}

export const visitsOf = (level: Level): string => (level === 'overview' ? OVERVIEW_VISITS : STEP_VISITS).name;

/** That a place of a row is this node. @param prefix of the step and touchpoint columns: '', 'next_' or 'carrier_' */
export function isAt(vocabulary: Vocabulary, level: Level, node: string, prefix = ''): string {
  const place = parseNodeId(level, node);
  const first = place.level === 'overview' ? isOneOf(vocabulary, 'journey', [place.journey]) : isOneOf(vocabulary, `${prefix}step`, [place.step]);
  return `${first} AND ${isOneOf(vocabulary, `${prefix}touchpoint`, [place.touchpoint])}`;
}

/** Unhanded 未接续, as `isUnhanded` of the model has it. */
export const UNHANDED = `resolution <> ${RESOLUTIONS.indexOf('self')} AND is_pending = 0 AND carrier <> ${CARRIERS.indexOf('handoff')}`;
export const WITH_HANDOFF = `carrier = ${CARRIERS.indexOf('handoff')}`;
export const CONTINUED = `continued_at < 'Infinity'`;
const IS_END = 'next_touchpoint < 0';
export const count = (condition: string): string => `count(*) FILTER (WHERE ${condition})`;

/** What a selection asks of interruptions, of visits and of instances. A part that is not asked for is absent. */
export interface SelectionConditions {
  state: string;
  interruption: string;
  asksForInterruption: boolean;
  visit: string;
  asksForVisit: boolean;
}

/** The rule of `Selection` (its docstring) as conditions on rows of `interruptions`, of visits and of `instances`. @param pathIs the condition of its path */
export function selectionConditions(vocabulary: Vocabulary, selection: Selection, pathIs: (path: BrokenPath) => string = () => 'true'): SelectionConditions {
  const { level, node, edge, role, state, kind, resolution, carrier, reason, handling, path, startedFrom, startedBefore } = selection;
  const at = (id: string | undefined, prefix?: string) => id !== undefined && isAt(vocabulary, level, id, prefix);
  const from = edge?.from ?? node;
  const asksForCarrier = edge === undefined && node !== undefined && role === 'carrier';
  const onNode = edge === undefined && node !== undefined;
  const hasCondition = [kind, resolution, carrier, reason, handling, path].some((one) => one !== undefined);
  return {
    state: all([
      state !== undefined && `state IN (${STATES.flatMap((one, code) => ((state === 'complete' ? isComplete(one) : one === state) ? code : [])).join(', ')})`,
      startedFrom !== undefined && `started_at >= ${startedFrom}`,
      startedBefore !== undefined && `started_at < ${startedBefore}`,
    ]),
    asksForInterruption: hasCondition || asksForCarrier || (edge !== undefined && edge.kind !== 'flow'),
    interruption: all([
      kind !== undefined && kind !== 'any' && (kind === 'withoutAbandonment' ? `kind <> ${KINDS.indexOf('abandonment')}` : `kind = ${KINDS.indexOf(kind)}`),
      resolution !== undefined && (resolution === 'continued' ? CONTINUED : `resolution = ${RESOLUTIONS.indexOf(resolution)}`),
      carrier !== undefined && `carrier = ${carrier === 'none' ? -1 : CARRIERS.indexOf(carrier)}`,
      reason !== undefined && (reason === null ? 'reason < 0' : isOneOf(vocabulary, 'reason', [reason])),
      path && pathIs(path),
      handling !== undefined && (handling === 'pending' ? 'is_pending = 1' : UNHANDED),
      asksForCarrier ? `carrier >= 0 AND ${at(node, 'carrier_')}` : at(from),
      edge?.kind === 'loss' && `resolution = ${RESOLUTIONS.indexOf('lost')}`,
      (edge?.kind === 'handoff' || edge?.kind === 'detour') && `carrier = ${CARRIERS.indexOf(edge.kind)} AND ${at(edge.to, 'carrier_')}`,
    ]),
    asksForVisit: edge === undefined ? onNode && !asksForCarrier : edge.kind === 'flow',
    visit: all([
      at(from),
      edge?.kind === 'flow' && `next_touchpoint >= 0 AND ${at(edge.to, 'next_')}`,
      onNode && role === 'start' && 'is_start = 1',
      onNode && role === 'end' && IS_END,
    ]),
  };
}
