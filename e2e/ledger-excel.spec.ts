import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';

test('the ledger goes out to Excel and comes back; a sheet that is none says what to do', async ({ page, visit, expectAccessible, allowConsoleErrors }) => {
  // The browser says of every refused file that it was.
  allowConsoleErrors(/422/);
  await visit('/ledger');
  await page.getByRole('button', { name: 'Excel…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Excel 导入导出' });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出当前筛选的工单' }).click();
  const file = await (await download).path();
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');

  await dialog.getByLabel('选择文件…').setInputFiles({ name: '台账.xlsx', mimeType: 'application/octet-stream', buffer: readFileSync(file) });
  await expect(dialog.getByRole('status')).toContainText('将登记 0 件，修改 0 件');
  await expect(dialog.getByRole('button', { name: '导入 0 行' })).toBeDisabled();
  await expectAccessible({ within: 'dialog' });

  await dialog.getByLabel('选择文件…').setInputFiles({ name: '别的.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('这不是工作簿') });
  await expect(dialog.getByRole('alert')).toBeVisible();
});
