import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { axeFindsNothingOn, type Look } from './support/look-at-pages';

/** Opens the first ticket of a list, with all that its page asks for. */
async function ticketOpens(page: Page): Promise<void> {
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(page.getByRole('list', { name: '销号要满足的' })).toBeVisible();
  await expect(page.getByRole('region', { name: '时间线' }).getByRole('listitem').first()).toBeVisible();
}

const looks: readonly Look[] = [
  ['the tasks', '/handoffs', (page) => expect(page.getByRole('button', { name: /^待办 [\d,]+$/ })).toBeVisible()],
  ['ended tasks, one of them open', '/handoffs?state=done&state=withdrawn&state=expired', async (page) => {
    await page.getByRole('region', { name: '任务清单' }).getByRole('listitem').first().getByRole('button').click();
    await expect(page.getByRole('complementary', { name: '任务详情' }).getByRole('heading', { level: 2 })).toBeFocused();
  }],
  ['the rules', '/handoffs?sheet=rules', (page) => expect(page.getByRole('spinbutton')).toHaveCount(9)],
  ['the calendar', '/handoffs?sheet=calendar', (page) => expect(page.getByRole('heading', { name: '工作时间' })).toBeVisible()],
  ['no task', '/handoffs?q=nothing-like-it', (page) => expect(page.getByText('没有符合条件的任务')).toBeVisible()],
  ['the ledger', '/ledger?state=any', (page) => expect(page.getByRole('rowheader').first()).toBeVisible()],
  ['the ledger in groups', '/ledger?group=owner', (page) => expect(page.getByRole('rowheader').first()).toBeVisible()],
  ['the board', '/ledger?view=board', (page) => expect(page.getByRole('link', { name: /ZG-/ }).first()).toBeVisible()],
  ['no ticket', '/ledger?q=nothing-like-it', (page) => expect(page.getByText('没有符合条件的工单')).toBeVisible()],
  ...['registered', 'assigned', 'remediating'].map((state): Look => [`a ticket that is ${state}`, `/ledger?state=${state}`, ticketOpens]),
  ['a waived ticket', '/ledger?state=waived', async (page) => {
    await page.getByRole('rowheader').first().getByRole('link').click();
    await expect(page.getByRole('region', { name: '时间线' }).getByRole('listitem').first()).toBeVisible();
  }],
  ['a ticket in verification', '/ledger?state=verifying', ticketOpens],
  ['a ticket that was tested before', '/ledger?q=理赔影像模糊自动提示重拍', ticketOpens],
  ['a closed ticket', '/ledger?state=closed', ticketOpens],
  ['a ticket that is none', '/ledger/ZG-9999', (page) => expect(page.getByText('没有工单 ZG-9999')).toBeVisible()],
];

test('axe finds nothing on the tasks, the ledger and a ticket', async ({ page, visit, expectAccessible, allowConsoleErrors }) => {
  test.setTimeout(420_000);
  allowConsoleErrors(/status of 40[04]/);
  await axeFindsNothingOn({ page, visit, expectAccessible }, looks);
});

test('axe finds nothing in what opens over the tasks, the ledger and a ticket', async ({ page, visit, expectAccessible }) => {
  test.setTimeout(240_000);
  const dialogIs = async (name: string | RegExp) => {
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await expectAccessible({ dark: true, within: 'dialog' });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await visit('/ledger');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  for (const name of [/^视图/, /^列/, /^状态/, /^更多/, /^分组/]) {
    await page.getByRole('button', { name }).first().click();
    await expectAccessible({ dark: true, within: ':has(> [aria-expanded="true"])' });
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByText('保存当前视图…').click();
  await dialogIs('保存视图');
  await page.getByRole('button', { name: '登记工单' }).click();
  await dialogIs('登记整改工单');
  await page.getByRole('checkbox', { name: /全部|全选/ }).first().check();
  await page.getByRole('button', { name: '批量修改…' }).click();
  await dialogIs('批量修改');

  await visit('/ledger?view=board');
  await page.getByRole('button', { name: /^移动 ZG-/ }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '立项' }).first().click();
  await dialogIs(/^移动 ZG-/);

  await visit('/ledger?state=remediating');
  await page.getByRole('rowheader').first().getByRole('link').click();
  for (const [button, name] of [['退回', '退回'], ['人工核销', '人工核销'], ['督办', /督办/]] as const) {
    await page.getByRole('region', { name: '下一步' }).getByRole('button', { name: button }).click();
    await dialogIs(name);
  }
  await visit('/panorama');
  await page.getByRole('button', { name: '登记整改工单' }).click();
  await dialogIs('登记整改工单');
});

test('axe finds nothing in the tasks and the ledger while loading and after failing', async ({ page, visit, faults, expectAccessible }) => {
  for (const [path, asked] of [['/handoffs', /\/tasks$/], ['/ledger', /\/tickets$/]] as const) {
    faults.hold(asked);
    await visit(path);
    await expect(page.getByText(/还在加载，请稍候。$/)).toBeVisible();
    await expectAccessible({ dark: true });
    faults.end();
    faults.fail(asked);
    await page.reload();
    await expect(page.getByRole('alert').filter({ hasText: '连不上服务' })).toBeVisible();
    await expectAccessible({ dark: true, within: 'main' });
    faults.end();
  }
});
