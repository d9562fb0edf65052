import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';
import { faultsOf, type Faults } from './support/faults';
import { FIXED_NOW, type Site, type SiteData } from './support/site';
import { startMockSite } from './support/start-mock-site';
import { startRealSite } from './support/start-real-site';

/** What a spec may choose with `test.use`; specs of a worker with the same choices share one site. */
export interface SiteOptions {
  site: 'real' | 'mock';
  data: SiteData;
  /** A spec that writes names a site of its own here, so that the others read what they expect. */
  ownSite: string;
  /** How many times slower than this machine the page runs: `SLOWDOWN=4 npm run test:browser` shows the races of a slow one. */
  slowdown: number;
}

interface SiteFixtures {
  running: Site;
}

interface PageFixtures {
  /** Opens a path of the product, such as `/panorama/loan?…`, on whichever site is tested. */
  visit: (path: string) => Promise<void>;
  /**
   * Fails unless axe finds nothing to complain of on the page as it is, or in the part of it that a CSS selector names.
   *
   * With `dark` it is then looked at in the dark too: its structure is the same in both themes, so for its contrast alone.
   */
  expectAccessible: (options?: { within?: string; dark?: boolean }) => Promise<void>;
  /** Opens an address in a window of somebody else: another session, nothing remembered. */
  anotherWindow: (url: string) => Promise<Page>;
  /** Makes the API fail or wait, as the page sees it; before the first `visit`. */
  faults: Faults;
  /** Console errors that this spec provokes on purpose; any other fails it. */
  allowConsoleErrors: (pattern: RegExp) => void;
}

/**
 * Playwright's `test` with a running site: the built server or the static demo, by project.
 *
 * Every test fails on an uncaught error or a console error in any of its pages.
 *
 * @example
 * test('a manager reads the balance', async ({ page, visit, expectAccessible }) => {
 *   await visit('/panorama');
 *   await expectAccessible();
 * });
 */
export const test = base.extend<PageFixtures, SiteOptions & SiteFixtures>({
  site: ['real', { option: true, scope: 'worker' }],
  data: ['demo', { option: true, scope: 'worker' }],
  ownSite: ['', { option: true, scope: 'worker' }],
  slowdown: [Number(process.env['SLOWDOWN'] ?? 1), { option: true, scope: 'worker' }],

  running: [
    async ({ site, data }, use) => {
      const running = await (site === 'real' ? startRealSite(data) : startMockSite(data));
      await use(running);
      await running.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  page: async ({ page, slowdown }, use) => {
    if (slowdown > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await use(page);
  },

  baseURL: async ({ running }, use) => use(running.url),

  context: async ({ context }, use) => {
    // Timers go on; only what the page takes for now stands still, as it does on the server.
    await context.clock.setFixedTime(FIXED_NOW);
    await use(context);
  },

  visit: async ({ page, site, running }, use) => {
    // A static site has no server that knows the routes, so there they come after a #.
    await use(async (path) => {
      await page.goto(site === 'real' ? new URL(path.slice(1), running.url).href : `${running.url}#${path}`);
    });
  },

  anotherWindow: async ({ browser, contextOptions }, use) => {
    const context = await browser.newContext(contextOptions);
    await context.clock.setFixedTime(FIXED_NOW);
    await use(async (url) => {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    });
    await context.close();
  },

  faults: async ({ page }, use) => use(await faultsOf(page)),

  expectAccessible: async ({ page }, use) => {
    const look = async (within: string | undefined, rules: string[] | undefined) => {
      // Only what is wrong is told in full, and without a blank page beside it: that halves the time of each look.
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'], preload: false }).setLegacyMode(true);
      if (rules) axe.withRules(rules);
      if (within) axe.include(within);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
    };
    const turn = async (colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await page.evaluate(() => {
        for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
      });
    };
    await use(async ({ within, dark = false } = {}) => {
      await look(within, undefined);
      if (!dark) return;
      await turn('dark');
      await look(within, ['color-contrast']);
      await turn('light');
    });
  },

  allowConsoleErrors: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
      const errors: string[] = [];
      context.on('weberror', (error) => errors.push(String(error.error())));
      context.on('console', (message) => message.type() === 'error' && errors.push(`${message.text()} (${message.location().url})`));
      await use((pattern) => allowed.push(pattern));
      expect(errors.filter((error) => !allowed.some((pattern) => pattern.test(error)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
