import { demoCatalogue } from '#demo';
import { addDays, DAY, type ServiceEvent } from '#model';
import { createApp } from '#server/app';
import type { EventStore } from '#server/ports/index';
import { memoryDeskStore, memoryFileSpool, memoryLedgerStore } from '#server/stores/memory/index';
import { arrivals } from './lib/arrivals';
import { bareInsert } from './lib/bare-insert';
import { eventsAsked, many, millis, percentile, report, timed } from './lib/figures';
import { access, copyOfFilled, EVENTS_A_DAY, HISTORY_DAYS, openStore, UNTIL, ZONE } from './lib/filled-store';

const BATCH = 5_000;
const ROUNDS = 5;
/** Batches that each way in takes in a round. */
const PER_ROUND = 8;
/** Batches that come in while the overview is read. */
const READ_BATCHES = 40;
/** Clients that post at once, as several sources do. */
const CLIENTS = 4;
const READS = 15;

/** What happens after the history, batch by batch in order of time. Instances of the week before go on: their later events come too. */
function* batchesAfter(events: number): Generator<ServiceEvent[]> {
  let batch: ServiceEvent[] = [];
  const source = { seed: 'bench', scale: events / EVENTS_A_DAY / HISTORY_DAYS, from: UNTIL - 8 * DAY, until: UNTIL + 400 * DAY };
  for (const event of arrivals(source)) {
    if (event.at <= UNTIL || batch.push(event) < BATCH) continue;
    yield batch;
    batch = [];
  }
}

/** Events in a second of time, and in one of processor time. */
interface Rate {
  wall: number;
  processor: number;
}

/** How fast it goes when these clients take the batches in turn, each sending its next when the last was answered. */
async function rateOf(batches: readonly ServiceEvent[][], clients: number, send: (batch: ServiceEvent[]) => Promise<void>): Promise<Rate> {
  const left = [...batches];
  const { ms, cpuMs } = await timed(() =>
    Promise.all(
      Array.from({ length: clients }, async () => {
        for (let batch = left.shift(); batch; batch = left.shift()) await send(batch);
      }),
    ),
  );
  const events = batches.flat().length * 1000;
  return { wall: events / ms, processor: events / cpuMs };
}

/** A server of this store, whose clock goes with the events. */
async function serverOf(store: EventStore, clock: () => number): Promise<(body: string) => Promise<void>> {
  const desk = memoryDeskStore();
  await desk.putCatalogue(access, demoCatalogue());
  const app = createApp({ events: store, desk, ledger: memoryLedgerStore(), spool: memoryFileSpool(), clock, config: { zone: ZONE, version: 'bench', pageApi: '/api/v1' } });
  await app.services.catalogue.open();
  return async (body) => {
    const request = new Request('http://localhost/api/v1/events', { method: 'POST', headers: { 'content-type': 'application/x-ndjson' }, body });
    const response = await app.fetch(request);
    const answer = await response.text();
    if (!response.ok || !answer.includes(`"accepted":${BATCH}`)) throw new Error(`Failed to post: ${response.status} ${answer.slice(0, 200)}`);
  };
}

/**
 * Batches of 5,000 into a store that is full already: through `POST /events` (parsing, validation, durability, detection) and through the
 * store alone, against DuckDB's bare insert of the same batches. Goals: POST at least 0.3 times that rate; the overview's p95 meanwhile
 * at most 5 times its idle p95.
 */
async function main(): Promise<void> {
  const events = eventsAsked();
  const store = await openStore(await copyOfFilled(events, 'ingest'));
  const source = batchesAfter(events);
  const take = (count: number) => Array.from({ length: count }, () => source.next().value ?? []);
  let now = UNTIL;
  const clock = () => now;
  const post = await serverOf(store, clock);
  const append = async (batch: ServiceEvent[]) => {
    now = Math.max(now, batch.at(-1)?.at ?? 0);
    await store.append(access, batch, { now });
  };
  const bodies = new Map<ServiceEvent[], string>();
  const prepare = (batches: ServiceEvent[][]) => {
    for (const batch of batches) bodies.set(batch, batch.map((event) => JSON.stringify({ ...event, at: new Date(event.at).toISOString() })).join('\n'));
  };
  const send = (batch: ServiceEvent[]) => {
    now = Math.max(now, batch.at(-1)?.at ?? 0);
    return post(bodies.get(batch) ?? '');
  };
  const { lastDay = '' } = await store.extent(access);
  let asked = 0;
  // Every question is new: nothing is answered from memory.
  const readOverview = async () => {
    const filter = { from: addDays(lastDay, 1 - HISTORY_DAYS - ++asked), to: lastDay };
    return (await timed(() => store.panorama(access, { level: 'overview', filter }))).ms;
  };

  const opening = await timed(() => append(take(1)[0] ?? []));
  await readOverview();
  const idle: number[] = [];
  for (let read = 0; read < READS; read++) idle.push(await readOverview());

  const bare = await bareInsert();
  const bareRates: Rate[] = [];
  const postRates: Rate[] = [];
  const singleRates: Rate[] = [];
  const appendRates: Rate[] = [];
  // In turn, so that a busy machine is busy for all of them.
  for (let round = 0; round < ROUNDS; round++) {
    const [posted, single, appended] = [take(PER_ROUND), take(PER_ROUND), take(PER_ROUND)];
    prepare([...posted, ...single]);
    globalThis.gc?.();
    bareRates.push(await rateOf(posted, 1, (batch) => bare.insert(batch)));
    postRates.push(await rateOf(posted, CLIENTS, send));
    singleRates.push(await rateOf(single, 1, send));
    appendRates.push(await rateOf(appended, CLIENTS, append));
    bodies.clear();
  }
  bare.close();

  const during: number[] = [];
  let reading = true;
  const rest = take(READ_BATCHES);
  const reader = (async () => {
    while (reading) during.push(await readOverview());
  })();
  await rateOf(rest, CLIENTS, append);
  reading = false;
  await reader;
  await store.close();

  const median = (rates: readonly Rate[], of: keyof Rate) => percentile(rates.map((rate) => rate[of]), 0.5);
  const ratio = (rates: readonly Rate[], of: keyof Rate) => median(rates, of) / median(bareRates, of);
  const told = (rates: readonly Rate[]) => many(Math.round(median(rates, 'wall')));
  const [idle95, during95] = [percentile(idle, 0.95), percentile(during, 0.95)];
  console.log(`onto ${many(events)} events, in batches of ${many(BATCH)}; the first append after opening took ${millis(opening.ms)}`);
  console.log(`events/s: bare insert ${told(bareRates)}; POST with ${CLIENTS} clients ${told(postRates)}, with one ${told(singleRates)}; store alone with ${CLIENTS} ${told(appendRates)}`);
  console.log(`the same of processor time ÷ bare insert: ${[postRates, singleRates, appendRates].map((rates) => `${ratio(rates, 'processor').toFixed(2)}×`).join(', ')}`);
  report(`POST /events (${CLIENTS} clients) ÷ bare insert`, ratio(postRates, 'wall'), { atLeast: 0.3 });
  report('POST /events (one client) ÷ bare insert', ratio(singleRates, 'wall'), { atLeast: 0.3 });
  console.log(`overview p95: idle ${millis(idle95)} of ${idle.length}, during ingest ${millis(during95)} of ${during.length}`);
  report('overview p95 during ingest ÷ idle', during95 / idle95, { atMost: 5 });
}

await main();
