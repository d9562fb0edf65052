import { type AuditDraft, type AuditEntry, auditEntry } from './audit-entry';

export const FIRST_PREVIOUS = '0'.repeat(64);

/** Canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space, what is `undefined` left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      // By code units, which is how JavaScript compares strings.
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const hashOf = (entry: Omit<AuditEntry, 'hash'>): Promise<string> => sha256(canonicalJson(entry));

/** Makes a draft the next link after `last` (absent: the first). What JSON cannot carry is dropped before it is hashed. */
export async function chainEntry(draft: AuditDraft, last: Pick<AuditEntry, 'sequence' | 'hash'> | undefined): Promise<AuditEntry> {
  // Hashed as it will be read back.
  const plain = JSON.parse(JSON.stringify(draft)) as AuditDraft;
  const entry = { ...plain, sequence: (last?.sequence ?? 0) + 1, previous: last?.hash ?? FIRST_PREVIOUS };
  return { ...entry, hash: await hashOf(entry) };
}

/** Whether an entry still has the hash it was given. */
export const isIntact = async ({ hash, ...entry }: AuditEntry): Promise<boolean> => hash === (await hashOf(entry));

export type ChainFault = { sequence: number; fault: 'malformed' | 'hash' | 'previous' | 'sequence' };

/** Checks a chain from its first entry on. @returns how many entries are good, and the first that is not */
export async function verifyChain(entries: AsyncIterable<unknown>): Promise<{ good: number; tail: string; broken?: ChainFault }> {
  let last: AuditEntry | undefined;
  for await (const raw of entries) {
    const sequence = (last?.sequence ?? 0) + 1;
    const read = auditEntry.safeParse(raw);
    const good = last?.sequence ?? 0;
    const tail = last?.hash ?? FIRST_PREVIOUS;
    if (!read.success) return { good, tail, broken: { sequence, fault: 'malformed' } };
    const entry = read.data;
    if (entry.sequence !== sequence) return { good, tail, broken: { sequence, fault: 'sequence' } };
    if (entry.previous !== tail) return { good, tail, broken: { sequence, fault: 'previous' } };
    if (!(await isIntact(entry))) return { good, tail, broken: { sequence, fault: 'hash' } };
    last = entry;
  }
  return { good: last?.sequence ?? 0, tail: last?.hash ?? FIRST_PREVIOUS };
}
