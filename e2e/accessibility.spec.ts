import { expect, test } from './fixtures';
import { axeFindsNothingOn, type Look } from './support/look-at-pages';
import { mapIsThere, panelOf } from './support/map';

const looks: readonly Look[] = [
  ['the overview', '/panorama', mapIsThere],
  ['a place', '/panorama?node=identity~app', (page) => expect(panelOf(page).getByRole('figure')).toBeVisible()],
  ['a list', '/panorama?list=instances&state=lost', (page) => expect(panelOf(page).getByText(/^共 [\d,]+ 条$/)).toBeVisible()],
  ['the table', '/panorama?view=table', (page) => expect(page.getByRole('grid')).toBeVisible()],
  ['a journey', '/panorama/loan', mapIsThere],
  ['a handoff', '/panorama/loan?edge=handoff:quote~app:top-up~video', (page) => expect(panelOf(page).getByRole('button', { name: /^次数/ })).toBeVisible()],
  ['a story', '/panorama/loan?story=260611-loan', (page) => expect(panelOf(page).getByText(/申请 350,000/)).toBeVisible()],
  ['a range without journeys', '/panorama?from=2020-01-01&to=2020-01-31', (page) => expect(page.getByText('这个范围内没有旅程')).toBeVisible()],
  ['a journey that is none', '/panorama/nowhere', (page) => expect(page.getByText('没有这条旅程')).toBeVisible()],
  ['a theme of the comments', '/voice?theme=face-check', (page) => expect(page.getByRole('region', { name: '趋势' }).getByRole('figure')).toBeVisible()],
  ['the theme dictionary', '/voice?sheet=dictionary', (page) => expect(page.getByRole('dialog', { name: '主题词典' }).getByRole('textbox', { name: /人脸与身份核验/ })).toBeVisible()],
  ['no comment', '/voice?q=nothing-like-it', (page) => expect(page.getByText('没有符合条件的评论')).toBeVisible()],
  ['the data page', '/data', (page) => expect(page.getByRole('rowheader', { name: '保单借款' })).toBeVisible()],
  ['NPS', '/nps', (page) => expect(page.getByRole('heading', { level: 2, name: /重要服务 NPS/ })).toBeVisible({ timeout: 60_000 })],
  ['the brief', '/nps/brief?period=2026-05', (page) => expect(page.getByRole('heading', { name: '见效的三件工单' })).toBeVisible({ timeout: 60_000 })],
];

test('axe finds nothing on the panorama, NPS and the data page', async ({ page, visit, expectAccessible, allowConsoleErrors }) => {
  test.setTimeout(420_000);
  allowConsoleErrors(/status of 40[04]/);
  await axeFindsNothingOn({ page, visit, expectAccessible }, looks);
});

test('axe finds nothing in what opens over a page', async ({ page, visit, expectAccessible }) => {
  test.setTimeout(120_000);
  await visit('/panorama');
  await mapIsThere(page);
  const filters = page.getByRole('group', { name: '筛选' });
  for (const filter of [/^旅程/, /近 30 天/, /^对比/, /^机构/, /^客群/]) {
    await filters.getByRole('button', { name: filter }).first().click();
    await expectAccessible({ dark: true, within: 'header' });
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible({ dark: true, within: 'dialog' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible({ dark: true, within: 'dialog' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /打开设置$/ }).click();
  await expect(page.getByRole('radio', { name: 'English' })).toBeVisible();
  await expectAccessible({ dark: true, within: 'nav' });
});

test('axe finds nothing while loading and after failing', async ({ page, visit, faults, expectAccessible }) => {
  faults.hold(/\/panorama$/);
  await visit('/panorama');
  await expect(page.getByRole('link', { name: /^保单借款/ })).toBeVisible();
  await expectAccessible({ dark: true });
  faults.end();
  faults.fail(/\/panorama$/);
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: '连不上服务' })).toBeVisible();
  await expectAccessible({ dark: true, within: 'main' });
});
