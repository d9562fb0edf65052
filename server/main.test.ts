import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ticketAnswer } from '#contract';
import { ticketId, verifyChain } from '#model';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { systemAccess } from './ports';
import { libsqlStores } from './stores/sql';
import { smallCatalogue } from './testing';

const OUT = 'dist/test-server';
const NOW = '2026-06-17T15:00:00+08:00';
const started: ChildProcess[] = [];

beforeAll(async () => {
  await build({ logLevel: 'error', build: { ssr: 'server/main.ts', outDir: OUT } });
}, 120_000);

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

const folder = () => mkdtempSync(path.join(tmpdir(), 'throughline-main-'));

function run(...flags: string[]) {
  const child = spawn(process.execPath, [`${OUT}/main.js`, ...flags], { env: { ...process.env, PORT: '', THROUGHLINE_NOW: NOW, THROUGHLINE_DEMO_SCALE: '0.02' } });
  started.push(child);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const ended = once(child, 'exit').then(([code]: unknown[]) => ({ code, ...printed }));
  return { child, printed, ended };
}

/** Runs until it prints its address. */
async function start(...flags: string[]) {
  const running = run('--port', '0', ...flags);
  while (!running.printed.out.includes('is ready')) {
    if (running.child.exitCode !== null) throw new Error(`It ended: ${running.printed.err}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const url = /is ready: (\S+)/.exec(running.printed.out)?.[1] ?? '';
  return { ...running, url, ask: (where: string) => fetch(new URL(where, url)) };
}

const oneLine = (text: string) => expect(text.trim().split('\n')).toHaveLength(1);

test('a first start fills the demo, is ready, and a second start finds it all again', async () => {
  const data = folder();
  const first = await start('--data', data);
  expect((await first.ask('readyz')).status).toBe(200);
  const status = await (await first.ask('api/v1/status')).json();
  expect(status).toMatchObject({ demo: true, today: '2026-06-17', data: { lastDay: expect.stringMatching(/^2026-06-1[567]$/) } });
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);

  const second = await start('--data', data);
  expect(second.printed.out).not.toContain('Filled');
  expect(await (await second.ask('api/v1/status')).json()).toMatchObject({ demo: true, data: (status as { data: object }).data });
  second.child.kill('SIGINT');
  expect((await second.ended).code).toBe(0);
});

test('--import reads a log before it is ready, with --profile by its mapping', async () => {
  const data = folder();
  writeFileSync(path.join(data, 'log.csv'), 'who,what,when\n1,sign,2026-06-01 10:00\n1,pay,2026-06-01 11:00\n');
  writeFileSync(path.join(data, 'profile.json'), JSON.stringify({ instance: 'who', step: 'what', at: 'when' }));
  const { printed, ask } = await start('--data', path.join(data, 'stores'), '--empty', '--import', path.join(data, 'log.csv'), '--profile', path.join(data, 'profile.json'));
  expect(printed.out).toContain('Imported log.csv as the journey "log.csv": 2 events, 0 known already, 0 rejected.');
  expect(await (await ask('api/v1/status')).json()).toMatchObject({ demo: false, data: { events: 2, instances: 1 } });
});

test('a log that cannot be imported is told in one line', async () => {
  const data = folder();
  writeFileSync(path.join(data, 'log.csv'), 'who,what,when\n');
  const { code, err } = await run('--port', '0', '--data', path.join(data, 'stores'), '--empty', '--import', path.join(data, 'log.csv')).ended;
  expect([code, err]).toEqual([1, expect.stringMatching(/^Failed to import .+No column says/)]);
  oneLine(err);
});

test('a taken port is told in one line', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, err } = await run('--port', String(port), '--data', folder(), '--empty').ended;
  taken.close();
  expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} on 127.0.0.1 is taken.`)]);
  oneLine(err);
});

test('a data folder that another process uses is told in one line', async () => {
  const data = folder();
  await start('--data', data, '--empty');
  const { code, err } = await run('--port', '0', '--data', data, '--empty').ended;
  expect([code, err]).toEqual([1, expect.stringContaining('in use by another process')]);
  oneLine(err);
});

const isRoot = process.getuid?.() === 0;
test.skipIf(isRoot)(`a folder that cannot be written is told in one line${isRoot ? ' (skipped: root can write anywhere)' : ''}`, async () => {
  const data = folder();
  chmodSync(data, 0o500);
  const { code, err } = await run('--port', '0', '--data', path.join(data, 'stores')).ended;
  expect([code, err]).toEqual([1, expect.stringContaining('Please choose')]);
  oneLine(err);
});

test('a data folder that is a file is told in one line', async () => {
  const file = path.join(folder(), 'file');
  writeFileSync(file, '');
  const { code, err } = await run('--port', '0', '--data', file).ended;
  expect([code, err]).toEqual([1, expect.stringContaining('Please choose')]);
  oneLine(err);
});

test.each([
  [['--host', '0.0.0.0'], /would let others in, and there is no sign-in/],
  [['--port', 'eighty'], /"eighty" is no port/],
  [['--profile', 'p.json'], /--profile goes with --import/],
  [['--import', '/nowhere/log.csv', '--empty', '--port', '0', '--data', folder()], /There is no file \/nowhere\/log.csv/],
])('%j is refused in one line', async (flags, reason) => {
  const { code, err } = await run(...flags).ended;
  expect([code, err]).toEqual([1, expect.stringMatching(reason)]);
  oneLine(err);
});

test('an unknown flag is refused with the usage, and --help prints it', async () => {
  const unknown = await run('--prot', '80').ended;
  expect(unknown.code).toBe(1);
  expect(unknown.err).toMatch(/--prot/);
  expect(unknown.err).toMatch(/--port <number>/);
  const help = await run('--help').ended;
  expect([help.code, help.err]).toEqual([0, '']);
  expect(help.out).toMatch(/--port <number>/);
});

test('a request under a name that is not of this computer is refused', async () => {
  const { url } = await start('--data', folder(), '--empty');
  const status = await new Promise<number>((resolve, reject) => {
    import('node:http').then(({ get }) => get(new URL('api/v1/status', url), { headers: { host: 'evil.example' } }, ({ statusCode = 0 }) => resolve(statusCode)).on('error', reject), reject);
  });
  expect(status).toBe(403);
});

test('an open stream is not compressed and does not keep it from ending', async () => {
  const { child, ask, ended } = await start('--data', folder(), '--empty');
  const stream = await ask('api/v1/stream');
  expect(stream.headers.get('content-encoding')).toBeNull();
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  await stream.body?.cancel().catch(() => undefined);
});

test('a kill in the middle of a thousand moves loses no acknowledged one, breaks no chain, and moves asked for again are done once', async () => {
  const data = folder();
  const first = await start('--data', data, '--empty');
  const send = (url: string, where: string, method: string, json: unknown, headers: Record<string, string> = {}) =>
    fetch(new URL(`api/v1/${where}`, url), { method, body: JSON.stringify(json), headers: { 'content-type': 'application/json', ...headers } });
  expect((await send(first.url, 'catalogue', 'PUT', smallCatalogue)).ok).toBe(true);
  const fields = { title: '试算超限', locus: { journey: 'loan' }, owner: 'local', department: 'local', due: '2026-07-01', target: 0.1, measures: [{ id: 'm', title: '提示前置', state: 'planned' }] };
  const ids = await Promise.all(Array.from({ length: 20 }, async () => ticketAnswer.parse(await (await send(first.url, 'tickets', 'POST', fields)).json()).ticket.id));

  const moveOf = (version: number) => (version === 1 ? { move: 'assign' } : version % 2 === 0 ? { move: 'start' } : { move: 'return', reason: '再来' });
  const move = async (url: string, id: string, version: number) => {
    const response = await send(url, `tickets/${id}/moves`, 'POST', moveOf(version), { 'if-match': `"${version}"`, 'idempotency-key': `${id}-${version}` });
    expect(response.status).toBe(200);
    return ticketAnswer.parse(await response.json()).ticket.version;
  };
  // Versions as they were acknowledged: each ticket would move 50 times.
  const acknowledged = new Map(ids.map((id) => [id, 1]));
  let moves = 0;
  await Promise.all(
    ids.map(async (id) => {
      try {
        for (let version = 1; version <= 50; version++) {
          acknowledged.set(id, await move(first.url, id, version));
          if (++moves === 500) first.child.kill('SIGKILL');
        }
      } catch (error) {
        // The server is gone; nothing else may be wrong.
        if (moves < 500 || !(error instanceof TypeError)) throw error;
      }
    }),
  );
  await first.ended;
  expect(moves).toBeLessThan(1_000);

  const { desk, ledger } = await libsqlStores(path.join(data, 'desk.db'));
  const access = systemAccess('test');
  for (const [id, version] of acknowledged) {
    const ticket = await ledger.ticket(access, ticketId.parse(id));
    // Of the move that was under way nobody knows.
    expect([version, version + 1]).toContain(ticket?.version);
    expect((await ledger.audit(access, { kind: 'ticket', id }, { offset: 0, limit: 1 })).total).toBe(ticket?.version);
  }
  expect(await verifyChain(ledger.auditChain(access))).not.toHaveProperty('broken');
  await ledger.close();
  await desk.close();

  const second = await start('--data', data, '--empty');
  expect(await Promise.all([...acknowledged].map(([id, version]) => move(second.url, id, version)))).toEqual([...acknowledged.values()].map((version) => version + 1));
  const entries = (await (await second.ask('api/v1/audit')).text()).trim().split('\n');
  expect(entries).toHaveLength(2 * ids.length + moves);
}, 120_000);
