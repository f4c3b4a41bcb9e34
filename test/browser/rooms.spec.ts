import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { sharedDemo } from './demo.js'
import { staff } from './staff.js'

const demo = sharedDemo()

const more = (page: Page) => page.locator('.more-rooms > summary')
/** The links begin as high as what follows them: rooms that do not fit have gone behind the rest. */
const expectOneLine = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const [links, person] = ['.rooms', '.person'].map((part) => document.querySelector(part)?.getBoundingClientRect().top)
        return links !== undefined && links === person
      }),
    )
    .toBe(true)

test('the bar of an office with many rooms is one line at 1366 pixels, in both languages', async ({ browser }) => {
  for (const login of ['duchashi', 'quzhang']) {
    const page = await staff(browser, demo.origin, { government: 'shiliqu', login })
    await expectOneLine(page)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(more(page)).toHaveText('More')
    await expectOneLine(page)
  }
})

test('what is seldom used is one key further, closes by Escape, and says where one is', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: 'shiliqu', login: 'duchashi' })
  await more(page).focus()
  await page.keyboard.press('Enter')
  const far = page.locator('.more-rooms').getByRole('link', { name: '管理', exact: true })
  await expect(far).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(far).toBeHidden()
  await expect(more(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await far.click()
  await expect(page).toHaveURL(/administration/)
  await expect(far).toBeHidden()
  await expect(more(page)).toContainText('管理')
})

test('on a telephone every room is still there, and nothing is cut off', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: 'shiliqu', login: 'duchashi' }, { width: 320, height: 640 })
  await more(page).click()
  await expect(page.locator('.more-rooms').getByRole('link', { name: '归档', exact: true })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(page)
})
