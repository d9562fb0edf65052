import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportJob } from '#contract';
import { demoAnnotations, demoCatalogue, demoFeedback, demoKnownTheme, demoPeople, demoRules, demoTickets, generate, trickle } from '#demo';
import { createApp } from './app';
import { startDemoTrickle } from './jobs/demo-trickle';
import { startHandoffTasks } from './jobs/handoff-tasks';
import { startSweeps } from './jobs/sweeps';
import { startTicketJobs } from './jobs/tickets';
import { startVoice } from './jobs/voice';
import { startWebhooks } from './jobs/webhooks';
import { importLocalFile } from './node/import-local-file';
import { listen } from './node/listen';
import { openStores } from './node/open-stores';
import { type Config, ConfigError, readConfig, UsageError } from './node/read-config';
import { productVersion } from './node/product-version';
import { loadSegmenter } from './node/segmenter';
import { sendWebhook } from './node/send-webhook';
import { servePage } from './node/serve-page';
import { createSite } from './node/site';
import { createTerminal } from './node/terminal';
import { StoreError, systemAccess } from './ports';
import { demoIsDue, fillDemo } from './services/fill-demo';
import type { Services } from './services/services';
import usage from './usage.txt?raw';

const SEED = 'throughline';

const terminal = createTerminal(process.stdout);

async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config === 'help') return void process.stdout.write(usage);

  const site = createSite(servePage(fileURLToPath(new URL('../page', import.meta.url))));
  const listening = await listen(site.fetch, config.host, config.port);
  closing.push(() => listening.close());
  const stores = await openStores(config.data, config.zone);
  closing.push(
    () => stores.events.close(),
    () => stores.ledger.close(),
    () => stores.desk.close(),
  );

  const clock = () => config.now ?? Date.now();
  let loading: ReturnType<typeof loadSegmenter> | undefined;
  const segmenter = () => (loading ??= loadSegmenter());
  const app = createApp(
    { ...stores, sendWebhook, segmenter, knownTheme: demoKnownTheme, clock, config: { zone: config.zone, version: productVersion(), pageApi: '/api/v1' } },
    { allowOrigins: config.allowOrigins, onFault: (what, error) => console.error(`${what}:`, error) },
  );
  await app.services.catalogue.open();
  await app.services.imports.recover();
  closing.unshift(() => app.services.imports.stop());
  if (!config.empty && (await demoIsDue(app.services))) await fill(app.services, config);
  if (config.import) await importBeforeReady(app.services, config.import);

  closing.unshift(startHandoffTasks(app.services), startTicketJobs(app.services), startWebhooks(app.services), startVoice(app.services));
  // A clock that stands still has nothing to wait for.
  if (config.now === undefined) {
    closing.unshift(startSweeps(app.services), startDemoTrickle(app.services, { events: trickle, feedback: demoFeedback }));
  }
  site.open(app);
  terminal.done(`Throughline 脉络 is ready: ${listening.url}`);
}

async function fill(services: Services, { demoScale: scale }: Config): Promise<void> {
  const until = services.ports.clock();
  const events = generate({ seed: SEED, scale, until });
  const { people, departments } = demoPeople();
  await fillDemo(services, { seed: SEED, scale, until, catalogue: demoCatalogue(), people, departments, rules: demoRules(), events, feedback: demoFeedback({ seed: SEED, scale, until }), tickets: demoTickets({ until }), annotations: demoAnnotations({ seed: SEED, until }) }, (progress) =>
    terminal.progress(`Filling with the demo insurer: ${progress}`),
  );
  terminal.done('Filled with the demo insurer 演示数据 (synthetic).');
}

async function importBeforeReady(services: Services, { file, profile }: NonNullable<Config['import']>): Promise<void> {
  const name = path.basename(file);
  const stop = services.changes.subscribe(async ({ message }) => {
    if (message.type !== 'import') return;
    const job = await services.ports.desk.importJob(systemAccess('import'), message.id);
    if (job) terminal.progress(`Importing ${name}: ${progressOf(job)}`);
  });
  const job = await importLocalFile(services, file, profile);
  stop();
  if (job.state === 'failed') throw new ConfigError(`Failed to import ${file}: ${job.error?.reason ?? 'the server log says why.'}`);
  const { kind = 'events' } = job.mapping ?? {};
  if (kind !== 'events') return terminal.done(`Imported ${name}: ${job.accepted} ${kind}, ${job.duplicates} known already, ${job.rejected} rejected.`);
  terminal.done(`Imported ${name} as the journey "${job.journey}": ${job.accepted} events, ${job.duplicates} known already, ${job.rejected} rejected.`);
}

function progressOf({ state, bytes, detection, rows }: ImportJob): string {
  if (state === 'detecting' && detection) return `${detection.done} of ${detection.total} journeys understood`;
  if (state === 'discovering') return 'finding its steps';
  return `${bytes.total > 0 ? Math.floor((100 * bytes.read) / bytes.total) : 0} %, ${rows} rows`;
}

/** What to close, in this order. */
const closing: (() => unknown)[] = [];

async function close(): Promise<void> {
  for (const one of closing.splice(0)) await one();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  let asked = false;
  process.on(signal, () => {
    if (asked) process.exit(1);
    asked = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('Failed to close:', error);
        process.exit(1);
      },
    );
  });
}

// Whoever read this output may be gone: that is no reason for a server to die.
for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined);

main().catch(async (error: unknown) => {
  const known = error instanceof ConfigError || error instanceof StoreError;
  console.error(known ? error.message : error);
  if (error instanceof UsageError) process.stderr.write(`\n${usage}`);
  await close().catch(() => undefined);
  process.exit(1);
});
