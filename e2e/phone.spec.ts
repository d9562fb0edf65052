import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectListBehind, mapIsThere, panelOf, placeOnMap } from './support/map';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const expectNoSidewaysScroll = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

test('on a phone the map, a place, its list and a story can all be reached by touch', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await page.getByRole('group', { name: '看法' }).getByRole('button', { name: '地图' }).tap();
  await expectNoSidewaysScroll(page);
  await placeOnMap(page, '保单借款 · APP').tap();
  const panel = panelOf(page);
  await expect(panel.getByRole('heading', { name: '保单借款 · APP' })).toBeInViewport();
  await expectListBehind(page, panel.getByRole('button', { name: /^未接续 \d/ }));
  await panel.getByRole('listitem').first().getByRole('button').tap();
  await expect(panel.getByRole('heading', { name: '客户故事 · 保单借款' })).toBeInViewport();
  await expectNoSidewaysScroll(page);
});

test('on a phone the pages and the data page fit', async ({ page, visit }) => {
  await visit('/panorama/loan');
  await mapIsThere(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '数据' }).tap();
  await expect(page.getByText('把文件拖到这里')).toBeInViewport();
  await expectNoSidewaysScroll(page);
});

test('on a phone the worst places are the page, each with its details a tap away', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await expect(page.getByRole('application')).toHaveCount(0);
  const panel = panelOf(page);
  const worst = panel.getByRole('region', { name: '哪里在流失、又没人管？' }).getByRole('listitem').first();
  await expect(worst).toContainText(/中断 [\d.]+%（\d+ \/ [\d,]+）/);
  const name = /^1\s+(.+)$/m.exec(await worst.innerText())?.[1] ?? '';
  await worst.getByRole('button').tap();
  await expect(panel.getByRole('heading', { name, level: 2 })).toBeInViewport();
  await expect(page).toHaveURL(/node=/);
  await expectNoSidewaysScroll(page);
});
