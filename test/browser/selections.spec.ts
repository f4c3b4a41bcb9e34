import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { ownDemo } from './demo.js'
import { seldomRoom, staff } from './staff.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const narrow = { width: 390, height: 844 }
const signedIn = (browser: Browser, login: string, viewport?: typeof narrow): Promise<Page> =>
  staff(browser, demo.origin, { government: 'shiliqu', login }, viewport)

/** What stands below a form is not hidden by its buttons. */
async function expectBelow(page: Page, upper: string, lower: string): Promise<void> {
  const [above, below] = [await page.locator(upper).last().boundingBox(), await page.locator(lower).first().boundingBox()]
  expect(above !== null && below !== null && above.y + above.height <= below.y, `${upper} above ${lower}`).toBe(true)
}

test('letters are drawn for a check from the keyboard, each has it, and whoever reads draws the same again', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'duchashi')
  await seldomRoom(page, '选取')
  await expect(page.locator('h1')).toHaveText('选取')
  await page.getByLabel('选来做什么').selectOption({ label: '抽选要核查的信件（留言，抽签）' })
  await expect(page.locator('.selections')).toContainText('第二十八条')
  await expect(page.locator('.selections')).not.toContainText('[object')
  await page.getByRole('button', { name: '看看有哪些可选' }).focus()
  await page.keyboard.press('Enter')
  const among = Number(/\d+/.exec((await page.locator('summary', { hasText: '可选的' }).textContent()) ?? '')?.[0])
  expect(among).toBeGreaterThan(1)
  await expectAccessible(page)
  await expectBelow(page, '.selections .form-end', '.selections h2')
  await shot(page, 'selections-before')
  await page.getByLabel('抽几件').fill('0')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(`请写 1 到 ${among} 之间的件数`)
  await page.getByLabel('抽几件').fill('2')
  await page.keyboard.press('Enter')
  const made = page.locator('.made-selection').first()
  await expect(made.locator('h3')).toContainText(`${among} 件中选 2 件`)
  await expect(made.locator('ol li')).toHaveCount(2)
  await expect(made).not.toContainText('还没有记到这件上')
  await made.getByRole('button', { name: '再抽一次' }).focus()
  await page.keyboard.press('Enter')
  await expect(made.getByRole('status')).toHaveText('再抽的结果与记录一致。')
  await expectAccessible(page)
  await shot(page, 'selections-made')
  const seed = (await made.locator('code').textContent()) ?? ''
  expect(seed).toMatch(/^[0-9a-f]{64}$/)
  await made.locator('ol a').first().click()
  await expect(page.locator('.matter-title h1')).toBeVisible()
  await expect(page.locator('body')).toContainText(seed)
})

test('the same in English on a telephone, with nothing cut off', async ({ browser }) => {
  const page = await signedIn(browser, 'duchashi', narrow)
  await page.goto(`${demo.origin}/workbench/selections`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('h1')).toHaveText('Selections')
  await expect(page.getByRole('banner')).not.toContainText('、')
  await page.getByRole('button', { name: 'See which can be chosen' }).click()
  await page.getByLabel('How many').fill('1')
  // The first test's stands there already; what is drawn now comes above it.
  await expect(page.locator('.made-selection')).toHaveCount(1)
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await expect(page.locator('.made-selection')).toHaveCount(2)
  const made = page.locator('.made-selection').first()
  await made.getByRole('button', { name: 'Draw again' }).click()
  await expect(made.getByRole('status')).toHaveText('Drawn again, it is the same.')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await shot(page, 'selections-narrow')
})

test('nobody who draws nothing has the room', async ({ browser }) => {
  const page = await signedIn(browser, 'zhujian')
  await expect(page.getByRole('link', { name: '督办', exact: true })).toBeVisible()
  await page.locator('.more-rooms > summary').click()
  await expect(page.locator('.more-rooms').getByRole('link').first()).toBeVisible()
  await expect(page.getByRole('link', { name: '选取', exact: true })).toHaveCount(0)
})
