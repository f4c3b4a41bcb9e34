import { expect, type Page } from '@playwright/test'
import { goesOn, goOn, stepTo } from './citizen.js'

/** A page that is wider than the window must be pushed about to be read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth])
  expect(content, `${page.url()} is wider than the window`).toBeLessThanOrEqual(window ?? 0)
}

export const letter = {
  title: '路口的路灯连续三天不亮',
  body: '朝阳路与青云街路口的三盏路灯从周四晚上开始一直不亮，放学的孩子看不清路，请尽快修好。',
}

/** Opens the form as a reader of the notice, and waits until a person could have filled it in. */
export async function openForm(page: Page, home: string): Promise<void> {
  await page.goto(`${home}notice`)
  await page.locator('#read').check()
  await page.locator('main form button').click()
  await expect(page.locator('h1')).toHaveText('我要留言')
  await page.waitForTimeout(2_100)
}

/** Fills in what has to be filled in, whatever the regulation asks for; on a telephone group by group. */
export async function fillNeeded(page: Page): Promise<void> {
  await fillShown(page)
  for (let group = 1; group < 12 && (await goesOn(page)); group += 1) {
    await goOn(page)
    await fillShown(page)
  }
}

async function fillShown(page: Page): Promise<void> {
  const form = page.locator('main form')
  for (const [field, text] of Object.entries(letter)) {
    const box = form.locator(`[name="f.${field}"]`)
    if (await box.isVisible()) await box.fill(text)
  }
  for (const group of await form.locator('fieldset:visible', { has: page.locator('.needed') }).all())
    await group.locator('input').first().check()
  for (const field of await form.locator('input[type=text][aria-required=true]:visible').all()) {
    if ((await field.inputValue()) === '') await field.fill('13900000000')
  }
}

export const send = async (page: Page): Promise<void> =>
  (await stepTo(page, page.locator('main form button[type=submit]'))).click()

/** Sends what was left empty: on a telephone it is told before the next group. */
export const sendEmpty = async (page: Page): Promise<void> => ((await goesOn(page)) ? goOn(page) : send(page))

/** Writes in; answers number and code from the page that shows them. */
export async function writeIn(page: Page, home: string): Promise<{ readonly number: string; readonly code: string }> {
  await openForm(page, home)
  await fillNeeded(page)
  await send(page)
  const shown = page.locator('.done-codes dd')
  await expect(shown).toHaveCount(2)
  return { number: await shown.nth(0).innerText(), code: await shown.nth(1).innerText() }
}
