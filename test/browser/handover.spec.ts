import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { ownDemo } from './demo.js'
import { actOn, ask } from './rehearsal.js'
import { openMatter, staff } from './staff.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const signedIn = (browser: Browser, login: string, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: 'shiliqu', login }, viewport)
const batch = '区人代会第三次会议第二批建议'
const first = '区人代会第三次会议第一批建议'
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

test('once all are answered, units with ten or more sum up on their own desk, and the government sums up', async ({
  browser,
}) => {
  const office = await signedIn(browser, 'duchashi')
  await office.goto(`${demo.origin}/workbench/containers`)
  await office.locator('.container-rows').getByRole('link', { name: first }).click()
  await expect(office.locator('.matter-title h1')).toHaveText(first)
  await expect(office.locator('.matter-title .stage-big')).toHaveText('已集中交办')
  const batchId = new URL(office.url()).pathname.split('/').at(-1) ?? ''
  const { held } = await ask<{ held: readonly { number: string; title: string }[] }>(office, `containers/${batchId}`)
  const others = held.find(({ title }) => title === '关于整治背街停车的建议')?.number ?? ''
  expect(others).toMatch(/^\d{10}$/)
  for (const [login, title] of [
    ['chengguan', '关于整治背街停车的建议'],
    ['zhujian', '关于增加公厕的建议'],
  ] as const)
    await answered(browser, login, title)
  await office.reload()
  await expect(office.locator('.matter-title .stage-big')).toHaveText('都已答复，待总结')
  await expect(office.locator('main')).toContainText('报送区政府的总结')
  await shot(office, 'summary-owed')
  await actOn(office, batchId, 'askForSummaries', { assignments: [{ unit: 'zhujian', part: 'separate' }] })

  const unit = await signedIn(browser, 'zhujian')
  await unit.goto(`${demo.origin}/workbench/matters/${batchId}`)
  await expect(unit.locator('main')).toContainText('总结办理工作')
  await expect(unit.locator('main')).toContainText('清单合计件数已屏蔽')
  await expect(unit.locator('main')).not.toContainText(others)
  await expectAccessible(unit)
  await shot(unit, 'summary-unit')
  const summary = { experience: '先踏勘再答复。', shortcomings: '个别晚了。', improvement: '早协商。' }
  await actOn(unit, batchId, 'submitSummary', summary)
  const other = await signedIn(browser, 'chengguan')
  await other.goto(`${demo.origin}/workbench/matters/${batchId}`)
  await expect(other.locator('main')).not.toContainText(first)
  const own = { summaryExperience: '早协商。', summaryShortcomings: '个别答复慢。', summaryImprovement: '早交办。' }
  await actOn(office, batchId, 'sendSummary', own)
  await office.reload()
  await expect(office.locator('.matter-title .stage-big')).toHaveText('已总结')
  await shot(office, 'summary-done')
})

/** Handled and answered by its unit, whose head seals the answer. */
async function answered(browser: Browser, login: string, title: string): Promise<void> {
  const [unit, head] = [await signedIn(browser, login), await signedIn(browser, `${login}-head`)]
  await openMatter(unit, demo.origin, title)
  const id = new URL(unit.url()).pathname.split('/').at(-1) ?? ''
  await actOn(unit, id, 'signFor', { handler: await accountOf(unit), fileNumber: '收1' })
  await actOn(unit, id, 'draftPlan', { plan: '先踏勘，再商量。' })
  await actOn(unit, id, 'contact', { contactPhase: 'before', contactMode: 'telephone', contactNote: '核对了地点。' })
  await actOn(unit, id, 'answerPoint', { item: 1, pointAnswer: '已经解决。' })
  const said = {
    replyText: '已经解决。',
    resultClass: 'solved',
    adoption: '已经办好。',
    publicity: 'not',
    publicityReason: '个案。',
  }
  await actOn(unit, id, 'draft', said)
  await actOn(head, id, 'approve', { sealedReply: [await uploaded(head)] })
  await actOn(unit, id, 'reply', { replyNumber: '示函〔2026〕1号', formEnclosed: true })
  await unit.close()
  await head.close()
}

const accountOf = async (page: Page): Promise<string> => (await ask<{ account: { id: string } }>(page, 'session')).account.id

/** The id of a paper under seal, kept for the government. */
async function uploaded(page: Page): Promise<string> {
  const buffer = await readFile(new URL('../../demo/files/sealed-reply.pdf', import.meta.url))
  const kept = await page.request.post(`${demo.origin}/api/attachments?government=shiliqu`, {
    multipart: { file: { name: 'sealed-reply.pdf', mimeType: 'application/pdf', buffer } },
    headers: { 'x-csrf-token': (await ask<{ csrf: string }>(page, 'session')).csrf },
  })
  return ((await kept.json()) as { id: string }).id
}
