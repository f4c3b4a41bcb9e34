import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { type NewGovernment, newGovernment } from './new-government.js'
import { staff } from './staff.js'

const government = 'bulletins'
let own: NewGovernment

/** Four letters of which one is concluded; then the clock is moved into the next quarter: its round has opened, with a draft. */
test.beforeAll(async () => {
  test.setTimeout(240_000)
  const people = [
    { login: 'zhang', name: '张主任', role: 'office' },
    { login: 'sun', name: '孙区长', role: 'leader' },
  ]
  own = await newGovernment({ concept: 'bulletins', government, people })
  for (const title of ['甲', '乙', '丙', '丁']) {
    const sent = await fetch(`${own.origin}/api/matters`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ government, with: { title } }),
    })
    expect(sent.status, await sent.text()).toBeLessThan(300)
  }
  await own.goTo(new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10))
})
test.afterAll(() => own.stop())

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.HUIYIN_SHOTS) await page.screenshot({ path: join(process.env.HUIYIN_SHOTS, `${name}.png`), fullPage: true })
}

test('from the draft that made itself to the signed paper: a changed number is refused with its sentence, and put right', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await staff(browser, own.origin, { government, login: 'zhang' })
  await page.goto(`${own.origin}/workbench/office-duties`)
  await page.locator('.round-rows').getByRole('link', { name: '季度通报', exact: false }).last().click()
  const card = page.getByRole('region', { name: '文书' })
  await expect(card).toContainText('起草中')
  await card.getByRole('link', { name: '通报' }).click()
  await expect(page.getByRole('heading', { name: '统计项' })).toBeVisible()
  const text = page.getByLabel('总体情况（必写）')
  await expect(text).toHaveValue(/共收到\{收到=4\}件/)
  await expect(page.getByRole('article', { name: '文书预览' })).toContainText('共收到4件')
  await expectAccessible(page)
  await shot(page, 'bulletin-draft')

  await text.fill((await text.inputValue()).replace('{收到=4}', '{收到=5}'))
  await page.getByLabel('主送（必写）').fill('各单位')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert').first()).toContainText('写的是5，统计是4')
  await page.getByRole('button', { name: '签发' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '“总体情况”里' }).first()).toBeVisible()
  await shot(page, 'bulletin-differs')
  await page.getByRole('button', { name: '改成4' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('写的是5')).toHaveCount(0)
  await page.getByRole('button', { name: '签发' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/示通报〔\d{4}〕1号/)
  await expectAccessible(page)
  await shot(page, 'bulletin-signed')
  await page.getByRole('link', { name: '回到这件事项' }).click()
  await expect(page.locator('.timeline')).toContainText('共收到4件')
  await shot(page, 'bulletin-round')
})

test('a leader reads it in a minute, on a phone', async ({ browser }) => {
  const page = await staff(browser, own.origin, { government, login: 'sun' }, { width: 390, height: 844 })
  const digest = page.getByRole('region', { name: '近期通报' })
  await expect(digest).toContainText('收到')
  await expectAccessible(page)
  await shot(page, 'bulletin-digest')
})
