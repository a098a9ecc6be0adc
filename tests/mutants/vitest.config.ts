import { defineConfig } from 'vitest/config';

// The unit tests as the mutation tester runs them: some of them thousands of times, so without those that live through years or touch no core.
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    exclude: [
      'tests/unit/{reminder-year,merge,snapshots,resilience,database,store,hostile-files,import-file,read-json,locales}.test.ts',
      'tests/unit/{backtest,read-corpus,write-and-read,sync-*,file-copy,people-store,joined-profile,days,record-reading}.test.ts',
    ],
    environment: 'node',
    testTimeout: 60_000,
    setupFiles: ['tests/set-up-temporal.ts'],
  },
});
