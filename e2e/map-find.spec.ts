import { expect, test } from './fixtures';
import { mapIsThere, panelOf, placeOnMap } from './support/map';

test('a list is narrowed within, says so, and its total follows', async ({ page, visit }) => {
  await visit('/panorama?list=interruptions&node=loan~app');
  await mapIsThere(page);
  const panel = panelOf(page);
  const total = panel.getByText(/^共 [\d,]+ 条$/);
  const before = Number(/\d+/.exec(await total.innerText())?.[0]);
  await panel.getByRole('button', { name: '清单内筛选' }).click();
  await panel.getByRole('combobox', { name: '中断类型' }).selectOption({ label: '规则受限' });
  await expect(page).toHaveURL(/kind=limit/);
  await expect(panel.getByText('保单借款 · APP · 规则受限')).toBeVisible();
  await expect.poll(async () => Number(/\d+/.exec(await total.innerText())?.[0])).toBeLessThan(before);
  await panel.getByRole('combobox', { name: '中断类型' }).selectOption({ label: '全部' });
  await expect(total).toHaveText(`共 ${before} 条`);
});

test('F is the whole screen and back; ⌘K finds a step and a reason', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  const rail = page.getByRole('navigation', { name: '页面' });
  await page.keyboard.press('f');
  await expect(rail).toBeHidden();
  await page.keyboard.press('f');
  await expect(rail).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找' }).fill('额度试算');
  await page.getByRole('option', { name: /额度试算 · 保单借款/ }).click();
  await expect(panelOf(page).getByRole('heading', { name: '额度试算 · APP' })).toBeVisible();
  await expect(page).toHaveURL(/\/panorama\/loan\?node=quote~app$/);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找' }).fill('人脸核验限流');
  await page.getByRole('option', { name: /人脸核验限流.*中断原因/ }).click();
  await expect(panelOf(page).getByRole('heading', { name: '中断清单' })).toBeVisible();
  await expect(panelOf(page).getByText('人脸核验限流').first()).toBeVisible();
});

test('from overview to journey to step by keyboard: coming close shows what caused most breaks, and the way back is told', async ({ page, visit }) => {
  await visit('/panorama/loan');
  await mapIsThere(page);
  const cause = page.getByRole('application').getByText(/^[\d.]+% 超出自助借款限额/);
  await expect(cause).toHaveCount(0);
  await placeOnMap(page, '额度试算 · APP').focus();
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading', { name: '额度试算 · APP' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cause.first()).toBeInViewport();
  const crumb = page.getByRole('navigation', { name: '当前步骤' });
  await expect(crumb).toHaveText('保单借款›额度试算 · APP');
  await crumb.getByRole('button', { name: '保单借款' }).click();
  await expect(crumb).toHaveCount(0);
  await expect(page).not.toHaveURL(/node=/);
});
