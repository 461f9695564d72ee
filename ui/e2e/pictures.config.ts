import { defineConfig } from '@playwright/test';
import { use } from '../playwright.config';

/** Drives the real product and writes the pictures of the documentation. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: { ...use, viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 },
  projects: [
    { name: 'administrator', testMatch: 'administrator.setup.ts' },
    { name: 'pictures', testMatch: 'pictures.ts', dependencies: ['administrator'] },
  ],
});
