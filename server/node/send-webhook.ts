import type { SendWebhook } from '../ports';

const TIMEOUT_MS = 10_000;
/** As much of an answer as is read: enough to see what went wrong. */
const MAX_ANSWER_BYTES = 16 * 1024;

/** Sends with Node's `fetch`. */
export const sendWebhook: SendWebhook = async ({ url, headers, body }) => {
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      return { error: `redirected (${response.status}) to ${response.headers.get('location') ?? 'nowhere'}; redirects are not followed` };
    }
    return { status: response.status, body: await firstOf(response), retryAfterMs: retryAfter(response.headers.get('retry-after')) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
};

async function firstOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    // Leaving the loop cancels the rest.
    if (bytes >= MAX_ANSWER_BYTES) break;
  }
  return text;
}

/** Seconds alone are read: a date depends on two clocks. */
const retryAfter = (header: string | null): number | undefined => (header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined);

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
