// How the browser tests run: the system's Chromium against the server that `cargo dev test` has built.

import { defineConfig, devices } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: 'artifacts',
  globalTeardown: './demonstration.ts',
  forbidOnly: true,
  fullyParallel: true,
  // One more than cores: some tests wait for what only comes every fifteen seconds.
  workers: 3,
  reporter: 'list',
  // Two cores serve the browser, the server and the tests; what is slow there is not wrong.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-ZA',
    timezoneId: 'Africa/Johannesburg',
    // What was done and asked for, and a picture of the end. With every element before and after every step (`--trace retain-on-failure`) pages take twice the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CODESSA_TEST_CHROMIUM ?? '/usr/bin/chromium',
      // A container has neither the rights for Chromium's sandbox nor a large /dev/shm.
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
})
