import { demoAnnotations, demoCatalogue, demoFeedback, demoKnownTheme, demoPeople, demoRules, demoTickets, generate, trickle } from '#demo';
import { DAY, type Instant } from '#model';
import { createApp } from '#server/app';
import { startDemoTrickle } from '#server/jobs/demo-trickle';
import { startHandoffTasks } from '#server/jobs/handoff-tasks';
import { startSweeps } from '#server/jobs/sweeps';
import { startTicketJobs } from '#server/jobs/tickets';
import { startVoice } from '#server/jobs/voice';
import { startWebhooks } from '#server/jobs/webhooks';
import { fillDemo, fillFeedback } from '#server/services/fill-demo';
import { memoryDeskStore, memoryEventStore, memoryFileSpool, memoryLedgerStore } from '#server/stores/memory/index';
import { loadSegmenter } from './segmenter';

/** What tests and pictures ask of the demo. */
export interface DemoWish {
  /** The demo ends here and the clock stands still; otherwise both go with the time. */
  now?: Instant | undefined;
  /** Share of the full volume, 0 for none of it. @default 1 */
  scale?: number | undefined;
}

const SEED = 'throughline';
const DAYS = 200;
/** Ratings are many, and a browser's memory is not. */
const RATINGS = 0.25;
/** NPS, comments, and the layers of the map that are made of them. */
const ASKS_CUSTOMERS = /\/api\/v1\/(?:nps|voice|ratings|invitations)(?:[/?]|$)|[?&]include=/;
const ZONE = 'Asia/Shanghai';

/** The server's own app on memory stores, filled with the demo insurer up to now and going on by itself. */
export async function startDemoServer({ now, scale = 1 }: DemoWish): Promise<(request: Request) => Promise<Response>> {
  const clock = () => now ?? Date.now();
  let segmenter: ReturnType<typeof loadSegmenter> | undefined;
  const { fetch, services } = createApp({
    events: memoryEventStore({ zone: ZONE }),
    desk: memoryDeskStore(),
    ledger: memoryLedgerStore(),
    spool: memoryFileSpool(),
    segmenter: () => (segmenter ??= loadSegmenter()),
    knownTheme: demoKnownTheme,
    clock,
    config: { zone: ZONE, version: 'mock', pageApi: 'mock' },
  });
  await services.catalogue.open();
  let fillRatings: (() => Promise<void>) | undefined;
  if (scale > 0) {
    const until = clock();
    const from = until - DAYS * DAY;
    const events = generate({ seed: SEED, scale, from, until });
    await fillDemo(services, { seed: SEED, scale, until, catalogue: demoCatalogue(), ...demoPeople(), rules: demoRules(), events, tickets: demoTickets({ from, until }), annotations: demoAnnotations({ seed: SEED, from, until }) });
    fillRatings = async () => {
      await fillFeedback(services, demoFeedback({ seed: SEED, scale, from, until, share: RATINGS }), { rows: 1_000 });
      // What cannot be read now is read by the job that looks for it again and again, and which tells why it could not.
      await services.voice.readNew().catch(() => undefined);
    };
  }
  startHandoffTasks(services);
  startTicketJobs(services);
  startWebhooks(services);
  if (now === undefined) {
    startSweeps(services);
    startDemoTrickle(services, { events: trickle, feedback: (window) => demoFeedback({ ...window, share: RATINGS }) });
  }
  // Most pages never ask what customers said, and telling it would double the time to the first map.
  let filled: Promise<void> | undefined;
  let reading: ReturnType<typeof startVoice> | undefined;
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    if (ASKS_CUSTOMERS.test(pathname + search)) {
      await (filled ??= fillRatings?.() ?? Promise.resolve());
      reading ??= startVoice(services);
    }
    return fetch(request);
  };
}
