import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { counterCodes } from './support/counter-codes';
import { mapIsThere, panelOf } from './support/map';
import { FIXED_NOW } from './support/site';
import { askApi } from './support/work';

test.use({ ownSite: 'ticket' });

const DAY = 86_400_000;
const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const afternoonOf = (day: string): string => `${day}T15:00:00+08:00`;

const movesOf = (page: Page) => page.getByRole('region', { name: '下一步' });
const evidenceOf = (page: Page) => page.getByRole('region', { name: '效果证据' });
const pastTestsOf = (page: Page) => page.getByRole('region', { name: '以前的检验' });
const measuresOf = (page: Page) => page.getByRole('region', { name: /^整改措施/ });
const stateIs = (page: Page, state: string) => expect(page.getByRole('list', { name: '进展' }).locator('[aria-current=step]')).toContainText(state);
const ticketIsThere = (page: Page) => expect(page.getByRole('list', { name: '销号要满足的' })).toBeVisible();

/** Opens the site and waits for its API to answer: the one in the browser makes all of its demo first, which takes a busy machine its time. */
async function begin(page: Page, visit: (path: string) => Promise<void>): Promise<void> {
  await visit('/data');
  await expect(page.getByText('演示数据').first()).toBeVisible({ timeout: 90_000 });
}

/** 以…身份. */
async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /打开设置$/ }).click();
  await page.getByRole('combobox', { name: '以…身份' }).selectOption({ label: name });
  await page.keyboard.press('Escape');
}

/** Sends events as another system does. */
async function post(page: Page, url: string, events: readonly object[]): Promise<void> {
  for (let at = 0; at < events.length; at += 4_000) {
    const { body } = await askApi(page, url, 'events', { method: 'POST', body: events.slice(at, at + 4_000) });
    expect(body).toMatchObject({ rejected: [] });
  }
}

/** A ticket as another program reads it. */
async function read(page: Page, url: string, id: string): Promise<{ version: number; plan?: { testDay: string } }> {
  const { body } = await askApi(page, url, `tickets/${id}`);
  return (body as { ticket: { version: number; plan?: { testDay: string } } }).ticket; // What the contract says it answers.
}

/** Registers a ticket as another program does. */
async function register(page: Page, url: string, title: string, more: object = {}): Promise<string> {
  const { body } = await askApi(page, url, 'tickets', { method: 'POST', body: { title, locus: { journey: 'loan', step: 'quote', touchpoint: 'app' }, ...more } });
  return (body as { ticket: { id: string } }).ticket.id; // What the contract says it answers.
}

/** Changes a ticket as somebody else, as it is now. */
async function changeElsewhere(page: Page, url: string, id: string, change: object): Promise<void> {
  const { version } = await read(page, url, id);
  const { status } = await askApi(page, url, `tickets/${id}`, { method: 'PATCH', headers: { 'if-match': `"${version}"`, 'x-acting-as': 'wang' }, body: change });
  expect(status).toBe(200);
}

test('two browsers edit one ticket: what each changed stays, and where they clash a person chooses', { tag: '@once' }, async ({ page, visit, running, anotherWindow, allowConsoleErrors }) => {
  // Not on the static site: two windows share no server inside a browser.
  allowConsoleErrors(/status of 412/);
  await begin(page, visit);
  const id = await register(page, running.url, '两个人同时改', { owner: 'zhao', measures: [{ id: 'm1', title: '原有的措施', state: 'planned' }] });
  await visit(`/ledger/${id}`);
  await ticketIsThere(page);
  const other = await anotherWindow(new URL(`ledger/${id}`, running.url).href);
  await ticketIsThere(other);

  // One is writing while the other saves: it appears, and what is being written stays.
  await measuresOf(page).getByRole('button', { name: '添加措施' }).click();
  await page.getByLabel('要做什么').fill('我加的措施');
  await measuresOf(other).getByRole('checkbox', { name: '已完成：原有的措施' }).check();
  await measuresOf(other).getByRole('button', { name: '添加措施' }).click();
  await other.getByLabel('要做什么').fill('他加的措施');
  await other.getByRole('button', { name: '保存' }).click();
  await expect(measuresOf(page)).toContainText('他加的措施');
  await expect(page.getByLabel('要做什么')).toHaveValue('我加的措施');
  await page.getByRole('button', { name: '保存' }).click();
  for (const one of [page, other]) {
    await expect(measuresOf(one)).toContainText('我加的措施');
    await expect(measuresOf(one)).toContainText('他加的措施');
    await expect(measuresOf(one).getByRole('checkbox', { name: '已完成：原有的措施' })).toBeChecked();
  }

  // Both write the title.
  await page.getByRole('button', { name: '修改标题' }).click();
  await page.getByRole('textbox', { name: '标题' }).fill('我的标题');
  await other.getByRole('button', { name: '修改标题' }).click();
  await other.getByRole('textbox', { name: '标题' }).fill('他的标题');
  await other.getByRole('button', { name: '保存' }).click();
  await expect(other.getByRole('heading', { name: '他的标题' })).toBeVisible();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '逐项比较…' }).click();
  const conflict = page.getByRole('dialog', { name: '两个版本' });
  await expect(conflict.getByRole('radio', { name: '我的标题' })).toBeChecked();
  await expect(conflict.getByRole('radio', { name: '他的标题' })).not.toBeChecked();
  await conflict.getByRole('button', { name: '按选择保存' }).click();
  for (const one of [page, other]) await expect(one.getByRole('heading', { name: '我的标题' })).toBeVisible();
});

test('edits wait for the network over a reload, and drafts are still there', { tag: '@once' }, async ({ page, visit, running, allowConsoleErrors }) => {
  // Not on the static site: a reload empties the server inside the browser.
  allowConsoleErrors(/ERR_FAILED/);
  await begin(page, visit);
  const id = await register(page, running.url, '断网时修改');
  await visit(`/ledger/${id}`);
  await ticketIsThere(page);
  const edits = /\/api\/v1\/tickets\/ZG-\d+$/;
  await page.route(edits, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
  await page.getByRole('combobox', { name: '责任人', exact: true }).selectOption({ label: '赵虚构' });
  await page.getByRole('checkbox', { name: '重要工单' }).check();
  await page.getByRole('textbox', { name: '写一条评论' }).fill('还没写完的评论');
  await page.getByRole('button', { name: '修改: 说明' }).click();
  await page.getByRole('textbox', { name: '说明' }).fill('还没写完的说明');
  await expect(page.getByRole('alert')).toContainText('2 处修改在等待');
  // Somebody whose network is fine.
  const { version } = await read(page, running.url, id);
  const elsewhere = await page.request.patch(new URL(`api/v1/tickets/${id}`, running.url).href, { headers: { 'if-match': `"${version}"` }, data: { due: '2026-08-01' } });
  expect(elsewhere.status()).toBe(200);

  await page.reload();
  await ticketIsThere(page);
  await expect(page.getByRole('alert')).toContainText('2 处修改在等待');
  await expect(page.getByRole('combobox', { name: '责任人', exact: true })).toHaveValue('zhao');
  await expect(page.getByRole('textbox', { name: '写一条评论' })).toHaveValue('还没写完的评论');
  await expect(page.getByRole('textbox', { name: '说明' })).toHaveValue('还没写完的说明');
  await page.unroute(edits);
  await page.getByRole('button', { name: '现在再试' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  // One after the other, while the bar already says that they are on their way.
  await expect.poll(async () => (await askApi(page, running.url, `tickets/${id}`)).body).toMatchObject({ ticket: { owner: 'zhao', important: true, due: '2026-08-01' } });
});

test('somebody else’s change appears by itself, and a text begun before it is a conflict when saved', { tag: '@once' }, async ({ page, visit, running }) => {
  await begin(page, visit);
  const id = await register(page, running.url, '实时看到别人的修改', { description: '最初的说明' });
  await visit(`/ledger/${id}`);
  await ticketIsThere(page);
  await page.getByRole('button', { name: '修改: 说明' }).click();
  const mine = page.getByRole('textbox', { name: '说明' });
  await mine.fill('我写的说明');
  await mine.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(2, 2));
  const before = await mine.boundingBox();
  await changeElsewhere(page, running.url, id, { description: '别人写的说明', owner: 'sun' });
  await expect(page.getByText(/责任人 孙演示/)).toBeVisible();
  await expect(mine).toHaveValue('我写的说明');
  await expect(mine).toBeFocused();
  expect(await mine.boundingBox()).toEqual(before);
  expect(await mine.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(2);

  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '逐项比较…' }).click();
  const conflict = page.getByRole('dialog', { name: '两个版本' });
  await conflict.getByRole('radio', { name: '别人写的说明' }).check();
  await conflict.getByRole('button', { name: '按选择保存' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('别人写的说明')).toBeVisible();
});

test('what is removed can be brought back, a mention watches, a file is checked', async ({ page, visit, running, allowConsoleErrors }) => {
  allowConsoleErrors(/status of 415|status of 422/);
  await begin(page, visit);
  const id = await register(page, running.url, '撤销与附件', { measures: [{ id: 'm1', title: '会被误删的措施', state: 'planned' }] });
  await visit(`/ledger/${id}`);
  await ticketIsThere(page);
  await measuresOf(page).getByRole('button', { name: '修改：会被误删的措施' }).click();
  await measuresOf(page).getByRole('button', { name: '删除' }).click();
  await expect(measuresOf(page)).toContainText('还没有措施');
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click();
  await expect(measuresOf(page)).toContainText('会被误删的措施');

  await page.getByRole('combobox', { name: '提到同事…' }).selectOption({ label: '韩演示' });
  await page.getByRole('button', { name: '发送' }).click();
  await expect(page.getByRole('region', { name: '讨论' }).getByText('@韩演示')).toBeVisible();
  await expect(page.getByRole('region', { name: '工单信息' })).toContainText('韩演示');

  const files = page.getByRole('region', { name: '附件' });
  await files.locator('input[type=file]').setInputFiles({ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('先看哪一端最多') });
  await expect(files.getByRole('button', { name: '下载 说明.txt' })).toBeVisible();
  await files.locator('input[type=file]').setInputFiles({ name: '假的.png', mimeType: 'image/png', buffer: Buffer.from('没有图') });
  await expect(files.getByRole('alert')).toBeVisible();
  await expect(files.getByRole('listitem')).toHaveCount(1);
});

test('a test that 60 days cannot show says so before it is submitted, and one click sets the least target that can', { tag: '@once' }, async ({ page, visit, running }) => {
  await begin(page, visit);
  const id = await register(page, running.url, '目标太小', { owner: 'zhao', department: 'digital', due: '2026-08-01', target: 0.0001, measures: [{ id: 'm1', title: '措施', state: 'done', doneOn: '2026-06-10' }] });
  const move = async (body: object) => {
    const { version } = await read(page, running.url, id);
    expect((await askApi(page, running.url, `tickets/${id}/moves`, { method: 'POST', headers: { 'if-match': `"${version}"` }, body })).status).toBe(200);
  };
  await move({ move: 'assign' });
  await move({ move: 'start' });
  await visit(`/ledger/${id}`);
  await ticketIsThere(page);
  await movesOf(page).getByRole('button', { name: /^提交验证/ }).click();
  const submit = page.getByRole('dialog', { name: '提交验证' });
  await submit.getByLabel('APP').fill('2026-06-10');
  await expect(submit).toContainText('超过 60 天：扩大位置，或把目标提高');
  await expect(submit.getByRole('button', { name: '提交验证' })).toBeDisabled();
  await submit.getByRole('button', { name: /^把目标提高到 [\d.]+ 点$/ }).click();
  await expect(submit.getByText(/只检验一次/)).toBeVisible();
  await submit.getByRole('button', { name: '提交验证' }).click();
  await stateIs(page, '验证中');
});

test('a ticket is worked by keyboard alone, and fits a phone', { tag: '@once' }, async ({ page, visit, running, expectAccessible }) => {
  await begin(page, visit);
  const id = await register(page, running.url, '只用键盘');
  await visit(`/ledger/${id}`);
  await ticketIsThere(page);
  await movesOf(page).getByRole('button', { name: /^立项/ }).focus();
  await page.keyboard.press('Enter');
  await expectAccessible({ within: 'dialog' });
  await page.keyboard.press('Escape');
  await expect(movesOf(page).getByRole('button', { name: /^立项/ })).toBeFocused();
  await measuresOf(page).getByRole('button', { name: '添加措施' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('键盘写的措施');
  await page.keyboard.press('Enter');
  await expect(measuresOf(page)).toContainText('键盘写的措施');
  const done = measuresOf(page).getByRole('checkbox', { name: '已完成：键盘写的措施' });
  await done.focus();
  await page.keyboard.press('Space');
  await expect(done).toBeChecked();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(movesOf(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible();
});

// The last one, for it leaves the server at another time.
test('from the map to the close-out by a second person, and open again when the break comes back', { tag: '@once' }, async ({ page, visit, running }) => {
  // Not on the static site: the server inside the browser cannot be started again at another time.
  test.setTimeout(240_000);
  const goOn = async (day: string) => {
    // Nobody has the page open meanwhile.
    await page.goto('about:blank');
    await running.restart?.(afternoonOf(day));
    await page.context().clock.setFixedTime(afternoonOf(day));
    await begin(page, visit);
  };
  const today = FIXED_NOW.slice(0, 10);
  await begin(page, visit);
  await post(page, running.url, counterCodes({ from: dayAfter(today, -60), days: 60, share: 0.4 }));

  // A manager registers it at the break and finds somebody who mends it.
  await visit('/panorama/epolicy?node=code~counter');
  await mapIsThere(page);
  await become(page, '陈演示');
  await panelOf(page).getByRole('button', { name: '登记整改工单' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
  await expect(page).toHaveURL(/\/ledger\/ZG-\d+/);
  const id = /ZG-\d+/.exec(page.url())?.[0] ?? '';
  const open = async () => {
    await visit(`/ledger/${id}`);
    await ticketIsThere(page);
  };
  await stateIs(page, '已登记');
  await expect(page.getByText('登记时的基线')).toBeVisible();
  await movesOf(page).getByRole('button', { name: '立项（还差 3 项）' }).click();
  const assign = page.getByRole('dialog', { name: '立项' });
  await expect(assign.getByLabel('目标：下降（点）')).toHaveValue(/^\d/);
  await assign.getByLabel('责任人').selectOption({ label: '褚示例' });
  await expect(assign.getByLabel('责任部门')).toHaveValue('policy');
  await assign.getByLabel('到期').fill(dayAfter(today, 60));
  await assign.getByRole('button', { name: '立项' }).click();
  await stateIs(page, '已立项');

  // The owner is told what is missing, and records it.
  await become(page, '褚示例');
  const start = movesOf(page).getByRole('button', { name: '开始整改（还差 1 项）' });
  await expect(start).toBeDisabled();
  await expect(movesOf(page)).toContainText('至少要有一项整改措施');
  await measuresOf(page).getByRole('button', { name: '添加措施' }).click();
  await page.getByLabel('要做什么').fill('验证码改由柜员屏读取');
  await page.getByRole('textbox', { name: '系统' }).fill('柜面系统');
  await page.getByRole('button', { name: '保存' }).click();
  await movesOf(page).getByRole('button', { name: '开始整改', exact: true }).click();
  await stateIs(page, '整改中');
  await measuresOf(page).getByRole('checkbox', { name: '已完成：验证码改由柜员屏读取' }).check();
  await movesOf(page).getByRole('button', { name: '提交验证（还差 1 项）' }).click();
  const submit = page.getByRole('dialog', { name: '提交验证' });
  await expect(submit).toContainText('缺生效日：柜面');
  await submit.getByLabel('柜面').fill(today);
  await expect(submit.getByRole('status')).toHaveCount(0);
  await expect(submit.getByText(/^2026-\d\d-\d\d，只检验一次$/)).toBeVisible();
  await submit.getByRole('button', { name: '提交验证' }).click();
  await stateIs(page, '验证中');
  await expect(movesOf(page)).toContainText(/还差 \d+ 天到检验日/);
  await expect(evidenceOf(page)).toContainText('还差');
  await expect(evidenceOf(page)).not.toContainText('通过');
  const testDay = (await read(page, running.url, id)).plan?.testDay ?? '';
  expect(testDay > today).toBe(true);

  // The test day: the evidence is there, and the owner alone is not enough.
  await goOn(testDay);
  await post(page, running.url, counterCodes({ from: today, days: daysFrom(today, testDay), share: 0.1 }));
  await open();
  await expect(evidenceOf(page)).toContainText('✓ 通过');
  await expect(evidenceOf(page)).toContainText(`检验日 ${testDay}，只此一次）。按 ${testDay.replaceAll('-', '/')} 15:00 的数据计算`);
  await expect(evidenceOf(page)).toContainText(/中断率由 .* 降到 .*可以销号/);
  await expect(movesOf(page).getByRole('button', { name: '销号（还差 1 项）' })).toBeDisabled();
  await expect(movesOf(page)).toContainText('第二人复核');
  await become(page, '林虚构');
  await movesOf(page).getByRole('button', { name: '销号', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '销号' }).click();
  await stateIs(page, '已销号');
  await expect(evidenceOf(page)).toContainText(`检验日 ${testDay} 的证据，${testDay.replaceAll('-', '/')} 15:00 销号时冻结`);
  await expect(pastTestsOf(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: '时间线' })).toContainText('林虚构 销号');

  // The break comes back. The watch looks at it when a day begins, so the server starts once more.
  const later = dayAfter(testDay, 30);
  await goOn(later);
  await post(page, running.url, counterCodes({ from: testDay, days: 30, share: 0.4 }));
  await goOn(later);
  await open();
  await stateIs(page, '整改中');
  await expect(evidenceOf(page)).toContainText('销号后中断率又升上来了');
  await expect(pastTestsOf(page).getByRole('listitem')).toContainText([`检验日 ${testDay}`]);
  await expect(pastTestsOf(page)).toContainText('✓ 通过，后来复发');
  await expect(page.getByRole('region', { name: '复发监测' }).getByRole('img', { name: /^累积和，/ })).toBeVisible();
  await expect(page.getByRole('region', { name: '时间线' })).toContainText('系统 复发，自动重新打开');
  await expect(movesOf(page)).toContainText('新的生效日');
});

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
