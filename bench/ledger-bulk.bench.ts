import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { bulkAnswer, type BulkBody, reading } from '#contract';
import { z } from 'zod';
import { ensureBuilt } from '#scripts/lib/build';
import { many, report, seconds, timed } from './lib/figures';
import { copyOfFilledLedger, env } from './lib/filled-ledger';
import { openAllTickets } from './lib/open-all';
import { startServer } from './lib/started-server';

const PORT = 4492;
const QUIET_SECONDS = 5;
const BETWEEN_MS = 15;

/**
 * What touches the whole ledger, on a real server over loopback: a due day set on all 20,000 tickets, undone, and all of them exported; and how long
 * the slowest of many small requests took that came meanwhile.
 */
async function main(): Promise<void> {
  await ensureBuilt(['page', 'server']);
  const data = await copyOfFilledLedger(PORT);
  openAllTickets(data);
  const server = await startServer(PORT, { data, env });
  const api = `${server.url}/api/v1`;
  try {
    await settled(api);
    const total = z.object({ total: z.int() }).parse(await (await fetch(`${api}/tickets?limit=1`)).json()).total;
    const body: BulkBody = { filter: {}, expected: total, set: { due: '2027-01-29' } };
    const { id } = await measured(api, `set the due day of ${many(total)} tickets`, 8, () => post(`${api}/tickets/bulk`, body));
    await measured(api, 'undo it', 8, () => post(`${api}/tickets/bulk/${id}/undo`, undefined));
    await measured(api, `export ${many(total)} tickets`, 4, async () => (await fetch(`${api}/tickets.xlsx`)).arrayBuffer());
  } finally {
    await server.stop();
  }
}

async function measured<Result>(api: string, name: string, goal: number, work: () => Promise<Result>): Promise<Result> {
  let slowest = 0;
  let done = false;
  const others = (async () => {
    while (!done) {
      const { ms } = await timed(async () => (await fetch(`${api}/tickets?limit=5`)).arrayBuffer());
      slowest = Math.max(slowest, ms);
      await delay(BETWEEN_MS);
    }
  })();
  const { ms, result } = await timed(work);
  done = true;
  await others;
  console.log(`${name}: ${seconds(ms)}; the slowest list of five asked for meanwhile ${slowest.toFixed(0)} ms (load ${loadavg()[0]?.toFixed(1)})`);
  report(name, ms / 1_000, { atMost: goal }, ' s');
  return result;
}

async function post(url: string, body: unknown): Promise<z.output<typeof bulkAnswer>> {
  const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(url, { method: 'POST', ...json });
  if (!response.ok) throw new Error(`Failed to ask ${url}: ${await response.text()}`);
  return bulkAnswer.parse(await response.json());
}

/** Waits until the jobs of the start have told what they find late. */
async function settled(api: string): Promise<void> {
  for (let last = '', quiet = 0; quiet < QUIET_SECONDS; await delay(1_000)) {
    const { revision } = reading.parse(await (await fetch(`${api}/status`)).json());
    quiet = revision === last ? quiet + 1 : 0;
    last = revision;
  }
}

await main();
