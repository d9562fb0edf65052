import { tool } from './run.mjs';

/** What `npm run check` and `npm test` both ask of the code before any test runs; the linter also checks the import boundaries. */
export const checks = {
  types: () => tool('typescript', ['--noEmit', '-p', '.'], { quiet: true }),
  'lint and boundaries': () => tool('oxlint', ['--deny-warnings', '--report-unused-disable-directives'], { quiet: true }),
  'dead code': () => tool('knip', ['--no-progress'], { quiet: true }),
};
