import type { Page } from '@playwright/test';

declare global {
  interface Window {
    throughlineFault: (path: string) => Promise<'none' | 'fail'>;
  }
}

/** What a test does to the requests of a page. */
export interface Faults {
  /** From now on, requests to the API whose path matches fail as they do without a network. */
  fail: (path: RegExp) => void;
  /** From now on, requests whose path matches wait until the end of the fault. */
  hold: (path: RegExp) => void;
  /** Ends the fault; what waits goes on. */
  end: () => void;
}

/**
 * Puts itself between the page and `fetch`, the same for the real API and for the one inside the browser, whose requests never reach
 * a network that Playwright could cut.
 */
export async function faultsOf(page: Page): Promise<Faults> {
  let matching: RegExp | undefined;
  let held: Promise<void> | undefined;
  let release = () => {};
  await page.exposeFunction('throughlineFault', async (path: string) => {
    if (!matching?.test(path)) return 'none';
    if (!held) return 'fail';
    await held;
    return 'none';
  });
  await page.addInitScript(() => {
    const bare = window.fetch;
    window.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
      const fault = url.pathname.includes('/api/v1/') ? await window.throughlineFault(url.pathname) : 'none';
      if (fault === 'fail') throw new TypeError('Failed to fetch');
      return bare(input, init);
    };
  });
  return {
    fail: (path) => (matching = path),
    hold: (path) => {
      matching = path;
      held = new Promise((resolve) => (release = resolve));
    },
    end: () => {
      matching = undefined;
      held = undefined;
      release();
    },
  };
}
