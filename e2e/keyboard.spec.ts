import { expect, test } from './fixtures';
import { mapIsThere, panelOf, placeOnMap } from './support/map';
import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('the whole way to a story goes without a mouse', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  await tabTo(page, placeOnMap(page, '保单借款 · APP'));
  await page.keyboard.press('ArrowRight');
  await expect(placeOnMap(page, '保单借款 · 微信')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(placeOnMap(page, '续期交费 · 微信')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading', { name: '保单借款 · APP' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '保单借款', level: 1 })).toBeFocused();

  await mapIsThere(page);
  await tabTo(page, placeOnMap(page, '打开借款 · APP'));
  for (const step of ['人脸核验', '额度试算']) {
    await page.keyboard.press('ArrowRight');
    await expect(placeOnMap(page, `${step} · APP`)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  const limited = panelOf(page).getByRole('button', { name: /^规则受限 \d/ });
  await expect(limited).toBeVisible();
  await tabTo(page, limited);
  await page.keyboard.press('Enter');
  const heading = panelOf(page).getByRole('heading', { name: '中断清单' });
  await expect(heading).toBeFocused();
  const row = panelOf(page).getByRole('button', { name: /额度试算 · APP.*规则受限/ }).first();
  await expect(row).toBeVisible();
  await tabTo(page, row);
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading', { name: '客户故事 · 保单借款' })).toBeFocused();
});

test('? lists the shortcuts, T is the table, Esc leaves, and they can be switched off', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '键盘快捷键' });
  await expect(sheet.getByText('表格视图')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.keyboard.press('t');
  const grid = page.getByRole('grid', { name: /地图上的全部 \d+ 处/ });
  await tabTo(page, grid.getByRole('rowheader').first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  const row = grid.getByRole('row').nth(2);
  await expect(row.getByRole('rowheader').first()).toBeFocused();
  const names = await row.getByRole('rowheader').allInnerTexts();
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText(names.join(' · '));
  await expect(row).toHaveAttribute('aria-selected', 'true');

  await grid.getByRole('columnheader', { name: '旅程数' }).focus();
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('columnheader', { name: '旅程数' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/order=-instances/);
  await page.keyboard.press('t');
  await expect(page.getByRole('application')).toBeVisible();

  await page.getByRole('button', { name: /打开设置$/ }).click();
  await page.getByRole('checkbox', { name: /快捷键/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(page.getByRole('application')).toBeVisible();
});

test('Ctrl K finds a journey', async ({ page, visit }) => {
  await visit('/data');
  await expect(page.getByRole('heading', { name: '数据接入', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找' }).fill('续期');
  await expect(page.getByRole('option', { name: /续期交费/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '续期交费', level: 1 })).toBeVisible();
});

test('Esc on the map puts the selection away', async ({ page, visit }) => {
  await visit('/panorama?node=renewal~app');
  await mapIsThere(page);
  await placeOnMap(page, '续期交费 · APP').focus();
  await page.keyboard.press('Escape');
  await expect(panelOf(page).getByRole('heading', { name: '哪里在流失、又没人管？' })).toBeVisible();
  await expect(page).not.toHaveURL(/node=/);
});
