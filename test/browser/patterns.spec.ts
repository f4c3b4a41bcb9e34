import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
const officer = (browser: Browser, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: city, login: 'office' }, viewport)

for (const [size, viewport] of [
  ['a desk', { width: 1366, height: 768 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`conspicuous figures on ${size}: months, measures, accessible, nothing cut off`, async ({ browser }) => {
    const page = await officer(browser, viewport)
    await page.goto(`${demo.origin}/workbench/patterns`)
    await expect(page.getByRole('heading', { level: 1, name: '数字自查' })).toBeVisible()
    await expect(page.getByRole('status').first()).toContainText('先由各单位自己查看')
    await page.getByText('量哪些、怎么量').click()
    await expect(page.getByText('答复雷同')).toBeVisible()
    await expectAccessible(page)
    const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(cutOff).toBeLessThanOrEqual(0)
    if (shots) await page.screenshot({ path: `${shots}/patterns-${viewport.width}.png`, fullPage: true })
  })
}

test('the office switches it off and on again, by keyboard, and it reads in English', async ({ browser }) => {
  const page = await officer(browser)
  await page.goto(`${demo.origin}/workbench/patterns`)
  // Two months ago one unit reaches every measure.
  await page.locator('.ways button').nth(2).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('示例市园林绿化中心')
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(6)
  await page.getByRole('button', { name: '关闭这项提示' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('这项提示已经关闭。')).toBeVisible()
  await page.getByRole('button', { name: '打开这项提示' }).click()
  await expect(page.getByRole('button', { name: '关闭这项提示' })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Figures to look at' })).toBeVisible()
})
