import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, sharedDemo } from './demo.js'
import { staff } from './staff.js'

const demo = sharedDemo()

type Browser = Parameters<typeof staff>[0]
const signIn = (browser: Browser, login = 'office', viewport?: { width: number; height: number }) =>
  staff(browser, demo.origin, { government: city, login }, viewport)

/** Goes to the version under which new matters start. */
async function openVersion(page: Page): Promise<string> {
  await page.goto(`${demo.origin}/workbench/regulations`)
  await page
    .locator('.version', { has: page.locator('.mark-blue') })
    .locator('h2 a[href*="/longnan-wenzheng/"]')
    .click()
  await page.locator('.clause-row').first().waitFor()
  return page.url()
}

for (const [size, viewport] of [
  ['a desk', { width: 1366, height: 768 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`every tab on ${size}: accessible, nothing cut off`, async ({ browser }) => {
    const page = await signIn(browser, 'office', viewport)
    const look = async (): Promise<void> => {
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), page.url()).toBeLessThanOrEqual(
        0,
      )
    }
    await page.goto(`${demo.origin}/workbench/regulations`)
    await page.locator('.version').first().waitFor()
    await look()
    const version = await openVersion(page)
    await page.locator('.clause-scenarios').first().waitFor()
    await page.locator('.clause-scenarios > summary').first().click()
    await look()
    for (const [tab, shown] of [
      ['diagram', '.graph'],
      ['readings', '.regulation-block'],
      ['what-if', '.dial'],
      ['simulator?scenario=0', '.play-steps > li'],
    ] as const) {
      await page.goto(`${version}/${tab}`)
      await page.locator(shown).first().waitFor({ state: 'attached' })
      if (tab === 'what-if') await page.locator('.what-if-dials summary').first().click()
      if (tab === 'diagram') await page.locator('.diagram-stage button').first().click()
      if (tab.startsWith('simulator')) await page.locator('.play-acts button, .play-closed > summary').first().click()
      await look()
    }
  })
}

test('a clause is found, and its link leads to it', async ({ browser }) => {
  const page = await signIn(browser)
  await openVersion(page)
  const all = await page.locator('.clause-row').count()
  await page.locator('.counter', { hasText: '自动执行' }).click()
  await expect.poll(() => page.locator('.clause-row').count()).toBeLessThan(all)
  await expect(page.locator('.clause-row .mark-form')).toHaveCount(0)
  await page.getByRole('searchbox').fill('没有这样的词')
  await expect(page.locator('.empty')).toBeVisible()
  await page.getByRole('searchbox').fill('')
  const last = page.locator('.clause-row').last()
  const id = await last.getAttribute('id')
  await page.goto(`${page.url().split('?')[0]}#${id}`)
  await page.reload()
  await expect(page.locator(`[id="${id}"]`)).toBeFocused()
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport()
})

test('the count of a stage opens the matters it counts', async ({ browser }) => {
  const page = await signIn(browser)
  const version = await openVersion(page)
  await page.goto(`${version}/diagram`)
  const link = page.locator('.diagram-stage a').first()
  const count = Number.parseInt((await link.textContent()) ?? '', 10)
  await link.click()
  await page.locator('.matter-rows').waitFor()
  await expect(page.locator('.page-head')).toContainText(`${count} 件`)
})

test('a scenario is played to another day, and its link plays the same', async ({ browser }) => {
  const page = await signIn(browser)
  const version = await openVersion(page)
  await page.goto(`${version}/simulator?scenario=0`)
  await page.locator('.play-steps > li').first().waitFor()
  const steps = await page.locator('.play-steps > li').count()
  const before = await page.locator('#play-now').inputValue()
  await page.getByRole('button', { name: '往后一天' }).click()
  await expect(page.locator('#play-now')).not.toHaveValue(before)
  await expect(page.locator('.play.stale')).toHaveCount(0)
  const [link, now] = [page.url(), await page.locator('#play-now').inputValue()]
  expect(link).toContain('#p=')
  const other = await signIn(browser, 'office2')
  await other.goto(link)
  await expect(other.locator('.play-steps > li')).toHaveCount(steps)
  await expect(other.locator('#play-now')).toHaveValue(now)
  await other.locator('#play-now').fill('一会儿')
  await other.getByRole('button', { name: '看这一刻' }).click()
  await expect(other.getByRole('alert')).toContainText('请按')
})

test('numbers are tried on what was recorded; wrong ones are named; a unit is not offered it', async ({ browser }) => {
  const page = await signIn(browser)
  const version = await openVersion(page)
  await page.goto(`${version}/what-if`)
  await page.locator('.what-if-dials summary').first().click()
  const dial = page.locator('.dial .plain-input').first()
  await dial.fill('许多')
  await page.getByRole('button', { name: '开始试算' }).click()
  await expect(page.getByRole('alert')).toContainText('请填')
  await expect(dial).toHaveValue('许多')
  await dial.fill('0')
  await page.getByRole('button', { name: '开始试算' }).click()
  await expect(page.locator('.what-if-result h2')).toHaveText('算完了')
  await expectAccessible(page)
  const unit = await signIn(browser, 'chengguan')
  await unit.goto(version)
  await unit.locator('.clause-row').first().waitFor()
  await expect(unit.locator('.regulation-tabs')).not.toContainText('试算')
})
