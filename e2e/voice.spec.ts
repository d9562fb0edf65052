import { expect, test } from './fixtures';
import { mapIsThere, panelOf } from './support/map';

// The static site has a quarter of the ratings: with half an insurer too few comments for a rise to be told from chance.
test.use({ ownSite: 'voice', data: 'whole demo' });

test('an analyst follows a rising theme to the map and registers a ticket', async ({ page, visit, expectAccessible }) => {
  await visit('/voice');
  await expect(page.getByRole('heading', { level: 1, name: '客户之声' })).toBeVisible();
  const rising = page.getByRole('region', { name: '主题', exact: true }).getByRole('button', { name: /人脸与身份核验.*显著上升/ });
  // Comments are read while the page is open already.
  await expect(rising).toBeVisible();
  await rising.click();
  const theme = page.getByRole('region', { name: '人脸与身份核验' });
  await expect(theme.getByText(/条评论里有 [\d,]+ 条提到/)).toBeVisible();
  await expect(theme.getByRole('region', { name: '原话' }).getByRole('blockquote').first()).toBeVisible();
  await expect(theme.getByRole('region', { name: '趋势' }).getByRole('figure')).toBeVisible();

  const comments = page.getByRole('region', { name: '评论', exact: true });
  await comments.getByRole('searchbox', { name: '搜索评论' }).fill('人脸');
  await expect(page).toHaveURL(/q=/);
  await expect(comments.getByRole('listitem').first().locator('mark').first()).toHaveText('人脸');
  await expectAccessible();

  const places = theme.getByRole('region', { name: '旅程断在哪里' });
  const place = places.getByRole('link').first();
  const name = (await place.textContent()) ?? '';
  await place.click();
  await mapIsThere(page);
  await expect(panelOf(page).getByRole('heading', { name: name.split(' · ').slice(1).join(' · ') })).toBeVisible();
  await page.goBack();

  await expect(theme.getByText(/条评论里有 [\d,]+ 条提到/)).toBeVisible();
  await theme.getByRole('button', { name: '登记整改工单' }).click();
  const dialog = page.getByRole('dialog', { name: '登记整改工单' });
  await expect(dialog.getByLabel('标题')).toHaveValue(/减少“人脸与身份核验”的抱怨/);
  const title = await dialog.getByLabel('标题').inputValue();
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page).toHaveURL(/\/ledger\/ZG-/);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('“人脸与身份核验”占比').first()).toBeVisible();
  const locus = page.getByRole('region', { name: '位置' });
  await expect(locus.getByText(/条评论里，[\d.]+% 提到“人脸与身份核验”/)).toBeVisible();
  await locus.getByRole('link', { name: '看这些评论' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '客户之声' })).toBeVisible();
  await expect(theme.getByText(/条评论里有 [\d,]+ 条提到/)).toBeVisible();
});

test('a theme that is put right by hand stays, and the dictionary learns a word of it', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/voice?q=一直闪退');
  const comments = page.getByRole('region', { name: '评论', exact: true });
  const first = comments.getByRole('listitem').first();
  await expect(first).toBeVisible({ timeout: 30_000 });
  await first.getByRole('button', { name: /^更正主题/ }).click();
  const dialog = page.getByRole('dialog', { name: '更正主题' });
  await dialog.getByRole('checkbox', { name: '系统故障' }).uncheck();
  await dialog.getByRole('checkbox', { name: '便捷体验' }).check();
  await dialog.getByRole('group', { name: '把这些词也收进词典' }).getByRole('checkbox').first().check();
  const word = (await dialog.getByRole('group', { name: '把这些词也收进词典' }).locator('label').first().textContent()) ?? '';
  await dialog.getByRole('button', { name: '更正', exact: true }).click();
  await expect(page.getByText('主题已更正')).toBeVisible();
  await expect(first.getByText('人工更正')).toBeVisible();
  await expect(first.getByRole('button', { name: '便捷体验', exact: true })).toBeVisible();

  await page.getByRole('button', { name: '主题词典' }).click();
  await expect(page.getByRole('dialog', { name: '主题词典' }).getByRole('textbox', { name: /^便捷体验/ })).toHaveValue(new RegExp(`、${word}$`));
});
