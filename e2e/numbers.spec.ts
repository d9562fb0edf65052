import { expect, test } from './fixtures';
import { expectListBehind, mapIsThere, numberOf, panelOf, placeOnMap, readBalance } from './support/map';

test('each number of the balance opens a list of exactly that many journeys', async ({ page, visit }) => {
  await visit('/panorama');
  const { entered, states } = await readBalance(page);
  const buttons = page.getByLabel('旅程平衡').getByRole('button');
  // The greatest would be scrolled through for long; the list of a place below has as many pages.
  for (const [index, state] of [entered, ...states].entries()) if (state < 200) expect(await expectListBehind(page, buttons.nth(index))).toBe(state);
});

test('each number of a place opens a list of exactly that many', async ({ page, visit }) => {
  await visit('/panorama/loan?node=quote~app');
  await mapIsThere(page);
  const panel = panelOf(page);
  for (const name of ['旅程', '到访', '中断', '未接续', '规则受限', '超出自助借款限额 30 万', '接续后继续', '自行恢复']) {
    await expectListBehind(page, panel.getByRole('button', { name: new RegExp(`^${name} [\\d,]+$`) }));
    await panel.getByRole('button', { name: '返回' }).click();
  }
});

test('kinds, and what became of them, each add up to the interruptions of a place', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/panorama?node=renewal~app&period=90d');
  await mapIsThere(page);
  const panel = panelOf(page);
  const interruptions = await numberOf(panel.getByRole('button', { name: /^中断 [\d,]+$/ }));
  for (const region of ['中断类型', '后来怎样']) {
    const buttons = await panel.getByRole('region', { name: region }).getByRole('button').all();
    const numbers = await Promise.all(buttons.map(numberOf));
    expect(numbers.reduce((sum, number) => sum + number)).toBe(interruptions);
  }
});

test('breaks without a recorded reason open their list like any other', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/panorama/loan?node=quote~app&period=90d');
  await mapIsThere(page);
  await expectListBehind(page, panelOf(page).getByRole('button', { name: /^没有记录原因 [\d,]+/ }));
  await expect(panelOf(page).getByText(/额度试算 · APP · 没有记录原因/)).toBeVisible();
});

test('a handoff and a loss open lists of exactly as many', async ({ page, visit }) => {
  await visit('/panorama/loan?node=quote~app&period=90d');
  await mapIsThere(page);
  const panel = panelOf(page);
  await panel.getByRole('button', { name: /^人工补额 · 空中客服 · 接续/ }).click();
  await expect(panel.getByRole('heading', { name: '额度试算 · APP → 人工补额 · 空中客服' })).toBeVisible();
  await expectListBehind(page, panel.getByRole('button', { name: /^次数 [\d,]+$/ }));

  await visit('/panorama/loan?edge=loss:face~app&period=90d');
  await mapIsThere(page);
  await expectListBehind(page, panel.getByRole('button', { name: /^次数 [\d,]+$/ }));
});

test('the lost of a journey at the end of its lane are the rows of their list', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const result = page.getByRole('application').getByRole('button', { name: /^身份核验 结果：/ });
  const lost = /流失 ([\d,]+)$/.exec((await result.getAttribute('aria-label')) ?? '')?.[1];
  await result.click();
  await expect(panelOf(page).getByText(`共 ${lost} 条`, { exact: true })).toBeVisible();
});

test('the table says the same as the map', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const label = await placeOnMap(page, '续期交费 · APP').getAttribute('aria-label');
  const journeys = /：([\d,]+) 次旅程/.exec(label ?? '')?.[1] ?? '';
  await page.getByRole('button', { name: '表格视图' }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '续期交费' }) }).filter({ has: page.getByRole('rowheader', { name: 'APP' }) });
  await expect(row.getByRole('gridcell', { name: journeys, exact: true }).first()).toBeVisible();
});
