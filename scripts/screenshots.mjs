// `npm run screenshots [-- <folder>]`: the README's pictures, from the running product; with a folder, also every page in every look, to be looked at.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureBuilt } from './lib/build.mjs';
import { chromiumFlags, chromiumPath, ensureBrowser } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/project.mjs';

await ensureInstalled();
await ensureBrowser();
await ensureBuilt(['page', 'server']);
const { chromium } = await import('@playwright/test');

const NOW = '2026-06-17T15:00:00+08:00';
const port = Number(process.env.PORT ?? 4591);
const url = `http://127.0.0.1:${port}`;

/** @typedef {{ path: string, theme?: 'light' | 'dark', language?: 'zh' | 'en', width?: number, height?: number }} Look */

const data = mkdtempSync(path.join(tmpdir(), 'throughline-screenshots-'));
const server = spawn(process.execPath, [path.join(root, 'dist/server/main.js'), '--port', String(port), '--data', data], {
  env: { ...process.env, NODE_ENV: 'production', THROUGHLINE_NOW: NOW },
  stdio: ['ignore', 'ignore', 'inherit'],
});
while (!(await fetch(`${url}/readyz`).then(({ ok }) => ok, () => false))) {
  if (server.exitCode !== null) throw new Error('Failed to take pictures: the server has ended.');
  await delay(300);
}
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });

/** @param {string} file @param {Look} look */
const take = async (file, { path: where, theme = 'light', language = 'zh', width = 1600, height = 1000 }) => {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, timezoneId: 'Asia/Shanghai', hasTouch: width < 600 });
  // It goes on from there: charts draw themselves by the clock.
  await context.clock.install({ time: NOW });
  await context.addInitScript((preferences) => localStorage.setItem('throughline.preferences', preferences), JSON.stringify({ language }));
  const page = await context.newPage();
  await page.goto(url + where);
  await page.getByRole('table').or(page.getByRole('grid')).or(page.getByRole('list')).or(page.getByRole('button', { name: /^(流失|Lost) \d/ })).first().waitFor();
  await page.waitForLoadState('load');
  await page.locator('[aria-busy=true], [aria-label=正在加载], [aria-label=Loading]').first().waitFor({ state: 'detached' });
  if (where.startsWith('/ledger/') || (where.includes('node=') && !where.includes('story='))) await page.getByRole('figure').getByRole('img').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // Charts are drawn in turns, and grow.
  await delay(1_500);
  await page.screenshot({ path: file, animations: 'disabled' });
  await context.close();
};

const quote = 'node=quote~app&period=90d';
const images = path.join(root, 'docs/images');
mkdirSync(images, { recursive: true });
await take(path.join(images, 'panorama.png'), { path: '/panorama?period=90d' });
/** @type {{ items: { id: string, drop?: number }[] }} */
const { items } = await (await fetch(`${url}/api/v1/tickets?state=closed&limit=100`)).json();
const proven = items.toSorted((a, b) => (b.drop ?? 0) - (a.drop ?? 0))[0];
if (!proven) throw new Error('Failed to take pictures: no ticket of the demo is closed.');
await take(path.join(images, 'ticket.png'), { path: `/ledger/${proven.id}` });
await take(path.join(images, 'journey.png'), { path: `/panorama/loan?${quote}&story=260611-loan` });

const folder = process.argv[2];
if (folder) {
  mkdirSync(folder, { recursive: true });
  const pages = { overview: '/panorama', journey: '/panorama/loan', place: `/panorama/loan?${quote}`, table: '/panorama?view=table', handoffs: '/handoffs', ledger: '/ledger', board: '/ledger?view=board', ticket: `/ledger/${proven.id}`, data: '/data' };
  for (const [name, where] of Object.entries(pages)) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      for (const language of /** @type {const} */ (['zh', 'en'])) {
        for (const [width, height] of /** @type {const} */ ([[1600, 1000], [1280, 800], [390, 844]])) {
          await take(path.join(folder, `${name}-${theme}-${language}-${width}.png`), { path: where, theme, language, width, height });
        }
      }
    }
  }
}

await browser.close();
const ended = once(server, 'exit');
server.kill('SIGTERM');
await ended;
rmSync(data, { recursive: true, force: true });
