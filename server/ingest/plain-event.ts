import { instant, type WireEvent } from '#contract';
import { OUTCOMES, type Attributes, type Initiative, type Outcome, type ServiceEvent } from '#model';

/** Of every id, by the model. */
const MAX_ID = 200;
/** Half a surrogate pair; whether its other half is there is left to the schema. */
const HALF = /[\ud800-\udfff]/;
const { pattern: INSTANT } = instant.def;
const KNOWN_OUTCOMES: ReadonlySet<unknown> = new Set(OUTCOMES);

/**
 * The event of a parsed row that is plainly one, in a fraction of the schema's time. `undefined` for whatever is wrong or merely rare: that
 * is for the schema to judge. What is taken here `wireEvent` takes as well, and reads the same; a property test holds the two together.
 */
export function plainEvent(row: unknown): ServiceEvent | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  // Any object may be asked what it has under these names.
  const { id, instance, journey, step, touchpoint, outcome, at, reason, initiative, customer, organisation, segment, attributes } = row as {
    [Field in keyof WireEvent]?: unknown;
  };
  if (!isId<ServiceEvent['id']>(id) || !isId<ServiceEvent['instance']>(instance) || !isId<ServiceEvent['journey']>(journey)) return undefined;
  if (!isId<ServiceEvent['step']>(step) || !isId<ServiceEvent['touchpoint']>(touchpoint)) return undefined;
  if (!isOutcome(outcome) || !isInstant(at) || !isInitiative(initiative)) return undefined;
  if (!isIdOrAbsent<ServiceEvent['reason']>(reason) || !isIdOrAbsent<ServiceEvent['customer']>(customer)) return undefined;
  if (!isIdOrAbsent<ServiceEvent['organisation']>(organisation) || !isIdOrAbsent<ServiceEvent['segment']>(segment)) return undefined;
  if (!isAttributes(attributes)) return undefined;
  return { id, instance, journey, step, touchpoint, outcome, at: Date.parse(at), reason, initiative, customer, organisation, segment, attributes };
}

const isId = <Id extends string>(value: unknown): value is Id =>
  typeof value === 'string' && value.length > 0 && value.length <= MAX_ID && !HALF.test(value);

const isIdOrAbsent = <Id extends string | undefined>(value: unknown): value is Id | undefined => value === undefined || isId(value);

const isOutcome = (value: unknown): value is Outcome => KNOWN_OUTCOMES.has(value);

const isInstant = (value: unknown): value is string => typeof value === 'string' && INSTANT?.test(value) === true;

const isInitiative = (value: unknown): value is Initiative | undefined => value === undefined || value === 'customer' || value === 'company';

/** Whether these are attributes as a JSON parser makes them. A key `__proto__` is left to the schema. */
function isAttributes(value: unknown): value is Attributes | undefined {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const [name, held] of Object.entries(value)) {
    if (name === '__proto__') return false;
    const isPlain = typeof held === 'string' || typeof held === 'boolean' || held === null || Number.isFinite(held);
    if (!isPlain) return false;
  }
  return true;
}
