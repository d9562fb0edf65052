import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Answers requests one after the other as it is told, and keeps the ids that came with those it answered well. */
async function serverThat(answers: ((ids: string[]) => { status: number; headers?: Record<string, string>; body?: unknown })[]): Promise<{ server: Server; url: string; stored: string[] }> {
  const stored: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      const ids = text.split('\n').map((line) => String((JSON.parse(line) as { id: string }).id));
      const { status, headers = {}, body } = answers.shift()?.(ids) ?? { status: 200 };
      if (status === 200) stored.push(...ids);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body ?? { accepted: ids.length, duplicates: 0, rejected: [] }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stored };
}

async function feed(file: string, url: string): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, ['examples/feed/feed.mjs', file, url, '--batch', '2', '--once'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (part) => (errors += String(part)));
  const [code] = (await once(child, 'close')) as [number | null]; // What node tells of an end.
  return { code, errors };
}

const line = (id: string) => `${JSON.stringify({ id, instance: 'i', step: 's' })}\n`;

test('the feed sends every line once, again when the server is busy or ails, and goes on where it stopped', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'throughline-feed-')), 'events.ndjson');
  writeFileSync(file, `${['a', 'b', 'c'].map(line).join('')}{"id":"half`);
  const { server, url, stored } = await serverThat([
    () => ({ status: 429, headers: { 'retry-after': '0.01' } }),
    () => ({ status: 503 }),
    (ids) => ({ status: 200, body: { accepted: 1, duplicates: 0, rejected: [{ line: ids.length, pointer: '/step', reason: 'no such step' }] } }),
  ]);
  try {
    const first = await feed(file, url);
    expect(first.code).toBe(0);
    expect(first.errors).toMatch(/answers 429: again in 10 ms[\s\S]+answers 503: again in \d+ ms[\s\S]+refused: \/step no such step/);
    expect(stored).toEqual(['a', 'b', 'c']);
    expect(JSON.parse(readFileSync(`${file}.refused`, 'utf8'))).toMatchObject({ reason: '/step no such step', row: expect.stringContaining('"b"') });
    // The half line is whole by now.
    appendFileSync(file, '"}\n');
    expect((await feed(file, url)).code).toBe(0);
    expect(stored).toEqual(['a', 'b', 'c', 'half']);
  } finally {
    server.close();
  }
});

test('what waiting does not mend ends the feed, and nothing counts as sent', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'throughline-feed-')), 'events.ndjson');
  writeFileSync(file, line('a'));
  const { server, url } = await serverThat([() => ({ status: 415 })]);
  try {
    const { code, errors } = await feed(file, url);
    expect([code, errors]).toEqual([1, expect.stringContaining('refuses the request: 415')]);
    expect(existsSync(`${file}.sent`)).toBe(false);
  } finally {
    server.close();
  }
});
