import { expect, test } from './fixtures';
import { mapIsThere, panelOf, placeOnMap, readBalance } from './support/map';

test('a filter is in the address, and the way back undoes it', async ({ page, visit }) => {
  await visit('/panorama');
  const before = await readBalance(page);
  await page.getByRole('button', { name: /近 30 天/ }).click();
  await page.getByRole('button', { name: '近 7 天' }).click();
  await expect(page).toHaveURL(/period=7d/);
  await expect.poll(() => readBalance(page)).not.toEqual(before);
  await page.goBack();
  await expect(page).not.toHaveURL(/period=/);
  await expect.poll(() => readBalance(page)).toEqual(before);
});

test('a segment and an office narrow every number, and a colleague sees the same', async ({ page, visit, anotherWindow }) => {
  await visit('/panorama');
  const all = await readBalance(page);
  await page.getByRole('button', { name: /^客群/ }).click();
  await page.getByRole('group', { name: '客群' }).getByRole('button', { name: /60/ }).click();
  await expect(page).toHaveURL(/segment=/);
  await mapIsThere(page);
  const older = await readBalance(page);
  expect(older.entered).toBeLessThan(all.entered);
  expect(older.states.reduce((sum, state) => sum + state)).toBe(older.entered);
  const colleague = await anotherWindow(page.url());
  await mapIsThere(colleague);
  expect(await readBalance(colleague)).toEqual(older);
});

test('a comparison says with what, and can be left out', async ({ page, visit }) => {
  await visit('/panorama?node=identity~app&period=7d');
  await mapIsThere(page);
  const line = page.getByText(/^对比 .+ → .+ · 变化两期均不计中途放弃/);
  await expect(line).toBeVisible();
  await expect(panelOf(page).getByText(/对比期 .*本期/)).toBeVisible();
  await page.getByRole('group', { name: '筛选' }).getByRole('button', { name: /^对比/ }).click();
  await page.getByRole('group', { name: '对比' }).getByRole('button', { name: '无', exact: true }).click();
  await expect(page).toHaveURL(/compare=none/);
  await expect(line).toHaveCount(0);
  await expect(panelOf(page).getByText(/对比期/)).toHaveCount(0);
});

test('what is selected is in the address, and each step back is one step', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await placeOnMap(page, '续期交费 · APP').click();
  await expect(page).toHaveURL(/node=renewal~app/);
  await panelOf(page).getByRole('button', { name: /^未接续 \d/ }).click();
  await expect(page).toHaveURL(/list=interruptions/);
  await page.goBack();
  await expect(panelOf(page).getByRole('heading', { name: '续期交费 · APP' })).toBeVisible();
  await page.goBack();
  await expect(panelOf(page).getByRole('heading', { name: '哪里在流失、又没人管？' })).toBeVisible();
});

test('a range without journeys says where there are some, and leads there', async ({ page, visit }) => {
  await visit('/panorama?from=2020-01-01&to=2020-01-31');
  await expect(page.getByText('这个范围内没有旅程')).toBeVisible();
  await expect(page.getByText(/有数据的日子：.* 至 2026-06-17。/)).toBeVisible();
  await page.getByRole('button', { name: '看最近 30 天' }).click();
  // The last picture stays until the new one is there.
  await expect.poll(async () => (await readBalance(page)).entered).toBeGreaterThan(0);
});

test('a link with something mistyped still opens', async ({ page, visit, allowConsoleErrors }) => {
  allowConsoleErrors(/status of 40[04]/);
  await visit('/panorama?period=eternity&view=3d&node=nowhere~app');
  await mapIsThere(page);
  await expect(panelOf(page).getByText('这段时间里没有人到过这里。')).toBeVisible();
  await visit('/panorama/no-such-journey');
  await expect(page.getByText('没有这条旅程')).toBeVisible();
  await visit('/no-such-page');
  await expect(page.getByRole('link', { name: /全景/ }).first()).toBeVisible();
});
