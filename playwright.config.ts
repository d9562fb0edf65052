import { defineConfig, devices } from '@playwright/test';
import type { SiteOptions } from './e2e/fixtures';
import { chromiumFlags, chromiumPath } from './scripts/lib/chromium.mjs';

/**
 * The same specs against two sites: the built server, and the static demo with the server in the browser.
 *
 * e2e/fixtures.ts starts them, one of each for every worker, on free ports, the server with a data folder of its own. Both get the same
 * fixed time and the same small demo insurer:
 *
 * - the server by the environment: `THROUGHLINE_NOW` (ISO 8601: the clock stands still there and the demo ends there) and
 *   `THROUGHLINE_DEMO_SCALE` (1 = the full volume);
 * - the static site by its `config.json`: `{ "api": "mock", "demo": { "now": …, "scale": … } }`.
 */
export default defineConfig<Record<never, never>, SiteOptions>({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  fullyParallel: false,
  workers: 2,
  // Machines are noisy: what passes only on the second try does not fail the run, but `npm test` names it at its end.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  // Generous: a busy machine is slow to start the server inside the browser, and a test that passes does not wait.
  timeout: 120_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
  },
  projects: [
    { name: 'real', use: { site: 'real' } },
    // The static site is the same page: there the main way through each screen is walked again, and what is tagged @once is not.
    { name: 'mock', use: { site: 'mock' }, grepInvert: /@once/, testIgnore: /(accessibility(-work)?|address|keyboard|ledger-excel|map-\w+|other-api|phone|settings|webhooks)\.spec/ },
  ],
});
