import { expect, test } from './fixtures';
import { mapIsThere, placeOnMap } from './support/map';

test('the map narrows to places that are missed and have no ticket; nothing moves, the rest is counted, the table says the same', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const place = placeOnMap(page, '保单借款 · APP');
  const before = await place.boundingBox();
  const status = page.getByRole('status').filter({ hasText: '处在前' });
  await page.getByRole('button', { name: '只看未接续' }).click();
  const unhanded = await status.innerText();
  await page.getByRole('button', { name: '只看无工单' }).click();
  await expect(page).toHaveURL(/only=unhanded&only=unticketed/);
  // The address is ahead of what is drawn.
  await expect(status).not.toHaveText(unhanded);
  const told = await status.innerText();
  const [shown, hidden] = [...told.matchAll(/\d+/g)].map(Number);
  expect(await place.boundingBox()).toEqual(before);

  await page.keyboard.press('t');
  await expect(page.getByText(`只看的 ${shown} 处；其余 ${hidden} 处不在表里`).first()).toBeVisible();
  await page.keyboard.press('t');
  await page.getByRole('status').getByRole('button', { name: '全部显示' }).click();
  await expect(page).not.toHaveURL(/only=/);
});

test('a slider thins the flows by keyboard, says how many it hides, and stays in the address', async ({ page, visit }) => {
  await visit('/panorama/loan');
  await mapIsThere(page);
  const slider = page.getByRole('slider', { name: '画出多少流转' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/flows=50/);
  await expect(slider).toHaveAttribute('aria-valuetext', /画出 50% 的流转次数, 隐藏 \d+ 条，共 [\d,]+ 次/);
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/flows=100/);
  await expect(slider).toHaveAttribute('aria-valuetext', /没有隐藏/);
  await page.reload();
  await mapIsThere(page);
  await expect(slider).toHaveValue('12');
});

test('walking to a place lights its ways in and out, and what it has nothing to do with steps back', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const veil = page.locator('[data-veil]');
  await expect(veil).not.toHaveAttribute('data-shown');
  await placeOnMap(page, '保单借款 · 微信').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(placeOnMap(page, '保单借款 · APP')).toBeFocused();
  await expect(veil).toHaveAttribute('data-shown');
  await expect(placeOnMap(page, '保单借款 · APP')).toHaveAttribute('data-lit');
  await expect(placeOnMap(page, '保单借款 · 空中客服')).toHaveAttribute('data-lit');
  await expect(placeOnMap(page, '身份核验 · APP')).not.toHaveAttribute('data-lit');
  // The ring of the focus is seen above the veil, on the card and then on its mark.
  const ring = page.locator('[data-over] [data-focused]');
  await expect(ring).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Tab');
  await expect(ring).toHaveAttribute('data-mark', 'tickets');
});
