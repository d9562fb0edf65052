import type { Page } from '@playwright/test';
import { FIXED_NOW } from './site';

/** Asks the API that the page talks to, as another system would: the real one, or the one inside the browser, which only the page reaches. */
export const askApi = (page: Page, url: string, path: string, init: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<{ status: number; body: unknown }> =>
  page.evaluate(
    async ({ address, method, body, headers }) => {
      const response = await fetch(address, { method, headers: { 'content-type': 'application/json', ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) });
      return { status: response.status, body: (await response.json()) as unknown };
    },
    { address: new URL(`api/v1/${path}`, url).href, ...init },
  );

/** A loan above the limit of self-service, broken off a moment ago: what the first example rule picks up. */
export function brokenLoan(instance: string): object[] {
  const at = (secondsAgo: number) => new Date(Date.parse(FIXED_NOW) - secondsAgo * 1_000).toISOString();
  const event = { instance, journey: 'loan', touchpoint: 'app', customer: `customer-of-${instance}`, organisation: 'gd', segment: 'age30' };
  return [
    { ...event, id: `${instance}.1`, step: 'open', outcome: 'done', at: at(60) },
    { ...event, id: `${instance}.2`, step: 'face', outcome: 'done', at: at(40) },
    { ...event, id: `${instance}.3`, step: 'quote', outcome: 'limited', reason: 'self-limit-300k', attributes: { requested: 350_000 }, at: at(20) },
  ];
}
