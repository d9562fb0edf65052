import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { reading } from '#contract';
import { type AuditDraft, stampOf } from '#model';
import { openStores } from '#server/node/open-stores';
import type { LedgerChange } from '#server/ports/index';
import { access, folder, UNTIL, ZONE } from './filled-store';
import { many, seconds, timed } from './figures';
import { benchBreak, benchTask, benchTicket } from './ledger-of';
import { startServer } from './started-server';

export const TICKETS = 20_000;
export const TASKS = 50_000;
/** The clock of every server of this bench stands still here. */
export const env = { THROUGHLINE_NOW: new Date(UNTIL).toISOString() };
const TOGETHER = 250;
const QUIET_SECONDS = 20;

/** A copy of a data folder with the demo insurer and a full ledger; filled once, and kept for the next run. */
export async function copyOfFilledLedger(port: number): Promise<string> {
  const filled = join(folder, `ledger-${TICKETS}-${TASKS}`);
  const copy = join(folder, 'ledger');
  if (!existsSync(filled)) await fill(filled, port);
  rmSync(copy, { recursive: true, force: true });
  cpSync(filled, copy, { recursive: true });
  // One that an earlier version has filled is of its schema.
  const stores = await openStores(copy, ZONE);
  for (const store of [stores.events, stores.ledger, stores.desk]) await store.close();
  return copy;
}

async function fill(filled: string, port: number): Promise<void> {
  console.log(`filling a ledger with ${many(TICKETS)} tickets and ${many(TASKS)} tasks, once …`);
  const filling = `${filled}.filling`;
  rmSync(filling, { recursive: true, force: true });
  mkdirSync(filling, { recursive: true });
  await (await startServer(port, { data: filling, env })).stop();
  const { events, desk, ledger } = await openStores(filling, ZONE);
  const { ms } = await timed(async () => {
    await events.append(access, upTo(TASKS).flatMap(benchBreak), { now: UNTIL });
    for (const change of changes()) {
      const { kind } = await ledger.write(access, change);
      if (kind !== 'stored') throw new Error(`Failed to fill the ledger: ${kind}.`);
    }
  });
  await events.close();
  await ledger.close();
  await desk.close();
  await settle(filling, port);
  renameSync(filling, filled);
  console.log(`filled in ${seconds(ms)}`);
}

/** Lets the server do what its jobs find to do (reminders of late tickets, tasks of rules), so that a bench does not meet it. */
async function settle(data: string, port: number): Promise<void> {
  const server = await startServer(port, { data, env });
  const revision = async () => reading.parse(await (await fetch(`${server.url}/api/v1/status`)).json()).revision;
  for (let last = '', quiet = 0; quiet < QUIET_SECONDS; await delay(1_000)) {
    const now = await revision();
    quiet = now === last ? quiet + 1 : 0;
    last = now;
  }
  await server.stop();
}

function* changes(): Generator<LedgerChange> {
  for (const part of parts(upTo(TICKETS))) {
    const tickets = part.map((number) => ({ next: benchTicket(number) }));
    yield { tickets, audit: tickets.map(({ next }) => draft('ticket', next.id)) };
  }
  for (const part of parts(upTo(TASKS))) {
    const tasks = part.map((number) => ({ next: benchTask(number) }));
    yield { tasks, audit: tasks.map(({ next }) => draft('task', next.id)) };
  }
}

const draft = (kind: 'ticket' | 'task', id: string): AuditDraft => ({ at: stampOf(UNTIL), actor: 'system:bench', subject: { kind, id }, action: 'fill' });

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

function* parts(numbers: readonly number[]): Generator<number[]> {
  for (let first = 0; first < numbers.length; first += TOGETHER) yield numbers.slice(first, first + TOGETHER);
}
