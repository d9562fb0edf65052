import { ticketAnswer } from '#contract';
import { ensureBuilt } from '#scripts/lib/build';
import { bareLedger, type BareLedger } from './lib/bare-ledger';
import { many, millis, percentile, report } from './lib/figures';
import { copyOfFilledLedger, env, TASKS, TICKETS } from './lib/filled-ledger';
import { openStreams } from './lib/open-streams';
import { startServer } from './lib/started-server';

const PORT = 4491;
const ROUNDS = 200;
const UNMEASURED = 20;
const CLIENTS = 500;
const MESSAGES = 20;
const MOVED = 20;

/**
 * The ledger behind a real server, over loopback: first pages against the bare SQL of the same question, and a move (durable, audited, told)
 * against a bare durable insert of as many bytes. Each is asked in turn with its reference, and every page after a move, so that none is
 * answered from memory. Then how soon every one of 500 open pages hears of a move.
 */
async function main(): Promise<void> {
  await ensureBuilt(['page', 'server']);
  const data = await copyOfFilledLedger(PORT);
  const bare = bareLedger(data);
  const server = await startServer(PORT, { data, env });
  try {
    const tickets = await movableTickets(server.url);
    await measureRounds(server.url, tickets, bare);
    await measureStreams(server.url, tickets);
  } finally {
    await server.stop();
    bare.close();
  }
}

async function measureRounds(url: string, movable: readonly Movable[], bare: BareLedger): Promise<void> {
  const times = { move: [], insert: [], 'there and back': [], tickets: [], 'bare tickets': [], tasks: [], 'bare tasks': [] } satisfies Record<string, number[]> as Record<string, number[]>;
  const measure = async (round: number, name: string, work: () => unknown) => {
    const started = performance.now();
    await work();
    if (round >= 0) times[name]?.push(performance.now() - started);
  };
  for (let round = -UNMEASURED; round < ROUNDS; round++) {
    const ticket = at(movable, round + UNMEASURED);
    let moved = '';
    await measure(round, 'move', async () => (moved = await move(url, ticket)));
    follow(ticket, moved);
    await measure(round, 'insert', () => bare.insert(ticket.text));
    await measure(round, 'there and back', async () => void (await (await fetch(`${url}/healthz`)).arrayBuffer()));
    await measure(round, 'tickets', () => load(url, 'tickets'));
    await measure(round, 'bare tickets', () => bare.tickets());
    await measure(round, 'tasks', () => load(url, 'tasks'));
    await measure(round, 'bare tasks', () => bare.tasks());
  }
  console.log(`${many(TICKETS)} tickets, ${many(TASKS)} tasks; ${ROUNDS} rounds in turn; p50 / p95`);
  for (const [name, of] of Object.entries(times)) console.log(`${name.padEnd(14)} ${millis(percentile(of, 0.5))} / ${millis(percentile(of, 0.95))}`);
  const ratio = (own: string, of: string) => percentile(times[own] ?? [], 0.95) / percentile(times[of] ?? [], 0.95);
  report('GET /tickets, first page, p95 ÷ bare SQL', ratio('tickets', 'bare tickets'), { atMost: 3 });
  report('GET /tasks, first page, p95 ÷ bare SQL', ratio('tasks', 'bare tasks'), { atMost: 3 });
  report('a move of a ticket, p95 ÷ bare durable insert', ratio('move', 'insert'), { atMost: 5 });
}

async function measureStreams(url: string, movable: readonly Movable[]): Promise<void> {
  const streams = await openStreams(`${url}/api/v1/stream`, CLIENTS);
  const latest: number[] = [];
  for (let message = 0; message < MESSAGES; message++) {
    const ticket = at(movable, message);
    const started = performance.now();
    const heard = streams.all((text) => text.includes('event: ticket') && text.includes(ticket.id));
    const moved = await move(url, ticket);
    latest.push((await heard) - started);
    follow(ticket, moved);
  }
  streams.close();
  console.log(`${CLIENTS} open streams, ${MESSAGES} moves: the last client heard after ${millis(percentile(latest, 0.5))} in the median`);
  report('the slowest of all clients, of all moves', Math.max(...latest), { atMost: 1_000 }, ' ms');
}

/** A ticket that goes back and forth between 立项 and 整改. */
interface Movable {
  id: string;
  version: number;
  state: string;
  text: string;
}

async function movableTickets(url: string): Promise<Movable[]> {
  const { items } = (await ask(url, `tickets?state=assigned&limit=${MOVED}`)) as { items: { id: string }[] };
  return Promise.all(
    items.map(async ({ id }) => {
      const { ticket } = ticketAnswer.parse(await ask(url, `tickets/${id}`));
      return { id, version: ticket.version, state: ticket.state, text: JSON.stringify(ticket) };
    }),
  );
}

/** Moves a ticket; answers the text of the answer. */
async function move(url: string, ticket: Movable): Promise<string> {
  const body = JSON.stringify(ticket.state === 'assigned' ? { move: 'start' } : { move: 'return', reason: '再看看' });
  const headers = { 'content-type': 'application/json', 'if-match': `"${ticket.version}"`, 'idempotency-key': `${ticket.id}-${ticket.version}` };
  const response = await fetch(`${url}/api/v1/tickets/${ticket.id}/moves`, { method: 'POST', body, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`Failed to move ${ticket.id}: ${text}`);
  return text;
}

/** Takes from an answer what the next move needs. */
function follow(ticket: Movable, answer: string): void {
  const { version, state } = ticketAnswer.parse(JSON.parse(answer)).ticket;
  Object.assign(ticket, { version, state });
}

/** All bytes of an answer; reading them is the page's affair. */
async function load(url: string, what: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/${what}`);
  if (!response.ok) throw new Error(`Failed to load ${what}: ${response.status}.`);
  await response.arrayBuffer();
}

async function ask(url: string, what: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/${what}`);
  if (!response.ok) throw new Error(`Failed to ask ${what}: ${response.status}.`);
  return response.json();
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

await main();
