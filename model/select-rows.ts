import { pathId, pathReader } from './broken-path';
import type { Organisation } from './catalogue';
import type { DerivedInstance } from './derived-instance';
import { filterTest } from './filter';
import type { JourneyId } from './ids';
import { isUnhanded, type Interruption } from './interruption';
import { nodeNamer } from './node-key';
import type { Selection } from './selection';
import { isComplete } from './state';
import { levelVisits, type LevelVisit } from './visits';

/** A row of a list: an instance and, in lists of interruptions or visits, the one that makes it a row. */
export interface InstanceRow {
  instance: DerivedInstance;
  interruption?: Interruption | undefined;
  visit?: LevelVisit | undefined;
}

/** The rows of a selection (its docstring is the rule), in the order of the instances and, in each, of time. */
export function* selectRows(
  selection: Selection,
  organisations: readonly Organisation[],
  instances: Iterable<DerivedInstance>,
): Generator<InstanceRow> {
  const { filter, state, rows, startedFrom = -Infinity, startedBefore = Infinity } = selection;
  const inFilter = filterTest(filter, organisations);
  const place = placeTests(selection);
  const isLedTo = pathTest(selection);
  for (const instance of instances) {
    const { detection, journey } = instance;
    if (!inFilter(instance) || detection.startedAt < startedFrom || detection.startedAt >= startedBefore) continue;
    if (state !== undefined && (state === 'complete' ? !isComplete(detection.state) : detection.state !== state)) continue;

    const all = levelVisits(selection.level, detection.visits);
    const interruptions = detection.interruptions.filter((one) => hasConditions(selection, one) && place.ofInterruption(one, journey) && isLedTo(one, journey, all));
    if (place.asksForInterruption && interruptions.length === 0) continue;
    const visits = all.filter((visit, index) => place.ofVisit(visit, index, all, journey));
    if (place.asksForVisit && visits.length === 0) continue;

    if (rows === 'interruptions') for (const interruption of interruptions) yield { instance, interruption };
    else if (rows === 'visits') for (const visit of visits) yield { instance, visit };
    else yield { instance };
  }
}

/** Whether all conditions on interruptions hold for this one. */
function hasConditions({ kind, resolution, carrier, reason, handling }: Selection, one: Interruption): boolean {
  return (
    (kind === undefined || kind === 'any' || (kind === 'withoutAbandonment' ? one.kind !== 'abandonment' : one.kind === kind)) &&
    (resolution === undefined || (resolution === 'continued' ? one.continuedAt !== undefined : one.resolution === resolution)) &&
    (carrier === undefined || (one.carrier?.kind ?? 'none') === carrier) &&
    (reason === undefined || (one.reason ?? null) === reason) &&
    (handling === undefined || (handling === 'pending' ? one.pending : isUnhanded(one)))
  );
}

/** Whether the path to an interruption is the one asked for. */
function pathTest({ level, path }: Selection): (one: Interruption, journey: JourneyId, all: readonly LevelVisit[]) => boolean {
  if (!path) return () => true;
  const read = pathReader(level);
  const asked = pathId(path);
  return (one, journey, all) => pathId(read(journey, all, one)) === asked;
}

interface PlaceTests {
  asksForInterruption: boolean;
  asksForVisit: boolean;
  ofInterruption(one: Interruption, journey: JourneyId): boolean;
  ofVisit(visit: LevelVisit, index: number, all: readonly LevelVisit[], journey: JourneyId): boolean;
}

function placeTests({ level, node, edge, path, role, kind, resolution, carrier, reason, handling }: Selection): PlaceTests {
  const name = nodeNamer(level);
  const from = edge?.from ?? node;
  const isAt = (id: string | undefined, one: Pick<LevelVisit, 'step' | 'touchpoint'> | undefined, journey: JourneyId) =>
    id === undefined || (one !== undefined && name(journey, one.step, one.touchpoint) === id);
  const asksForCarrier = edge === undefined && node !== undefined && role === 'carrier';
  const hasCondition = [kind, resolution, carrier, reason, handling, path].some((one) => one !== undefined);
  return {
    asksForInterruption: hasCondition || asksForCarrier || (edge !== undefined && edge.kind !== 'flow'),
    asksForVisit: edge === undefined ? node !== undefined && !asksForCarrier : edge.kind === 'flow',
    ofInterruption(one, journey) {
      if (asksForCarrier) return isAt(node, one.carrier, journey);
      if (!isAt(from, one, journey)) return false;
      if (edge === undefined || edge.kind === 'flow') return true;
      if (edge.kind === 'loss') return one.resolution === 'lost';
      return one.carrier?.kind === edge.kind && isAt(edge.to, one.carrier, journey);
    },
    ofVisit(visit, index, all, journey) {
      if (!isAt(from, visit, journey)) return false;
      if (edge?.kind === 'flow') return isAt(edge.to, all[index + 1], journey);
      if (edge === undefined && node !== undefined && role === 'start') return index === 0;
      if (edge === undefined && node !== undefined && role === 'end') return index === all.length - 1;
      return true;
    },
  };
}
