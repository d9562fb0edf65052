import { expect, test } from './fixtures';
import { mapIsThere, panelOf, placeOnMap, readBalance } from './support/map';

test('a manager replays the day of the incident, hour by hour, and a colleague sees the same', async ({ page, visit, anotherWindow }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const whole = await readBalance(page);
  const place = placeOnMap(page, '身份核验 · APP');
  const stands = await place.boundingBox();
  const slider = page.getByRole('slider', { name: '回放位置' });
  await expect(slider).toHaveAttribute('aria-valuetext', '整段时间');
  await slider.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/at=\d{4}-\d{2}-\d{2}$/);
  await mapIsThere(page);
  const day = await readBalance(page);
  expect(day.entered).toBeLessThan(whole.entered);
  expect(day.states.reduce((sum, count) => sum + count)).toBe(day.entered);
  // Nothing moves from frame to frame.
  expect(await place.boundingBox()).toEqual(stands);

  await page.getByRole('button', { name: '按小时' }).click();
  await expect(page).toHaveURL(/at=\d{4}-\d{2}-\d{2}T00/);
  await slider.focus();
  for (let hour = 0; hour < 10; hour++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/T10/);
  await expect(slider).toHaveAttribute('aria-valuetext', /10:00 · 中断 \d+/);
  await mapIsThere(page);
  const hour = await readBalance(page);
  expect(hour.entered).toBeLessThan(day.entered);
  // The number of the hour opens its rows, not those of the day.
  await page.getByLabel('旅程平衡').getByRole('button', { name: /^进入 \d/ }).click();
  await expect(panelOf(page).getByText(`共 ${hour.entered} 条`, { exact: true })).toBeVisible();

  const other = await anotherWindow(page.url());
  await mapIsThere(other);
  await expect.poll(async () => (await readBalance(other)).entered).toBe(hour.entered);
  await other.close();

  await page.keyboard.press('Escape');
  await slider.focus();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/at=/);
  await expect.poll(async () => (await readBalance(page)).entered).toBe(whole.entered);
});

test('playing goes on by itself from day to day, can be paused, and ends at the last', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/panorama?period=7d');
  await mapIsThere(page);
  await page.getByRole('button', { name: '回放', exact: false }).first().click();
  const slider = page.getByRole('slider', { name: '回放位置' });
  await expect(slider).toHaveAttribute('aria-valuenow', '2');
  await page.getByRole('button', { name: '暂停' }).click();
  await slider.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(slider).toHaveAttribute('aria-valuenow', '6');
  await expect(page.getByRole('button', { name: '▶ 回放' })).toBeVisible();
});

test('somebody notes a release on a day, changes the note, deletes it and takes that back', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await page.getByRole('button', { name: '＋ 标注' }).click();
  const dialog = page.getByRole('dialog', { name: /发生了什么/ });
  const add = dialog.getByRole('button', { name: '＋ 添加标注' });
  if (await add.isVisible()) await add.click();
  await dialog.getByRole('textbox', { name: '发生了什么' }).fill('APP 9.9 上线');
  await dialog.getByRole('combobox', { name: '触点' }).selectOption({ label: 'APP' });
  await dialog.getByRole('button', { name: '添加标注', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: '发生了什么' })).toHaveCount(0);
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  const mark = page.getByRole('button', { name: /发布: APP 9\.9 上线/ });
  await mark.click();
  await dialog.getByRole('button', { name: '修改: APP 9.9 上线' }).click();
  await dialog.getByRole('textbox', { name: '发生了什么' }).fill('APP 9.9 全量上线');
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await dialog.getByRole('button', { name: '删除: APP 9.9 全量上线' }).click();
  await expect(dialog.getByText('APP 9.9 全量上线')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: '提示' }).getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('button', { name: /发布: APP 9\.9 全量上线/ })).toBeVisible();
});
