import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { mapIsThere, panelOf } from './support/map';

/** Opens the first ticket of a list, with all that its page asks for. */
async function ticketOpens(page: Page): Promise<void> {
  await page.getByRole('rowheader').first().click();
  await expect(page.getByRole('list', { name: '销号要满足的' })).toBeVisible();
  await expect(page.getByRole('region', { name: '时间线' }).getByRole('listitem').first()).toBeVisible();
}

/** Pages and states by address, and what shows that each is there. */
const states: readonly [name: string, path: string, there: (page: Page) => Promise<void>][] = [
  ['the overview', '/panorama', mapIsThere],
  ['a place', '/panorama?node=identity~app', (page) => expect(panelOf(page).getByRole('figure')).toBeVisible()],
  ['a list', '/panorama?list=instances&state=lost', (page) => expect(panelOf(page).getByText(/^共 [\d,]+ 条$/)).toBeVisible()],
  ['the table', '/panorama?view=table', (page) => expect(page.getByRole('grid')).toBeVisible()],
  ['a journey', '/panorama/loan', mapIsThere],
  ['a handoff', '/panorama/loan?edge=handoff:quote~app:top-up~video', (page) => expect(panelOf(page).getByRole('button', { name: /^次数/ })).toBeVisible()],
  ['a story', '/panorama/loan?story=260611-loan', (page) => expect(panelOf(page).getByText(/申请 350,000/)).toBeVisible()],
  ['a range without journeys', '/panorama?from=2020-01-01&to=2020-01-31', (page) => expect(page.getByText('这个范围内没有旅程')).toBeVisible()],
  ['a journey that is none', '/panorama/nowhere', (page) => expect(page.getByText('没有这条旅程')).toBeVisible()],
  ['the tasks', '/handoffs', (page) => expect(page.getByRole('button', { name: /^待办 [\d,]+$/ })).toBeVisible()],
  ['ended tasks, one of them open', '/handoffs?state=done&state=withdrawn&state=expired', async (page) => {
    await page.getByRole('region', { name: '任务清单' }).getByRole('listitem').first().getByRole('button').click();
    await expect(page.getByRole('complementary', { name: '任务详情' }).getByRole('heading', { level: 2 })).toBeFocused();
  }],
  ['the rules', '/handoffs?sheet=rules', (page) => expect(page.getByRole('spinbutton')).toHaveCount(9)],
  ['the calendar', '/handoffs?sheet=calendar', (page) => expect(page.getByRole('heading', { name: '工作时间' })).toBeVisible()],
  ['no task', '/handoffs?q=nothing-like-it', (page) => expect(page.getByText('没有符合条件的任务')).toBeVisible()],
  ['the ledger', '/ledger?state=any', (page) => expect(page.getByRole('rowheader').first()).toBeVisible()],
  ['the ledger in groups', '/ledger?group=owner', (page) => expect(page.getByRole('rowheader').first()).toBeVisible()],
  ['the board', '/ledger?view=board', (page) => expect(page.getByRole('link', { name: /ZG-/ }).first()).toBeVisible()],
  ['no ticket', '/ledger?q=nothing-like-it', (page) => expect(page.getByText('没有符合条件的工单')).toBeVisible()],
  ['a ticket in verification', '/ledger?state=verifying', ticketOpens],
  ['a ticket that was tested before', '/ledger?q=理赔影像模糊自动提示重拍', ticketOpens],
  ['a closed ticket', '/ledger?state=closed', ticketOpens],
  ['a ticket that is none', '/ledger/ZG-9999', (page) => expect(page.getByText('没有工单 ZG-9999')).toBeVisible()],
  ['the data page', '/data', (page) => expect(page.getByRole('rowheader', { name: '保单借款' })).toBeVisible()],
];

// Structure is the same in both themes, so the dark one is asked for its contrast alone.
for (const [colorScheme, rules] of [['light', undefined], ['dark', ['color-contrast']]] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test.skip(({ site }) => site === 'mock', 'the static site is the same page, asked once is enough');
    const options = { rules: rules && [...rules] };

    test('axe finds nothing on any page', async ({ page, visit, expectAccessible, allowConsoleErrors }) => {
      test.setTimeout(420_000);
      allowConsoleErrors(/status of 40[04]/);
      for (const [name, path, there] of states) {
        await test.step(name, async () => {
          await visit(path);
          await there(page);
          await expectAccessible(options);
        });
      }
    });

    test('axe finds nothing in what opens over a page', async ({ page, visit, expectAccessible }) => {
      test.setTimeout(120_000);
      await visit('/panorama');
      await mapIsThere(page);
      const filters = page.getByRole('group', { name: '筛选' });
      for (const filter of [/^旅程/, /近 30 天/, /^对比/, /^机构/, /^客群/]) {
        await filters.getByRole('button', { name: filter }).first().click();
        await expectAccessible({ ...options, within: 'header' });
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible({ ...options, within: 'dialog' });
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('option').first()).toBeVisible();
      await expectAccessible({ ...options, within: 'dialog' });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /打开设置$/ }).click();
      await expect(page.getByRole('radio', { name: 'English' })).toBeVisible();
      await expectAccessible({ ...options, within: 'nav' });
    });

    test('axe finds nothing in what opens over the tasks, the ledger and a ticket', async ({ page, visit, expectAccessible }) => {
      test.setTimeout(240_000);
      const dialogIs = async (name: string | RegExp) => {
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        await expectAccessible({ ...options, within: 'dialog' });
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      };
      await visit('/ledger');
      await expect(page.getByRole('rowheader').first()).toBeVisible();
      for (const name of [/^视图/, /^列/, /^状态/, /^更多/, /^分组/]) {
        await page.getByRole('button', { name }).first().click();
        await expectAccessible({ ...options, within: 'main' });
        await page.keyboard.press('Escape');
      }
      await page.getByRole('button', { name: /^视图/ }).click();
      await page.getByText('保存当前视图…').click();
      await dialogIs('保存视图');
      await page.getByRole('button', { name: '登记工单' }).click();
      await dialogIs('登记整改工单');
      await page.getByRole('checkbox', { name: /全部|全选/ }).first().check();
      await page.getByRole('button', { name: '批量修改…' }).click();
      await dialogIs('批量修改');

      await visit('/ledger?view=board');
      await page.getByRole('button', { name: /^移动 ZG-/ }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: '立项' }).first().click();
      await dialogIs(/^移动 ZG-/);

      await visit('/ledger?state=remediating');
      await page.getByRole('rowheader').first().click();
      for (const [button, name] of [['退回', '退回'], ['人工核销', '人工核销'], ['督办', /督办/]] as const) {
        await page.getByRole('region', { name: '下一步' }).getByRole('button', { name: button }).click();
        await dialogIs(name);
      }
      await visit('/panorama');
      await page.getByRole('button', { name: '登记整改工单' }).click();
      await dialogIs('登记整改工单');
    });

    test('axe finds nothing in the tasks and the ledger while loading and after failing', async ({ page, visit, faults, expectAccessible }) => {
      for (const [path, asked] of [['/handoffs', /\/tasks$/], ['/ledger', /\/tickets$/]] as const) {
        faults.hold(asked);
        await visit(path);
        await expect(page.getByText(/还在加载，请稍候。$/)).toBeVisible();
        await expectAccessible(options);
        faults.end();
        faults.fail(asked);
        await page.reload();
        await expect(page.getByRole('alert').filter({ hasText: '连不上服务' })).toBeVisible();
        await expectAccessible({ ...options, within: 'main' });
        faults.end();
      }
    });

    test('axe finds nothing while loading and after failing', async ({ page, visit, faults, expectAccessible }) => {
      faults.hold(/\/panorama$/);
      await visit('/panorama');
      await expect(page.getByRole('link', { name: /^保单借款/ })).toBeVisible();
      await expectAccessible(options);
      faults.end();
      faults.fail(/\/panorama$/);
      await page.reload();
      await expect(page.getByRole('alert').filter({ hasText: '连不上服务' })).toBeVisible();
      await expectAccessible({ ...options, within: 'main' });
    });
  });
}
