import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { mapIsThere, panelOf } from './support/map';
import { askApi, brokenLoan } from './support/work';

test.use({ ownSite: 'handoffs' });

const rowsOf = (page: Page): Locator => page.getByRole('region', { name: '任务清单' }).getByRole('listitem').getByRole('button');
const taskOf = (page: Page): Locator => page.getByRole('complementary', { name: '任务详情' });
/** The server in the browser makes all of its demo before it answers, which takes a busy machine its time. */
const STARTED = { timeout: 90_000 };
const listIsThere = (page: Page): Promise<void> => expect(page.getByRole('button', { name: /^待办 [\d,]+$/ })).toBeVisible(STARTED);

/** Posts a break and waits for its task in a list that had none. */
async function newTask(page: Page, visit: (path: string) => Promise<void>, url: string, instance: string): Promise<void> {
  await visit(`/handoffs?q=${instance}`);
  await expect(page.getByText('没有符合条件的任务')).toBeVisible(STARTED);
  expect((await askApi(page, url, 'events', { method: 'POST', body: brokenLoan(instance) })).status).toBe(200);
  await expect(rowsOf(page)).toHaveCount(1);
}

test('a break that is posted is a task without a reload, and an operator claims, reaches and finishes it', async ({ page, visit, running }) => {
  await newTask(page, visit, running.url, 'finished');
  await rowsOf(page).click();
  const task = taskOf(page);
  await expect(task.getByRole('heading', { name: '保单借款 › 额度试算 · APP' })).toBeFocused();
  await expect(task.getByRole('region', { name: '客户已填，勿重复询问' })).toContainText('350,000');
  await expect(task.getByRole('region', { name: '到此为止的旅程' }).getByRole('listitem')).toHaveCount(4);
  await expect(task.getByText('剩 4 分 40 秒')).toBeVisible();
  await expect(task.getByRole('button', { name: '接续成功' })).toHaveAttribute('aria-disabled', 'true');

  await task.getByRole('button', { name: '认领' }).click();
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click();
  await expect(task.getByText(/待接续$/)).toBeVisible();
  await task.getByRole('button', { name: '认领' }).click();
  await task.getByRole('button', { name: '记录联系' }).click();
  await task.getByRole('textbox', { name: '说明（可不填）' }).fill('客户在开会，改为视频补额');
  await task.getByRole('button', { name: '确认记录联系' }).click();
  await expect(task.getByRole('region', { name: '联系记录' })).toContainText('客户在开会');
  await task.getByRole('button', { name: '接续成功' }).click();
  await task.getByRole('button', { name: '确认接续成功' }).click();
  await expect(task.getByText('任务已结束，时钟停了。')).toBeVisible();
  await expect(task.getByText(/^✓?用时/)).toBeVisible();
  await expect(page.getByText('没有符合条件的任务')).toBeVisible();
});

test('by keyboard alone an operator walks the list, claims a task and reports what came of it', { tag: '@once' }, async ({ page, visit, running }) => {
  await newTask(page, visit, running.url, 'typed');
  await visit('/handoffs');
  await listIsThere(page);
  const press = async (key: string, times = 1) => {
    for (let n = 0; n < times; n++) await page.keyboard.press(key);
  };
  await rowsOf(page).first().focus();
  await press('ArrowDown');
  await expect(rowsOf(page).nth(1)).toBeFocused();
  await press('ArrowUp');
  await expect(rowsOf(page).first()).toBeFocused();
  await press('Enter');
  const heading = taskOf(page).getByRole('heading', { level: 2 });
  await expect(heading).toBeFocused();
  await press('Escape');
  await expect(rowsOf(page).first()).toBeFocused();

  await visit('/handoffs?q=typed');
  await rowsOf(page).focus();
  await press('Enter');
  await expect(heading).toBeFocused();
  // Past the two links of the head.
  await press('Tab', 3);
  await expect(taskOf(page).getByRole('button', { name: '认领' })).toBeFocused();
  await press('Enter');
  await expect(taskOf(page).getByText(/已认领$/)).toBeVisible();
  const record = taskOf(page).getByRole('button', { name: '记录联系' });
  // It answers once the claim is stored.
  await expect(record).toHaveAttribute('aria-disabled', 'false');
  await record.focus();
  await press('Enter');
  await expect(taskOf(page).getByRole('radio', { name: '联系上了' })).toBeFocused();
  await press('ArrowDown');
  await press('Escape');
  await expect(taskOf(page).getByRole('form', { name: '记录联系' })).toHaveCount(0);
});

test('who is late by a moment sees what the other did, and keeps what was typed', { tag: '@once' }, async ({ page, visit, running, faults, allowConsoleErrors }) => {
  allowConsoleErrors(/status of 412/);
  await newTask(page, visit, running.url, 'raced');
  await rowsOf(page).click();
  const task = taskOf(page);
  await task.getByRole('button', { name: '认领' }).click();
  await task.getByRole('button', { name: '记录联系' }).click();
  await task.getByRole('textbox', { name: '说明（可不填）' }).fill('约好三点再打');
  const found = (await askApi(page, running.url, 'tasks?q=raced')).body as { items: { id: string; version: number }[] }; // What the contract says it answers.
  const [{ id, version } = { id: '', version: 0 }] = found.items;
  faults.hold(/\/moves$/);
  await task.getByRole('button', { name: '确认记录联系' }).click();
  // Somebody else's request does not wait: it goes around the page's own `fetch`.
  const released = await page.evaluate(
    async ({ address, expected }) => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.setRequestHeader('content-type', 'application/json');
      request.setRequestHeader('if-match', `"${expected}"`);
      request.send(JSON.stringify({ move: 'release' }));
      await new Promise((resolve) => (request.onloadend = resolve));
      return request.status;
    },
    { address: new URL(`api/v1/tasks/${id}/moves`, running.url).href, expected: version },
  );
  expect(released).toBe(200);
  faults.end();
  await expect(task.getByRole('alert')).toContainText('状态: 已认领 → 待接续');
  await expect(task.getByRole('textbox', { name: '说明（可不填）' })).toHaveValue('约好三点再打');
});

test('marks on the map lead to the tasks and the tickets of their place, and a ticket is registered from there', async ({ page, visit, running }) => {
  await newTask(page, visit, running.url, 'marked');
  await visit('/panorama?node=loan~app');
  await mapIsThere(page);
  const map = page.getByRole('application');
  await panelOf(page).getByRole('button', { name: '登记整改工单' }).click();
  const dialog = page.getByRole('dialog', { name: '登记整改工单' });
  await expect(dialog.getByLabel('触点')).toHaveValue('app');
  await dialog.getByLabel('步骤').selectOption({ label: '额度试算' });
  await dialog.getByLabel('中断类型').selectOption('limit');
  await expect(dialog.getByLabel('标题')).toHaveValue('保单借款 › 额度试算 · APP · 规则受限：降低中断');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page).toHaveURL(/\/ledger\/ZG-\d+/);
  const number = /ZG-\d+/.exec(page.url())?.[0] ?? '';

  await visit('/panorama');
  await mapIsThere(page);
  await map.getByRole('button', { name: /^保单借款 · APP: 未销号工单 [\d,]+/ }).click();
  await expect(page).toHaveURL(/\/ledger\?level=overview&node=loan~app/);
  await expect(page.getByText(number).first()).toBeVisible();

  await visit('/panorama');
  await mapIsThere(page);
  const mark = map.getByRole('button', { name: /^保单借款 · APP: 待办接续任务 [\d,]+/ });
  const count = /待办接续任务 ([\d,]+)/.exec((await mark.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await mark.click();
  await expect(page.getByRole('button', { name: '不再按“断点：保单借款 · APP”筛选' })).toBeVisible();
  await expect(page.getByText(`${count} 件`, { exact: true })).toBeVisible();
});

test('the worst place without a ticket gets one from the summary of the map, for any measure', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const worst = panelOf(page).getByText(/^没有工单的地方里最多：/);
  const place = /最多：(.+)，未接续/.exec((await worst.textContent()) ?? '')?.[1] ?? 'no place';
  await panelOf(page).getByRole('button', { name: '登记整改工单' }).click();
  const dialog = page.getByRole('dialog', { name: '登记整改工单' });
  await expect(dialog.getByLabel('标题')).toHaveValue(`${place}：降低中断`);
  await expect(dialog.getByLabel('要改善的指标').getByRole('option')).toHaveText(['中断率', '流失率', '净推荐值']);
  await dialog.getByLabel('要改善的指标').selectOption({ label: '净推荐值' });
  await expect(dialog).toContainText('只能人工核销');
  await dialog.getByLabel('要改善的指标').selectOption({ label: '流失率' });
  await expect(dialog.getByLabel('标题')).toHaveValue(`${place}：减少流失`);
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page).toHaveURL(/\/ledger\/ZG-\d+/);
  await visit('/panorama');
  await mapIsThere(page);
  await expect(worst).toBeVisible();
  await expect(worst).not.toContainText(`${place}，`);
});

test('layers of the map are switched in the address, and the table counts what the map marks', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const marks = page.getByRole('application').getByRole('button', { name: /待办接续任务|未销号工单/ });
  const layers = page.getByRole('group', { name: '图层' });
  await layers.getByRole('button', { name: '接续任务' }).click();
  await layers.getByRole('button', { name: '整改工单' }).click();
  await expect(page).toHaveURL(/layer=breaks&layer=handoffs/);
  await expect(marks).toHaveCount(0);
  await page.keyboard.press('t');
  await expect(page.getByRole('columnheader', { name: '待办任务' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '无人认领' })).toBeVisible();
});

test('a manager changes a rule while another has just saved one: both changes stay', { tag: '@once' }, async ({ page, visit, running, allowConsoleErrors }) => {
  allowConsoleErrors(/status of 412/);
  await visit('/handoffs?sheet=rules');
  const dialog = page.getByRole('dialog', { name: /^九应接/ });
  const minutes = dialog.getByRole('spinbutton', { name: '时限（分钟）' });
  await expect(minutes).toHaveCount(9, STARTED);
  await minutes.first().fill('7');
  const { body } = await askApi(page, running.url, 'handoff-rules');
  const { version, rules } = body as { version: number; rules: { slaMinutes: number }[] }; // What the contract says it answers.
  const theirs = rules.map((rule, index) => (index === 1 ? { ...rule, slaMinutes: 12 } : rule));
  expect((await askApi(page, running.url, 'handoff-rules', { method: 'PUT', headers: { 'if-match': `"${version}"` }, body: { rules: theirs } })).status).toBe(200);
  await expect(minutes.nth(1)).toHaveValue('12');
  await expect(minutes.first()).toHaveValue('7');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('region', { name: '提示' })).toContainText('已保存');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '九应接规则' }).click();
  await expect(minutes.first()).toHaveValue('7');
  await expect(minutes.nth(1)).toHaveValue('12');
});

test('a manager changes the calendar while another has just saved another: both changes stay, and clashing hours are told', { tag: '@once' }, async ({ page, visit, running }) => {
  await visit('/handoffs?sheet=calendar');
  const dialog = page.getByRole('dialog', { name: /^九应接/ });
  const from = dialog.getByRole('region', { name: '工作时间' }).getByLabel('从');
  await expect(from.first()).toHaveValue(/^\d\d:\d\d$/, STARTED);
  const holidays = dialog.getByRole('region', { name: '节假日（不上班）' });
  await from.first().fill('08:00');
  await holidays.getByLabel('从').fill('2026-12-30');
  await holidays.getByRole('button', { name: '添加' }).click();
  await expect(holidays).toContainText('2026-12-30');

  interface Calendar { hours: { from: string; to: string }[]; holidays: string[] }
  const read = async () => (await askApi(page, running.url, 'calendar')).body as { version: number; calendar: Calendar }; // What the contract says it answers.
  const { version, calendar } = await read();
  const theirs = { ...calendar, holidays: [...calendar.holidays, '2026-12-28'], hours: calendar.hours.map((span, index) => (index === 0 ? { ...span, from: '10:00' } : span)) };
  expect((await askApi(page, running.url, 'calendar', { method: 'PUT', headers: { 'if-match': `"${version}"` }, body: { calendar: theirs } })).status).toBe(200);
  await expect(holidays).toContainText('2026-12-28');
  await expect(holidays).toContainText('2026-12-30');
  await expect(dialog.getByRole('alert')).toContainText('别人刚把工作时间改成 10:00');
  await expect(from.first()).toHaveValue('08:00');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('region', { name: '提示' })).toContainText('已保存');
  const after = (await read()).calendar;
  expect(after.holidays).toEqual(expect.arrayContaining([...calendar.holidays, '2026-12-28', '2026-12-30']));
  expect(after.hours[0]?.from).toBe('08:00');
  await askApi(page, running.url, 'calendar', { method: 'PUT', body: { calendar } });
});

test('a view of the tasks is saved, left and opened again', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/handoffs');
  await listIsThere(page);
  await page.getByRole('button', { name: /^超时/ }).click();
  const views = page.getByRole('button', { name: /^视图/ });
  await views.click();
  await page.getByText('保存当前视图…').click();
  const dialog = page.getByRole('dialog', { name: '保存视图' });
  await dialog.getByLabel('名称').fill('早会看超时');
  await dialog.getByLabel('共享给所有人').check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(views).toContainText('早会看超时');
  await page.getByRole('button', { name: /^待办 [\d,]+$/ }).click();
  await expect(views).not.toContainText('早会看超时');
  await views.click();
  await page.getByRole('button', { name: '早会看超时 共享' }).click();
  await expect(page).toHaveURL(/overdue=true/);
  // Views of one page are not offered on another.
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '台账' }).click();
  await expect(page).toHaveURL(/\/ledger/);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await views.click();
  await expect(page.getByText('还没有保存过视图。')).toBeVisible();
});

test('tasks that are slow to come, cannot be had or cannot be brought up to date say so, and come after a retry', async ({ page, visit, running, faults }) => {
  faults.hold(/\/tasks$/);
  await visit('/handoffs');
  await expect(page.getByText('任务还在加载，请稍候。')).toBeVisible(STARTED);
  faults.end();
  await listIsThere(page);

  faults.fail(/\/tasks$/);
  await askApi(page, running.url, 'events', { method: 'POST', body: brokenLoan('stale') });
  const stale = page.getByRole('status').filter({ hasText: '更新失败' });
  await expect(stale).toBeVisible();
  await expect(page.getByRole('button', { name: /^待办 [\d,]+$/ })).toBeVisible();
  await visit('/handoffs?q=stale');
  const failed = page.getByRole('alert').filter({ hasText: '连不上服务' });
  await expect(failed).toBeVisible();
  faults.end();
  await failed.getByRole('button', { name: '重试' }).click();
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(failed).toHaveCount(0);
});

test('axe finds nothing in a task whose contact is being noted', { tag: '@once' }, async ({ page, visit, running, expectAccessible }) => {
  await newTask(page, visit, running.url, 'seen');
  await rowsOf(page).click();
  await taskOf(page).getByRole('button', { name: '认领' }).click();
  await taskOf(page).getByRole('button', { name: '记录联系' }).click();
  await expect(taskOf(page).getByRole('form')).toBeVisible();
  await expectAccessible({ dark: true });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a task is a sheet over the list, and nothing is wider than the screen', { tag: '@once' }, async ({ page, visit, running }) => {
    await newTask(page, visit, running.url, 'carried');
    await rowsOf(page).tap();
    await expect(taskOf(page).getByRole('button', { name: '认领' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await taskOf(page).getByRole('button', { name: '返回清单' }).tap();
    await expect(taskOf(page)).toHaveCount(0);
  });
});
