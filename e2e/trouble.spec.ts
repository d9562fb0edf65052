import { expect, test } from './fixtures';
import { mapIsThere, panelOf, placeOnMap } from './support/map';

test('the structure stands before the numbers have come, and nothing moves when they do', async ({ page, visit, faults }) => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  faults.hold(/\/panorama$/);
  await visit('/panorama');
  await expect(page.getByRole('link', { name: /^保单借款/ })).toBeVisible();
  await expect(page.getByText('95519', { exact: true })).toBeVisible();
  const heading = page.getByRole('link', { name: /^退保/ });
  const before = await heading.boundingBox();
  await expect(page.getByRole('button', { name: /^流失 \d/ })).toHaveCount(0);
  faults.end();
  await mapIsThere(page);
  expect(await heading.boundingBox()).toEqual(before);
});

test('a map that cannot be had says so, and works after a retry', async ({ page, visit, faults }) => {
  faults.fail(/\/panorama$/);
  await visit('/panorama');
  const alert = page.getByRole('alert').filter({ hasText: '连不上服务' });
  await expect(alert).toBeVisible();
  faults.end();
  await alert.getByRole('button', { name: '重试' }).click();
  await mapIsThere(page);
  await expect(alert).toHaveCount(0);
});

test('numbers that cannot be brought up to date stay, and say since when', { tag: '@once' }, async ({ page, visit, faults }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await placeOnMap(page, '续期交费 · APP').click();
  await expect(panelOf(page).getByRole('figure')).toBeVisible();
  faults.fail(/\/nodes\//);
  await placeOnMap(page, '保单借款 · APP').click();
  const alert = panelOf(page).getByRole('alert');
  await expect(alert).toBeVisible();
  await expect(placeOnMap(page, '保单借款 · APP')).toBeVisible();
  faults.end();
  await alert.getByRole('button', { name: '重试' }).click();
  await expect(panelOf(page).getByRole('heading', { name: '中断类型' })).toBeVisible();
});
