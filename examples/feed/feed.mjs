#!/usr/bin/env node
// Follows a growing file of service events (NDJSON, one a line) and sends them to Throughline: in batches, again when something fails, and
// from where it stopped when it is started again. No packages; Node 20 or later.
//
//   node feed.mjs events.ndjson http://127.0.0.1:4070 [--state events.ndjson.sent] [--batch 1000] [--once]
//
// Why nothing is lost or doubled: the place in the file is written down only after the server has answered, and the server answers only
// after the events are durable. What is sent twice has the same ids and counts once. A row the server refuses is printed with its reason and
// not sent again. To follow a message broker instead, put its consumer in the place of `linesFrom` and commit its offset where `remember` is called.
import { appendFile, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';

/** The server takes 5,000 events and 16 MiB a request. */
const MOST_BYTES = 8 * 1024 * 1024;
const LONGEST_WAIT_MS = 60_000;
const LOOK_AGAIN_MS = 500;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { state: { type: 'string' }, batch: { type: 'string', default: '1000' }, once: { type: 'boolean', default: false } },
});
const [file = '', server = ''] = positionals;
const most = Number(values.batch);
if (file === '' || server === '' || !(most >= 1 && most <= 5_000)) {
  console.error('node feed.mjs <events.ndjson> <server> [--state <file>] [--batch <1 to 5000>] [--once]');
  process.exit(2);
}
const state = values.state ?? `${file}.sent`;

let stopping = false;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    stop.abort();
  });
}

let offset = await sentSoFar();
while (!stopping) {
  const { lines, end } = await linesFrom(offset);
  if (lines.length > 0) {
    if (!(await send(lines))) break;
    await remember(end);
    offset = end;
  } else if (values.once) break;
  else await delay(LOOK_AGAIN_MS, undefined, { signal: stop.signal }).catch(() => undefined);
}

/** Whole lines from a place in the file, as many as go into one request. A line that is still being written waits for its end. @param {number} from */
async function linesFrom(from) {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  // A file that has become shorter is another one: begun anew.
  const start = size < from ? 0 : from;
  const handle = await open(file).catch(() => undefined);
  if (!handle) return { lines: [], end: from };
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(MOST_BYTES, size - start)), 0, undefined, start);
    /** @type {string[]} */
    const lines = [];
    let at = 0;
    for (let next = buffer.indexOf(10, at); next >= 0 && next < bytesRead && lines.length < most; next = buffer.indexOf(10, at)) {
      const line = buffer.toString('utf8', at, next).trim();
      if (line !== '') lines.push(line);
      at = next + 1;
    }
    if (at === 0 && bytesRead === MOST_BYTES) throw new Error(`A line at byte ${start} is longer than ${MOST_BYTES} bytes: no event is.`);
    return { lines, end: start + at };
  } finally {
    await handle.close();
  }
}

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
      for (const { line, pointer, reason } of rejected) await refuse(lines[line - 1], `${pointer} ${reason}`);
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

/** Keeps a refused row beside the file, for whoever mends it. @param {string | undefined} row @param {string} reason */
async function refuse(row, reason) {
  console.error(`refused: ${reason}`);
  await appendFile(`${file}.refused`, `${JSON.stringify({ reason, row })}\n`);
}

async function sentSoFar() {
  return Number(await readFile(state, 'utf8').catch(() => '0')) || 0;
}

/** Written beside and moved into place, so that a crash leaves the old place or the new one. @param {number} place */
async function remember(place) {
  await writeFile(`${state}.new`, String(place));
  await rename(`${state}.new`, state);
}
