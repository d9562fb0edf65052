import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import { createApp } from '#server/app';
import { openStores } from '#server/node/open-stores';
import { access, ZONE } from './lib/filled-store';
import { eventsAsked, many, millis, report, timed } from './lib/figures';

/** Ten million, or as many as `--events` says. */
const ROWS = eventsAsked();
const ROWS_A_CASE = 5;
/** The beginning of a file that its proposal is made from. */
const SAMPLE_BYTES = 768 * 1024;

/** An export of a service desk: cases whose rows lie together, as most exports have them. */
async function writeLog(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write('number,state,group,updated,made_sla\n');
  let text = '';
  for (let row = 0; row < ROWS; row++) {
    const at = new Date(Date.UTC(2025, 0, 1) + row * 1_000);
    text += `INC${Math.floor(row / ROWS_A_CASE)},State ${row % ROWS_A_CASE},Group ${(row * 7) % 40},${at.toISOString()},${row % 11 ? 'true' : 'false'}\n`;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'close');
}

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-bench-'));
try {
  const file = path.join(folder, 'log.csv');
  await writeLog(file);

  const instance = await DuckDBInstance.create(path.join(folder, 'bare.duckdb'));
  const connection = await instance.connect();
  const bare = await timed(() => connection.run(`CREATE TABLE log AS SELECT * FROM read_csv('${file.replaceAll("'", "''")}')`));
  connection.closeSync();
  instance.closeSync();

  const stores = await openStores(path.join(folder, 'data'), ZONE);
  const app = createApp({ ...stores, clock: Date.now, config: { zone: ZONE, version: 'bench', pageApi: '/api/v1' } });
  const { services } = app;
  await services.catalogue.open();
  const handle = await open(file);
  const { buffer } = await handle.read(new Uint8Array(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
  await handle.close();
  const proposal = await timed(async () => {
    const answer = await app.fetch(new Request('http://localhost/api/v1/imports/preview?filename=log.csv', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: buffer }));
    if (!answer.ok) throw new Error(await answer.text());
  });

  const whole = await timed(async () => {
    // Node's and the browser's ReadableStream are one class with two declarations.
    const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
    const job = await services.imports.start(access, body, 'log.csv', { instance: 'number', step: 'state', touchpoint: 'group', at: 'updated' });
    const ended = await services.imports.ended(job.id);
    if (ended?.accepted !== ROWS) throw new Error(`Failed to import: ${JSON.stringify(ended)}`);
  });
  // The most this process ever had, DuckDB's share and the bare load included: sampling would miss what happens while the main thread is busy.
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(`${many(ROWS)} rows, ${Math.round(statSync(file).size / 1024 / 1024)} MiB: import ${millis(whole.ms)}, bare load ${millis(bare.ms)}`);
  report("import: speed ÷ DuckDB's own CSV load", bare.ms / whole.ms, { atLeast: 0.25 });
  report('import: peak memory', peak / 1024 / 1024, { atMost: 1536 }, ' MiB');
  report('proposal of its beginning', proposal.ms, { atMost: 1_000 }, ' ms');
  await services.imports.stop();
  await stores.events.close();
  await stores.ledger.close();
  await stores.desk.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
