import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { sharedDemo } from './demo.js'
import { staff } from './staff.js'

const demo = sharedDemo()

const shots = process.env.HUIYIN_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const signedIn = (browser: Browser, login: string, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: 'shiliqu', login }, viewport)
const ledger = async (page: Page, kind: string, show = ''): Promise<void> => {
  await page.goto(`${demo.origin}/workbench/supervision/ledger?regulation=${kind}&show=${show}`)
  await expect(page.locator('.ledger-rows')).toBeVisible()
}
const line = (page: Page, title: string) => page.locator('.ledger-rows tbody > tr:not(.ledger-opened)', { hasText: title })
const treeOf = async (page: Page, title: string) => {
  const tree = await line(page, title).locator('.ledger-turn').getAttribute('aria-controls')
  return page.locator(`#${tree}`)
}
const home = '新增三个社区养老服务站'

test('who owes what in a supervised item: its tasks, the milestones below each, late first', async ({ browser }) => {
  const page = await signedIn(browser, 'duchashi')
  await page.getByRole('link', { name: '督办', exact: true }).click()
  await page.getByRole('link', { name: '台账：谁欠着什么' }).click()
  // Two kinds that go by the same word are told apart.
  const kinds = await page.locator('.ledger-choices fieldset').first().getByRole('button').allTextContents()
  expect(new Set(kinds).size).toBe(kinds.length)
  await page.getByRole('button', { name: '督查事项', exact: true }).click()
  await expect(page.locator('h1')).toHaveText('督查事项台账')
  await expect(page.locator('.ledger-rows thead')).toContainText('完成时限')
  // What is late is open from the start, and stands before what is not.
  await expect(line(page, '冬季清洁取暖补贴发放')).toBeVisible()
  const late = await page.locator('.ledger-rows tbody > tr:not(.ledger-opened) .ledger-owes').allTextContents()
  const firstClear = late.findIndex((each) => each.includes('没有逾期'))
  expect(firstClear).toBeGreaterThan(0)
  expect(late.slice(firstClear).every((each) => each.includes('没有逾期'))).toBe(true)
  const tree = await treeOf(page, home)
  await expect(tree).toBeVisible()
  const task = tree.locator('.owed-item', { hasText: '装修、消防验收' }).first()
  await expect(task.locator('.owed-item', { hasText: '三处全部进场施工' })).toContainText('逾期')
  await expect(task.locator('.owed-item', { hasText: '第一处进场施工' })).toContainText('已办到')
  await expect(tree.locator('.owed-item', { hasText: '选定三处房屋' })).toContainText(['报了完成，待核实'])
  await expect(tree.locator('.owed-item', { hasText: '选定三处房屋' })).toContainText(['督查室 核实、销号'])
  await expectAccessible(page)
  await shot(page, 'ledger-supervision')
})

test('the ledger by keys: walk, open, close, go to the matter', async ({ browser }) => {
  const page = await signedIn(browser, 'duchashi')
  await ledger(page, 'dawukou-supervision')
  await page.keyboard.press('j')
  const row = page.locator('.ledger-rows tbody > tr:not(.ledger-opened)').first()
  const turn = row.locator('.ledger-turn')
  await page.keyboard.press('ArrowLeft')
  await expect(turn).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(turn).toHaveAttribute('aria-expanded', 'true')
  const title = await row.locator('.row-link').textContent()
  await page.keyboard.press('Enter')
  await expect(page.locator('.matter-title h1')).toHaveText(title ?? '')
})

test('the ledger of instructions: who instructed, by when, fed back, checked, struck off', async ({ browser }) => {
  const page = await signedIn(browser, 'banggongshi')
  await ledger(page, 'dawukou-instructions', 'all')
  await expect(page.locator('.ledger-rows thead')).toContainText(['批示的领导'])
  await expect(line(page, '关于养老服务站运营的批示')).toContainText('示例副区长')
  await expect(line(page, '关于菜市场后门路灯问题的批示')).toContainText(/20\d\d-\d\d-\d\d/)
  await line(page, '关于学校周边交通问题的批示').locator('.ledger-owes').getByText('3 项，销 1 项').waitFor()
  const tree = await treeOf(page, '关于学校周边交通问题的批示')
  await expect(tree).toContainText('办法在三所学校试行')
  await expectAccessible(page)
  await shot(page, 'ledger-instructions')
  await page.getByRole('button', { name: '已经办完的' }).click()
  await expect(line(page, '关于菜市场后门路灯问题的批示')).toHaveCount(0) // struck off, and still to be filed
})

test('the ledger at 320 px, in English, and for a unit that sees its own alone', async ({ browser }) => {
  const page = await signedIn(browser, 'minzheng', { width: 320, height: 800 })
  await page.locator('header').getByRole('button', { name: 'English' }).click()
  await ledger(page, 'dawukou-supervision')
  await expect(page.locator('h1')).toHaveText('Ledger: supervised item')
  await expect(line(page, home)).toBeVisible()
  await expect(page.locator('.ledger-rows')).not.toContainText('路灯报修为什么拖了两个月')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(320)
  await expectAccessible(page)
  await shot(page, 'ledger-320-en')
})
