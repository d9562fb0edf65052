import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { mapIsThere, panelOf } from './support/map';

/** Chooses a file of an open menu by the end of its name, and reads it. */
async function fileOf(page: Page, menu: ReturnType<Page['getByRole']>, file: string): Promise<{ name: string; bytes: Buffer }> {
  await menu.getByRole('button', { name: /^导出/ }).click();
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), menu.getByRole('button', { name: file }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the table of the map is taken along as CSV, saying what it is of', async ({ page, visit }) => {
  await visit('/panorama?only=unhanded&view=table');
  await mapIsThere(page);
  const rows = await page.getByRole('grid').getByRole('row').count();
  const { name, bytes } = await fileOf(page, page.getByRole('region', { name: '表格视图' }), '触点表 CSV');
  expect(name).toMatch(/^throughline-places-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const text = bytes.toString('utf8');
  expect(text.startsWith('\u{feff}地图,全景')).toBe(true);
  // Below the blank line: as many lines as the grid has rows, with that of the headers.
  expect(text.split('\r\n\r\n')[1]?.trimEnd().split('\r\n')).toHaveLength(rows);
});

test('the list behind a number is taken along whole, however little of it is loaded', async ({ page, visit }) => {
  await visit('/panorama?list=instances');
  await mapIsThere(page);
  const panel = panelOf(page);
  const total = Number(/[\d,]+/.exec(await panel.getByText(/^共 [\d,]+ 条$/).innerText())?.[0].replaceAll(',', ''));
  expect(total).toBeGreaterThan(500);
  const { bytes } = await fileOf(page, panel, '当前清单，全部 CSV');
  const lines = bytes.toString('utf8').split('\r\n\r\n')[1]?.trimEnd().split('\r\n') ?? [];
  expect(lines[0]).toMatch(/^旅程编号,客户代号/);
  expect(lines).toHaveLength(total + 1);
  await expect(page.getByText(`已导出 ${total.toLocaleString('en')} 行`)).toBeVisible();

  const workbook = await fileOf(page, panel, '当前清单，全部 XLSX');
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
});

test('the map is taken along as a picture with its filter and balance on it, and prints as one', async ({ page, visit }) => {
  // A dialog of the browser would wait for a person.
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await visit('/panorama/loan?only=unhanded');
  await mapIsThere(page);
  const canvas = page.getByRole('region', { name: '全景地图' });
  const svg = await fileOf(page, canvas, '地图 SVG');
  const text = svg.bytes.toString('utf8');
  expect(text).toMatch(/进入 [\d,]+ = 顺畅完成 [\d,]+ \+/);
  for (const written of ['>保单借款<', '额度试算', '处淡显', '演示数据']) expect(text).toContain(written);
  const paths = await fileOf(page, canvas, '中断路径 CSV');
  expect(paths.bytes.toString('utf8').split('\r\n\r\n')[1]).toMatch(/^路径,中断次数,旅程数,流失,未接续\r\n.+,\d+,\d+,\d+,\d+/);
  const png = await fileOf(page, canvas, '地图 PNG');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  // Its width and height, in pixels: sharp on paper.
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1_400);

  await canvas.getByRole('button', { name: /^导出/ }).click();
  await canvas.getByRole('button', { name: '地图 打印' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-print] svg').getByText('额度试算').first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: '页面' })).toBeHidden();
});
