import type { Catalogue, Department, Instant, Person, ServiceEvent } from '#model';
import { type DemoRecord, systemAccess } from '../ports';
import type { Services } from './services';

/** A synthetic company, ready to be told. */
export interface DemoCompany {
  seed: string;
  scale: number;
  catalogue: Catalogue;
  people: readonly Person[];
  departments: readonly Department[];
  /** Its past, lazily; instance by instance. */
  events: Iterable<ServiceEvent>;
  /** No event is later. */
  until: Instant;
}

const BATCH = 20_000;

/** Fills the stores with a synthetic company: everything is appended first and detected once at the end. */
export async function fillDemo(services: Services, demo: DemoCompany, onProgress: (events: number) => void = () => {}): Promise<void> {
  const { ports, catalogue, revisions } = services;
  const access = systemAccess('demo');
  const { touchpoints, organisations, reasons, segments, journeys } = demo.catalogue;
  const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
  const record: DemoRecord = {
    seed: demo.seed,
    scale: demo.scale,
    journeys: journeys.map(({ id }) => id),
    generatedUntil: demo.until,
    brought: { touchpoints: ids(touchpoints), organisations: ids(organisations), reasons: ids(reasons), segments: ids(segments) },
  };
  await ports.desk.replacePeople(access, demo.people, demo.departments);
  await catalogue.change(access, () => demo.catalogue);

  let stored = 0;
  for (const batch of batches(demo.events, BATCH)) {
    await ports.events.append(access, batch, { now: ports.clock(), detection: 'later' });
    onProgress((stored += batch.length));
  }
  await catalogue.change(access, (same) => same);
  // Last: a fill that was cut short is not taken for a whole one.
  await ports.desk.saveDemo(access, record);
  revisions.deskMoved();
}

function* batches(events: Iterable<ServiceEvent>, size: number): Generator<ServiceEvent[]> {
  let batch: ServiceEvent[] = [];
  for (const event of events) {
    batch.push(event);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
