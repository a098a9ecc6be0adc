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
  globalSetup: './tests/e2e/global-set-up.ts',
  snapshotPathTemplate: '{testDir}/../../docs/pictures/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
});
