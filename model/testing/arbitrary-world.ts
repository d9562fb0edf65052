import fc from 'fast-check';
import type { Catalogue } from '../catalogue';
import { addDays } from '../days';
import type { Level } from '../panorama-counts';
import { customerId, eventId, instanceId, journeyId, organisationId, reasonId, segmentId, stepId, touchpointId } from '../ids';
import type { Filter } from '../selection';
import { OUTCOMES, type ServiceEvent } from '../service-event';
import { HOUR, type Instant } from '../time';
import { arbitraryCatalogue, AWKWARD, hours } from './arbitrary-catalogue';
import { sometimes } from './sometimes';

/** Everything that the answers of a store depend on. */
export interface World {
  catalogue: Catalogue;
  /** In the order of arrival. */
  events: ServiceEvent[];
  now: Instant;
}

/** The first hour of the events of a world, in the default zone: 2024-02-28 08:00. They last about eight days. */
export const WORLD_START: Instant = Date.UTC(2024, 1, 28);
const WORLD_HOURS = 200;
const INSTANCES = 5;

export interface WorldOptions {
  /** Also rows that are to be rejected or are duplicates; their results depend on the order of arrival. Default false. */
  dirty?: boolean;
  maxEvents?: number;
}

/** A random catalogue, a random log of it and a moment, often in the midst of the log. */
export const arbitraryWorld = ({ dirty = false, maxEvents = 40 }: WorldOptions = {}): fc.Arbitrary<World> =>
  arbitraryCatalogue.chain((catalogue) =>
    fc.record({
      catalogue: fc.constant(catalogue),
      events: arbitraryEvents(catalogue, dirty, maxEvents),
      now: fc.oneof(hours(0, WORLD_HOURS + 100), fc.constant(1000 * HOUR)).map((after) => WORLD_START + after),
    }),
  );

function arbitraryEvents(catalogue: Catalogue, dirty: boolean, maxLength: number): fc.Arbitrary<ServiceEvent[]> {
  const rare = <Value>(value: fc.Arbitrary<Value>) => sometimes(value, 3);
  const idOf = (items: readonly { id: string }[]) => fc.constantFrom(...items.map(({ id }) => id));
  const event = fc.record({
    id: dirty ? fc.integer({ min: 0, max: 2 * maxLength }) : fc.integer(),
    instance: fc.integer({ min: 0, max: INSTANCES - 1 }),
    // Most events of an instance lie near each other, a few anywhere.
    near: hours(0, 24),
    far: sometimes(hours(0, WORLD_HOURS), 6),
    journey: fc.integer({ min: 0, max: 2 }),
    step: fc.integer({ min: 0, max: 4 }),
    touchpoint: fc.constantFrom(...catalogue.touchpoints.flatMap(namesOf)),
    name: fc.nat({ max: 1 }),
    outcome: fc.constantFrom(...OUTCOMES),
    reason: rare(idOf(catalogue.reasons)),
    initiative: rare(fc.constantFrom('customer' as const, 'company' as const)),
    customer: rare(fc.constantFrom('c1', 'c2')),
    organisation: catalogue.organisations.length > 0 ? rare(idOf(catalogue.organisations)) : fc.constant(undefined),
    segment: rare(idOf(catalogue.segments)),
    broken: dirty ? fc.constantFrom('', '', '', '', '', 'journey', 'step', 'touchpoint', 'instance') : fc.constant(''),
  });
  return fc
    .uniqueArray(event, { maxLength, size: 'max', selector: ({ id }) => (dirty ? {} : id) })
    .map((rows) =>
      rows.map((row): ServiceEvent => {
        // An instance keeps to one journey, unless it is to be rejected for leaving it.
        const place = row.broken === 'instance' ? row.journey : row.instance;
        const journey = catalogue.journeys[place % catalogue.journeys.length]!;
        const step = journey.steps[row.step % journey.steps.length]!;
        return {
          id: eventId.parse(`${AWKWARD[Math.abs(row.id) % AWKWARD.length]}${row.id}`),
          instance: instanceId.parse(`${AWKWARD[row.instance]}·${row.instance}`),
          journey: row.broken === 'journey' ? journeyId.parse('no journey') : journey.id,
          step: row.broken === 'step' ? stepId.parse('no step') : (namesOf(step)[row.name] ?? step.id),
          touchpoint: touchpointId.parse(row.broken === 'touchpoint' ? 'no touchpoint' : row.touchpoint),
          outcome: row.outcome,
          at: WORLD_START + (row.far ?? row.near + row.instance * 24 * HOUR),
          ...(row.reason !== undefined && { reason: reasonId.parse(row.reason) }),
          ...(row.initiative !== undefined && { initiative: row.initiative }),
          ...(row.customer !== undefined && { customer: customerId.parse(row.customer) }),
          ...(row.organisation !== undefined && { organisation: organisationId.parse(row.organisation) }),
          ...(row.segment !== undefined && { segment: segmentId.parse(row.segment) }),
        };
      }),
    );
}

const namesOf = <Id extends string>({ id, aliases = [] }: { id: Id; aliases?: Id[] | undefined }): Id[] => [id, ...aliases];

/** A question about a world: mostly of all its days, inside a journey always of one journey. */
export const arbitraryQuestion = (catalogue: Catalogue): fc.Arbitrary<{ level: Level; filter: Filter }> =>
  fc
    .record({
      level: fc.constantFrom('overview' as const, 'journey' as const),
      journeys: fc.subarray(catalogue.journeys.map(({ id }) => id)),
      journey: fc.constantFrom(...catalogue.journeys.map(({ id }) => id)),
      from: fc.constantFrom(0, 0, 1, 3),
      length: fc.constantFrom(12, 12, 2, 0),
      organisation: sometimes(fc.constantFrom(undefined, ...catalogue.organisations.map(({ id }) => id)), 2),
      segment: sometimes(fc.constantFrom(...catalogue.segments.map(({ id }) => id)), 3),
    })
    .map(({ level, journeys, journey, from, length, organisation, segment }) => ({
      level,
      filter: {
        ...(level === 'journey' ? { journeys: [journey] } : journeys.length > 0 && { journeys }),
        from: addDays('2024-02-28', from),
        to: addDays('2024-02-28', from + length),
        ...(organisation !== undefined && { organisation }),
        ...(segment !== undefined && { segment }),
      },
    }));
