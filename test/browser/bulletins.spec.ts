import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { type NewGovernment, newGovernment } from './new-government.js'
import { staff } from './staff.js'

const government = 'bulletins'
let own: NewGovernment

/** Four letters of which one is concluded; then the clock is moved into the next quarter: its round has opened, with a draft. */
test.beforeAll(async () => {
  const people = [
    { login: 'zhang', name: '张主任', role: 'office' },
    { login: 'sun', name: '孙区长', role: 'leader' },
  ]
  own = await newGovernment({ concept: 'bulletins', government, people })
  for (const title of ['甲', '乙', '丙', '丁']) await sendIn(title)
  await own.goTo(dayIn(100))
})
test.afterAll(() => own.stop())

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function sendIn(title: string): Promise<void> {
  const sent = await fetch(`${own.origin}/api/matters`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ government, with: { title } }),
  })
  expect(sent.status, await sent.text()).toBeLessThan(300)
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.HUIYIN_SHOTS) await page.screenshot({ path: join(process.env.HUIYIN_SHOTS, `${name}.png`), fullPage: true })
}

test('from the draft that made itself to the signed paper: a changed number is refused with its sentence, and put right', async ({
  browser,
}) => {
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
  // The refusal comes when the number has been put right already: it says nothing then.
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && /documents\/[^/]+$/.test(answer.url()))
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/issue'))
  await page.route('**/issue', async (route) => {
    const answer = await route.fetch()
    await saved
    await route.fulfill({ response: answer })
  })
  await page.getByRole('button', { name: '签发' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '“总体情况”里' }).first()).toBeVisible()
  await shot(page, 'bulletin-differs')
  await page.getByRole('button', { name: '改成4' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await refused
  await page.unroute('**/issue')
  await expect(page.getByText('写的是5')).toHaveCount(0)
  await page.getByRole('button', { name: '签发' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/示通报〔\d{4}〕1号/)
  await expectAccessible(page)
  await shot(page, 'bulletin-signed')
  await page.getByRole('link', { name: '回到这件事项' }).click()
  await expect(page.locator('.timeline')).toContainText('共收到4件')
  await shot(page, 'bulletin-round')

  // 专题: over days of a person's own, begun from any round; a letter of the last of them that came after it was signed is a correction.
  await card.getByRole('button', { name: '做一份文书' }).click()
  await card.getByLabel('文书的种类').selectOption('专题通报')
  await card.getByLabel('开始日期').fill(dayIn(-1))
  await card.getByLabel('结束日期').fill(dayIn(200))
  await card.getByRole('button', { name: '开始做' }).click()
  await expect(card.getByRole('alert')).toContainText('还没有到的日子')
  await expect(card.getByLabel('开始日期')).toHaveValue(dayIn(-1))
  await shot(page, 'bulletin-days')
  await card.getByLabel('结束日期').fill(dayIn(100))
  await card.getByRole('button', { name: '开始做' }).click()
  await expect(page.getByLabel('情况（必写）')).toHaveValue(/收到\{收到=4\}件/)
  await expectAccessible(page)
  await page.getByLabel('情况（必写）').press('End')
  await page.keyboard.type('请各单位抓紧。')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('article', { name: '文书预览' })).toContainText('请各单位抓紧')
  await page.getByRole('button', { name: '签发' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/示专题〔\d{4}〕1号/)
  await sendIn('戊')
  await page.reload()
  await expect(page.getByRole('note')).toContainText('签发以后有1处数字变了')
  await expect(page.getByRole('article', { name: '文书预览' })).toContainText('收到4件')
  await shot(page, 'bulletin-special')
})

test('a week has drafted itself, too: it is signed, and meets the duty of its round', async ({ browser }) => {
  const page = await staff(browser, own.origin, { government, login: 'zhang' })
  await page.goto(`${own.origin}/workbench/office-duties`)
  await page.locator('.round-rows').getByRole('link', { name: '每周情况' }).last().click()
  const card = page.getByRole('region', { name: '文书' })
  await card.getByRole('link', { name: '周报' }).click()
  await expect(page.getByLabel('情况（必写）')).toHaveValue(/^\{期间=\d{4}年第\d+周.*收到\{收到=4\}件/)
  await page.getByLabel('情况（必写）').press('End')
  await page.keyboard.type('无其他。')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('article', { name: '文书预览' })).toContainText('无其他')
  await page.getByRole('button', { name: '签发' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/示周报〔\d{4}〕1号/)
  await shot(page, 'bulletin-week')
  await page.getByRole('link', { name: '回到这件事项' }).click()
  await expect(page.locator('.timeline')).toContainText('收到4件')
})

test('a leader reads it in a minute, on a phone', async ({ browser }) => {
  const page = await staff(browser, own.origin, { government, login: 'sun' }, { width: 390, height: 844 })
  const digest = page.getByRole('region', { name: '近期通报' })
  await expect(digest).toContainText('收到')
  await expect(digest).toContainText('周报')
  await expectAccessible(page)
  await shot(page, 'bulletin-digest')
  const word = digest.getByRole('link', { name: '下载摘要（Word）' })
  const [file] = await Promise.all([page.waitForEvent('download'), word.click()])
  expect(file.suggestedFilename()).toMatch(/^通报摘要\d{4}-\d{2}-\d{2}\.docx$/)
})
