import { type Annotation, annotation, type Catalogue, CHINA_CALENDAR, type Department, type HandoffRule, type Instant, type Invitation, maskComment, type Person, type Rating, type ServiceEvent, stampOf } from '#model';
import { type DemoRecord, systemAccess } from '../ports';
import { ANNOTATIONS, readAnnotations } from './annotations/annotation-service';
import type { Core } from './core';
import { fillLedger, type ToldTicket } from './fill-ledger';
import { fillTasks } from './fill-tasks';
import { actorText } from './ledger-writer';
import { pause } from './pause';
import type { Services } from './services';

/** A synthetic company, ready to be told. */
export interface DemoCompany {
  seed: string;
  scale: number;
  catalogue: Catalogue;
  people: readonly Person[];
  departments: readonly Department[];
  /** What somebody has to pick up; none where absent. */
  rules?: readonly HandoffRule[];
  /** Its past, lazily; instance by instance. */
  events: Iterable<ServiceEvent>;
  /** What its customers answered, lazily, and how many were asked once all of it is told; nothing where absent. */
  feedback?: { ratings: Iterable<Rating>; invitations(): readonly Invitation[] };
  /** The past of its ledger; none where absent. */
  tickets?: readonly ToldTicket[];
  /** What its people have written at its days; nothing where absent. */
  annotations?: readonly Pick<Annotation, 'kind' | 'text' | 'day' | 'locus'>[];
  /** No event is later. */
  until: Instant;
}

/** What its events come with, so that they are not taken for somebody's own (`EventStore.arrivals`). */
export const DEMO_SOURCE = 'demo';

const BATCH = 20_000;

const access = systemAccess('demo');

/** Whether nothing was ever stored, or a fill was cut short: what it had stored is then met again as duplicates. */
export async function demoIsDue({ ports: { desk }, catalogue }: Core): Promise<boolean> {
  const demo = await desk.demo(access);
  return demo ? demo.generatedUntil === UNFINISHED : (await catalogue.current()).version === 0;
}

/** `generatedUntil` while a fill is under way. */
const UNFINISHED = 0;

/** Fills the stores with a synthetic company: everything is appended first and detected once at the end. */
export async function fillDemo(services: Services, demo: DemoCompany, onProgress: (text: string) => void = () => {}): Promise<void> {
  const { ports, catalogue, revisions } = services;
  const { touchpoints, organisations, reasons, segments, journeys } = demo.catalogue;
  const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
  const record: DemoRecord = {
    seed: demo.seed,
    scale: demo.scale,
    journeys: journeys.map(({ id }) => id),
    generatedUntil: demo.until,
    brought: { touchpoints: ids(touchpoints), organisations: ids(organisations), reasons: ids(reasons), segments: ids(segments) },
  };
  await ports.desk.saveDemo(access, { ...record, generatedUntil: UNFINISHED });
  await ports.desk.replacePeople(access, demo.people, demo.departments);
  await catalogue.change(access, () => demo.catalogue);
  await storeRules(services, demo.rules ?? []);

  let stored = 0;
  for (const batch of batches(demo.events, BATCH)) {
    await ports.events.append(access, batch, { now: ports.clock(), detection: 'later', source: DEMO_SOURCE });
    onProgress(`${(stored += batch.length)} events`);
  }
  if (demo.feedback) await fillFeedback(services, demo.feedback, { onProgress });
  await catalogue.change(access, (same) => same, ({ done, total }) => onProgress(`${done} of ${total} journeys understood`));
  await tellLedger(services, demo, record, onProgress);
  await storeAnnotations(services, demo.annotations ?? []);
  await ports.desk.saveDemo(access, record);
  revisions.deskMoved();
}

/**
 * Stores what customers answered, masked like anybody's. @param rows that are told and stored before others get their turn
 */
export async function fillFeedback({ ports, revisions }: Core, feedback: NonNullable<DemoCompany['feedback']>, { rows = BATCH, onProgress = () => {} }: { rows?: number; onProgress?: (text: string) => void } = {}): Promise<void> {
  let stored = 0;
  for (const batch of batches(feedback.ratings, rows)) {
    await ports.events.ratings.append(access, batch.map((one) => (one.comment === undefined ? one : { ...one, comment: maskComment(one.comment) })));
    onProgress(`${(stored += batch.length)} ratings`);
    await pause(0);
  }
  await ports.events.ratings.invite(access, feedback.invitations());
  revisions.ratingsMoved();
}

/** Tells the past of the ledger; what a fill that was cut short has told of it goes first. */
async function tellLedger(services: Services, { tickets = [], until }: DemoCompany, { journeys }: DemoRecord, onProgress: (text: string) => void): Promise<void> {
  if (tickets.length === 0) return;
  const { ledger, clock } = services.ports;
  if ((await ledger.nextTicketNumber(access)) > 1) await ledger.clear(access, journeys, { at: stampOf(clock()), actor: actorText(access.actor), subject: { kind: 'demo', id: 'tickets' }, action: 'clear' });
  await fillLedger(services, tickets, until, onProgress);
  await fillTasks(services, until);
}

/** Stores the rules with the calendar that their clocks run by, unless somebody has stored rules already. */
async function storeRules({ ports, ledger }: Core, rules: readonly HandoffRule[]): Promise<void> {
  if (rules.length === 0 || (await ports.ledger.document(access, 'rules')).version > 0) return;
  await ledger.write(access, {
    documents: [
      { name: 'rules', body: rules },
      { name: 'calendar', body: CHINA_CALENDAR },
    ],
    audit: [{ at: stampOf(ports.clock()), actor: actorText(access.actor), subject: { kind: 'demo', id: 'rules' }, action: 'fill', after: { rules, calendar: CHINA_CALENDAR } }],
  });
}

/** Stores what its people have written, in the place of what a fill that was cut short has. */
async function storeAnnotations({ ports, ledger }: Core, told: NonNullable<DemoCompany['annotations']>): Promise<void> {
  if (told.length === 0) return;
  const now = stampOf(ports.clock());
  const by = actorText(access.actor);
  const { version, annotations } = await readAnnotations(ports.ledger, access);
  const mine = told.map((one, index) => annotation.parse({ ...one, id: `demo-${index + 1}`, version: 1, by, createdAt: now, updatedAt: now }));
  await ledger.write(access, {
    documents: [{ name: ANNOTATIONS, body: [...annotations.filter((one) => one.by !== by), ...mine], expected: version }],
    audit: [{ at: now, actor: by, subject: { kind: 'demo', id: 'annotations' }, action: 'fill', after: { annotations: mine } }],
  });
}

function* batches<Row>(rows: Iterable<Row>, size: number): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
