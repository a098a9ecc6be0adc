import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // All that runs in Firefox has one worker, for its start takes as long as ten tests, and begins at once.
  projects: [
    { name: 'firefox', testMatch: '**/*firefox*.spec.ts', workers: 1 },
    { name: 'chromium', testIgnore: '**/*firefox*.spec.ts' },
  ],
  globalSetup: './tests/e2e/global-set-up.ts',
  snapshotPathTemplate: '{testDir}/../../docs/pictures/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
});
