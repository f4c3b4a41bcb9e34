import type { ChildProcess } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { axeFindings } from './axe.js'
import { startMemoryPortal } from './memory-portal.js'
import { expectNoSidewaysScroll } from './portal-pages.js'

let child: ChildProcess
let origin: string
const states = [0, 1, 2, 3, 4, 5, 6]

test.beforeAll(async ({ request }) => {
  ;({ child, origin } = await startMemoryPortal(request))
})

test.afterAll(() => {
  child?.kill('SIGTERM')
})

/** Opens a matter with its number and any code. */
async function enter(page: Page, state: number): Promise<void> {
  await page.goto(`${origin}/yunhe/track/${state}`)
  await page.locator('#code').fill('any')
  await page.locator('main form button').click()
}

/** A matter in one of the states, everything that can be opened opened. */
async function open(page: Page, state: number): Promise<void> {
  await enter(page, state)
  await expect(page.locator('.track-head')).toBeVisible()
  await page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '')
  })
}

for (const width of [390, 1280]) {
  for (const query of ['?lang=zh', '?lang=en', '?large=1']) {
    test(`axe finds nothing on a matter in any state, ${width} wide, ${query}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`${origin}/yunhe/${query}`)
      for (const state of states) {
        await open(page, state)
        expect(await axeFindings(page)).toEqual([])
        await expectNoSidewaysScroll(page)
      }
    })
  }
}

for (const size of ['0', '1']) {
  test(`a matter is no wider than 320 points, large type ${size}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`${origin}/yunhe/?large=${size}`)
    for (const state of states) {
      await open(page, state)
      await expectNoSidewaysScroll(page)
    }
  })
}

test('the strip is weeks on a phone and one row on a desk', async ({ page }) => {
  await enter(page, 2)
  const heights = []
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await expect(page.locator('.track-head')).toBeVisible()
    const days = page.locator('.strip-days').first().locator('.strip-day')
    heights.push(new Set(await days.evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)))).size)
  }
  expect(heights).toEqual([3, 1])
})

test('axe is awake', async ({ page }) => {
  await page.setContent('<img src="x">')
  expect((await axeFindings(page)).join()).toContain('image-alt')
})
