import { expect, test } from './fixtures';
import { mapIsThere } from './support/map';

test('a manager saves the map of a journey as a view, and comes back to it from the overview', async ({ page, visit }) => {
  await visit('/panorama/loan?period=7d&only=abnormal');
  await mapIsThere(page);
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByRole('button', { name: '保存当前视图…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('借款一周异常');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('button', { name: /^视图 借款一周异常/ })).toBeVisible();

  await page.getByRole('link', { name: '全景', exact: true }).first().click();
  await expect(page).toHaveURL(/panorama$|panorama\?/);
  await mapIsThere(page);
  await page.getByRole('button', { name: /^视图/ }).click();
  await page.getByRole('button', { name: /借款一周异常/ }).click();
  await expect(page).toHaveURL(/panorama\/loan\?/);
  await expect(page).toHaveURL(/period=7d/);
  await expect(page).toHaveURL(/only=abnormal/);
});
