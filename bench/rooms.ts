import { chromium, type Page } from '@playwright/test'
import { demoPassword } from '../test/browser/demo.js'
import { onEnd } from './cleanup.js'
import { temporaryFolder } from './database.js'
import { startDemoServer } from './demo-server.js'
import { figure, note } from './figure.js'

const rounds = 5
const government = 'shili'
/** So many letters wait on a desk that is a full one. */
const waiting = 500
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
  const names = await page.locator('nav.rooms a').allTextContents()
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
  await fullDesk(page, server.url, median)
  await browser.close()
  await server.stop()
  await remove()
}

/** The desk again, once many letters have come in that all are owed there. */
async function fullDesk(page: Page, url: string, median: (list: readonly number[]) => number): Promise<void> {
  for (let sent = 0; sent < waiting; sent += 20)
    await Promise.all(Array.from({ length: 20 }, (_, at) => sendLetter(url, sent + at)))
  const [desk = '', other = ''] = await page.locator('nav.rooms a').allTextContents()
  await page.reload()
  await page.waitForSelector('nav.rooms')
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    await changeTo(page, other)
    const took = await changeTo(page, desk)
    if (round > 0) times.push(took)
  }
  const shown = Number(await page.locator('.desk-rail .pill b').first().innerText())
  if (shown < waiting) throw new Error(`only ${shown} duties stand on the desk`)
  figure(`change to a desk of ${shown} duties, data on screen`, median(times), 'ms', { atMost: 150 })
}

async function sendLetter(url: string, at: number): Promise<void> {
  const body = `第${at}盏路灯已经好几天不亮，请尽快派人来修。`
  const sent = { government, with: { title: `路灯不亮 ${at}`, body, category: 'complaint' } }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/matters`, { method: 'POST', headers, body: JSON.stringify(sent) })
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`)
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/workbench/`)
  await page.selectOption('#government', government)
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
