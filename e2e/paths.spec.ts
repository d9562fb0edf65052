import { expect, test } from './fixtures';
import { expectListBehind, mapIsThere, panelOf, placeOnMap } from './support/map';

test('a manager lights the broken path that loses most, reads what halving it would bring, and opens who walked it', async ({ page, visit }) => {
  await visit('/panorama/loan?from=2026-03-20&to=2026-06-17');
  await mapIsThere(page);
  const panel = panelOf(page);
  const paths = panel.getByRole('region', { name: '流失最多的中断路径' });
  await paths.getByRole('listitem').first().getByRole('button').click();
  await expect(page).toHaveURL(/path=/);
  const places = panel.getByRole('region', { name: '走过的地方' }).getByRole('listitem');
  const broken = (await places.last().innerText()).split('\n')[0] ?? '';
  await expect(page.locator('[data-veil]')).toHaveAttribute('data-shown');
  await expect(placeOnMap(page, broken)).toHaveAttribute('data-lit');
  await expect(placeOnMap(page, '借款到账 · 柜面')).not.toHaveAttribute('data-lit');
  const whatIf = panel.getByRole('region', { name: '若这里的流失减半' });
  await expect(whatIf).toContainText(/预计多完成 [\d.]+ 个旅程/);
  await expect(whatIf).toContainText('吸收马尔可夫链');

  // The link shows the same, and each number opens as many rows.
  await page.reload();
  await mapIsThere(page);
  await expect(placeOnMap(page, broken)).toHaveAttribute('data-lit');
  await expect(placeOnMap(page, '借款到账 · 柜面')).not.toHaveAttribute('data-lit');
  await expectListBehind(page, panel.getByRole('button', { name: /^中断次数 \d/ }));
  await page.keyboard.press('Escape');
  await expectListBehind(page, panel.getByRole('button', { name: /^流失 \d/ }));
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('region', { name: '走过的地方' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/path=/);
});
