import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { mapIsThere, readBalance } from './support/map';

test.use({ ownSite: 'import' });

const ours = (file: string): string => path.resolve('e2e/files', file);
const logs = path.resolve(process.env.THROUGHLINE_LOGS ?? '../shared/data');
const receipt = path.join(logs, 'receipt.csv');

const chooseFile = (page: Page, file: string): Promise<void> => page.getByLabel('选择文件').setInputFiles(file);

/** The counts of the import on screen: rows, accepted, duplicates, rejected. */
const countsOf = (page: Page): Promise<string[]> => page.getByRole('region', { name: '导入一份日志' }).getByRole('definition').allInnerTexts();

test('an engineer imports a log and sees its map, not an empty one', async ({ page, visit }) => {
  await visit('/data');
  await chooseFile(page, ours('repairs.csv'));
  await expect(page.getByText('repairs.csv 已导入')).toBeVisible();
  expect(await countsOf(page)).toEqual(['303', '303', '0', '0']);
  await page.getByRole('link', { name: '看它的全景图' }).click();
  // The log ends weeks before today; the map ends with the log.
  const { entered, states } = await readBalance(page);
  expect(entered).toBe(60);
  expect(states.reduce((sum, state) => sum + state)).toBe(60);
  await mapIsThere(page);
  await expect(page.getByRole('application').getByRole('button', { name: /^Repair.*：60 次旅程/ })).toBeVisible();
});

test('the same file twice is counted once', async ({ page, visit }) => {
  await visit('/data');
  await chooseFile(page, ours('repairs.csv'));
  await expect(page.getByText('repairs.csv 已导入')).toBeVisible();
  await page.getByRole('button', { name: '收起' }).click();
  await chooseFile(page, ours('repairs.csv'));
  await expect(page.getByText('repairs.csv 已导入')).toBeVisible();
  expect(await countsOf(page)).toEqual(['303', '0', '303', '0']);
});

test('a broken file is refused with the line it breaks on', async ({ page, visit, allowConsoleErrors }) => {
  allowConsoleErrors(/422|status of 4/);
  await visit('/data');
  await chooseFile(page, ours('unclosed-quote.csv'));
  const alert = page.getByRole('alert').filter({ hasText: 'unclosed-quote.csv 读不了' });
  await expect(alert).toContainText(/第 3 行/);
  await expect(alert).toContainText(/引号/);
});

test('a bad row is told with its line while the good ones are kept', async ({ page, visit }) => {
  await visit('/data');
  await chooseFile(page, ours('one-bad-row.csv'));
  await expect(page.getByText('one-bad-row.csv 已导入')).toBeVisible();
  expect(await countsOf(page)).toEqual(['4', '3', '0', '1']);
  const row = page.getByRole('table', { name: '被拒的行' }).getByRole('row').nth(1);
  await expect(row).toContainText('3');
  await expect(row).toContainText('yesterday');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '全部下载（CSV）' }).click();
  expect((await download).suggestedFilename()).toBe('one-bad-row.csv.rejected.csv');
});

test('a file is dropped, not only chosen', async ({ page, visit }) => {
  await visit('/data');
  const dropped = await page.evaluateHandle(() => {
    const files = new DataTransfer();
    files.items.add(new File(['case_id,activity,timestamp\nd-1,Open,2026-05-04T09:00:00Z\nd-1,Close,2026-05-04T10:00:00Z\n'], 'dropped.csv'));
    return files;
  });
  await page.getByText('把文件拖到这里').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByText('dropped.csv 已导入')).toBeVisible();
});

const real = existsSync(receipt) ? test : test.skip;
real(`a municipality's receipt log becomes its map${existsSync(receipt) ? '' : ' (skipped: no THROUGHLINE_LOGS)'}`, async ({ page, visit }) => {
  await visit('/data');
  await chooseFile(page, receipt);
  await expect(page.getByText('receipt.csv 已导入')).toBeVisible({ timeout: 40_000 });
  expect(await countsOf(page)).toEqual(['8,577', '8,577', '0', '0']);
  await page.getByRole('link', { name: '看它的全景图' }).click();
  const { entered, states } = await readBalance(page);
  expect(entered).toBeGreaterThan(0);
  expect(states.reduce((sum, state) => sum + state)).toBe(entered);
  await mapIsThere(page);
  await expect(page.getByRole('application').getByRole('button', { name: /^Confirmation of receipt/ })).toBeVisible();
});
