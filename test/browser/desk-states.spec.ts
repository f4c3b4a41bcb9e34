import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, sharedDemo } from './demo.js'
import { staff } from './staff.js'

const demo = sharedDemo()

/** Where the system's colours are forced it is the system that sees to contrast, unless a style keeps its own colours. axe reads the style's. */
async function isInForcedColours(page: Page): Promise<void> {
  await expectAccessible(page, ['color-contrast'])
  const own = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((each) => each.checkVisibility() && getComputedStyle(each).forcedColorAdjust === 'none')
      .map((each) => each.className),
  )
  expect(own).toEqual([])
}

async function isWhole(page: Page, isForced: boolean): Promise<void> {
  if (isForced) await isInForcedColours(page)
  else await expectAccessible(page)
  const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(cutOff, page.url()).toBeLessThanOrEqual(0)
}

const firstRow = (page: Page) => page.locator('.duty-line [data-row]').first()

/** What a desk can look like, one after another. */
const states: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['as it opens', (page) => firstRow(page).waitFor()],
  ['a row ticked', (page) => page.locator('.duty-line .pick').first().click()],
  ['the way to do something to several', (page) => page.locator('.pick-bar .main-link').click()],
  [
    'nothing in hand',
    async (page) => {
      await page.goto(`${demo.origin}/workbench/?whose=mine`)
      await page.locator('.empty').waitFor()
    },
  ],
  [
    'finding anything',
    async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('路灯')
      await page.locator('dialog.find [role=option]').first().waitFor()
    },
  ],
  [
    'the keys',
    async (page) => {
      await page.keyboard.press('Escape')
      await expect(page.locator('dialog.find')).toBeHidden()
      // The box gives the focus back when the browser comes to it: a key pressed before is nobody's.
      await expect(async () => {
        await page.keyboard.press('?')
        await expect(page.locator('dialog.keys')).toBeVisible({ timeout: 5_000 })
      }).toPass()
    },
  ],
  [
    'a matter with its notes',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.goto(`${demo.origin}/workbench/`)
      await firstRow(page).focus()
      await page.keyboard.press('Enter')
      await page.locator('.notes .block-head button').click()
      await page.locator('.note-form textarea').waitFor()
    },
  ],
  ['an act being filled in', (page) => page.locator('.act-primary:visible, .sticky-act:visible').first().click()],
  [
    'the units to choose from',
    async (page) => {
      await page.goto(`${demo.origin}/workbench/`)
      await page.locator('.duty-link', { hasText: '早市扩音喇叭太吵' }).click()
      const units = page.locator('.act-form .unit-input input').first()
      await units.or(page.locator('.sticky-act:visible')).first().waitFor()
      for (const act of await page.locator('.sticky-act:visible').all()) await act.click()
      await units.click()
      await page.locator('main .ant-select-item').first().waitFor()
    },
  ],
]

const looks = [
  { name: 'in forced colours', width: 1366, media: { forcedColors: 'active' } },
  { name: 'with less motion', width: 1366, media: { reducedMotion: 'reduce' } },
  { name: 'at 320 points', width: 320, media: {} },
] as const

for (const language of ['中文', 'English'] as const)
  for (const { name, width, media } of looks)
    test(`${language}: every state of a desk is whole ${name}`, async ({ browser }) => {
      const page = await staff(browser, demo.origin, { government: city, login: 'office' }, { width, height: 768 })
      await page.emulateMedia(media)
      if (language === 'English') await page.locator('.bar-button', { hasText: 'English' }).click()
      for (const [state, reach] of states)
        await test.step(state, async () => {
          await reach(page)
          await isWhole(page, 'forcedColors' in media)
        })
    })
