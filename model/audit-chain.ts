import { type AuditDraft, type AuditEntry, auditEntry } from './audit-entry';

export const FIRST_PREVIOUS = '0'.repeat(64);

/** Canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space, what is `undefined` left out. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  const members = value as Record<string, unknown>; // Whatever is there.
  let text = '';
  // By code units, which is how JavaScript compares strings.
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member !== undefined) text += `${text && ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** SHA-256 of a text in UTF-8, in hex. */
export type Sha256 = (text: string) => string | Promise<string>;

const webSha256: Sha256 = async (text) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/**
 * Makes a draft the next link after `last` (absent: the first). What JSON cannot carry is dropped before it is hashed.
 *
 * @param sha256 a quicker one than the web's, where there is one
 */
export async function chainEntry(draft: AuditDraft, last: Pick<AuditEntry, 'sequence' | 'hash'> | undefined, sha256: Sha256 = webSha256): Promise<AuditEntry> {
  // Hashed as it will be read back.
  const plain = JSON.parse(JSON.stringify(draft)) as AuditDraft;
  const entry = { ...plain, sequence: (last?.sequence ?? 0) + 1, previous: last?.hash ?? FIRST_PREVIOUS };
  return { ...entry, hash: await sha256(canonicalJson(entry)) };
}

/** Whether an entry still has the hash it was given. */
export const isIntact = async ({ hash, ...entry }: AuditEntry, sha256: Sha256 = webSha256): Promise<boolean> => hash === (await sha256(canonicalJson(entry)));

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
