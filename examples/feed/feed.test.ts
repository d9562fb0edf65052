import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
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

/** As much of Redis as the feed asks of it: one stream, one group, whose entries wait until they are acknowledged. */
async function redisThat(events: string[]) {
  const entries = events.map((event, index) => ({ id: `${index + 1}-0`, event }));
  const pending = new Set<string>();
  const refused: string[][] = [];
  const asked: string[][] = [];
  let delivered = 0;
  const bulk = (text: string) => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
  const reply = ([command = '', ...words]: string[]): string => {
    if (command === 'AUTH') return words[0] === 'secret' ? '+OK\r\n' : '-WRONGPASS no\r\n';
    if (command === 'XGROUP') return asked.some((one) => one[0] === 'XREADGROUP') ? '-BUSYGROUP is there\r\n' : '+OK\r\n';
    if (command === 'XACK') return `:${words.slice(2).filter((id) => pending.delete(id)).length}\r\n`;
    if (command === 'XADD') return refused.push(words) ? bulk('9-0') : '';
    const most = Number(words[words.indexOf('COUNT') + 1]);
    const told = words.at(-1) === '0' ? entries.filter(({ id }) => pending.has(id)).slice(0, most) : entries.slice(delivered, (delivered += most));
    for (const { id } of told) pending.add(id);
    if (told.length === 0 && words.at(-1) === '>') return '*-1\r\n';
    return `*1\r\n*2\r\n${bulk('events')}*${told.length}\r\n${told.map(({ id, event }) => `*2\r\n${bulk(id)}*2\r\n${bulk('event')}${bulk(event)}`).join('')}`;
  };
  const server = createTcpServer((socket) => {
    let text = '';
    socket.on('data', (part) => {
      text += String(part);
      for (let match = /^\*(\d+)\r\n/.exec(text); match; match = /^\*(\d+)\r\n/.exec(text)) {
        const words = text.split('\r\n').slice(1, 1 + 2 * Number(match[1])).filter((_, index) => index % 2 === 1);
        text = text.split('\r\n').slice(1 + 2 * Number(match[1])).join('\r\n');
        asked.push(words);
        const answer = reply(words);
        // In two pieces, as networks have it.
        socket.write(answer.slice(0, 5));
        setImmediate(() => socket.write(answer.slice(5)));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, pending, refused, url: `redis://:secret@127.0.0.1:${(server.address() as AddressInfo).port}/events` };
}

test('the feed reads a stream of Redis: an entry is acknowledged once the server has it, and one that was not is sent again after a restart', async () => {
  const redis = await redisThat(['a', 'b', 'c'].map((id) => line(id).trim()));
  const failing = await serverThat([() => ({ status: 200 }), () => ({ status: 415 })]);
  const well = await serverThat([(ids) => ({ status: 200, body: { accepted: 0, duplicates: 0, rejected: [{ line: ids.length, pointer: '/step', reason: 'no such step' }] } })]);
  try {
    expect((await feed(redis.url, failing.url)).code).toBe(1);
    expect([failing.stored, [...redis.pending]]).toEqual([['a', 'b'], ['3-0']]);
    expect(await feed(redis.url, well.url)).toMatchObject({ code: 0 });
    expect([well.stored, [...redis.pending]]).toEqual([['c'], []]);
    expect(redis.refused).toEqual([['events.refused', '*', 'event', line('c').trim(), 'reason', '/step no such step']]);
  } finally {
    for (const { server } of [redis, failing, well]) server.close();
  }
});
