#!/usr/bin/env node
// Follows a growing file of service events (NDJSON, one a line) or a stream of Redis, and sends them to Throughline: in batches, again when
// something fails, and from where it stopped when it is started again. No packages; Node 20 or later.
//
//   node feed.mjs events.ndjson http://127.0.0.1:4070 [--state events.ndjson.sent] [--batch 1000] [--once]
//   node feed.mjs redis://127.0.0.1:6379/events http://127.0.0.1:4070 [--group throughline] [--consumer feed] [--field event] [--batch 1000] [--once]
//
// Why nothing is lost or doubled: a batch is committed (the place in the file written down, the entries of the stream acknowledged) only after the server
// has answered, and the server answers only after the events are durable. What is sent twice has the same ids and counts once. A row the server refuses
// is printed with its reason, kept (in events.ndjson.refused, in the stream events.refused) and not sent again. For another broker, write a source: source.d.ts.
import { parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import { fileSource } from './file-source.mjs';
import { redisSource } from './redis-source.mjs';

const LONGEST_WAIT_MS = 60_000;
const LOOK_AGAIN_MS = 500;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: 'string' },
    group: { type: 'string', default: 'throughline' },
    consumer: { type: 'string', default: 'feed' },
    field: { type: 'string', default: 'event' },
    batch: { type: 'string', default: '1000' },
    once: { type: 'boolean', default: false },
  },
});
const [from = '', server = ''] = positionals;
// The server takes 5,000 events a request.
const most = Number(values.batch);
if (from === '' || server === '' || !(most >= 1 && most <= 5_000)) {
  console.error('node feed.mjs <events.ndjson | redis://host:port/stream> <server> [--state <file>] [--group <name>] [--consumer <name>] [--field <name>] [--batch <1 to 5000>] [--once]');
  process.exit(2);
}

let stopping = false;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    stop.abort();
  });
}

const { group, consumer, field, once } = values;
const source = /^rediss?:/.test(from)
  ? await redisSource({ url: new URL(from), group, consumer, field, most, waits: !once })
  : await fileSource({ file: from, state: values.state ?? `${from}.sent`, most });
for (let failures = 0; !stopping; ) {
  try {
    const { rows, commit } = await source.next();
    if (rows.length > 0) {
      if (!(await send(rows))) break;
      await commit();
    } else if (once) break;
    else await delay(LOOK_AGAIN_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    failures = 0;
  } catch (error) {
    // What was sent and not committed comes again, and is known.
    if (once) {
      console.error(`${from.replace(/\/\/.*@/, '//')} fails: ${error instanceof Error ? error.message || error.name : error}`);
      process.exitCode = 1;
      break;
    }
    const wait = Math.min(LONGEST_WAIT_MS, 250 * 2 ** failures++);
    console.error(`${from.replace(/\/\/.*@/, '//')} fails (${error instanceof Error ? error.message || error.name : error}): again in ${wait} ms`);
    await delay(wait, undefined, { signal: stop.signal }).catch(() => undefined);
  }
}
await source.close();

/** Sends until the server has answered. @param {string[]} lines @returns {Promise<boolean>} false when it was told to stop before */
async function send(lines) {
  for (let attempt = 0; !stopping; attempt++) {
    const answer = await fetch(new URL('/api/v1/events', server), {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
      signal: stop.signal,
    }).catch((error) => error);
    if (answer instanceof Response && answer.ok) {
      const { accepted, duplicates, rejected } = await answer.json();
      console.log(`${accepted} stored, ${duplicates} known already, ${rejected.length} refused`);
      for (const { line, pointer, reason } of rejected) {
        console.error(`refused: ${pointer} ${reason}`);
        await source.refuse(lines[line - 1] ?? '', `${pointer} ${reason}`);
      }
      return true;
    }
    if (answer instanceof Response && answer.status < 500 && answer.status !== 429 && answer.status !== 408) {
      // Nothing that waiting would mend: a person has to look.
      console.error(`The server refuses the request: ${answer.status} ${await answer.text()}`);
      process.exitCode = 1;
      return false;
    }
    const asked = answer instanceof Response ? Number(answer.headers.get('retry-after')) * 1_000 : 0;
    // Twice as long each time, and never all clients at once.
    const wait = asked || Math.min(LONGEST_WAIT_MS, 250 * 2 ** attempt) * (0.5 + Math.random() / 2);
    console.error(`${answer instanceof Response ? `The server answers ${answer.status}` : `No answer (${answer.message})`}: again in ${Math.round(wait)} ms`);
    await delay(wait, undefined, { signal: stop.signal }).catch(() => undefined);
  }
  return false;
}
