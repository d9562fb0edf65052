import { expect, type Locator, type Page } from '@playwright/test';

/** The number at the end of a button's name: `规则受限 1,234` says 1234. */
export async function numberOf(button: Locator): Promise<number> {
  const name = (await button.getAttribute('aria-label')) ?? (await button.innerText());
  const figure = /([\d,]+)$/.exec(name.trim())?.[1];
  if (figure === undefined) throw new Error(`Failed to read the number of "${name}".`);
  return Number(figure.replaceAll(',', ''));
}

/** The balance on screen: what entered and, in order, the six states. */
export async function readBalance(page: Page): Promise<{ entered: number; states: number[] }> {
  const bar = page.getByLabel('旅程平衡');
  await expect(bar.getByRole('button', { name: /^流失 \d/ })).toBeVisible();
  const figures = (await bar.getByRole('definition').allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
  const [entered = NaN, ...states] = figures;
  return { entered, states };
}

/** Waits until the map shows the numbers that the address asks for. */
export async function mapIsThere(page: Page): Promise<void> {
  await expect(page.getByLabel(/旅程平衡|Balance of journeys/).getByRole('button', { name: /^(流失|Lost) \d/ })).toBeVisible();
  await expect(page.locator('main [aria-busy=true]')).toHaveCount(0);
}

/** A place on the map, by its name before the colon and its number of journeys: `额度试算 · APP`. Its marks tell of other things. */
export const placeOnMap = (page: Page, name: string): Locator => page.getByRole('application').getByRole('button', { name: new RegExp(`^${name}[：:] ?\\d`) });

/** The panel beside the map. */
export const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: /说明与明细|Summary and details/ });

/** Opens the list behind a number and holds its total, and the number of its last row, to that number. Leaves the list open. */
export async function expectListBehind(page: Page, button: Locator): Promise<number> {
  const number = await numberOf(button);
  await button.click();
  const panel = panelOf(page);
  await expect(panel.getByText(`共 ${number.toLocaleString('en')} 条`, { exact: true })).toBeVisible();
  if (number > 0) {
    const rows = panel.getByRole('region', { name: '清单' });
    await expect(rows.getByRole('listitem').first().getByRole('button')).toBeVisible();
    // Each time the end is reached, more rows come, until there are no more.
    await expect(async () => {
      await rows.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await expect(rows.locator(`[aria-posinset="${number}"]`).getByRole('button')).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(rows.locator(`[aria-posinset="${number + 1}"]`)).toHaveCount(0);
  }
  return number;
}
