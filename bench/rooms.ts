import { chromium, type Page } from '@playwright/test'
import { demoPassword } from '../test/browser/demo.js'
import { onEnd } from './cleanup.js'
import { temporaryFolder } from './database.js'
import { startDemoServer } from './demo-server.js'
import { figure, note } from './figure.js'

const rounds = 5
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync']

/** From the click on a room of the workbench to its data on screen, once its code has been fetched; a browser on the same machine. */
export async function benchRooms(): Promise<void> {
  const { folder, remove } = temporaryFolder()
  const server = await startDemoServer(folder)
  await server.untilDemoIsReady()
  const executablePath = process.env.HUIYIN_CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: flags })
  onEnd('the browser', () => browser.close())
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  await signIn(page, server.url)
  const names = await page.locator('nav.rooms a').allInnerTexts()
  const times = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const took = await changeTo(page, name)
      // The first visit fetches the room's code.
      if (round > 0) times.get(name)?.push(took)
    }
  }
  const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  note(`Each room ${rounds} times, medians; demo data, server and browser on one machine.`)
  for (const [name, list] of times) figure(`change to ${name}, data on screen`, median(list), 'ms', { atMost: 100 })
  await browser.close()
  await server.stop()
  await remove()
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/workbench/`)
  await page.selectOption('#government', 'shili')
  await page.fill('#login', 'office')
  await page.fill('#password', demoPassword)
  await page.keyboard.press('Enter')
  await page.waitForSelector('nav.rooms')
}

/** Timed inside the page: the drawing after the last answer counts, the driver does not. No inner function: the loader would name it. */
async function changeTo(page: Page, name: string): Promise<number> {
  await page.waitForTimeout(300)
  const link = page.locator('nav.rooms a', { hasText: name })
  return link.evaluate(async (element) => {
    const since = performance.now()
    ;(element as HTMLElement).click()
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const isThere =
        element.getAttribute('aria-current') === 'page' &&
        document.querySelector('main h1') &&
        !document.querySelector('.waiting')
      if (isThere || performance.now() - since > 5000) return performance.now() - since
    }
  })
}
