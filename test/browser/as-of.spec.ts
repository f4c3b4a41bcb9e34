import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, sharedDemo } from './demo.js'
import { ask, dayAfter } from './rehearsal.js'
import { openMatter, staff } from './staff.js'

const demo = sharedDemo()

const shots = process.env.HUIYIN_SHOTS
/** Dispatched on the day it came, answered three workdays later, concluded and rated long since. */
const title = '柳树巷路灯连续多日不亮'
const signedIn = (browser: Browser, login: string, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: city, login }, viewport)
const band = (page: Page) => page.getByRole('complementary', { name: '截至' })
const row = (page: Page) => page.locator('[data-row]', { hasText: title })

async function dayItCame(page: Page): Promise<string> {
  await openMatter(page, demo.origin, title)
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const matter = await ask<{ receivedAt: { shown: string } }>(page, `matters/${id}`)
  return matter.receivedAt.shown.slice(0, 10)
}

/** By keyboard: the button in the bar, the day, Enter. */
async function lookAt(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: '截至…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('看这一天结束时的情形')).toBeFocused()
  await page.getByLabel('看这一天结束时的情形').fill(day)
  await page.keyboard.press('Enter')
  await expect(band(page)).toContainText(`您看的是 ${day} 24:00 的情形，只能看，不能办`)
}

test('a matter, the list and the figures show what stood then; nothing can be done; and the way back to now', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'office')
  const day = await dayItCame(page)
  await expect(page.locator('.matter-title .stage')).toHaveText('已办结')
  await expect(page.locator('#acts')).toBeVisible()
  await expect(page.locator('main')).toContainText('地下电缆接头进水短路')
  await lookAt(page, day)
  await expect(page.locator('.matter-title .stage')).not.toHaveText('已办结')
  await expect(page.getByRole('heading', { name: '办理过程' })).toBeVisible()
  await expect(page.locator('main')).not.toContainText('地下电缆接头进水短路')
  await expect(page.locator('#acts')).toHaveCount(0)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/as-of-matter.png` })

  await page.getByRole('link', { name: '全部事项', exact: true }).click()
  await expect(band(page)).toContainText(day)
  await expect(row(page)).toBeVisible()
  await expect(page.locator('tr', { has: row(page) }).locator('.stage')).not.toHaveText('已办结')
  await expect(page.locator('[data-pick]')).toHaveCount(0)
  await expectAccessible(page)
  await row(page).click()
  await expect(page).toHaveURL(new RegExp(`asOf=${day}`))
  await expect(page.locator('#acts')).toHaveCount(0)

  await page.getByRole('link', { name: '统计', exact: true }).click()
  await page.goto(`${page.url()}&from=${day}&to=${dayAfter(0)}`)
  const received = page.locator('tr', { has: page.getByRole('rowheader', { name: '收到', exact: true }) }).locator('.figure-now')
  await expect(received).toHaveText('1')
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/as-of-statistics.png` })
  await page.getByRole('button', { name: '回到现在' }).click()
  await expect(band(page)).toHaveCount(0)
  await expect(received).not.toHaveText('1')
  await page.getByRole('link', { name: '全部事项', exact: true }).click()
  await expect(page).not.toHaveURL(/asOf/)
  await expect(page.locator('[data-pick]').first()).toBeVisible()
})

test("a unit's desk shows what it owed on that day, and takes the day along", async ({ browser }) => {
  const page = await signedIn(browser, 'chengguan')
  const day = await dayItCame(page)
  await page.goto(`${demo.origin}/workbench/`)
  await expect(page.locator('h1')).toHaveText('我的待办')
  await expect(row(page)).toHaveCount(0)
  await lookAt(page, day)
  await expect(row(page).first()).toBeVisible()
  await row(page).first().click()
  await expect(page.locator('.preview-title')).toHaveText(title)
  await expect(page.locator('.preview')).not.toContainText('地下电缆接头进水短路')
  await expect(page.locator('.quick-acts')).toHaveCount(0)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/as-of-desk.png` })
  await page.keyboard.press('o')
  await expect(page).toHaveURL(new RegExp(`matters/.*asOf=${day}`))
  await expect(page.locator('#acts')).toHaveCount(0)
  await page.getByRole('link', { name: '督办' }).click()
  await expect(band(page)).toContainText(day)
  await expect(page.locator('.waiting')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: '提醒' }).click()
  await expect(band(page)).toContainText(`您看的是 ${day} 24:00 的情形`)
  await expect(page.locator('.waiting')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '全部标为已读' })).toHaveCount(0)
})

test('a day that lies ahead, or is none, is told; another can be chosen there', async ({ browser }) => {
  const page = await signedIn(browser, 'office')
  await page.goto(`${demo.origin}/workbench/matters?asOf=${dayAfter(3)}`)
  await expect(page.getByRole('alert')).toBeVisible()
  await page.goto(`${demo.origin}/workbench/matters?asOf=morgen`)
  await expect(band(page)).toContainText('“morgen”不是日期')
  await page.goto(`${demo.origin}/workbench/?asOf=2020-01-01`)
  await expect(page.locator('main')).toContainText('那时没有待办')
  await expect(page.locator('main')).not.toContainText('Ctrl+Enter')
  await page.goto(`${demo.origin}/workbench/matters/1?asOf=2020-01-01`)
  await expect(page.getByRole('alert')).toContainText('也许那时还没有它')
  await page.goto(`${demo.origin}/workbench/matters?asOf=morgen`)
  await page.getByRole('button', { name: '回到现在' }).click()
  await expect(page.locator('.matter-rows')).toBeVisible()
})

test('nothing is cut off at 320 points', async ({ browser }) => {
  const page = await signedIn(browser, 'office', { width: 320, height: 640 })
  for (const path of ['', 'matters', 'supervision', 'statistics']) {
    await page.goto(`${demo.origin}/workbench/${path}?asOf=${dayAfter(-3)}`)
    await expect(band(page)).toBeVisible()
    await expect(page.locator('.waiting')).toHaveCount(0)
    const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(cutOff, path).toBeLessThanOrEqual(0)
    await expectAccessible(page)
  }
  if (shots) await page.screenshot({ path: `${shots}/as-of-320.png` })
})
