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
  const asked = fingerprintOf(request, body);
  const replay = async () => {
    const remembered = await ledger.remembered(access, key);
    const fingerprint = await asked;
    if (!remembered) return undefined;
    if (remembered.fingerprint === fingerprint) return { resource: schema.parse(remembered.body) };
    throw new ProblemError('idempotency-mismatch', 'This Idempotency-Key came with another request before. Please use a new one.');
  };
  const before = await replay();
  const fingerprint = await asked;
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

async function fingerprintOf({ method, url }: Request, body: unknown): Promise<string> {
  const text = JSON.stringify([method, new URL(url).pathname, body ?? null]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
