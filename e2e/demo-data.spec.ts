import { expect, test } from './fixtures';
import { mapIsThere } from './support/map';

test.use({ ownSite: 'demo-data' });

test('an engineer clears the demo insurer, after being told what goes, and is led to the import', async ({ page, visit }) => {
  await visit('/data');
  await page.getByRole('button', { name: '清除演示数据…' }).click();
  const dialog = page.getByRole('dialog', { name: '清除演示数据？' });
  await expect(dialog).toContainText('您导入的数据会保留');
  await dialog.getByRole('button', { name: '保留' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: '保单借款' })).toBeVisible();

  await page.getByRole('button', { name: '清除演示数据…' }).click();
  await dialog.getByRole('button', { name: '清除' }).click();
  await expect(page.getByText('还没有数据')).toBeVisible();
  await expect(page.getByRole('button', { name: '清除演示数据…' })).toHaveCount(0);
  await expect(page.getByText('◇ 演示数据')).toHaveCount(0);

  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '全景', exact: true }).click();
  await expect(page.getByText('地图会自己长出来')).toBeVisible();
  await page.getByRole('link', { name: '去数据接入' }).click();

  await page.getByLabel('选择文件').setInputFiles('e2e/files/repairs.csv');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByRole('link', { name: '看它的全景图' }).click();
  await mapIsThere(page);
});
