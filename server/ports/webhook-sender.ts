/** What is sent to somebody else's server. */
export interface WebhookRequest {
  /** http or https. */
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What came back: a status, or why nothing did. */
export type WebhookAnswer = { status: number; body: string; retryAfterMs?: number | undefined } | { error: string };

/** Sends one request and waits for its answer, not for ever; follows no redirect, for that may lead elsewhere. Never throws. */
export type SendWebhook = (request: WebhookRequest) => Promise<WebhookAnswer>;
