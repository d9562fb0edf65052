// `npm run check`: the quick one. Everything that needs neither a build nor a browser, at the same time.
import { checks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { tool } from './lib/run.mjs';
import { step } from './lib/steps.mjs';

await ensureInstalled();
const results = await Promise.all([
  ...Object.entries(checks).map(([name, work]) => step(name, work)),
  step('unit tests', () => tool('vitest', ['run', '--reporter=default'], { quiet: true })),
]);
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
