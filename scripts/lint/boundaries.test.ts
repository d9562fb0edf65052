import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** One file with one import each, and what the linter must say about it: nothing, or a sentence. */
const cases: readonly [file: string, code: string, complaint?: string][] = [
  ['model/good.ts', "import { z } from 'zod';"],
  ['model/inner.ts', "import { a } from './other';"],
  ['model/good.test.ts', "import fc from 'fast-check'; import { b } from './testing/logs'; import { c } from '#demo';"],
  ['model/testing/logs.ts', "import fc from 'fast-check'; import { a } from '../other';"],
  ['model/upward.ts', "import { a } from '#contract';", 'model may not import contract.'],
  ['model/package.ts', "import { a } from 'hono';", 'Only server may import hono.'],
  ['model/library.ts', "import { a } from 'dayjs';", 'model may not import the package dayjs.'],
  ['model/node.ts', "import { a } from 'node:fs';", 'model also runs in a browser: no node: modules.'],
  ['model/check.ts', "import fc from 'fast-check';", 'model may not import the package fast-check.'],

  ['contract/good.ts', "import { a } from '#model';"],
  ['contract/server.ts', "import { a } from '#server/app';", 'contract may not import server.'],

  ['demo/good.ts', "import { a } from '#model';"],
  ['demo/contract.ts', "import { a } from '#contract';", 'demo may not import contract.'],

  ['server/app.ts', "import { a } from '#contract'; import { Hono } from 'hono'; import { b } from './routes/events';"],
  ['server/main.ts', "import { a } from '#demo'; import { b } from './app'; import { c } from 'node:fs';"],
  ['server/routes/events.ts', "import { a } from '../ports'; import { b } from '#model';"],
  ['server/stores/store.suite.ts', "import { a } from '#model/testing'; import { b } from '../testing';"],
  ['server/testing/app.ts', "import { a } from '../app';"],
  ['server/routes/pretend.ts', "import { a } from '../testing';", 'server may not import server/testing.'],
  ['server/page.ts', "import { a } from '#api';", 'server may not import src/api.'],
  ['server/demo.ts', "import { a } from '#demo';", 'server may not import demo.'],
  ['server/lazy.ts', "export const a = () => import('#ui');", 'server may not import src/ui.'],
  ['server/type.ts', "export type A = import('#graph').A;", 'server may not import src/graph.'],
  ['server/again.ts', "export * from '#api';", 'server may not import src/api.'],
  ['server/path.ts', "import { a } from '../model/time';", 'Import model by its alias, not by a path into it.'],
  ['server/typo.ts', "import { a } from '#modle';", '#modle is none of the aliases in package.json.'],

  ['src/api/good.ts', "import { a } from '#contract'; import { b } from '@tanstack/react-query';"],
  ['src/api/ui.ts', "import { a } from '#ui';", 'src/api may not import src/ui.'],
  ['src/api/server.ts', "import { a } from '#server/app';", 'src/api may not import server.'],
  ['src/api/node.ts', "import { a } from 'node:path';", 'src/api also runs in a browser: no node: modules.'],
  ['src/ui/good.ts', "import * as echarts from 'echarts/core'; import { a } from '#model';"],
  ['src/ui/api.ts', "import { a } from '../api';", 'src/ui may not import src/api.'],
  ['src/ui/graph.ts', "import { a } from '#graph';", 'src/ui may not import src/graph.'],
  ['src/graph/good.ts', "import { a } from '@xyflow/react';"],
  ['src/graph/ui.ts', "import { a } from '#ui';", 'src/graph may not import src/ui.'],
  ['src/graph/echarts.ts', "import { a } from 'echarts';", 'Only src/ui may import echarts.'],

  ['src/features/panorama/good.ts', "import { a } from '#api'; import { b } from '#src/routes'; import { c } from './parts/panel';"],
  ['src/features/panorama/other.ts', "import { a } from '../ledger/ticket';", 'src/features/panorama may not import src/features/ledger.'],
  ['src/features/panorama/flow.ts', "import { a } from '@xyflow/react';", 'Only src/graph may import @xyflow/react.'],
  ['src/features/panorama/style.ts', "import '@xyflow/react/dist/style.css';", 'Only src/graph may import @xyflow/react.'],
  ['src/features/panorama/app.ts', "import { a } from '#src/app/index';", 'src/features/panorama may not import src/app.'],
  ['src/features/panorama/server.test.ts', "import { a } from '#server/app';", 'src/features/panorama may not import server.'],

  ['src/app/good.ts', "import { a } from '#ui'; export const lazy = () => import('#src/features/panorama/index');"],
  ['src/app/mock.ts', "export const lazy = () => import('#src/mock/index');", 'src/app may not import src/mock.'],
  ['src/mock/good.ts', "import { a } from '#server/app'; import { b } from '#demo'; import { c } from 'msw/browser';"],
  ['src/mock/worker.ts', "export const a = new Worker(new URL('./thread.ts', import.meta.url));"],
  ['src/mock/other.ts', "export const a = new Worker(new URL('../app/thread.ts', import.meta.url));", 'src/mock may not import src/app.'],
  ['src/main.tsx', "import { a } from '#src/app/index'; export const mock = () => import('#src/mock/index');"],

  ['bench/good.ts', "import { a } from '#server/app'; import { b } from '#demo'; import { c } from '@duckdb/node-api';"],
  ['bench/peek.ts', "import { a } from '#api';", 'bench may not import src/api.'],
];

/** `src/main` is one file, so its second case needs a house of its own. */
const eager: typeof cases = [['src/main.tsx', "import { a } from '#src/mock/index';"]];

const folder = mkdtempSync(path.join(tmpdir(), 'throughline-boundaries-'));

/** Writes the files and lints them with the project's configuration, this one rule of it; answers how the linter ended and what it said. */
const lint = async (house: string, files: typeof cases): Promise<{ exitCode: number; complaints: Map<string, string[]> }> => {
  const home = path.join(folder, house);
  for (const [file, code] of files) {
    mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
    writeFileSync(path.join(home, file), `${code}\n`);
  }
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const rule = ['--allow', 'all', '--deny', 'rooms/boundaries'];
  const args = [oxlint, '--config', path.join(root, '.oxlintrc.json'), ...rule, '--format', 'json', '.'];
  const { code: exitCode, stdout } = await promisify(execFile)(process.execPath, args, { cwd: home }).then(
    (success) => ({ ...success, code: 0 }),
    (failure: { code: number; stdout: string }) => failure,
  );
  const complaints = new Map<string, string[]>();
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; message: string }[] };
  for (const { filename, message } of diagnostics) complaints.set(filename, [...(complaints.get(filename) ?? []), message]);
  return { exitCode, complaints };
};

const allowed = cases.filter(([, , complaint]) => !complaint);
const forbidden = cases.filter(([, , complaint]) => complaint);
let complaints = new Map<string, string[]>();
beforeAll(async () => {
  ({ complaints } = await lint('house', cases));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(allowed)('%s may: %s', (file) => {
  expect(complaints.get(file)).toBeUndefined();
});

test.each(forbidden)('%s may not: %s', (file, _code, complaint) => {
  expect(complaints.get(file)).toEqual([complaint]);
});

test('the page gets its mock only lazily', async () => {
  const { complaints: said } = await lint('eager', eager);
  expect(said.get('src/main.tsx')).toEqual(['src/main may import src/mock only lazily, by import().']);
});

test('one forbidden import fails the linter, and without it the linter passes', async () => {
  expect((await lint('allowed', allowed)).exitCode).toBe(0);
  expect((await lint('forbidden', [...allowed, ['model/upward.ts', "import { a } from '#contract';"]])).exitCode).toBe(1);
});
