import { z } from 'zod';

const pageConfig = z.object({
  /** `mock`, or the base URL of an API on any origin, with or without `/api/v1` at its end. */
  api: z.string().min(1),
  /** For tests and pictures of the mock: where its demo ends and its clock stands still, and its share of the full volume (0: none). */
  demo: z
    .object({ now: z.iso.datetime({ offset: true }).transform(Date.parse), scale: z.number().nonnegative() })
    .partial()
    .optional(),
});

export type MockDemo = z.infer<typeof pageConfig>['demo'];

/** Which API the page talks to: the browser mock, or the one at `base`. */
export type ApiChoice = { kind: 'mock'; demo?: MockDemo } | { kind: 'real'; base: string };

/**
 * Reads `config.json` beside the page. A page whose server has none talks to its own origin.
 *
 * @throws Error when there is a `config.json` that cannot be read
 */
export async function readPageConfig(url: string): Promise<ApiChoice> {
  const response = await fetch(url, { cache: 'no-store' });
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (!response.ok || !isJson) return { kind: 'real', base: '/api/v1' };
  const parsed = pageConfig.safeParse(await response.json());
  if (!parsed.success) throw new Error('Failed to read config.json: it has no "api". Please give "mock" or the URL of an API.');
  return parsed.data.api === 'mock' ? { kind: 'mock', demo: parsed.data.demo } : { kind: 'real', base: apiBase(parsed.data.api) };
}

/** The base of API version 1 behind the address of a server or of its API. */
export const apiBase = (address: string): string => {
  const bare = address.replace(/\/+$/, '');
  return bare.endsWith('/api/v1') ? bare : `${bare}/api/v1`;
};

const SESSION_KEY = 'throughline.api';

/**
 * Whether this session uses the mock whatever `config.json` says: `?api=mock` starts it and is kept for the session of the tab,
 * `?api=real` ends it.
 */
export function mockIsWanted(search: string, session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): boolean {
  const asked = new URLSearchParams(search).get('api');
  if (asked === 'mock') session.setItem(SESSION_KEY, 'mock');
  if (asked === 'real') session.removeItem(SESSION_KEY);
  return session.getItem(SESSION_KEY) === 'mock';
}
