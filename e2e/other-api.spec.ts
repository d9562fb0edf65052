import { expect, test } from './fixtures';
import { startPageElsewhere } from './support/start-page-elsewhere';
import { mapIsThere, readBalance } from './support/map';

test.describe('on the built server', () => {
  // Not on the static site: the static site has no other API than its own.
  test('?api=mock is kept for the session, and ?api=real ends it', async ({ page, visit, running }) => {
    // Its demo is of the full size, and is made anew with each load.
    test.setTimeout(240_000);
    const patient = { timeout: 90_000 };
    const calls: string[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(`${running.url}api/v1/`) && !response.fromServiceWorker()) calls.push(response.url());
    });
    await visit('/panorama?api=mock');
    await expect(page.getByRole('button', { name: /^流失 \d/ })).toBeVisible(patient);
    await visit('/data');
    await expect(page.getByRole('rowheader', { name: '保单借款' })).toBeVisible(patient);
    expect(calls).toEqual([]);
    await visit('/panorama?api=real');
    await mapIsThere(page);
    expect(calls).not.toEqual([]);
  });

  test('a page on another origin works with this API', async ({ page, running }) => {
    const elsewhere = await startPageElsewhere(running);
    await page.goto(`${elsewhere.url}panorama`);
    const there = await readBalance(page);
    await elsewhere.stop();
    await page.goto(`${running.url}panorama`);
    expect(await readBalance(page)).toEqual(there);
  });
});
