import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { type Demo, startDemo } from './demo.js'
import { staff } from './staff.js'

let demo: Demo
test.beforeAll(async () => {
  test.setTimeout(240_000)
  demo = await startDemo()
})
test.afterAll(() => demo.stop())

const shots = process.env.HUIYIN_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const signedIn = (browser: Browser, login: string, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: 'shiliqu', login }, viewport)
const batch = '区人代会第三次会议第二批建议'
const room = async (page: Page): Promise<void> => {
  await page.goto(`${demo.origin}/workbench/containers`)
  await page.locator('.container-rows').getByRole('link', { name: batch }).click()
  await expect(page.locator('.matter-title h1')).toHaveText(batch)
}

test('a batch is counted against the list, taken in, handed over at once, and stands with each unit', async ({ browser }) => {
  const page = await signedIn(browser, 'duchashi')
  await room(page)
  const tally = page.locator('.tally')
  await expect(tally).toContainText('件数与清单不符')
  await expect(tally.locator('tfoot')).toContainText(['合计', '3', '1', '−2'].join(''))
  // One of which nobody has said whose it is may not come in yet.
  await expect(page.locator('.pool li', { hasText: '关于街头绿地的建议' })).toContainText('暂时列不进')
  await expectAccessible(page)
  await shot(page, 'handover-before')
  await page.getByRole('button', { name: '全部列入（2）' }).click()
  await expect(tally).toContainText('✓ 件数与清单相符')
  await expect(page.locator('.agenda-row')).toHaveCount(3)
  await page
    .locator('.own-acts')
    .getByRole('button', { name: /一起交办/ })
    .click()
  await page.getByLabel('交办文件文号').fill('示政办交〔2026〕9号')
  await page
    .locator('.work-panel')
    .getByRole('button', { name: /^一起交办/ })
    .last()
    .click()
  await expect(page.locator('.matter-title .stage-big')).toHaveText('已集中交办')
  await expect(page.locator('.agenda-row').first()).toContainText('办理中')
  await expectAccessible(page)
  await shot(page, 'handover-after')
  for (const [login, title] of [
    ['minzheng', '关于老年食堂的建议'],
    ['jiaoyu', '关于学校门口护栏的建议'],
    ['zhujian', '关于雨水管网的建议'],
  ] as const) {
    const unit = await signedIn(browser, login)
    await unit.goto(`${demo.origin}/workbench/matters`)
    await expect(unit.getByRole('link', { name: title })).toBeVisible()
    await unit.close()
  }
})

test('at 390 and 320 px and in English', async ({ browser }) => {
  for (const width of [390, 320]) {
    const page = await signedIn(browser, 'duchashi', { width, height: 800 })
    await page.locator('header').getByRole('button', { name: 'English' }).click()
    await room(page)
    await expect(page.locator('.tally')).toContainText('On the list')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
    await expectAccessible(page)
    await shot(page, `handover-${width}-en`)
    await page.close()
  }
})
