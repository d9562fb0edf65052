import { demoCatalogue, demoPeople, generate, trickle } from '#demo';
import { DAY, MINUTE } from '#model';
import { createApp } from '#server/app';
import { systemAccess } from '#server/ports/index';
import { fillDemo } from '#server/services/fill-demo';
import { memoryDeskStore, memoryEventStore, memoryFileSpool } from '#server/stores/memory/index';

const SEED = 'throughline';
const SCALE = 1;
const DAYS = 90;
const ZONE = 'Asia/Shanghai';
/** How often the demo goes on. */
const TRICKLE_EVERY = MINUTE / 4;

/** The server's own app on memory stores, filled with the demo insurer up to now and going on by itself. */
export async function startDemoServer(): Promise<(request: Request) => Promise<Response>> {
  const events = memoryEventStore({ zone: ZONE });
  const app = createApp({
    events,
    desk: memoryDeskStore(),
    spool: memoryFileSpool(),
    clock: Date.now,
    config: { zone: ZONE, version: 'mock', pageApi: 'mock' },
  });
  await app.services.catalogue.open();

  const until = Date.now();
  const catalogue = demoCatalogue();
  const history = generate({ seed: SEED, scale: SCALE, from: until - DAYS * DAY, until });
  await fillDemo(app.services, { seed: SEED, scale: SCALE, catalogue, ...demoPeople(), events: history, until });

  let since = until;
  setInterval(() => {
    const now = Date.now();
    void goOn(since, now);
    since = now;
  }, TRICKLE_EVERY);

  const access = systemAccess('demo');
  const goOn = async (from: number, to: number) => {
    if (!(await app.services.ports.desk.demo(access))) return; // It has been cleared.
    await events.append(access, trickle({ seed: SEED, scale: SCALE, since: from, until: to }), { now: to });
    app.services.revisions.moved();
  };
  return app.fetch;
}
