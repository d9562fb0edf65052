import { afterEach, expect, test, vi } from 'vitest';
import { apiBase, mockIsWanted, readPageConfig } from './page-config';

afterEach(() => void vi.unstubAllGlobals());
const serve = (body: string, init?: ResponseInit) => vi.stubGlobal('fetch', async () => new Response(body, init));
const json = { headers: { 'content-type': 'application/json' } };

test('the API may be named with or without its version, on any origin', () => {
  expect(apiBase('https://api.example')).toBe('https://api.example/api/v1');
  expect(apiBase('https://api.example/x/api/v1/')).toBe('https://api.example/x/api/v1');
  expect(apiBase('/')).toBe('/api/v1');
});

test('config.json says mock or where', async () => {
  serve('{"api":"mock"}', json);
  expect(await readPageConfig('/config.json')).toEqual({ kind: 'mock' });
  serve('{"api":"https://api.example"}', json);
  expect(await readPageConfig('/config.json')).toEqual({ kind: 'real', base: 'https://api.example/api/v1' });
});

test('without config.json, or with a server that answers its page for it, the API is at home', async () => {
  serve('not here', { status: 404 });
  expect(await readPageConfig('/config.json')).toEqual({ kind: 'real', base: '/api/v1' });
  serve('<html>', { headers: { 'content-type': 'text/html' } });
  expect(await readPageConfig('/config.json')).toEqual({ kind: 'real', base: '/api/v1' });
});

test('a config.json that says nothing is told, not guessed', async () => {
  serve('{"apy":"mock"}', json);
  await expect(readPageConfig('/config.json')).rejects.toThrow('it has no "api"');
});

test('?api=mock is kept for the session and ?api=real ends it', () => {
  const kept = new Map<string, string>();
  const session = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  expect(mockIsWanted('', session)).toBe(false);
  expect(mockIsWanted('?api=mock', session)).toBe(true);
  expect(mockIsWanted('?journey=loan', session)).toBe(true);
  expect(mockIsWanted('?api=real', session)).toBe(false);
  expect(mockIsWanted('', session)).toBe(false);
});
