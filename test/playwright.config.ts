import { existsSync } from 'node:fs'
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

/** The browser without a window is a tenth faster than the whole one without its window, where Debian's package is installed. */
const [lean, whole] = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const executablePath = process.env.HUIYIN_CHROMIUM ?? (existsSync(lean) ? lean : whole)

export default defineConfig({
  testDir: './browser',
  testMatch: '*.spec.ts',
  globalSetup: './browser/made-once.config.ts',
  outputDir: '../test-results/browser',
  // How long a test, a look and an act may take on a machine that has other work to do. No test has a bound of its own: what is slow is
  // found by the benches, what never comes by these.
  timeout: 480_000,
  expect: { timeout: 60_000 },
  fullyParallel: false,
  // Twice the cores of a small machine: a test often waits for a page while another computes.
  workers: 4,
  // A browser that lost its turn on a busy machine is no fault of the product. What held on the second try only is named at the end of the run.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: { executablePath, args: flags },
  },
})
