import { SECOND } from '#model';
import type { Services } from '../services/services';

/** How often it is looked whether an attempt's time has come. */
const TICK_MS = 5 * SECOND;

/** Sends what changes are to be told to others: at once after a change, and again when an attempt's time comes. @returns stops it */
export function startWebhooks({ dispatcher, ledger, onFault }: Services): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const dispatch = () => {
    if (stopped) return;
    // What came while one was running may have come too late for it.
    running = running.then(() => dispatcher.dispatch()).catch((error: unknown) => onFault('Failed to send webhooks', error));
  };
  const silence = [
    ledger.subscribe(({ deliveries = [] }) => {
      if (deliveries.length > 0) dispatch();
    }),
    dispatcher.onWake(dispatch),
  ];
  const ticks = setInterval(dispatch, TICK_MS);
  dispatch();
  return async () => {
    stopped = true;
    clearInterval(ticks);
    for (const stop of silence) stop();
    await running;
  };
}
