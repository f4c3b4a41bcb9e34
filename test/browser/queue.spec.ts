import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

const at = (path = ''): string => `${demo.origin}/workbench/${path}`
const phone = { width: 360, height: 740 }
type Browser = Parameters<typeof staff>[0]
const signIn = (browser: Browser, login: string, viewport?: { width: number; height: number }) =>
  staff(browser, demo.origin, { government: city, login }, viewport)

/** Where `QUEUE_SHOTS` names a folder, what was seen is kept there to be looked at. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page)
  const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(cutOff, name).toBeLessThanOrEqual(0)
  const folder = process.env.QUEUE_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

test('narrows the list in the address, and keeps a view that the role shares', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await page.goto(at('matters'))
  await page.locator('.matter-rows').waitFor()
  await page.locator('.filters > summary').click()
  const total = async (): Promise<number> => Number(/\d+/.exec(await page.locator('.page-head .soft').innerText())?.[0])
  const units = page.locator('.filter', { hasText: '承办单位' })
  await units.locator('summary').click()
  const boxes = units.locator('.several-room input[type=checkbox]')
  await boxes.nth(0).check()
  await expect(page).toHaveURL(/unit=\w+$/)
  await expect(page.locator('.stale')).toHaveCount(0)
  const ofFirst = await total()
  await boxes.nth(1).check()
  await expect(page).toHaveURL(/unit=\w+%2C\w+$/)
  await expect.poll(total).toBeGreaterThan(ofFirst)
  await look(page, 'matters-several-units')
  await page.keyboard.press('Escape')
  await expect(boxes.first()).toBeHidden()
  await expect(units.locator('summary')).toBeFocused()
  await page.getByLabel('到期不晚于').fill('明天')
  await page.keyboard.press('Enter')
  await expect(page.getByText('请写成 2025-09-30 这样的日期')).toBeVisible()
  await page.getByLabel('到期不晚于').fill('2099年1月2日')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/due=2099-01-02/)
  await page.reload()
  await expect(page.getByLabel('到期不晚于')).toHaveValue('2099-01-02')
  await look(page, 'matters-narrowed')
  const name = `看着办 ${Date.now() % 10_000}`
  await page.getByRole('button', { name: '保存当前筛选' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('请给这组筛选条件起个名称')).toBeVisible()
  await page.locator('#view-name').fill(name)
  await page.locator('.view-share input').check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.locator('.view-now')).toContainText(name)
  await look(page, 'matters-view')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect(page).not.toHaveURL(/unit=/)
  await page.locator('.view button', { hasText: name }).click()
  await expect(page).toHaveURL(/unit=.*due=2099-01-02/)
  await page.getByRole('button', { name: `删除“${name}”` }).click()
  await expect(page.locator('.view', { hasText: name })).toHaveCount(0)
})

test('ticks rows with x, sees what would become of each, and does the act to those that allow it', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await page.goto(at('supervision'))
  await page.locator('.matrix').waitFor()
  await look(page, 'board')
  const rows = page.locator('.standing-rows tbody tr')
  const { length: few } = (await rows.all()).slice(0, 2)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  if (few > 1) {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
  }
  await expect(page.locator('.pick-bar')).toContainText(`已选 ${few} 件`)
  await look(page, 'board-picked')
  await page.getByRole('button', { name: '批量办理' }).click()
  await page.locator('.bulk-offers .act-button').first().waitFor()
  await look(page, 'bulk-offers')
  await page.locator('.act-button', { has: page.locator('.act-name', { hasText: /^督办$/ }) }).click()
  await page.getByRole('button', { name: '先看看哪些能办' }).click()
  // What is wrong with the form is said at its fields, once.
  await expect(page.locator('.bulk-form .refusal')).toBeVisible()
  await look(page, 'bulk-form')
  const form = page.locator('.bulk-form')
  await form.getByText('其他需要督办', { exact: true }).click()
  await form.getByText('下发通知督办', { exact: true }).click()
  await form.locator('#field-reason').fill('请抓紧办理，并报告进展。')
  await page.getByRole('button', { name: '先看看哪些能办' }).click()
  await page.locator('.bulk-preview .bulk-ready').waitFor()
  await look(page, 'bulk-preview')
  await page.getByRole('button', { name: /^确认督办/ }).click()
  await expect(page.locator('.bulk-progress')).toContainText('已办')
  await look(page, 'bulk-done')
  await page.getByRole('button', { name: '回到列表' }).click()
  await page.getByRole('link', { name: '通知单' }).click()
  await page.locator('.slip-rows').waitFor()
  await look(page, 'slips')
  await page.locator('.cell-slip a').first().click()
  await expect(page.locator('.paper h1')).toHaveText('督办通知单')
  await expect(page.locator('.paper')).toContainText(/〔\d{4}〕\d+号/)
  await expect(page.locator('.paper')).toContainText('请抓紧办理，并报告进展。')
  await look(page, 'slip')
})

test('goes on after the page was closed in the middle, and does nothing twice', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await page.goto(at('matters?stage=handling'))
  await page.locator('.matter-rows').waitFor()
  await page.locator('thead .pick input').check()
  const sent: string[] = []
  const reason = `批量提醒 ${Date.now()}`
  await page.route('**/api/bulk', async (route) => {
    sent.push(route.request().postData() ?? '')
    // The answer to the first is lost on its way.
    const answer = await route.fetch()
    if (sent.length === 1) await route.abort()
    else await route.fulfill({ response: answer })
  })
  await page.getByRole('button', { name: '批量办理' }).click()
  await page.locator('.act-button', { has: page.locator('.act-name', { hasText: /^督办$/ }) }).click()
  const form = page.locator('.bulk-form')
  await form.getByText('其他需要督办', { exact: true }).click()
  await form.getByText('短信、电话（微信）督办', { exact: true }).click()
  await form.locator('#field-reason').fill(reason)
  await page.getByRole('button', { name: '先看看哪些能办' }).click()
  await page.getByRole('button', { name: /^确认督办/ }).click()
  await expect(page.locator('.bulk-progress')).toContainText('已停下')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.locator('.bulk-progress')).toContainText('已停下')
  await page.getByRole('button', { name: '接着办' }).click()
  await expect(page.locator('.bulk-progress')).toContainText(/已办 \d+ 件/)
  await expect(page.locator('.bulk-refused')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^撤销这 \d+ 件/ })).toBeVisible()
  const first = JSON.parse(sent[0] ?? '{}').targets[0].matter
  await page.goto(at(`matters/${first}`))
  await expect(page.locator('.timeline, .matter').first()).toContainText(reason)
  expect(await page.getByText(reason).count()).toBe(1)
})

test('on a phone: the list, the board and a slip are whole and accessible', async ({ browser }) => {
  const page = await signIn(browser, 'office', phone)
  await page.goto(at('matters'))
  await page.locator('.matter-rows').waitFor()
  await page.locator('.filters > summary').click()
  await look(page, 'phone-matters')
  await page.goto(at('supervision'))
  await page.locator('.matrix').waitFor()
  await look(page, 'phone-board')
  await page.goto(at('supervision/slips'))
  await page.locator('.slip-rows').waitFor()
  await page.locator('.cell-slip a').first().click()
  await page.locator('.paper').waitFor()
  await look(page, 'phone-slip')
})
