import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** The static site is the same page. */
const headline = (page: Page) => page.getByRole('heading', { level: 2, name: /重要服务 NPS/ });
const contributions = (page: Page) => page.getByRole('region', { name: /变化从哪里来/ });

/** The numbers with a sign in a text, such as +1.2 and −0.5. */
const signed = (text: string): number[] => [...text.matchAll(/[+−] ?\d+\.\d|(?<=\+ )\d+\.\d/g)].map(([one]) => Number(one.replace('−', '-').replaceAll(' ', '')));

test('an executive reads how NPS is and whether the change is real, and finds what moved it', async ({ page, visit, expectAccessible }) => {
  await visit('/nps');
  // Level, comparator, verdict, and what moved it: one sentence.
  await expect(headline(page)).toHaveText(/^重要服务 NPS \d+\.\d（2026-06，截至 2026-06-17），较年初 [+−]\d+\.\d，(显著|无显著差异)；.+[（(][+−]\d+\.\d[）)]。$/, { timeout: 90_000 });
  const arrows = page.getByRole('list', { name: '与其他期间相比' });
  await expect(arrows.getByText(/较年初 (显著|无显著差异)/)).toBeVisible();
  await expect(arrows.getByText(/较去年同期 (显著|无显著差异)/)).toBeVisible();
  await expect(arrows).toContainText(/95% 区间 .+ n = \d/);

  // The parts add up to the change that the headline tells.
  const told = /较年初 ([+−]\d+\.\d)/.exec((await headline(page).textContent()) ?? '')?.[1] ?? '';
  const moved = contributions(page);
  await expect(moved.getByRole('heading')).toContainText(`合计 ${told}`);
  const sum = (await moved.getByText(/= [+−]?\d/).textContent()) ?? '';
  const [parts = '', total = ''] = sum.split('=');
  expect(signed(parts).reduce((all, part) => all + part, 0)).toBeCloseTo(signed(total)[0] ?? 0, 5);
  await expectAccessible();

  // From a part of it to that journey, to the periods behind its line, to one of them.
  await moved.getByRole('button', { name: '续期交费' }).click();
  await expect(page).toHaveURL(/focus=renewal/);
  await expect(page.getByRole('heading', { level: 2, name: /^续期交费 NPS/ })).toBeVisible();
  const trend = page.getByRole('region', { name: '续期交费 · 36 个月' });
  await trend.getByRole('button', { name: /看表格/ }).click();
  await expect(trend.getByRole('row')).toHaveCount(37);
  await trend.getByRole('button', { name: '2026-05' }).click();
  const dialog = page.getByRole('dialog', { name: '续期交费 · 2026-05' });
  await expect(dialog.getByText(/÷ .+ × 100 = /)).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^推荐者/ })).toBeVisible();
  await expect(page).toHaveURL(/point=2026-05/);
});

test('the two programmes are never in one series, and too few ratings give no point', { tag: '@once' }, async ({ page, visit }) => {
  await visit('/nps');
  await expect(headline(page)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('listitem').filter({ hasText: '退保' })).toContainText(/样本不足（n = \d+），少于 30 不给出点/);
  await page.getByRole('button', { name: '关系型' }).click();
  await expect(page).toHaveURL(/programme=relational/);
  await expect(page.getByText(/^关系型 · 全国/).or(page.getByText('所选范围内没有评价'))).toBeVisible();
  await page.getByRole('button', { name: '交易型' }).click();
  await expect(page.getByText(/^交易型 · 全国/)).toBeVisible();
});

test('an executive prints the brief, whose address gives the same brief again', { tag: '@once' }, async ({ page, visit, faults }) => {
  // What fails, fails by itself: the trend stands.
  faults.fail(/\/nps\/drivers$/);
  await visit('/nps');
  await expect(headline(page)).toBeVisible({ timeout: 90_000 });
  const alert = page.getByRole('alert').filter({ hasText: '连不上服务' }).first();
  await expect(alert).toBeVisible();
  faults.end();
  // A live update may ask again before the person does.
  await expect(async () => {
    if (await alert.isVisible()) await alert.getByRole('button', { name: '重试' }).click({ timeout: 2_000 });
    await expect(contributions(page)).toBeVisible({ timeout: 5_000 });
  }).toPass();

  await page.getByRole('link', { name: '打印简报' }).click();
  await expect(page).toHaveURL(/\/nps\/brief\?period=2026-06/);
  const filters = page.getByRole('group', { name: '简报的范围' });
  await filters.getByRole('button', { name: /^期间/ }).click();
  await filters.getByRole('button', { name: '2026-04', exact: true }).click();
  const sheet = page.getByRole('article', { name: '净推荐值简报' });
  await expect(sheet.getByRole('heading', { name: /重要服务 NPS .+（2026-04）/ })).toBeVisible();
  await expect(sheet.getByRole('heading', { name: '最该补上接续的三处中断' })).toBeVisible();
  const before = await sheet.innerText();
  await page.reload();
  await expect(sheet.getByRole('heading', { name: /重要服务 NPS .+（2026-04）/ })).toBeVisible({ timeout: 90_000 });
  await expect.poll(() => sheet.innerText()).toBe(before);

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  // Each of the worst breaks leads to its place on the map.
  const worst = sheet.getByRole('region', { name: '最该补上接续的三处中断' }).getByRole('link');
  await expect(worst).toHaveCount(3);
  const place = ((await worst.first().textContent()) ?? '').replace('// ', '');
  await worst.first().click();
  await expect(page).toHaveURL(/panorama\?from=2026-04-01&to=2026-04-30&node=/);
  await expect(page.getByRole('heading', { name: place })).toBeVisible();
});
