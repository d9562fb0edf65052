// `npm test`: everything, from a fresh clone. Goes on after a failure, so that one run tells all that is wrong.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { checks } from './lib/checks.mjs';
import { ensureBrowser } from './lib/chromium.mjs';
import { failedSpecs, failedUnits, unsteadySpecs } from './lib/failures.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/project.mjs';
import { run, tool } from './lib/run.mjs';
import { step } from './lib/steps.mjs';

const reports = 'test-results/reports';

/** @param {string} file */
const report = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, reports, file), 'utf8'));
  } catch {
    return undefined;
  }
};

rmSync(path.join(root, reports), { recursive: true, force: true });

const installed = await step('install', async () => {
  await ensureInstalled();
  await ensureBrowser();
});
if (!installed.ok) process.exit(1);

const steps = [];
for (const [name, work] of Object.entries(checks)) steps.push(await step(name, work));

const vitest = await tool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/vitest.json`]);
const build = await step('build', () => ensureBuilt(['page', 'server', 'demo', 'page-no-mock']));
steps.push(build);
if (build.ok) steps.push(await step('size budget', () => run(process.execPath, ['scripts/size-budget.mjs'])));

const playwright = build.ok
  ? await tool('@playwright/test', ['test', '--reporter=list,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/playwright.json` } })
  : { code: 1 };

const unit = report('vitest.json');
const browser = report('playwright.json')?.stats;
const failedSteps = steps.filter(({ ok }) => !ok).map(({ name }) => name);
// A runner that fails without a failed test (a file that does not load, no tests at all) still counts as one failure.
const unitFailed = Math.max(unit?.numFailedTests ?? 0, vitest.code === 0 ? 0 : 1);
const browserFailed = Math.max(browser?.unexpected ?? 0, playwright.code === 0 ? 0 : 1);
const passed = (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0);
const failed = unitFailed + browserFailed + failedSteps.length;
const skipped = (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (browser?.skipped ?? 0);

const failures = [...failedSteps, ...failedUnits(unit), ...failedSpecs(report('playwright.json'))];
if (failures.length > 0) console.log(['\nFailed:', ...failures].join('\n  '));
const unsteady = unsteadySpecs(report('playwright.json'));
if (unsteady.length > 0) console.log(['\nPassed only on the second try:', ...unsteady].join('\n  '));
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
