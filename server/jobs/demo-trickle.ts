import { DAY, HOUR, type Instant, MINUTE, type ServiceEvent } from '#model';
import { systemAccess } from '../ports';
import type { Services } from '../services/services';

/** The events of a synthetic company in (since, until]. */
export type Trickle = (window: { seed: string; scale: number; since: Instant; until: Instant }) => ServiceEvent[];

/** Events are told this far ahead: those of the future do not exist until they come. */
const AHEAD = HOUR;
const PACE_MS = MINUTE;
/** After a long pause the past is caught up in pieces, so that memory stays bounded. */
const PIECE = 10 * DAY;

/** Keeps the demo going while the server runs, from where it was left off. @returns stops it */
export function startDemoTrickle({ ports: { clock, desk, events }, revisions, onFault }: Services, trickle: Trickle): () => Promise<void> {
  const access = systemAccess('demo');
  const stop = new AbortController();

  const catchUp = async () => {
    const now = clock();
    for (let demo = await desk.demo(access); !stop.signal.aborted && demo && demo.generatedUntil < now + AHEAD / 2; demo = await desk.demo(access)) {
      const { seed, scale, generatedUntil: since } = demo;
      const until = Math.min(since + PIECE, now + AHEAD);
      const { accepted } = await events.append(access, trickle({ seed, scale, since, until }), { now });
      if (accepted > 0) revisions.moved();
      // Cleared meanwhile: what was just appended no longer had a journey, and must not come back.
      if (await desk.demo(access)) await desk.saveDemo(access, { ...demo, generatedUntil: until });
    }
  };

  let running: Promise<void> = Promise.resolve();
  const tick = () => {
    running = running.then(catchUp).catch((error: unknown) => onFault('Failed to go on with the demo', error));
  };
  tick();
  const timer = setInterval(tick, PACE_MS);
  return () => {
    stop.abort();
    clearInterval(timer);
    return running;
  };
}
