import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { citizen } from './citizen.js'
import { city, ownDemo } from './demo.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
/** Whoever signs with their name states it and a telephone number; whoever cannot, need not (weibin-mailbox 5.1). */
const open = async (page: Page): Promise<void> => {
  await page.goto(`${demo.origin}/${city}/kinds/weibin-mailbox/write?read=yes`)
}
const conditional = ['requesterName', 'phone'] as const
const need = (page: Page, field: string) => page.locator(`[data-need="${field}"]`)
const control = (page: Page, field: string) => page.locator(`[name="f.${field}"]`)
const signature = (page: Page, option: string) => page.locator(`[name="f.signature"][value="${option}"]`)

async function expectNeeds(page: Page, word: string, isNeeded: boolean): Promise<void> {
  for (const field of conditional) {
    await expect(need(page, field)).toHaveText(word)
    if (isNeeded) await expect(control(page, field)).toHaveAttribute('aria-required', 'true')
    else await expect(control(page, field)).not.toHaveAttribute('aria-required')
  }
}

test('what has to be filled in follows what is chosen, while it is chosen', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text())
  })
  await open(page)
  await control(page, 'title').fill('路灯不亮')
  await expectNeeds(page, '看情况必填', false)
  await signature(page, 'named').check()
  await expectNeeds(page, '必填', true)
  await control(page, 'requesterName').fill('张三')
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/needs-named.png`, fullPage: true })
  await signature(page, 'unable').check()
  await expectNeeds(page, '看情况必填', false)
  await signature(page, 'named').focus()
  await page.keyboard.press('Space')
  await expectNeeds(page, '必填', true)
  await expect(control(page, 'title')).toHaveValue('路灯不亮')
  await expect(control(page, 'requesterName')).toHaveValue('张三')
  expect(refused).toEqual([])
})

test('without scripts the form comes back saying what is needed, in either language, and nothing typed is lost', async ({
  browser,
}) => {
  const page = await citizen(browser)
  await open(page)
  await expectNeeds(page, '看情况必填', false)
  await control(page, 'title').fill('路灯不亮')
  await signature(page, 'named').check()
  await page.getByRole('button', { name: 'English' }).click()
  await expectNeeds(page, 'required', true)
  await page.locator('main form button[type=submit]').click()
  await expect(page.locator('.errors')).toBeVisible()
  await expectNeeds(page, 'required', true)
  await expect(control(page, 'title')).toHaveValue('路灯不亮')
  await expect(signature(page, 'named')).toBeChecked()
  // A telephone number has as much room as a name.
  const [name, phone] = [await control(page, 'requesterName').boundingBox(), await control(page, 'phone').boundingBox()]
  expect([phone?.width, phone?.height]).toEqual([name?.width, name?.height])
  if (shots) await page.screenshot({ path: `${shots}/needs-narrow.png`, fullPage: true })
  await signature(page, 'unable').check()
  await page.locator('main form button[type=submit]').click()
  await expectNeeds(page, 'needed in some cases', false)
})
