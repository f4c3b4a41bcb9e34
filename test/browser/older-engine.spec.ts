import { expect, test } from '@playwright/test'
import { city, demoPassword, ownDemo } from './demo.js'

const demo = ownDemo()

/** What the engines of browsers have been given since Chromium 78; the names are taken away before anything is loaded. */
const cameLater = (): void => {
  const takeFrom = (from: object, names: readonly string[]): void => {
    for (const name of names) Reflect.deleteProperty(from, name)
  }
  const ofLists = ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']
  takeFrom(Array.prototype, ofLists)
  takeFrom(String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'])
  takeFrom(Object, ['hasOwn', 'groupBy'])
  takeFrom(Map, ['groupBy'])
  takeFrom(Promise, ['any', 'withResolvers', 'try'])
  takeFrom(Array, ['fromAsync'])
  takeFrom(Element.prototype, ['replaceChildren', 'checkVisibility'])
  takeFrom(Document.prototype, ['replaceChildren'])
  takeFrom(HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover'])
  takeFrom(HTMLInputElement.prototype, ['showPicker'])
  takeFrom(AbortSignal, ['timeout', 'any', 'abort'])
  takeFrom(AbortSignal.prototype, ['throwIfAborted'])
  takeFrom(Crypto.prototype, ['randomUUID'])
  takeFrom(window, ['structuredClone', 'WeakRef', 'FinalizationRegistry', 'AggregateError'])
  const asked = CSS.supports.bind(CSS) as (...words: string[]) => boolean
  CSS.supports = (...words: string[]) => !words.join().includes(':where') && asked(...words)
}

test('every room opens, and an act is done, without anything that came after Chromium 78', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  await page.addInitScript(cameLater)
  await page.goto(`${demo.origin}/workbench/`)
  expect(await page.evaluate(() => 'structuredClone' in window)).toBe(false)
  await page.locator('#government').selectOption(city)
  await page.locator('#login').fill('office')
  await page.locator('#password').fill(demoPassword)
  await page.keyboard.press('Enter')
  const rooms = page.locator('nav.rooms a')
  await rooms.first().waitFor()
  for (const room of await rooms.all()) {
    if (!(await room.isVisible())) await page.locator('.more-rooms > summary').click()
    await room.click()
    await expect(page.locator('main h1').first()).toBeVisible()
    await expect(page.locator('.waiting')).toHaveCount(0)
    await expect(page.locator('.problem')).toHaveCount(0)
  }
  await page.goto(`${demo.origin}/workbench/`)
  const row = page.locator('.duty-group-receive [data-row]').first()
  const title = await row.innerText()
  await row.press('Enter')
  await expect(page.locator('.matter-title h1')).toHaveText(title)
  await page.locator('.act-primary').first().click()
  const unit = page.locator('.act-form input#field-assignments')
  await unit.click()
  await page.keyboard.type('csgl')
  // Initials are known once what sounds are has come.
  await page.locator('.ant-select-item-option', { hasText: '城市管理局' }).first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.locator('.act-form .assignments')).toContainText('城市管理局')
  const send = page.locator('.act-form button[type=submit]')
  // Styled as it is elsewhere: filled, where the rule that fills it begins with what such an engine does not know.
  await expect(send).toHaveCSS('background-color', 'rgb(15, 86, 179)')
  await send.click()
  await expect(page.locator('.done').first()).toBeVisible()
  expect(complaints).toEqual([])
})
