import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePage } from './serve-page';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'throughline-page-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(path.join(folder, 'assets', 'index-1.js'), 'export {};');
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = async (address: string): Promise<[number, string]> => {
  const answer = await servePage(folder).request(address);
  return [answer.status, await answer.text()];
};

test.each(['/', '/panorama', '/panorama/loan', '/panorama/orders.csv', '/panorama/%E7%90%86%E8%B5%94.xlsx?from=2026-01-01', '/ledger/ZG-0001'])('%s is an address of the page', async (address) => {
  expect(await ask(address)).toEqual([200, '<!doctype html><title>page</title>']);
});

test('a file that is there is served, and a missing one is not answered with the page', async () => {
  expect(await ask('/assets/index-1.js')).toEqual([200, 'export {};']);
  expect(await ask('/assets/index-2.js')).toEqual([404, 'There is no such file.']);
  expect(await ask('/config.json')).toEqual([404, 'There is no such file.']);
});
