import { expect, test } from './fixtures';
import { mapIsThere } from './support/map';

test('somebody reads it in English, and finds it in English again', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await page.getByRole('button', { name: /打开设置$/ }).click();
  await page.getByRole('radio', { name: 'English' }).check({ force: true });
  await expect(page.getByRole('heading', { name: 'Break and handoff map', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await mapIsThere(page);
  await expect(page.getByRole('application').getByRole('button', { name: /^Policy loan · App: \d+ journeys/ })).toBeVisible();
  // Nothing on screen is left in Chinese but the name of the product, the language and what the data say.
  const main = await page.getByRole('main').innerText();
  expect(main.match(/[一-鿿]+/g) ?? []).toEqual([]);
});

test('somebody works in the dark, and finds it dark again', async ({ page, visit }) => {
  await visit('/panorama');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: /打开设置$/ }).click();
  await page.getByRole('radio', { name: '深色' }).check({ force: true });
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await background()).toBe(dark);
});

test('in the demo somebody acts as another person', async ({ page, visit }) => {
  await visit('/panorama');
  await mapIsThere(page);
  await page.getByRole('button', { name: /打开设置$/ }).click();
  const people = page.getByRole('combobox', { name: /身份/ });
  await expect(people.getByRole('option').nth(1)).toBeAttached();
  const other = (await people.getByRole('option').allTextContents())[1] ?? '';
  await people.selectOption({ index: 1 });
  await expect(page.getByRole('button', { name: `以 ${other} 的身份，打开设置` })).toBeVisible();
  await mapIsThere(page);
});
