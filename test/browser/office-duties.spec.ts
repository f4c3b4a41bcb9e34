import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { demoPassword } from './demo.js'
import { type NewGovernment, newGovernment } from './new-government.js'
import { staff } from './staff.js'

const government = 'duties'
let own: NewGovernment
let origin: string

/** A government of its own, whose clock is then moved a year ahead: rounds of every kind have ended. */
test.beforeAll(async () => {
  own = await newGovernment({
    concept: 'office-duties',
    government,
    people: [{ login: 'zhang', name: '张主任', role: 'office' }],
  })
  origin = own.origin
  await own.goTo(new Date(Date.now() + 370 * 86_400_000).toISOString().slice(0, 10))
})
test.afterAll(() => own.stop())

const signIn = (browser: Browser, viewport?: { width: number; height: number }) =>
  staff(browser, origin, { government, login: 'zhang' }, viewport)

async function noSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.HUIYIN_SHOTS) await page.screenshot({ path: join(process.env.HUIYIN_SHOTS, `${name}.png`), fullPage: true })
}

for (const [size, viewport] of [
  ['a desk', { width: 1366, height: 768 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`the desk, the room and one round on ${size}: accessible, nothing cut off`, async ({ browser }) => {
    const page = await signIn(browser, viewport)
    const desk = page.locator('.duty-rows')
    await expect(desk.getByRole('link', { name: /^季度通报（/ }).first()).toBeVisible()
    await expect(desk.getByRole('link', { name: /^每月统计/ })).toHaveCount(0)
    await expectAccessible(page)
    await noSideways(page)
    await shot(page, `desk-${viewport.width}`)

    await page.goto(`${origin}/workbench/office-duties`)
    await expect(page.locator('h1')).toHaveText('机构义务')
    await expect(
      page
        .locator('.duty-rows')
        .getByRole('link', { name: /^每月统计/ })
        .first(),
    ).toBeVisible()
    await expect(page.locator('.round-overdue').first()).toHaveText('逾期未做')
    await page.getByRole('button', { name: /^逾期未做/ }).click()
    await expect(page.locator('.round-rows .row-open')).toHaveCount(0)
    await expectAccessible(page)
    await noSideways(page)
    await shot(page, `room-${viewport.width}`)

    await page
      .locator('.duty-rows')
      .getByRole('link', { name: /^季度通报/ })
      .first()
      .click()
    await expect(page.locator('h1')).toContainText('季度通报')
    await page.locator('.strip-line > summary').first().click()
    await expect(page.locator('.strip').first()).toBeVisible()
    await expectAccessible(page)
    await noSideways(page)
    await shot(page, `round-${viewport.width}`)
  })
}

/** The first open round of a duty, from the room. */
async function openRound(page: Page, name: RegExp): Promise<void> {
  await page.goto(`${origin}/workbench/office-duties`)
  await page.locator('.duty-rows').getByRole('link', { name }).first().click()
  await expect(page.locator('h1')).toContainText(name)
}

test('somebody else’s duty says whose it is and by which clause, and offers nothing to do', async ({ browser }) => {
  const page = await signIn(browser)
  await openRound(page, /每月统计/)
  const line = page.locator('.strip-line', { hasText: '每月统计' })
  await expect(line.locator('> summary')).toContainText('热线')
  await line.locator('> summary').click()
  await expect(line).toContainText('第二条')
  await expect(page.locator('.act-form')).toHaveCount(0)
  await expect(page.locator('#acts')).not.toContainText('每月统计')
})

test('by keyboard: what is wrong is said and kept, then it is recorded and listed as done', async ({ browser }) => {
  const page = await signIn(browser)
  await openRound(page, /季度通报/)
  const title = (await page.locator('h1').textContent()) ?? ''
  await page.locator('#acts').getByRole('button', { name: '季度通报' }).focus()
  await page.keyboard.press('Enter')
  const field = page.locator('#field-bulletinText')
  await field.fill('太短')
  await page.locator('.act-form button[type=submit]').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('至少10个字')
  await expect(field).toHaveValue('太短')
  await expectAccessible(page)
  await field.fill('本季度共收件三十件，按期办结二十九件。')
  await page.locator('.act-form button[type=submit]').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '季度通报' })).toBeVisible()
  await expect(page.locator('.timeline')).toContainText('按期办结二十九件')
  await expect(page.locator('.timeline')).toContainText('张主任')
  await shot(page, 'done')
  await page.goto(`${origin}/workbench/office-duties`)
  await expect(page.locator('.duty-rows').getByRole('link', { name: title, exact: true })).toHaveCount(0)
  await expect(page.locator('.round-rows tr', { hasText: '季度通报' }).locator('.round-late')).toHaveText('迟做')
})

test('two at once: the later is told that it is done', async ({ browser }) => {
  const [one, other] = [await signIn(browser), await signIn(browser)]
  for (const page of [one, other]) {
    await openRound(page, /年度确认/)
    await page.locator('#acts').getByRole('button', { name: '年度确认' }).click()
    await expect(page.locator('.act-form button[type=submit]')).toBeVisible()
  }
  await one.locator('.act-form button[type=submit]').click()
  await expect(one.getByRole('status').filter({ hasText: '年度确认' })).toBeVisible()
  await other.locator('.act-form button[type=submit]').click()
  await expect(other.getByRole('alert')).toBeVisible()
})

test('whoever administers comes in by password and second factor, and to no desk', async ({ page }) => {
  await page.goto(`${origin}/workbench/`)
  await page.locator('#login').fill('guan')
  await page.locator('#password').fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.locator('#code')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type(own.recovery[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.locator('h1')).toHaveText('管理')
  await expectAccessible(page)
})
