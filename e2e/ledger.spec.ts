import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

test.use({ ownSite: 'ledger' });

const table = (page: Page) => page.getByRole('grid');
/** How many rows the table says it has. */
const rowsOf = async (page: Page): Promise<number> => Number((await table(page).getAttribute('aria-rowcount')) ?? NaN) - 1;
const chip = (page: Page, name: string) => page.getByRole('group', { name: '常用筛选' }).getByRole('button', { name: new RegExp(`^${name}`) });

test('a manager changes exactly the filtered tickets, and takes it back', async ({ page, visit, expectAccessible }) => {
  await visit('/ledger');
  await expect(table(page)).toBeVisible();
  await expectAccessible();
  const unowned = Number(/\d+/.exec((await chip(page, '无责任人').textContent()) ?? '')?.[0]);
  await chip(page, '无责任人').click();
  await expect.poll(() => rowsOf(page)).toBe(unowned);
  await page.getByRole('checkbox', { name: /全部|全选/ }).first().check();
  await page.getByRole('button', { name: '批量修改…' }).click();
  const dialog = page.getByRole('dialog', { name: '批量修改' });
  await expect(dialog).toContainText(`将改动 ${unowned} 件`);
  await dialog.getByLabel('责任人').selectOption({ label: '赵虚构' });
  await dialog.getByRole('button', { name: `改动 ${unowned} 件` }).click();
  await expect(chip(page, '无责任人')).toContainText('0');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(chip(page, '无责任人')).toContainText(String(unowned));
});

test('a view is saved, shared by its name, and opened again', async ({ page, visit }) => {
  await visit('/ledger');
  await chip(page, '人工核销').click();
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByText('保存当前视图…').click();
  const dialog = page.getByRole('dialog', { name: '保存视图' });
  await dialog.getByLabel('名称').fill('核销复查');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: /^视图/ })).toContainText('核销复查');
  await chip(page, '人工核销').click();
  await expect(page.getByRole('button', { name: /^视图/ })).toContainText('未保存');
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByText('核销复查', { exact: true }).click();
  await expect(chip(page, '人工核销')).toHaveAttribute('aria-pressed', 'true');
});

test('by keyboard alone: into the table, down, and a ticket opens', async ({ page, visit }) => {
  await visit('/ledger');
  await expect(table(page).getByRole('rowheader').first()).toBeVisible();
  await table(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ledger\/ZG-\d+/);
});

test('the board shows the same tickets by state', async ({ page, visit, expectAccessible }) => {
  await visit('/ledger?view=board');
  await expect(page.getByText('整改中').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /ZG-/ }).first().or(page.getByText(/ZG-\d{4}/).first())).toBeVisible();
  await expectAccessible();
});
