import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const shots = process.env.HUIYIN_SHOTS
const demo = ownDemo()

const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: false })
}
const cutOff = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const band = (page: Page) => page.locator('.rehearsal-band')

for (const [size, viewport, lang] of [
  ['a desk', { width: 1366, height: 768 }, 'zh'],
  ['a phone, in English', { width: 390, height: 844 }, 'en'],
] as const) {
  test(`a rehearsal is set up by one click, played in, left and thrown away, on ${size}`, async ({ browser }) => {
    const page = await staff(browser, demo.origin, { government: city, login: 'office' }, viewport)
    await page.goto(`${demo.origin}/workbench/administration/rehearsals`)
    if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
    const said = (zh: string, en: string): string => (lang === 'zh' ? zh : en)
    await page.getByRole('button', { name: said('设一个演练', 'Set up a rehearsal') }).click()
    await expect(page.locator('section[aria-labelledby^=rehearsal-]')).toHaveCount(1)
    await expectAccessible(page)
    expect(await cutOff(page)).toBeLessThanOrEqual(0)
    await shot(page, `rehearsal-part-${lang}`)
    const part = page.locator('section[aria-labelledby^=rehearsal-]')
    const office = part.locator('option', { hasText: '办公室乙' })
    await part.locator('select').selectOption((await office.getAttribute('value')) ?? '')
    await part.getByRole('button', { name: said('进入', 'Enter') }).click()
    await expect(band(page)).toBeVisible()
    await expect(page.locator('.brand')).toContainText('演练')
    await expect(page.locator('[data-row]').first()).toBeVisible()
    await expectAccessible(page)
    expect(await cutOff(page)).toBeLessThanOrEqual(0)
    await shot(page, `rehearsal-desk-${lang}`)
    const before = (await band(page).textContent()) ?? ''
    await band(page)
      .getByRole('button', { name: said('过一天', 'A day on') })
      .click()
    await expect(band(page)).not.toHaveText(before)
    await band(page)
      .getByRole('button', { name: said('来 10 件', '10 letters') })
      .click()
    await expect(band(page)).toContainText(said('收到 10 件虚构来件', '10 made-up letters came in'))
    await shot(page, `rehearsal-flood-${lang}`)
    // On paper it says so, too, and its tools are not printed.
    await page.emulateMedia({ media: 'print' })
    await expect(band(page)).toBeVisible()
    await expect(page.locator('.rehearsal-tools')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await band(page)
      .getByRole('button', { name: said('离开演练', 'Leave the rehearsal') })
      .click()
    await expect(part).toHaveCount(1)
    await expect(band(page)).toHaveCount(0)
    await part.getByLabel(said('虚构来件', 'Made-up letters')).fill('0')
    await part.getByRole('button', { name: said('收到这些来件', 'Receive them') }).click()
    await expect(part.getByRole('alert')).toHaveText(said('一次 1 至 200 件', '1 to 200 at a time'))
    await part.getByRole('button', { name: said('清掉', 'Throw away') }).click()
    await part.getByRole('button', { name: said('全部清掉', 'Throw all of it away') }).click()
    await expect(part).toHaveCount(0)
    await expect(page.locator('h1')).toBeFocused()
  })
}
