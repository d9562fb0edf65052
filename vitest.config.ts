import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{model,contract,demo,server,src,bench,scripts}/**/*.test.{ts,tsx}'],
    // Property tests walk through hundreds of random logs; a shared machine may be slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A process each: the native stores (DuckDB, libsql) must not share one.
    pool: 'forks',
    maxWorkers: 2,
  },
});
