import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{model,contract,demo,sheets,server,src,bench,scripts,examples}/**/*.test.{ts,tsx}'],
    // Property tests walk through hundreds of random logs; a shared machine may be slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two processes that keep what they imported: no test leaves anything behind in a module, and loading it anew took half of the time.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
  },
});
