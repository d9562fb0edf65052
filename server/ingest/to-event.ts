import { type ReasonCode, type RejectedRow, tellReason } from '#contract';
import {
  type Attributes,
  customerId,
  eventId,
  instanceId,
  type JourneyId,
  organisationId,
  type Outcome,
  outcome,
  reasonId,
  segmentId,
  type ServiceEvent,
  stepId,
  touchpointId,
  UNNAMED_TOUCHPOINT,
  type Zone,
} from '#model';
import type { z } from 'zod';
import type { LogRow } from './log-row';
import { parseTime } from './parse-time';
import type { Mapping } from './propose-mapping';

export interface ToEvent {
  mapping: Mapping;
  journey: JourneyId;
  /** Name of the file without `.gz`: rows are known by it. */
  file: string;
  zone: Zone;
}

/** Columns that no field takes are kept with the event, but not without end. */
const MAX_ATTRIBUTES = 20;
const MAX_ATTRIBUTE = 200;
/** Of every id, by the model. */
const MAX_ID = 200;

/** Makes events of the rows of one file, in file order. */
export function createToEvent({ mapping, journey, file, zone }: ToEvent): (row: LogRow) => ServiceEvent | RejectedRow {
  const mapped = new Set<string>(Object.values(mapping));
  let number = 0;

  return (row) => {
    number++;
    const bad = (pointer: string, code: ReasonCode, params: Record<string, string | number>): RejectedRow => ({ line: row.line, pointer, ...tellReason(code, params) });
    const value = (field: keyof Mapping): string | undefined => {
      const column = mapping[field];
      return (column === undefined ? undefined : row.get(column)?.trim()) || undefined;
    };
    const instance = value('instance');
    if (instance === undefined) return bad('/instance', 'value-empty', { column: mapping.instance });
    const step = value('step');
    if (step === undefined) return bad('/step', 'value-empty', { column: mapping.step });
    const time = value('at');
    if (time === undefined) return bad('/at', 'value-empty', { column: mapping.at });
    const at = parseTime(time, zone);
    if (at === undefined) return bad('/at', 'value-no-time', { value: time.slice(0, 60) });
    const said = outcomeOf(value('outcome'));
    if (said === undefined) return bad('/outcome', 'value-no-outcome', { value: value('outcome')?.slice(0, 60) ?? '', options: outcome.options.join(', ') });

    const ids = {
      // The number keeps the order of the file, the hash makes it this very row: another file of the same name is another log.
      id: [eventId, `${file}#${String(number).padStart(10, '0')}-${hash([instance, step, time, value('touchpoint'), said])}`],
      instance: [instanceId, `${journey}:${instance}`],
      step: [stepId, step],
      touchpoint: [touchpointId, value('touchpoint') ?? UNNAMED_TOUCHPOINT],
      reason: [reasonId, value('reason')],
      customer: [customerId, value('customer')],
      organisation: [organisationId, value('organisation')],
      segment: [segmentId, value('segment')],
    } as const;
    for (const [field, [, id]] of Object.entries(ids)) if (id !== undefined && id.length > MAX_ID) return bad(`/${field}`, 'value-too-long', { value: `${id.slice(0, 40)}…`, limit: MAX_ID });
    return {
      id: branded(ids.id),
      instance: branded(ids.instance),
      journey,
      step: branded(ids.step),
      touchpoint: branded(ids.touchpoint),
      outcome: said,
      at,
      reason: optional(ids.reason),
      customer: optional(ids.customer),
      organisation: optional(ids.organisation),
      segment: optional(ids.segment),
      attributes: attributesOf(row, mapped),
    };
  };
}

/** Gives an id its brand; that it is not empty and not too long is known by then, and parsing each again would double the time of an import. */
const branded = <Id extends z.ZodType>([, id]: readonly [Id, string]): z.output<Id> => id as z.output<Id>;
const optional = <Id extends z.ZodType>([, id]: readonly [Id, string | undefined]): z.output<Id> | undefined => id as z.output<Id> | undefined;

/** A log without outcomes tells what was done. */
function outcomeOf(said: string | undefined): Outcome | undefined {
  if (said === undefined) return 'done';
  return outcome.options.find((one) => one === said.toLowerCase());
}

function attributesOf(row: LogRow, mapped: ReadonlySet<string>): Attributes | undefined {
  let attributes: Attributes | undefined;
  let count = 0;
  for (const [name, value] of row.entries()) {
    if (value === '' || mapped.has(name) || count === MAX_ATTRIBUTES) continue;
    attributes ??= {};
    attributes[name] = value.slice(0, MAX_ATTRIBUTE);
    count++;
  }
  return attributes;
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits: tells rows apart that stand at the same place of different files. */
function hash(parts: readonly (string | undefined)[]): string {
  let bits = 0x811c9dc5;
  for (const part of parts) {
    for (let index = 0; index < (part?.length ?? 0); index++) bits = Math.imul(bits ^ (part?.charCodeAt(index) ?? 0), 0x01000193);
    bits = Math.imul(bits ^ 0x1f, 0x01000193);
  }
  return (bits >>> 0).toString(16).padStart(8, '0');
}
