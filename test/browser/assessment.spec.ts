import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, sharedDemo } from './demo.js'
import { staff } from './staff.js'

const demo = sharedDemo()

const shots = process.env.HUIYIN_SHOTS
const officer = (browser: Browser, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: city, login: 'office' }, viewport)
const counted = async (page: Page): Promise<void> => {
  await expect(page.locator('.waiting')).toHaveCount(0)
  await expect(page.locator('.assessment table').first()).toBeVisible()
}

for (const [size, viewport] of [
  ['a desk', { width: 1366, height: 768 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`the assessment on ${size}: of all units and of one, accessible, nothing cut off`, async ({ browser }) => {
    const page = await officer(browser, viewport)
    await page.goto(`${demo.origin}/workbench/assessment`)
    await counted(page)
    if (shots) await page.screenshot({ path: `${shots}/assessment-${viewport.width}.png`, fullPage: true })
    await expectAccessible(page)
    await page.locator('.assessment tbody th a').first().click()
    await expect(page.getByRole('heading', { name: /考核表$/ }).first()).toBeVisible()
    await counted(page)
    await expectAccessible(page)
    const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(cutOff).toBeLessThanOrEqual(0)
    if (shots) await page.screenshot({ path: `${shots}/assessment-unit-${viewport.width}.png`, fullPage: true })
  })
}

test('a unit counts its sheet again and finds it the same, by keyboard', async ({ browser }) => {
  const page = await officer(browser)
  await page.goto(`${demo.origin}/workbench/assessment`)
  await counted(page)
  await page.locator('.assessment tbody th a').first().focus()
  await page.keyboard.press('Enter')
  const again = page.getByRole('button', { name: '重算' })
  await again.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.recount [role="status"]')).toContainText('完全一致')
  if (shots) await page.screenshot({ path: `${shots}/assessment-recount.png`, fullPage: true })
})

test('it reads in English', async ({ browser }) => {
  const page = await officer(browser)
  await page.goto(`${demo.origin}/workbench/assessment`)
  await counted(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Assessment' })).toBeVisible()
  await counted(page)
  if (shots) await page.screenshot({ path: `${shots}/assessment-en.png`, fullPage: true })
})
