import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** The distribution's browser; another one may be named. */
const browser = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));
if (!browser)
  throw new Error('No Chromium was found. Install the package "chromium", or name one in CHROMIUM.');

export const use = {
  baseURL: process.env.DAYBOOK_URL ?? 'http://127.0.0.1:8080',
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  viewport: { width: 1440, height: 900 },
  contextOptions: { reducedMotion: 'reduce' as const },
  trace: { mode: 'retain-on-failure' as const, screenshots: false },
  launchOptions: {
    executablePath: browser,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use,
  projects: [
    { name: 'administrator', testMatch: 'administrator.setup.ts' },
    { name: 'journey', testMatch: 'journey.spec.ts', dependencies: ['administrator'] },
    {
      name: 'pages',
      testMatch: [
        'pages.spec.ts',
        'keyboard.spec.ts',
        'erasure.spec.ts',
        'past.spec.ts',
        'projections.spec.ts',
        'tabs.spec.ts',
        'history.spec.ts',
      ],
      dependencies: ['administrator'],
    },
  ],
});
