import type { CompareQuery, FilterAnswer, FilterQuery, Frame, PanoramaQuery, SelectionQuery } from '#contract';
import { addDays, type Day, type JourneyId } from '#model';
import type { Layer, PanoramaSearch, Period } from './search';

/** Where a map stands: the overview, or inside a journey. */
export type Place = { level: 'overview' } | { level: 'journey'; journey: JourneyId };

const DAYS: Record<Exclude<Period, 'year'>, number> = { '7d': 7, '30d': 30, '90d': 90 };

/** The relative period of the address; absent where it names its days. */
export const periodOf = ({ period, from, to }: PanoramaSearch): Period | undefined => (from !== undefined && to !== undefined ? undefined : (period ?? '30d'));

/**
 * Whether the days of the address follow from the newest day with data, which only an answer knows. The API itself ends a question
 * without days there, and takes 30 days.
 */
export const needsNewestDay = (search: PanoramaSearch): boolean => !['30d', undefined].includes(periodOf(search));

/** The filter of the address. Relative ranges other than 30 days need the newest day with data. */
export function filterOf(search: PanoramaSearch, place: Place, newest: Day | undefined): FilterQuery {
  const { organisation, segment } = search;
  const journey = place.level === 'journey' ? [place.journey] : search.journey;
  return { ...(journey && { journey }), ...daysOf(search, newest), ...(organisation && { organisation }), ...(segment && { segment }) };
}

function daysOf(search: PanoramaSearch, newest: Day | undefined): { from?: Day; to?: Day } {
  const period = periodOf(search);
  if (period === undefined) return { from: search.from, to: search.to };
  if (period === '30d' || newest === undefined) return {};
  return { from: period === 'year' ? `${newest.slice(0, 4)}-01-01` : addDays(newest, 1 - DAYS[period]), to: newest };
}

/** The comparison of the address; the same weekdays before, unless it says otherwise. */
export function compareOf(search: PanoramaSearch): CompareQuery {
  const { compare = 'weekdays', compareFrom, compareTo, compareOrganisation } = search;
  switch (compare) {
    case 'none':
      return {};
    case 'custom':
      return compareFrom && compareTo ? { compare, compareFrom, compareTo } : {};
    case 'organisation':
      return compareOrganisation ? { compareOrganisation } : {};
    default:
      return { compare };
  }
}

/** The day that is played, if any. */
export const playedDay = ({ at }: Pick<PanoramaSearch, 'at'>): Day | undefined => at?.slice(0, 10);

/** The question of the map: of the day that is played, or of the whole period. */
export const mapQueryOf = (search: PanoramaSearch, place: Place, newest: Day | undefined): PanoramaQuery => ({
  level: place.level,
  ...filterOf(search, place, newest),
  ...(search.at && { from: playedDay(search), to: playedDay(search) }),
  ...compareOf(search),
  ...(search.nodes && { nodes: search.nodes }),
  ...includeOf(search, place.level),
});

/** What customers said is asked for only where it is drawn. */
const includeOf = (search: PanoramaSearch, level: Place['level']): Pick<PanoramaQuery, 'include'> => {
  const include = (['nps', 'voice'] as const).filter((one) => layersOf(search, level).has(one));
  return include.length > 0 ? { include } : {};
};

const DEFAULT_LAYERS: Record<Place['level'], readonly Layer[]> = {
  overview: ['breaks', 'tasks', 'tickets', 'handoffs'],
  journey: ['breaks', 'tasks', 'tickets', 'handoffs', 'detours', 'flows', 'losses'],
};

/** What the map draws. */
export function layersOf({ layer }: PanoramaSearch, level: Place['level']): ReadonlySet<Layer> {
  return new Set(layer ? layer.filter((one) => one !== 'none') : DEFAULT_LAYERS[level]);
}

/** The `layer` of an address that draws these; none where the level draws them by itself. */
export function layerParam(layers: ReadonlySet<Layer>, level: Place['level']): PanoramaSearch['layer'] {
  const own = DEFAULT_LAYERS[level];
  if (layers.size === own.length && own.every((one) => layers.has(one))) return undefined;
  return layers.size === 0 ? ['none'] : [...layers];
}

/** What a list narrows to, beyond the filter. */
export type Narrowing = Pick<PanoramaSearch, 'node' | 'edge' | 'path' | 'list' | 'of' | 'state' | 'kind' | 'resolution' | 'carrier' | 'reason' | 'handling' | 'listOrganisation' | 'listSegment'>;

const NOTHING: Narrowing = {
  node: undefined,
  edge: undefined,
  path: undefined,
  list: undefined,
  of: undefined,
  state: undefined,
  kind: undefined,
  resolution: undefined,
  carrier: undefined,
  reason: undefined,
  handling: undefined,
  listOrganisation: undefined,
  listSegment: undefined,
};

/** The address with another thing selected, or nothing; an open list and story close. */
export const withSelection = (search: PanoramaSearch, selected: Pick<Narrowing, 'node' | 'edge' | 'path'> = {}): PanoramaSearch => ({
  ...search,
  ...NOTHING,
  ...selected,
  sort: undefined,
  story: undefined,
});

/** The address with the list behind a number open. */
export const withList = (search: PanoramaSearch, narrowing: Narrowing): PanoramaSearch => ({ ...search, ...NOTHING, ...narrowing, sort: undefined, story: undefined });

/** The address one step out: without the story, else without the list, else without what is selected. */
export function outOf(search: PanoramaSearch): PanoramaSearch {
  if (search.story !== undefined) return { ...search, story: undefined };
  const { node, edge, path } = search;
  return withSelection(search, search.list === undefined ? {} : { node, edge, path });
}

/** The filter of an answer as a question: what is asked beside the numbers on screen is asked of the very same instances. */
export const sameFilter = ({ journeys, from, to, organisation, segment }: FilterAnswer): FilterQuery => ({
  ...(journeys && { journey: journeys }),
  from,
  to,
  ...(organisation && { organisation }),
  ...(segment && { segment }),
});

/** The selection of the open list, of the filter that the numbers on screen are for, and of the hour that is played. */
export function listSelection(search: PanoramaSearch, place: Place, filter: FilterAnswer, hour?: Pick<Frame, 'from' | 'to'>): SelectionQuery {
  const { node, edge, path, list, of, state, kind, resolution, carrier, reason, handling, listOrganisation: organisation, listSegment: segment } = search;
  const narrowed = { node, edge, path, state, kind, resolution, carrier, reason, handling, organisation, segment, rows: list };
  const given = Object.fromEntries(Object.entries(narrowed).filter(([, one]) => one !== undefined));
  return { level: place.level, ...sameFilter(filter), ...(of && { journey: [of] }), ...(hour && { startedFrom: hour.from, startedBefore: hour.to }), ...given };
}

/**
 * What leads from one address to the next, done to where the page is by now: two changes made from the same address, before either is
 * on screen, both hold.
 */
export function rebase(now: PanoramaSearch, from: PanoramaSearch, next: PanoramaSearch): PanoramaSearch {
  const before = new Map(Object.entries(from));
  const gone = [...before.keys()].filter((key) => !(key in next)).map((key) => [key, undefined]);
  const changed = Object.entries(next).filter(([key, value]) => value !== before.get(key));
  return { ...now, ...Object.fromEntries([...gone, ...changed]) };
}

/** The id of what is selected on the map: a node's or an edge's. */
export const selectedId = ({ node, edge }: PanoramaSearch): string | undefined => node ?? edge;

/** An id of the map as the address names it. */
export const selectionParam = (id: string): Pick<Narrowing, 'node' | 'edge'> => (id.includes(':') ? { edge: id } : { node: id });

/** The same view with the days of its period written out: what it shows tomorrow is what it shows today. */
export const absolute = (search: PanoramaSearch, days: Pick<FilterAnswer, 'from' | 'to'> | undefined): PanoramaSearch =>
  days ? { ...search, period: undefined, from: days.from, to: days.to } : search;

/** What of an address goes along from one level to the other: the filter, the comparison and the kind of view. */
export const acrossLevels = ({ journey, period, from, to, organisation, segment, compare, compareFrom, compareTo, compareOrganisation, only, view, at }: PanoramaSearch): PanoramaSearch => ({
  journey,
  period,
  from,
  to,
  organisation,
  segment,
  compare,
  compareFrom,
  compareTo,
  compareOrganisation,
  only,
  view,
  at,
});

/**
 * The same, from the overview into a journey. A relative range ends at the newest day with data, which may be another one there: then the days
 * in front go along, so that the journey has the same numbers on both levels. A journey that ended before them shows its own last days.
 */
export function insideOf(search: PanoramaSearch, shown: { from: Day; to: Day } | undefined, lastDay: Day | undefined): PanoramaSearch {
  const across = acrossLevels(search);
  const isRelative = periodOf(search) !== undefined && search.at === undefined;
  if (!isRelative || !shown || lastDay === undefined || lastDay >= shown.to || lastDay < shown.from) return across;
  return { ...across, period: undefined, from: shown.from, to: shown.to };
}
