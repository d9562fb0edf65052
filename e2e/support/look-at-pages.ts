import { type Page, test } from '@playwright/test';

/** A page or a state of it: its address, and what shows that it is there. */
export type Look = readonly [name: string, path: string, there: (page: Page) => Promise<void>];

interface Looking {
  page: Page;
  visit: (path: string) => Promise<void>;
  expectAccessible: (options: { dark: true }) => Promise<void>;
}

/** Visits each page in turn and asks axe about it, in both themes. */
export async function axeFindsNothingOn({ page, visit, expectAccessible }: Looking, looks: readonly Look[]): Promise<void> {
  for (const [name, path, there] of looks) {
    await test.step(name, async () => {
      await visit(path);
      await there(page);
      await expectAccessible({ dark: true });
    });
  }
}
