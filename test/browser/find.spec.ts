import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { citizen, submit } from './citizen.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

const phone = `138${String(Date.now()).slice(-8)}`

test('from any page, by keys alone: the last four digits, words in traditional characters, a unit by its sound, a page', async ({
  browser,
}) => {
  const title = `渡口路积水 ${Date.now()}`
  await submit(await citizen(browser), `${demo.origin}/${city}`, {
    title,
    body: '渡口路与学前街交叉口每逢下雨积水。',
    picks: { category: 'complaint' },
    phone,
  })
  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  const panel = page.locator('dialog.find')
  const first = panel.getByRole('option').first()
  const type = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k')
    await expect(panel.getByRole('combobox')).toBeFocused()
    await page.keyboard.type(text)
  }

  await type('渡口路積水')
  await expect(first).toContainText(title)
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.locator('.matter-title h1')).toHaveText(title)
  const number = (await page.locator('.matter-head .number, .number').first().innerText()).replaceAll(/\D/g, '')

  await type(number.slice(-4))
  await expect(panel.getByRole('option', { name: title })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await type('chengguan')
  await expect(panel.getByRole('group', { name: '单位' }).getByRole('option').first()).toContainText('城市管理局')
  await page.keyboard.press('Escape')

  // At once: the panel that closes and the one that opens are not one.
  await type('tongji')
  await expect(panel.getByRole('group', { name: '页面' }).getByRole('option').first()).toContainText('统计')
  await page.keyboard.press('Escape')

  await page.keyboard.press('/')
  await expect(panel.getByRole('option', { name: '全部事项' })).toBeVisible()
})

test('by telephone, for a reason: it stands with the matter that it was found so', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  const panel = page.locator('dialog.find')
  const box = page.locator('.find-open')
  await expect(box).toHaveText(/编号后四位、标题、单位、人/)
  expect((await box.boundingBox())?.width).toBeGreaterThan(180)
  await box.click()
  await page.keyboard.type(phone)
  await panel.getByRole('option', { name: /的姓名或电话找/ }).click()
  await expect(panel.locator('#find-who')).toHaveValue(phone)
  await panel.getByRole('button', { name: '查找并留痕' }).click()
  await expect(panel.getByRole('alert')).toBeVisible()
  await panel.locator('#find-reason').fill('来电询问进度')
  await panel.getByRole('button', { name: '查找并留痕' }).click()
  const row = panel.getByRole('link', { name: /渡口路积水/ })
  await expect(row).toBeVisible()
  await expectAccessible(page)
  await row.click()
  await expect(panel).toBeHidden()
  await expect(page.locator('.reveals')).toContainText('按姓名或电话查到')
  await expect(page.locator('.reveals')).toContainText('来电询问进度')
})
