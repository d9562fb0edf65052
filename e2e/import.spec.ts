import { existsSync, readFileSync } from 'node:fs';
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

/** Takes the mapping as it is proposed, once the preview of the file stands. */
async function importAsProposed(page: Page, file: string): Promise<void> {
  await chooseFile(page, file);
  await expect(page.getByRole('heading', { name: `${path.basename(file)}：哪一列是什么` })).toBeVisible();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText(`${path.basename(file)} 已导入`)).toBeVisible({ timeout: 40_000 });
}

test('an engineer imports a log and sees its map, imports it twice and it counts once, and takes it out again', async ({ page, visit }) => {
  await visit('/data');
  await importAsProposed(page, ours('repairs.csv'));
  expect(await countsOf(page)).toEqual(['303', '303', '0', '0']);
  await page.getByRole('link', { name: '看它的全景图' }).click();
  // The log ends weeks before today; the map ends with the log.
  const { entered, states } = await readBalance(page);
  expect(entered).toBe(60);
  expect(states.reduce((sum, state) => sum + state)).toBe(60);
  await mapIsThere(page);
  await expect(page.getByRole('application').getByRole('button', { name: /^Repair.*：60 次旅程/ })).toBeVisible();

  await page.goBack();
  await expect(page.getByText('repairs.csv 已导入')).toBeVisible();
  await page.getByRole('button', { name: '收起' }).click();
  await importAsProposed(page, ours('repairs.csv'));
  expect(await countsOf(page)).toEqual(['303', '0', '303', '0']);

  await page.getByRole('region', { name: '导入记录' }).getByRole('row', { name: /repairs\.csv.*303 0 0/ }).getByRole('link').click();
  await expect(page.getByRole('button', { name: '撤销这次导入' })).toBeVisible();
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('button', { name: '全部撤销' }).click();
  await expect(page.getByText('repairs.csv 没有留下任何数据')).toBeVisible();
  await expect(page.getByRole('region', { name: '现有数据' }).getByRole('link', { name: 'repairs.csv' })).toHaveCount(0);
});

test('an export that nobody prepared becomes a map: mapped by hand, with rules, kept as a mapping', async ({ page, visit, expectAccessible }) => {
  await visit('/data');
  const dropped = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'incidents.csv'));
    return files;
  }, readFileSync(ours('incidents.csv'), 'utf8'));
  await page.getByText('把文件拖到这里').dispatchEvent('drop', { dataTransfer: dropped });

  // What no name says outright is guessed from what the columns hold, for a person to look at.
  await expect(page.getByLabel('旅程实例 取自')).toHaveValue('number');
  await expect(page.getByLabel('步骤 取自')).toHaveValue('state');
  await expect(page.getByLabel('时间 取自')).toHaveValue('updated');
  await expect(page.getByLabel(/^日期写法/)).toHaveValue('dmy');
  const events = page.getByRole('region', { name: '前几行读成的事件' }).getByRole('table');
  await page.getByLabel('触点 取自').selectOption('group');
  await expect(events.getByRole('row').nth(1)).toContainText('Desk');
  await page.getByLabel('视为空的值').fill('?');
  await page.getByLabel('视为空的值').press('Tab');
  // A missed SLA is proposed as a failure; a reason is said in other words by hand.
  const rule = page.getByRole('group', { name: '规则 1' });
  await expect(rule.getByLabel('取自')).toHaveValue('made_sla');
  await expect(rule.getByLabel('值')).toHaveValue('false');
  await rule.getByLabel('原因').fill('sla-missed-by-desk');
  await rule.getByLabel('原因').press('Tab');
  const counts = page.getByRole('region', { name: '各有多少事件' });
  await expect(counts).toContainText('sla-missed-by-desk');
  await expect(rule.getByLabel('原因')).toHaveValue('sla-missed-by-desk');
  await expect(page.getByRole('application', { name: '预览的全景图' }).getByRole('button', { name: /^Closed ✓，Desk/ })).toBeVisible();

  await expectAccessible();

  await page.getByLabel('映射名称').fill('desk');
  await page.getByRole('button', { name: '保存映射' }).click();
  await expect(page.getByText('映射“desk”已保存')).toBeVisible();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText('incidents.csv 已导入')).toBeVisible();
  expect(await countsOf(page)).toEqual(['156', '156', '0', '0']);
  await page.getByRole('link', { name: '看它的全景图' }).click();
  const { entered, states } = await readBalance(page);
  expect(entered).toBe(40);
  expect(states.reduce((sum, state) => sum + state)).toBe(40);
  await mapIsThere(page);
});

test('two names of one thing are merged on the map of a discovered journey, with what changes before it is saved', async ({ page, visit, expectAccessible }) => {
  await visit('/data');
  const rows = Array.from({ length: 12 }, (_, n) => [`c${n},Apply,2026-05-0${(n % 8) + 1} 09:00,${n % 2 ? 'Front Desk' : 'front desk'},failed`, `c${n},Approve,2026-05-0${(n % 8) + 1} 09:20,Back Office,completed`]).flat();
  await page.getByLabel('选择文件').setInputFiles({ name: 'counter.csv', mimeType: 'text/csv', buffer: Buffer.from(['case,activity,time,touchpoint,outcome', ...rows].join('\n')) });
  await expect(page.getByRole('heading', { name: 'counter.csv：哪一列是什么' })).toBeVisible();
  await expect(page.getByRole('group', { name: '规则 1' })).toBeVisible();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('button', { name: '核对旅程' }).click();
  const review = page.getByRole('dialog', { name: '核对旅程：counter.csv' });
  const map = review.getByRole('application', { name: '旅程全景图' });
  await expect(map.getByRole('button', { name: /^Apply，front desk：6 个事件$/i })).toHaveCount(2);
  await review.getByRole('button', { name: /^把 front desk 并入 front desk$/i }).click();
  await expect(map.getByRole('button', { name: /^Apply，front desk：12 个事件$/i })).toBeVisible();
  // Put right where it stands: whoever the back office is, it takes over by itself.
  await map.getByRole('button', { name: /^Approve.*Back Office/ }).click();
  const place = review.getByRole('region', { name: '触点 Back Office' });
  await place.getByLabel('类型').selectOption('assisted online');
  await place.getByLabel('通常由谁发起').selectOption('company');
  const changes = review.getByRole('region', { name: '数字怎么变' });
  await expect(changes.getByRole('row', { name: /^保存后 0 0 12/ })).toBeVisible();
  await expect(changes.getByRole('row', { name: /^现在 0 12 0/ })).toBeVisible();
  await expectAccessible();
  await review.getByRole('button', { name: '保存并重新识别' }).click();
  await expect(page.getByText('旅程“counter.csv”已保存')).toBeVisible();
  await page.getByRole('link', { name: '看它的全景图' }).click();
  await mapIsThere(page);
  await expect(page.getByRole('application').getByRole('button', { name: /front desk.*12 次旅程/i })).toBeVisible();
});

test('a wrong file says what is wrong and where, before anything is imported', { tag: '@once' }, async ({ page, visit, allowConsoleErrors }) => {
  allowConsoleErrors(/status of 422/);
  await visit('/data');
  await chooseFile(page, ours('unclosed-quote.csv'));
  const alert = page.getByRole('alert').filter({ hasText: '还不能导入' });
  await expect(alert).toContainText(/第 3 行/);
  await expect(alert).toContainText(/引号/);
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: '换一个文件' }).click();

  await page.getByLabel('选择文件').setInputFiles({ name: 'photo.csv', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') });
  await expect(page.getByRole('alert').filter({ hasText: 'photo.csv 读不了' })).toContainText(/不是文本/);
  await page.getByRole('button', { name: '换一个文件' }).click();

  await chooseFile(page, ours('one-bad-row.csv'));
  await expect(page.getByRole('cell', { name: /被拒.*yesterday/ })).toBeVisible();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText('one-bad-row.csv 已导入')).toBeVisible();
  expect(await countsOf(page)).toEqual(['4', '3', '0', '1']);
  const row = page.getByRole('table', { name: '被拒的行' }).getByRole('row').nth(1);
  await expect(row).toContainText('3');
  await expect(row).toContainText('yesterday');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '全部下载（CSV）' }).click();
  expect((await download).suggestedFilename()).toBe('one-bad-row.csv.rejected.csv');
});

const real = existsSync(receipt) ? test : test.skip;
real(`a municipality's receipt log becomes its map${existsSync(receipt) ? '' : ' (skipped: no THROUGHLINE_LOGS)'}`, { tag: '@once' }, async ({ page, visit }) => {
  await visit('/data');
  await importAsProposed(page, receipt);
  expect(await countsOf(page)).toEqual(['8,577', '8,577', '0', '0']);
  await page.getByRole('link', { name: '看它的全景图' }).click();
  const { entered, states } = await readBalance(page);
  expect(entered).toBeGreaterThan(0);
  expect(states.reduce((sum, state) => sum + state)).toBe(entered);
  await mapIsThere(page);
  await expect(page.getByRole('application').getByRole('button', { name: /^Confirmation of receipt/ })).toBeVisible();
});

const incidents = path.join(logs, 'uci498_incident_event_log.csv.gz');
const asked = existsSync(incidents) ? test : test.skip;
asked(`the incident log of a service desk, with its kept mapping, from the drop to its map${existsSync(incidents) ? '' : ' (skipped: no THROUGHLINE_LOGS)'}`, { tag: '@once' }, async ({ page, visit }) => {
  // 141,712 rows.
  test.setTimeout(240_000);
  const file = path.basename(incidents);
  await visit('/data');
  await chooseFile(page, incidents);
  await expect(page.getByRole('heading', { name: `${file}：哪一列是什么` })).toBeVisible();
  await page.getByLabel('打开 JSON').setInputFiles('examples/profiles/uci-incidents.json');
  await expect(page.getByLabel('触点 取自')).toHaveValue('assignment_group');
  await expect(page.getByRole('group', { name: '规则 2' }).getByLabel('原因')).toHaveValue('sla-missed');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText(`${file} 已导入`)).toBeVisible({ timeout: 150_000 });
  expect(await countsOf(page)).toEqual(['141,712', '141,712', '0', '0']);
  await page.getByRole('link', { name: '看它的全景图' }).click();
  const { entered, states } = await readBalance(page);
  expect(entered).toBeGreaterThan(0);
  expect(states.reduce((sum, state) => sum + state)).toBe(entered);
  await mapIsThere(page);
  await expect(page.getByRole('application').getByRole('button', { name: /^Active · Group 2：/ })).toBeVisible();
});
