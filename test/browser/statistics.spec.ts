import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
const officer = (browser: Browser, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: city, login: 'office' }, viewport)
const counted = async (page: Page): Promise<void> => {
  await expect(page.locator('.waiting')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '总表' })).toBeVisible()
}

for (const [size, viewport] of [
  ['a desk', { width: 1366, height: 768 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`the figures on ${size}: accessible, nothing cut off`, async ({ browser }) => {
    const page = await officer(browser, viewport)
    await page.getByRole('link', { name: '统计', exact: true }).click()
    await counted(page)
    await page.getByRole('button', { name: '今年' }).click()
    await counted(page)
    await expect(page.locator('.charts img').first()).toBeVisible()
    if (shots) await page.screenshot({ path: `${shots}/statistics-${viewport.width}.png`, fullPage: true })
    await expectAccessible(page)
    const cutOff = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(await cutOff()).toBeLessThanOrEqual(0)
    // What a leader reads in a minute: the same numbers, on one sheet, by keys.
    const row = page.locator('tr', { has: page.getByRole('rowheader', { name: '逾期未办', exact: true }) })
    const late = await row.getByRole('link').first().textContent()
    await page.getByRole('link', { name: '一页要览' }).click()
    await page.getByRole('button', { name: '今年' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '今年' })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('.glance-number')).toHaveCount(3)
    await expect(page.locator('.glance .panel h2')).toHaveText(['现在逾期最久', '现在的预警', '逾期未办结多的单位', '本周比上周'])
    const number = page.locator('.glance-number', { has: page.getByRole('heading', { name: '逾期未办' }) }).getByRole('link')
    await expect(number).toHaveText(late ?? '')
    await expect(page.locator('.glance-late > li').first()).toContainText('逾期')
    if (shots) await page.screenshot({ path: `${shots}/glance-${viewport.width}.png`, fullPage: true })
    await expectAccessible(page)
    expect(await cutOff()).toBeLessThanOrEqual(0)
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    expect(sheets).toHaveLength(1)
    await number.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.page-head')).toContainText(`${late} 件`)
  })
}

test('a number opens as many matters as it says, and the way back keeps the time span', async ({ browser }) => {
  const page = await officer(browser)
  await page.goto(`${demo.origin}/workbench/statistics?from=2020-01-01&to=2024-12-31`)
  await counted(page)
  await page.getByRole('button', { name: '今年' }).click()
  await counted(page)
  const number = page
    .locator('tr', { has: page.getByRole('rowheader', { name: '收到', exact: true }) })
    .getByRole('link')
    .first()
  const count = Number(await number.textContent())
  await number.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('收到的事项')
  await expect(page.locator('.page-head')).toContainText(`${count} 件`)
  const rows = page.locator('.matter-rows tbody tr')
  const more = page.getByRole('button', { name: '再看一些' })
  await expect(rows.first()).toBeVisible()
  while ((await rows.count()) < count) {
    const before = await rows.count()
    await more.click()
    await expect.poll(() => rows.count()).toBeGreaterThan(before)
  }
  await expect(rows).toHaveCount(count)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/statistics-list.png` })
  await page.getByRole('link', { name: '回到统计' }).click()
  await counted(page)
  await expect(page.getByRole('button', { name: '今年' })).toHaveAttribute('aria-pressed', 'true')
})

test('a wrong day is told beside it, by keyboard alone, and what was typed is kept', async ({ browser }) => {
  const page = await officer(browser)
  await page.goto(`${demo.origin}/workbench/statistics`)
  await counted(page)
  const last = page.getByLabel('结束日期')
  await last.fill('2025-02-30')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('请写成 2025-09-30 的样子')
  await expect(last).toHaveValue('2025-02-30')
  await expect(last).toBeFocused()
  await expectAccessible(page)
})

test('taken apart another way, and out as a workbook', async ({ browser }) => {
  const page = await officer(browser)
  await page.goto(`${demo.origin}/workbench/statistics`)
  await counted(page)
  await page.getByRole('button', { name: '按月份' }).click()
  await expect(page.getByRole('button', { name: '按月份' })).toHaveAttribute('aria-pressed', 'true')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出表格' }).click()
  expect((await coming).suggestedFilename()).toMatch(/^统计 \d{4}-\d{2}-\d{2} 至 \d{4}-\d{2}-\d{2}\.xlsx$/)
  // Built as it is looked at, by two things at once; kept, and there again by its name; on a phone, too.
  await page.getByRole('link', { name: '做报表' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '报表' })).toBeVisible()
  await page.getByLabel('行按').selectOption('unit')
  await page.getByLabel('时段').selectOption('thisYear')
  await page.getByRole('combobox', { name: /^列/ }).selectOption('month')
  await expect(page.locator('.report tfoot th')).toHaveText('合计（不重复）')
  await expect(page.locator('.report thead th').nth(1)).toHaveText('合计（不重复）')
  await page.getByText('保存这张报表').click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText('请给报表起个名称')
  await page.getByLabel('名称').fill('各单位逐月')
  await page.getByLabel('定期制作').selectOption('week')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('link', { name: '各单位逐月' })).toBeVisible()
  await expect(page.locator('.report-kept')).toContainText('每周制作，下一次截至')
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  if (shots) await page.screenshot({ path: `${shots}/report-390.png`, fullPage: true })
  await page.setViewportSize({ width: 1366, height: 768 })
  if (shots) await page.screenshot({ path: `${shots}/report-1366.png`, fullPage: true })
  await page.locator('.report tfoot td').first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('收到的事项')
})
