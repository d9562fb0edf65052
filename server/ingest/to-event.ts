import { type MappedField, type MappingProfile, type ReasonCode, type RejectedRow, tellReason } from '#contract';
import {
  type Attributes,
  customerId,
  eventId,
  instanceId,
  type JourneyId,
  journeyId,
  organisationId,
  type Outcome,
  OUTCOMES,
  reasonId,
  segmentId,
  type ServiceEvent,
  stepId,
  touchpointId,
  UNNAMED_TOUCHPOINT,
  type Zone,
  zoneOf,
} from '#model';
import type { z } from 'zod';
import type { LogRow } from './log-row';
import { md5Word } from './md5-word';
import { parseTime } from './parse-time';
import type { Columns } from './propose-mapping';
import { createRules } from './read-rules';

export interface ToEvent {
  columns: Columns;
  profile: MappingProfile;
  /** Of rows whose own column says none. */
  journey: JourneyId;
  /** Name of the file without `.gz`: rows are known by it. */
  file: string;
  /** Of times without an offset, unless the profile says another. */
  zone: Zone;
}

/** A row as an event; as a bad row; or as one that a rule leaves out. */
export type EventOfRow = { event: ServiceEvent; saidOutcome: boolean } | { rejected: RejectedRow } | { skipped: true };

/** Columns that no field takes are kept with the event, but not without end. */
const MAX_ATTRIBUTES = 20;
const MAX_ATTRIBUTE = 200;
/** Of every id, by the model. */
const MAX_ID = 200;

/** @param place of the row in its file, from 1; absent where every row of it is asked, one after the other */
export type RowToEvent = (row: LogRow, place?: number) => EventOfRow;

/** Makes events of the rows of one file, in file order. */
export function createToEvent({ columns, profile, journey: fallback, file, zone: local }: ToEvent): RowToEvent {
  const mapped = new Set<string>(Object.values(columns));
  const { constants = {}, time: { order, zone: zoneId } = {} } = profile;
  const zone = zoneId === undefined ? local : zoneOf(zoneId);
  const empty = new Set(profile.empty);
  const rules = createRules(profile);
  let asked = 0;

  const read = (row: LogRow, column: string): string | undefined => {
    const value = row.get(column)?.trim();
    return value === undefined || value === '' || empty.has(value) ? undefined : value;
  };
  return (row, place) => {
    const number = place ?? ++asked;
    const bad = (pointer: string, code: ReasonCode, params: Record<string, string | number>) => ({ rejected: { line: row.line, pointer, ...tellReason(code, params) } });
    const value = (field: MappedField): string | undefined => {
      const column = columns[field];
      return column === undefined ? undefined : read(row, column);
    };
    const instance = value('instance');
    if (instance === undefined) return bad('/instance', 'value-empty', { column: columns.instance });
    const rule = rules(row, instance, read);
    if (rule?.skip) return { skipped: true };
    const set = rule?.set ?? {};
    const own = value('step');
    const step = set.step ?? own;
    if (step === undefined) return bad('/step', 'value-empty', { column: columns.step });
    const time = value('at');
    if (time === undefined) return bad('/at', 'value-empty', { column: columns.at });
    const at = parseTime(time, zone, order);
    if (at === undefined) return bad('/at', 'value-no-time', { value: time.slice(0, 60) });
    const told = set.outcome ?? value('outcome') ?? constants.outcome;
    const said = outcomeOf(told);
    if (said === undefined) return bad('/outcome', 'value-no-outcome', { value: told?.slice(0, 60) ?? '', options: OUTCOMES.join(', ') });
    const starter = set.initiative ?? value('initiative')?.toLowerCase() ?? constants.initiative;
    if (starter !== undefined && starter !== 'customer' && starter !== 'company') return bad('/initiative', 'value-no-initiative', { value: starter.slice(0, 60) });
    const journey = value('journeyColumn') ?? fallback;

    const ids = {
      // The number keeps the order of the file, the hash makes it this very row: another file of the same name is another log. What a mapping makes of
      // a row is not in it, so that a row that is read in another way is still the same.
      id: [eventId, value('id') ?? `${file}#${String(number).padStart(10, '0')}-${hash([instance, own, time])}`],
      journey: [journeyId, journey],
      instance: [instanceId, `${journey}:${instance}`],
      step: [stepId, step],
      touchpoint: [touchpointId, set.touchpoint ?? value('touchpoint') ?? constants.touchpoint ?? UNNAMED_TOUCHPOINT],
      reason: [reasonId, set.reason ?? value('reason') ?? constants.reason],
      customer: [customerId, value('customer')],
      organisation: [organisationId, set.organisation ?? value('organisation') ?? constants.organisation],
      segment: [segmentId, set.segment ?? value('segment') ?? constants.segment],
    } as const;
    for (const field of ID_FIELDS) {
      const id = ids[field][1];
      if (id === undefined) continue;
      if (id.length > MAX_ID) return bad(`/${field}`, 'value-too-long', { value: `${id.slice(0, 40)}…`, limit: MAX_ID });
      if (HALF.test(id) && LONE.test(id)) return bad(`/${field}`, 'not-utf8', {});
    }
    return {
      saidOutcome: told !== undefined,
      event: {
        id: branded(ids.id),
        instance: branded(ids.instance),
        journey: branded(ids.journey),
        step: branded(ids.step),
        touchpoint: branded(ids.touchpoint),
        outcome: said,
        at,
        reason: optional(ids.reason),
        initiative: starter,
        customer: optional(ids.customer),
        organisation: optional(ids.organisation),
        segment: optional(ids.segment),
        attributes: attributesOf(row, mapped, empty),
      },
    };
  };
}

const ID_FIELDS = ['id', 'journey', 'instance', 'step', 'touchpoint', 'reason', 'customer', 'organisation', 'segment'] as const;
/** Half a surrogate pair, perhaps. */
const HALF = /[\ud800-\udfff]/;
const LONE = /\p{Surrogate}/u;

/** Gives an id its brand; that it is not empty and not too long is known by then, and parsing each again would double the time of an import. */
const branded = <Id extends z.ZodType>([, id]: readonly [Id, string]): z.output<Id> => id as z.output<Id>;
const optional = <Id extends z.ZodType>([, id]: readonly [Id, string | undefined]): z.output<Id> | undefined => id as z.output<Id> | undefined;

/** A log without outcomes tells what was done. */
function outcomeOf(said: string | undefined): Outcome | undefined {
  if (said === undefined) return 'done';
  const lower = said.toLowerCase();
  return OUTCOMES.find((one) => one === lower);
}

function attributesOf(row: LogRow, mapped: ReadonlySet<string>, empty: ReadonlySet<string>): Attributes | undefined {
  let attributes: Attributes | undefined;
  let count = 0;
  for (const [name, value] of row.entries()) {
    if (value === '' || mapped.has(name) || count === MAX_ATTRIBUTES || empty.has(value)) continue;
    attributes ??= {};
    attributes[name] = value.slice(0, MAX_ATTRIBUTE);
    count++;
  }
  return attributes;
}

/** 8 hexadecimal digits that tell rows apart which stand at the same place of different files. A store that reads files itself calculates the same. */
const hash = (parts: readonly (string | undefined)[]): string => md5Word(parts.map((part) => `${part ?? ''}\u001f`).join('')).toString(16).padStart(8, '0');
