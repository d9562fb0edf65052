// Failed tests by name, from the runners' reports.
import path from 'node:path';
import { root } from './project.mjs';

/**
 * What failed in the unit and API tests, each with the first line of why.
 * @param {any} results as Vitest's JSON reporter writes them
 * @returns {string[]}
 */
export function failedUnits(results) {
  return (results?.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const where = path.relative(root, file.name);
    const tests = file.assertionResults.filter((/** @type {any} */ { status }) => status === 'failed');
    if (file.status === 'failed' && tests.length === 0) return [`${where}: ${firstLine(file.message)}`];
    return tests.map((/** @type {any} */ test) => `${where} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
  });
}

/**
 * What failed in the browser.
 * @param {any} suite a suite of Playwright's JSON reporter, or all
 * @returns {string[]}
 */
export const failedSpecs = (suite) => specsOf(suite, 'unexpected');

/**
 * What passed in the browser only on a second try.
 * @param {any} suite a suite of Playwright's JSON reporter, or all
 * @returns {string[]}
 */
export const unsteadySpecs = (suite) => specsOf(suite, 'flaky');

/**
 * @param {any} suite
 * @param {'unexpected' | 'flaky'} status of one of its tests, as Playwright calls it
 * @returns {string[]}
 */
function specsOf(suite, status) {
  const own = (suite?.specs ?? []).flatMap((/** @type {any} */ spec) => {
    const tests = spec.tests.filter((/** @type {any} */ test) => test.status === status);
    return tests.map((/** @type {any} */ { projectName }) => `e2e/${spec.file}:${spec.line} › ${spec.title} [${projectName}]`);
  });
  return [...own, ...(suite?.suites ?? []).flatMap((/** @type {any} */ inner) => specsOf(inner, status))];
}

/** @param {string | undefined} text */
function firstLine(text) {
  return (text ?? '').split('\n', 1)[0] ?? '';
}
