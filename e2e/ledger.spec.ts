import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { askApi } from './support/work';

test.use({ ownSite: 'ledger' });

/** The server in the browser makes all of its demo before it answers, which takes a busy machine its time. */
const STARTED = { timeout: 90_000 };
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
  await expect(page.getByRole('button', { name: /^视图/ })).toContainText('默认');
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByText('核销复查', { exact: true }).click();
  await expect(chip(page, '人工核销')).toHaveAttribute('aria-pressed', 'true');
});

test('by keyboard alone: into the table, down, and a ticket opens', { tag: '@once' }, async ({ page, visit }) => {
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
  await expect(page.getByRole('link', { name: /ZG-/ }).first()).toBeVisible(STARTED);
  await expectAccessible();
});

const column = (page: Page, state: string) => page.getByRole('region', { name: new RegExp(`^${state}`) });
/** The cards of a column by their spoken names. */
const cards = (page: Page, state: string) => column(page, state).getByRole('link');

interface Row { id: string; version: number }
/** What the first ticket of a state is, for another program. */
async function firstOf(page: Page, url: string, query: string): Promise<Row> {
  const { items } = (await askApi(page, url, `tickets?limit=1&${query}`)).body as { items: Row[] }; // What the contract says it answers.
  const [first] = items;
  if (!first) throw new Error(`There is no ticket for ${query}.`);
  return first;
}

test('the board is walked by arrows, and a ticket is moved to the next column by keyboard', { tag: '@once' }, async ({ page, visit, running }) => {
  await visit('/ledger?view=board');
  await expect(cards(page, '已登记').first()).toBeVisible(STARTED);
  const { id } = ((await askApi(page, running.url, 'tickets', { method: 'POST', body: { title: '看板上移动', important: true, owner: 'zhao', department: 'digital', due: '2026-06-18', target: 0.01, locus: { journey: 'loan', step: 'quote', touchpoint: 'app' }, measures: [{ id: 'm', title: '一项措施', state: 'planned' }] } })).body as { ticket: Row }).ticket; // What the contract says it answers.
  const card = (state: string) => cards(page, state).filter({ hasText: '看板上移动' });
  await expect(card('已登记')).toHaveAccessibleName(new RegExp(`^看板上移动，已登记，${id}，保单借款 › 额度试算 · APP，赵虚构，`));

  await cards(page, '已登记').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(cards(page, '已登记').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(cards(page, '已立项').first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(column(page, '已立项').locator('li').last().getByRole('link')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(cards(page, '已登记').first()).toBeFocused();
  // Of a column, Tab reaches one card and its menu.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(cards(page, '已立项').first()).toBeFocused();

  await card('已登记').focus();
  await page.keyboard.press('Shift+ArrowRight');
  const dialog = page.getByRole('dialog', { name: `移动 ${id}` });
  await dialog.getByRole('button', { name: '立项' }).first().click();
  await dialog.locator('form').getByRole('button', { name: '立项' }).click();
  await expect(card('已立项')).toBeVisible();
  await expect(card('已登记')).toHaveCount(0);
  await card('已立项').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await dialog.getByRole('button', { name: '开始整改' }).click();
  await expect(card('整改中')).toBeVisible();
  // What is decided with its evidence in front is not done here.
  await card('整改中').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(dialog.getByRole('button', { name: '提交验证: 到工单里办' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a card that is dropped on another column asks for what the move takes', async ({ page, visit }) => {
  await visit('/ledger?view=board');
  const card = column(page, '已登记').locator('li').first();
  await expect(card.getByRole('link')).toBeVisible(STARTED);
  const id = /ZG-\d+/.exec((await card.textContent()) ?? '')?.[0] ?? '';
  await card.dragTo(column(page, '整改中'));
  const dialog = page.getByRole('dialog', { name: `移动 ${id}` });
  await expect(dialog).toContainText('不能直接移到“整改中”');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('tickets that came or went meanwhile: a bulk change asks again with the new number', { tag: '@once' }, async ({ page, visit, running, allowConsoleErrors }) => {
  allowConsoleErrors(/status of 409/);
  await visit('/ledger');
  await expect(table(page)).toBeVisible(STARTED);
  await chip(page, '无责任人').click();
  await page.getByRole('checkbox', { name: /全部|全选/ }).first().check();
  const before = await rowsOf(page);
  await page.getByRole('button', { name: '批量修改…' }).click();
  const dialog = page.getByRole('dialog', { name: '批量修改' });
  await dialog.getByRole('combobox', { name: '到期' }).selectOption({ label: '定为' });
  await dialog.getByLabel('到期日', { exact: true }).fill('2026-07-31');
  const { id, version } = await firstOf(page, running.url, 'owner=none');
  const given = await askApi(page, running.url, `tickets/${id}`, { method: 'PATCH', headers: { 'if-match': `"${version}"` }, body: { owner: 'zhao' } });
  expect(given.status).toBe(200);
  await dialog.getByRole('button', { name: `改动 ${before} 件` }).click();
  await expect(dialog.getByRole('alert')).toContainText(`刚才是 ${before} 件，现在符合条件的是 ${before - 1} 件。还没有改动`);
  await dialog.getByRole('button', { name: `改动 ${before - 1} 件` }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click();
});

test('a ticket is registered from the ledger', async ({ page, visit, expectAccessible }) => {
  await visit('/ledger');
  await expect(table(page)).toBeVisible(STARTED);
  await page.getByRole('button', { name: '登记工单' }).click();
  const dialog = page.getByRole('dialog', { name: '登记整改工单' });
  await expect(dialog.getByRole('button', { name: '登记', exact: true })).toBeDisabled();
  await dialog.getByLabel('标题').fill('从台账登记');
  await dialog.getByLabel('旅程').selectOption({ label: '续期交费' });
  await dialog.getByLabel('步骤').selectOption({ label: '确认扣款' });
  await dialog.getByLabel('要改善的指标').selectOption({ label: '流失率' });
  await dialog.getByLabel('责任人').selectOption({ label: '赵虚构' });
  await expect(dialog.getByLabel('部门')).toHaveValue('digital');
  await expectAccessible({ within: 'dialog' });
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page).toHaveURL(/\/ledger\/ZG-\d+/);
  await expect(page.getByRole('heading', { name: '从台账登记' })).toBeVisible();
  await expect(page.getByRole('region', { name: '每日流失率' })).toBeVisible();
});

test('the way back from a ticket leads to the list as it was filtered', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/ledger?state=waived&sort=title');
  await expect(table(page).getByRole('rowheader').first()).toBeVisible(STARTED);
  await table(page).getByRole('rowheader').first().click();
  await expect(page).toHaveURL(/\/ledger\/ZG-\d+\?state=waived&sort=title/);
  await page.getByRole('link', { name: '← 台账' }).click();
  await expect(page).toHaveURL(/\/ledger\?state=waived&sort=title$/);
  await expect(chip(page, '人工核销')).toHaveAttribute('aria-pressed', 'true');
});

test('a ledger that is slow to come, cannot be had or cannot be brought up to date says so, and comes after a retry', { tag: '@once' }, async ({ page, visit, running, faults }) => {
  faults.hold(/\/tickets$/);
  await visit('/ledger');
  await expect(page.getByText('台账还在加载，请稍候。')).toBeVisible(STARTED);
  faults.end();
  await expect(table(page)).toBeVisible();

  const { id, version } = await firstOf(page, running.url, 'state=open');
  faults.fail(/\/tickets$/);
  const changed = await askApi(page, running.url, `tickets/${id}`, { method: 'PATCH', headers: { 'if-match': `"${version}"` }, body: { description: '别人刚写的说明' } });
  expect(changed.status).toBe(200);
  await expect(page.getByRole('status').filter({ hasText: '之后的变化没有取到' })).toBeVisible();
  await expect(table(page).getByRole('rowheader').first()).toBeVisible();
  await chip(page, '人工核销').click();
  const failed = page.getByRole('alert').filter({ hasText: '连不上服务' });
  await expect(failed).toBeVisible();
  faults.end();
  await failed.getByRole('button', { name: '重试' }).click();
  await expect(table(page)).toBeVisible();
  await expect(failed).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('tickets are picked and changed together', { tag: '@once' }, async ({ page, visit, expectAccessible }) => {
    await visit('/ledger?q=退保');
    const list = page.getByRole('list', { name: /^工单 \d+ 件$/ });
    await expect(list.getByRole('link').first()).toBeVisible(STARTED);
    await list.getByRole('checkbox').first().tap();
    const bar = page.getByRole('group', { name: '批量操作' });
    await expect(bar).toContainText('已选 1 件');
    await bar.getByRole('button', { name: /^选中筛选出的全部/ }).tap();
    const all = /\d+/.exec((await bar.locator('strong').textContent()) ?? '')?.[0] ?? '';
    await bar.getByRole('button', { name: '批量修改…' }).tap();
    const dialog = page.getByRole('dialog', { name: '批量修改' });
    await dialog.getByLabel('责任人').selectOption({ label: '孙演示' });
    await expectAccessible();
    await dialog.getByRole('button', { name: `改动 ${all} 件` }).tap();
    await expect(dialog).toHaveCount(0);
    await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).tap();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
