import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, sharedDemo } from './demo.js'
import { dayAfter } from './rehearsal.js'
import { staff } from './staff.js'

const demo = sharedDemo()

const shots = process.env.HUIYIN_SHOTS
const signedIn = (browser: Browser, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: city, login: 'chengguan' }, viewport)

test('a room that is only as it is says so, and leads back to the moment that was looked at', async ({ browser }) => {
  const page = await signedIn(browser)
  const day = dayAfter(-3)
  const band = page.getByRole('complementary', { name: '截至' })
  await page.goto(`${demo.origin}/workbench/?asOf=${day}`)
  await expect(band).toContainText(`您看的是 ${day} 24:00 的情形`)
  await page.locator('a.person-name').click()
  await expect(band).toContainText(`这一页没有 ${day} 24:00 的样子`)
  await expect(page).toHaveURL(new RegExp(`account.*asOf=${day}`))
  await expect(page.locator('.waiting')).toHaveCount(0)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/only-now.png` })
  await page.getByRole('link', { name: '督办', exact: true }).click()
  await expect(band).toContainText(`您看的是 ${day} 24:00 的情形`)
  await page.getByRole('link', { name: '办法', exact: true }).click()
  await expect(band).toContainText(`这一页没有 ${day} 24:00 的样子`)
  await band.getByRole('button', { name: '回到现在' }).focus()
  await page.keyboard.press('Enter')
  await expect(band).toHaveCount(0)
  await expect(page).not.toHaveURL(/asOf/)
  await page.getByRole('link', { name: '督办', exact: true }).click()
  await expect(page).not.toHaveURL(/asOf/)
  await expect(band).toHaveCount(0)
})

test('the same in English on a telephone, with nothing cut off', async ({ browser }) => {
  const page = await signedIn(browser, { width: 390, height: 844 })
  const day = dayAfter(-3)
  await page.getByRole('button', { name: 'English' }).click()
  const band = page.getByRole('complementary', { name: 'As of' })
  await page.goto(`${demo.origin}/workbench/account?asOf=${day}`)
  await expect(band).toContainText(`This page cannot be shown as it stood at ${day} 24:00`)
  await expect(page.locator('.waiting')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/only-now-narrow.png` })
  await band.getByRole('button').click()
  await expect(band).toHaveCount(0)
})
