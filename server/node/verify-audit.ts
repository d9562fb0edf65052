import { auditEntry, type ChainFault, verifyChain } from '#model';

export interface AuditReport {
  good: number;
  /** Hash of the last good entry. */
  tail: string;
  /** Whether one of the good entries has the hash that was asked for. */
  holds: boolean;
  broken?: { sequence: number; what: string; found: string } | undefined;
}

const WHAT: Record<ChainFault['fault'], string> = {
  malformed: 'it is no audit entry; it was cut or overwritten',
  hash: 'its content is not what its hash was taken from; it was changed',
  previous: 'it does not follow the entry before it; one of the two was replaced',
  sequence: 'another entry stands in its place; one was removed, added or moved',
};

/**
 * Checks a chain from its first entry on, and says of the first broken link what stands there: number, subject, action and time.
 *
 * @param noted a hash that the chain should hold
 */
export async function verifyAudit(entries: AsyncIterable<unknown>, noted?: string): Promise<AuditReport> {
  let last: unknown;
  let holds = false;
  const watched = async function* () {
    for await (const entry of entries) {
      // The one before is good, or the next would not be asked for.
      holds ||= noted !== undefined && partsOf(last).hash === noted;
      last = entry;
      yield entry;
    }
  };
  const { good, tail, broken } = await verifyChain(watched());
  holds ||= noted === tail;
  if (!broken) return { good, tail, holds };
  const { sequence, subject, action, at } = partsOf(last);
  const found = [sequence && `entry ${sequence}`, subject && `${subject.kind} ${subject.id}`, action, at].filter(Boolean).join(', ');
  return { good, tail, holds, broken: { sequence: broken.sequence, what: WHAT[broken.fault], found } };
}

/** What can still be read of an entry, whatever is wrong with the rest. */
function partsOf(entry: unknown) {
  const { shape } = auditEntry;
  const read = (name: string) => (typeof entry === 'object' && entry !== null && name in entry ? (entry as Record<string, unknown>)[name] : undefined);
  return {
    sequence: shape.sequence.safeParse(read('sequence')).data,
    subject: shape.subject.safeParse(read('subject')).data,
    action: shape.action.safeParse(read('action')).data,
    at: shape.at.safeParse(read('at')).data,
    hash: shape.hash.safeParse(read('hash')).data,
  };
}
