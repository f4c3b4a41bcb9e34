import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const signedIn = (browser: Browser, login: string, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: 'shiliqu', login }, viewport)
const row = (page: Page, what: string) => page.locator('.followed-rows tbody tr', { hasText: what })

test('promises over the years: by unit and year, and behind each number which they are', async ({ browser }) => {
  const page = await signedIn(browser, 'duchashi')
  await page.getByRole('link', { name: '督办', exact: true }).click()
  await page.getByRole('link', { name: '逐年跟踪', exact: true }).click()
  await expect(page.locator('h1')).toHaveText('逐年跟踪：承诺的事跟踪到落实')
  await page.locator('.followed-table thead th').nth(2).waitFor() // two years at least
  await expect(page.locator('.followed-rows tbody tr').first()).toContainText('改造西片两个小区')
  await expect(page.locator('.followed-rows tbody tr').first()).toContainText('逾期')
  await expectAccessible(page)
  await shot(page, 'followed-promises')
  const housing = page.locator('.followed-table tbody tr', { hasText: '住房和城乡建设局' })
  await housing.locator('button', { hasText: '其中逾期 1' }).click()
  await expect(page.locator('#followed-list')).toContainText('示例区住房和城乡建设局')
  await expect(page.locator('.followed-rows tbody tr')).toHaveCount(1)
  await expect(row(page, '改造西片两个小区')).toBeVisible()
  await page.getByRole('button', { name: '办到的', exact: true }).click()
  await page.getByRole('button', { name: '不分单位、年份' }).click()
  await expect(row(page, '建成第二处服务站')).toContainText('晚')
  await page.getByRole('button', { name: '填征求意见表' }).click()
  await expect(page.locator('#followed-ratings')).toBeVisible()
  await page.getByRole('button', { name: '全部', exact: true }).click()
  await expect(row(page, '示例代表甲').first()).toContainText(/满意/)
  await expectAccessible(page)
  await shot(page, 'followed-feedback')
})

test('from what is late by key to the matter; a promise is kept there, and the table says so', async ({ browser }) => {
  const page = await signedIn(browser, 'zhujian')
  await page.goto(`${demo.origin}/workbench/supervision/followed?show=late`)
  await expect(page.locator('.followed-rows tbody tr')).toHaveCount(1)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.locator('.matter-title h1')).toHaveText('关于改造老旧小区供水管道的建议')
})

test('at 390 and 320 px and in English', async ({ browser }) => {
  for (const width of [390, 320]) {
    const page = await signedIn(browser, 'minzheng', { width, height: 800 })
    await page.locator('header').getByRole('button', { name: 'English' }).click()
    await page.goto(`${demo.origin}/workbench/supervision/followed?show=all`)
    await expect(page.locator('h1')).toContainText('Over the years')
    await expect(row(page, '建成第三处服务站')).toBeVisible()
    await expect(page.locator('.followed-rows')).not.toContainText('改造西片两个小区')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
    await expectAccessible(page)
    await shot(page, `followed-${width}-en`)
    await page.close()
  }
})
