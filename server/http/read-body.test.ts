import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { listen } from '../node/listen';
import { ProblemError, problemResponse } from './problem-error';
import { readBody } from './read-body';

const LIMIT = 64 * 1024;

async function answerTo(headers: Record<string, string>, chunks: readonly Uint8Array[]): Promise<number | undefined> {
  const fetch = async (request: Request) => {
    try {
      return new Response(String((await readBody(request, LIMIT)).length));
    } catch (error) {
      if (error instanceof ProblemError) return problemResponse(error);
      throw error;
    }
  };
  const server = await listen(fetch, '127.0.0.1', 0);
  try {
    return await new Promise((resolve, reject) => {
      const request = httpRequest(server.url, { method: 'POST', headers }, (answer) => resolve(answer.resume().statusCode));
      request.on('error', reject);
      const send = ([chunk, ...rest]: readonly Uint8Array[]) => (chunk ? request.write(chunk, () => setImmediate(() => send(rest))) : request.end());
      send(chunks);
    });
  } finally {
    await server.close();
  }
}

const chunks = (bytes: Uint8Array, size: number) => Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));

test('a body of exactly the limit is read', async () => {
  expect(await answerTo({}, chunks(new Uint8Array(LIMIT), 16_384))).toBe(200);
});

test('who streams more than the limit without saying so is told, although still sending', async () => {
  expect(await answerTo({}, chunks(new Uint8Array(64 * LIMIT), 16_384))).toBe(413);
});

test('who sends a gzip that unpacks to more than the limit is told, although still sending', async () => {
  const bomb = gzipSync(new Uint8Array(32 * 1024 * 1024));
  expect(await answerTo({ 'content-encoding': 'gzip' }, chunks(bomb, 8_192))).toBe(413);
});

test('who sends what is no gzip is told, although still sending', async () => {
  expect(await answerTo({ 'content-encoding': 'gzip' }, chunks(new Uint8Array(1024 * 1024), 8_192))).toBe(400);
});
