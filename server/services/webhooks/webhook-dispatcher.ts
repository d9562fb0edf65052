import type { Delivery } from '#contract';
import { DAY, stampOf } from '#model';
import { type Ports, systemAccess, type WebhookAnswer } from '../../ports';
import { MOST_ATTEMPTS, retryDelay } from './retry-delay';
import { signature } from './sign';
import { readWebhooks, type StoredWebhook } from './stored-webhook';

/** Sends what waits to be sent. */
export interface WebhookDispatcher {
  /** Sends everything whose time has come; whoever asks while it runs shares its end. */
  dispatch(): Promise<void>;
  /** One attempt, recorded nowhere. */
  attempt(webhook: StoredWebhook, message: { id: string; event: string; body: string }): Promise<Attempt>;
  /** Called when something waits that no change of the ledger tells of. */
  wake(): void;
  onWake(listener: () => void): () => void;
}

export interface Attempt {
  status?: number | undefined;
  error?: string | undefined;
  ms: number;
  retryAfterMs?: number | undefined;
}

/** Taken at once: the longest waiting first. */
const BATCH = 50;
/** What was delivered is kept for so long. */
const KEPT_MS = 30 * DAY;

const access = systemAccess('webhooks');
const NOBODY_SENDS: WebhookAnswer = { error: 'This server runs in a browser, which sends nothing to others. Please run it with npm start.' };

/** @param random from 0 up to 1 */
export function createWebhookDispatcher({ ledger, clock, sendWebhook }: Pick<Ports, 'ledger' | 'clock' | 'sendWebhook'>, random: () => number = Math.random): WebhookDispatcher {
  const listeners = new Set<() => void>();
  let running: Promise<void> | undefined;
  let prunedAt = -Infinity;

  const attempt: WebhookDispatcher['attempt'] = async ({ url, secret }, { id, event, body }) => {
    const timestamp = String(Math.floor(clock() / 1000));
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Throughline-Webhooks',
      'x-throughline-delivery': id,
      'x-throughline-event': event,
      'x-throughline-timestamp': timestamp,
      'x-throughline-signature': await signature(secret, timestamp, body),
    };
    const start = performance.now();
    const answer = sendWebhook ? await sendWebhook({ url, headers, body }) : NOBODY_SENDS;
    const ms = Math.max(0, Math.round(performance.now() - start));
    if ('error' in answer) return { error: answer.error.slice(0, 500), ms };
    const { status, retryAfterMs } = answer;
    const error = refusalIn(answer);
    return { status, ms, ...(error !== undefined && { error }), ...(retryAfterMs !== undefined && { retryAfterMs }) };
  };

  const tried = async (delivery: Delivery, webhook: StoredWebhook): Promise<Delivery> => {
    const { retryAfterMs, ...made } = await attempt(webhook, delivery);
    const attempts = [...delivery.attempts, { at: stampOf(clock()), ...made }];
    const { nextAt: _, ...rest } = delivery;
    if (made.error === undefined) return { ...rest, state: 'delivered', attempts };
    const failed = attempts.length - 1 - attempts.findLastIndex(({ error }) => error === undefined);
    // Sent again by hand, it has as many attempts again.
    const delay = sendWebhook ? retryDelay(((failed - 1) % MOST_ATTEMPTS) + 1, random(), retryAfterMs) : undefined;
    return delay === undefined ? { ...rest, state: 'failed', attempts } : { ...rest, state: 'waiting', attempts, nextAt: stampOf(clock() + delay) };
  };

  /** In order, one after the other; behind one that fails the others wait with it. */
  const send = async (deliveries: readonly Delivery[], webhook: StoredWebhook | undefined): Promise<void> => {
    let behind: string | undefined;
    for (const delivery of deliveries) {
      if (!webhook?.enabled) {
        const { nextAt: _, ...rest } = delivery;
        await ledger.saveDelivery(access, { ...rest, state: 'failed', attempts: [...delivery.attempts, { at: stampOf(clock()), error: webhook ? 'the webhook is switched off' : 'the webhook is gone', ms: 0 }] });
      } else if (behind !== undefined) {
        await ledger.saveDelivery(access, { ...delivery, nextAt: behind });
      } else {
        const next = await tried(delivery, webhook);
        await ledger.saveDelivery(access, next);
        behind = next.nextAt;
      }
    }
  };

  const run = async (): Promise<void> => {
    const now = clock();
    if (now >= prunedAt + DAY) {
      prunedAt = now;
      await ledger.clearDeliveries(access, { endedBefore: stampOf(now - KEPT_MS) });
    }
    for (;;) {
      const due = await ledger.dueDeliveries(access, stampOf(clock()), BATCH);
      if (due.length === 0) return;
      const { webhooks } = await readWebhooks(ledger);
      const ids = [...new Set(due.map(({ webhook }) => webhook))];
      await Promise.all(ids.map((id) => send(due.filter(({ webhook }) => webhook === id), webhooks.find((one) => one.id === id))));
    }
  };

  return {
    attempt,
    async dispatch() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    wake: () => listeners.forEach((listener) => listener()),
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What an answer says against a message; `undefined` when it was taken. Group robots answer 200 with an `errcode`. */
function refusalIn({ status, body }: Extract<WebhookAnswer, { status: number }>): string | undefined {
  if (status < 200 || status > 299) return `answered ${status}${body === '' ? '' : `: ${body}`}`.slice(0, 500);
  try {
    const answer: unknown = JSON.parse(body);
    const code = typeof answer === 'object' && answer !== null && 'errcode' in answer ? answer.errcode : 0;
    return typeof code === 'number' && code !== 0 ? `refused: ${body}`.slice(0, 500) : undefined;
  } catch {
    return undefined;
  }
}
