import type { z } from 'zod';
import type { Access, LedgerChange, LedgerStore } from '../ports';
import { ProblemError } from './problem-error';

/** What a write has to carry so that its key answers the same from then on; `undefined` where the request has no key. */
export type Remember = (resource: unknown) => LedgerChange['remember'];

/**
 * Does a piece of work once for each `Idempotency-Key`: asked again with the same key and request it answers the resource as it was written
 * then. `work` hands `remember(resource)` to `LedgerStore.write`, so that key and change are stored together.
 *
 * Throws `idempotency-mismatch` for a key that came with another request, `invalid-input` for one that is none.
 */
export async function once<Schema extends z.ZodType>(
  ledger: LedgerStore,
  { access, request, body }: { access: Access; request: Request; body: unknown },
  schema: Schema,
  work: (remember: Remember) => Promise<z.output<Schema>>,
): Promise<z.output<Schema>> {
  const key = request.headers.get('idempotency-key')?.trim();
  if (key === undefined) return work(() => undefined);
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    const errors = [{ pointer: 'header:idempotency-key', reason: '1 to 200 visible ASCII characters' }];
    throw new ProblemError('invalid-input', 'Idempotency-Key is not a key.', { errors });
  }
  const text = textOf(request, body);
  const fingerprint = text.length <= SHORT ? text : await digestOf(text);
  const replay = async () => {
    const remembered = await ledger.remembered(access, key);
    if (!remembered) return undefined;
    // An earlier version took the digest of short ones too.
    if (remembered.fingerprint === fingerprint || remembered.fingerprint === (await digestOf(text))) return { resource: schema.parse(remembered.body) };
    throw new ProblemError('idempotency-mismatch', 'This Idempotency-Key came with another request before. Please use a new one.');
  };
  const before = await replay();
  if (before) return before.resource;
  try {
    return await work((resource) => ({ key, fingerprint, status: 200, body: resource }));
  } catch (error) {
    // Two requests with one key at once: the other one was first.
    const meanwhile = await replay();
    if (meanwhile) return meanwhile.resource;
    throw error;
  }
}

/** So many characters are their own fingerprint: a digest is made on another thread, and a short move would wait longer for that than for its checks. */
const SHORT = 200;

const textOf = ({ method, url }: Request, body: unknown): string => JSON.stringify([method, new URL(url).pathname, body ?? null]);

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
