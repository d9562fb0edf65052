import { ENDPOINTS, openapi } from '#contract';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { smallCatalogue, testApp } from './testing';

const openapiSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean(), schema: z.object() })),
        responses: z.record(z.string().regex(/^\d{3}$/), z.object({ description: z.string().min(1) })),
      }),
    ),
  ),
});

test('openapi.json tells every operation of the contract once, with every parameter of its path', async () => {
  const app = await testApp();
  const { paths } = openapiSchema.parse(await app.json('/api/v1/openapi.json'));
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.values(methods).map((operation) => ({ path, ...operation })));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(ENDPOINTS).toSorted());
  for (const { path, parameters } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath);
    expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
  }
});

test('every reference inside openapi.json leads somewhere', () => {
  const document: unknown = JSON.parse(JSON.stringify(openapi('1.0.0')));
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to);
  expect(references.length).toBeGreaterThan(0);
  for (const to of references) {
    const target = to.replace(/^#\//, '').split('/').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), document);
    expect(target, to).toBeDefined();
  }
});

test('every operation of the contract is bound: none answers that its address is unknown', async () => {
  const app = await testApp();
  for (const { method, path } of Object.values(ENDPOINTS)) {
    const response = await app.ask(`/api/v1${path.replaceAll(/:\w+/g, 'a~b')}`, { method });
    const problem: unknown = response.headers.get('content-type')?.includes('problem+json') ? await response.json() : {};
    expect(problem, `${method} ${path}`).not.toMatchObject({ detail: expect.stringMatching(/^There is nothing at|is not possible here/) });
    await response.body?.cancel().catch(() => undefined);
  }
});

test('unknown addresses and methods are problems, and the methods there are are named', async () => {
  const app = await testApp();
  const nowhere = await app.ask('/api/v1/nowhere');
  expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  const deleted = await app.ask('/api/v1/catalogue', { method: 'DELETE' });
  expect([deleted.status, deleted.headers.get('allow')]).toEqual([405, 'GET, PUT']);
});

test('a failure is a problem that tells nothing of the inside', async () => {
  const app = await testApp({ catalogue: smallCatalogue, onFault: () => {} });
  app.ports.events.panorama = () => Promise.reject(new Error('secret'));
  const response = await app.ask('/api/v1/panorama');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});

test('a page of another origin may ask when it is named, and change nothing when it is not', async () => {
  const named = await testApp({ catalogue: smallCatalogue, allowOrigins: ['https://desk.example'] });
  const from = (origin: string, init: RequestInit = {}) => named.ask('/api/v1/catalogue', { ...init, headers: { origin, ...init.headers } });
  expect((await from('https://desk.example')).headers.get('access-control-allow-origin')).toBe('https://desk.example');
  expect((await from('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  const preflight = await from('https://desk.example', { method: 'OPTIONS', headers: { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'x-acting-as' } });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-acting-as');
  const put = (origin: string) => from(origin, { method: 'PUT', body: JSON.stringify(smallCatalogue), headers: { 'content-type': 'application/json' } });
  expect((await put('https://evil.example')).status).toBe(403);
  expect((await put('https://desk.example')).status).toBe(200);
  expect((await put('http://localhost')).status).toBe(200);
});

test('health, metrics and the page’s configuration live at the root', async () => {
  const app = await testApp();
  expect((await app.ask('/healthz')).status).toBe(200);
  expect((await app.ask('/readyz')).status).toBe(200);
  expect(await app.json('/config.json')).toEqual({ api: '/api/v1' });
  await app.ask('/api/v1/status');
  const metrics = await (await app.ask('/metrics')).text();
  expect(metrics).toContain('throughline_requests_total{method="GET",route="/api/v1/status",status="200"} 1');
});
