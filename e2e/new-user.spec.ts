import { expect, test } from './fixtures';
import { expectListBehind, mapIsThere, panelOf, placeOnMap, readBalance } from './support/map';

test('a new user reads a balance that adds up', async ({ page, visit }) => {
  await visit('/');
  await expect(page.getByRole('heading', { name: '服务中断接续全景图', level: 1 })).toBeVisible();
  const { entered, states } = await readBalance(page);
  expect(states).toHaveLength(6);
  expect(entered).toBeGreaterThan(1000);
  expect(states.reduce((sum, state) => sum + state)).toBe(entered);
  await expect(page.getByText('演示数据')).toBeVisible();
});

test('a new user finds the broken quote step and the customer who got 350,000, and a colleague sees the same', async ({ page, visit, anotherWindow }) => {
  await visit('/panorama');
  await page.getByRole('link', { name: /^保单借款/ }).click();
  await expect(page.getByRole('heading', { name: '保单借款', level: 1 })).toBeVisible();
  await mapIsThere(page);

  await placeOnMap(page, '额度试算 · APP').click();
  const panel = panelOf(page);
  await expect(panel.getByRole('heading', { name: '额度试算 · APP' })).toBeVisible();
  await expect(panel.getByRole('figure')).toBeVisible();

  await panel.getByRole('button', { name: /^超出自助借款限额 30 万 \d/ }).click();
  await expect(panel.getByRole('heading', { name: '中断清单' })).toBeVisible();
  await panel.getByRole('button', { name: /额度试算.*2026\/06\/11 10:03.*接续后继续/ }).click();
  await expectTheStory(panel);

  const colleague = await anotherWindow(page.url());
  await mapIsThere(colleague);
  await expectTheStory(panelOf(colleague));
  expect(await readBalance(colleague)).toEqual(await readBalance(page));
  await expect(placeOnMap(colleague, '额度试算 · APP')).toHaveAttribute('aria-pressed', 'true');
});

test('a manager goes from the worst place nobody is mending to its journeys', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const panel = panelOf(page);
  const worst = panel.getByRole('region', { name: '哪里在流失、又没人管？' }).getByRole('listitem').first().getByRole('button');
  const name = /^1\s+(.+)/.exec(await worst.innerText())?.[1] ?? '';
  await worst.click();
  await expect(panel.getByRole('heading', { name })).toBeVisible();
  await expect(placeOnMap(page, name)).toHaveAttribute('aria-pressed', 'true');
  await expectListBehind(page, panel.getByRole('button', { name: /^未接续 \d/ }));
});

async function expectTheStory(panel: ReturnType<typeof panelOf>): Promise<void> {
  await expect(panel.getByRole('heading', { name: '客户故事 · 保单借款' })).toBeVisible();
  await expect(panel.getByText(/申请 350,000 · 上限 300,000/)).toBeVisible();
  await expect(panel.getByRole('listitem').filter({ hasText: '接续 → 空中客服' })).toContainText('等待 12 秒');
  await expect(panel.getByRole('listitem').filter({ hasText: '旅程完成' })).toContainText('借款到账');
}
