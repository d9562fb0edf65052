import { expect, test } from './fixtures';
import { counterCodes } from './support/counter-codes';
import { mapIsThere, panelOf, placeOnMap } from './support/map';
import { askApi } from './support/work';

test.use({ ownSite: 'compare' });

test('a manager compares two periods and names what got worse', async ({ page, visit, running }) => {
  await visit('/data');
  await expect(page.getByText('演示数据').first()).toBeVisible({ timeout: 90_000 });
  for (const week of [{ from: '2026-05-04', days: 7, share: 0.1 }, { from: '2026-05-18', days: 7, share: 0.5 }]) {
    const { body } = await askApi(page, running.url, 'events', { method: 'POST', body: counterCodes(week) });
    expect(body).toMatchObject({ rejected: [] });
  }
  await page.getByRole('link', { name: '全景', exact: true }).first().click();
  await mapIsThere(page);
  const filters = page.getByRole('group', { name: '筛选' });
  const choose = async (filter: RegExp, inside: string, from: string, to: string) => {
    await filters.getByRole('button', { name: filter }).click();
    const choices = filters.getByRole('group').filter({ has: page.getByText(inside, { exact: true }) });
    const custom = choices.locator('summary', { hasText: '自定义' });
    if (await custom.isVisible()) await custom.click();
    await choices.getByLabel('从').fill(from);
    await choices.getByLabel('到', { exact: true }).fill(to);
    await choices.getByRole('button', { name: '应用' }).click();
  };
  await choose(/近 30 天/, '近 7 天', '2026-05-18', '2026-05-24');
  await choose(/^对比/, '自定义', '2026-05-04', '2026-05-10');
  await expect(page).toHaveURL(/compare=custom/);
  await mapIsThere(page);

  const changes = panelOf(page).getByRole('region', { name: '较对比期显著变化' });
  const worse = changes.getByRole('button', { name: /电子保单 · 柜面 中断率/ });
  await expect(worse).toContainText('▲');
  await expect(worse).toContainText(/→ \d+(\.\d)?% · 多中断 \d+ 个旅程/);
  await expect(placeOnMap(page, '电子保单 · 柜面')).toHaveAttribute('aria-label', /较对比期显著变差/);
  await worse.click();
  await expect(page).toHaveURL(/node=epolicy~counter/);
  await expect(panelOf(page).getByRole('heading', { name: '电子保单 · 柜面' })).toBeVisible();
});
