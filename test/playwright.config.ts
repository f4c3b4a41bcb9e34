import { defineConfig } from '@playwright/test'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: './browser',
  testMatch: '*.spec.ts',
  globalSetup: './browser/made-once.config.ts',
  outputDir: '../test-results/browser',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  fullyParallel: false,
  // One more than the cores of a small machine: a test often waits for a page while another computes.
  workers: 3,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: { executablePath: process.env.HUIYIN_CHROMIUM ?? '/usr/bin/chromium', args: flags },
  },
})
