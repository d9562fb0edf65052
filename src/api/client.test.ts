import { clearDemo, getInstances, getMe, getNode, getStatus, patchTicket, postTaskMove, problemType } from '#contract';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { ApiError } from './api-error';
import { call, newKey, parseAnswer } from './client';
import { actAs, connectTo } from './connection';
import { failureOf } from './failure-of';

const reading = { asOf: '2026-11-23T03:54:13.209Z', revision: '1', zone: 'Asia/Shanghai' };
const me = { ...reading, person: { id: 'p1', name: { zh: '林' }, department: 'd1', roles: ['manager'] }, canActAs: true };
const fetched = vi.fn<typeof fetch>();
const answer = (body: unknown, status = 200) => fetched.mockResolvedValueOnce(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
const failing = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error('It did not fail with an ApiError.', { cause: error });
  return error;
};

beforeAll(() => {
  vi.stubGlobal('fetch', fetched);
  connectTo('https://api.example/api/v1');
});
// Other tests of this process have the real one.
afterAll(() => vi.unstubAllGlobals());
afterEach(() => {
  fetched.mockReset();
  actAs(undefined);
});

test('an answer is what the contract reads', async () => {
  answer(me);
  expect(await call(getMe, {})).toEqual(me);
  expect(fetched.mock.calls[0]?.[0]).toBe('https://api.example/api/v1/me');
});

test('a request carries who acts', async () => {
  actAs('p2');
  answer(me);
  await call(getMe, {});
  expect(fetched.mock.calls[0]?.[1]?.headers).toEqual({ 'x-acting-as': 'p2' });
});

test('a write carries the version it is of, and a key by which it is done once', async () => {
  answer({ type: problemType('version-stale'), title: 'Somebody changed it meanwhile', status: 412, current: { version: 8 } }, 412);
  const key = newKey();
  const error = await failing(call(patchTicket, { params: { id: 'ZG-0001' }, body: { title: '改' }, version: 7, key }));
  expect([error.code, error.current]).toEqual(['version-stale', { version: 8 }]);
  expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ 'if-match': '"7"', 'idempotency-key': key });
  expect(key).not.toBe(newKey());
});

test('a person who is no longer there is forgotten, and the question is asked again', async () => {
  actAs('gone');
  answer({ type: problemType('unknown-person'), title: 'Nobody is known by this name', status: 400 }, 400);
  answer(me);
  expect(await call(getMe, {})).toEqual(me);
  expect(fetched.mock.calls.map(([, init]) => init?.headers)).toEqual([{ 'x-acting-as': 'gone' }, {}]);
});

test('a problem is told in its own words, with its code', async () => {
  answer({ type: problemType('not-found'), title: 'There is nothing here', status: 404 }, 404);
  const error = await failing(call(getStatus, {}));
  expect(error.failure).toMatchObject({ kind: 'problem', code: 'not-found' });
  expect(error.message).toBe('GET /status failed: There is nothing here');
  expect(failureOf(error).kind).toBe('missing');
});

test('a problem of a type from a newer server has no code and is still a problem', async () => {
  answer({ type: 'urn:throughline:teapot', title: 'I am one', status: 418 }, 418);
  expect((await failing(call(getStatus, {}))).failure).toMatchObject({ kind: 'problem', code: undefined });
});

test('no answer is a network failure, and so is a gateway that speaks HTML', async () => {
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect((await failing(call(getMe, {}))).failure).toEqual({ kind: 'network' });
  answer('<h1>Bad Gateway</h1>', 502);
  expect((await failing(call(getMe, {}))).failure).toEqual({ kind: 'network' });
});

test('malformed data is an error that says where, never empty data', async () => {
  answer({ ...me, canActAs: 'yes' });
  const { failure } = await failing(call(getMe, {}));
  expect(failure).toMatchObject({ kind: 'malformed', status: 200, issues: [expect.stringContaining('/canActAs')] });
});

test('a refused move says what it still needs', async () => {
  const errors = [
    { pointer: '', reason: 'an attempt is needed', code: 'attempt-required' },
    { pointer: '', reason: 'something newer', code: 'full-moon-required' },
  ];
  answer({ type: problemType('move-refused'), title: 'This move is not possible yet', status: 409, errors }, 409);
  const error = await failing(call(postTaskMove, { params: { id: 't-1' }, body: { move: 'resume' }, version: 7 }));
  expect(error.missing).toEqual([{ code: 'attempt-required' }]);
});

test('giving up is not a failure of the API', async () => {
  const control = new AbortController();
  fetched.mockImplementationOnce(async () => {
    control.abort(new Error('changed my mind'));
    throw new Error('changed my mind');
  });
  await expect(call(getMe, { signal: control.signal })).rejects.toThrow('changed my mind');
});

test('the answer of an upload is read by the same rules', () => {
  expect(() => parseAnswer(getMe, 'GET /me', 500, '{}')).toThrow(ApiError);
  expect(parseAnswer(getMe, 'GET /me', 200, JSON.stringify(me))).toEqual(me);
});

test('what an endpoint needs is typed', () => {
  const typed = () => [
    call(getNode, { params: { id: 'loan~app' }, query: { journey: ['loan'], from: '2026-11-01' } }),
    call(getInstances, { query: { limit: '50' } }),
    call(getInstances, {}),
    call(clearDemo, {}),
    // @ts-expect-error the id is missing
    call(getNode, { query: {} }),
    // @ts-expect-error there is no such value
    call(getInstances, { query: { rows: 'everything' } }),
    // @ts-expect-error it takes no query
    call(getMe, { query: { a: '1' } }),
  ];
  expect(typed).toBeTypeOf('function');
});
