import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { axeFindings, expectAccessible } from './axe.js'
import { citizenAct, type Receipt, submit, track } from './citizen.js'
import type { Demo } from './demo.js'
import { startOwn } from './own-regulations.js'

import { act, type Fill, list, openMatter, radio, staff, text } from './staff.js'

/** A regulation that no line of code knows of, in a folder of the office's own, and all its screens. */
const own = fileURLToPath(new URL('../fixtures/seventh/', import.meta.url))
const government = 'yundu'

test.use({ actionTimeout: 45_000 })

let demo: Demo
let origin = ''
test.beforeAll(async () => {
  demo = await startOwn({ regulations: own, demos: [join(own, 'demo.yaml')] })
  origin = demo.origin
})
test.afterAll(() => demo.stop())

type Browser = Parameters<typeof staff>[0]
const signIn = (browser: Browser, login: string): Promise<Page> => staff(browser, origin, { government, login })
/** With scripts, unlike most citizens of our tests: axe needs them. */
const writerOf = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
const portal = (): string => `${origin}/${government}`

const onDay =
  (field: string, day: string): Fill =>
  async (form) => {
    await form.locator('.limit .ant-select').click()
    await form.page().locator('.ant-select-item-option', { hasText: '截止日期' }).click()
    await form.locator(`#field-${field}`).fill(day)
  }

const inDays = (days: number): string => new Date(Date.now() + (8 + days * 24) * 3_600_000).toISOString().slice(0, 10)
const dutyCard = (page: Page, name: string) =>
  page.locator('.duty, .strip-line', { has: page.locator('h3, summary > b', { hasText: new RegExp(`^${name}$`) }) })
const closed = (page: Page, name: string) =>
  page.locator('.closed-acts li', { has: page.locator('.closed-name', { hasText: new RegExp(`^${name}`) }) })

async function trackAndLook(page: Page, receipt: Receipt): Promise<void> {
  await track(page, portal(), receipt)
  expect(await axeFindings(page)).toEqual([])
}

/** The unit replies and the office sends it out. */
async function answer(unit: Page, office: Page, words: string): Promise<void> {
  await act(unit, '答复', text('result', words))
  await act(office, '审核发出', text('answer', words))
}

test('claimed within minutes, extended in two stages, promised, answered, done anew twice and not a third time', async ({
  browser,
}) => {
  const title = `公园的长椅全坏了 ${Date.now()}`
  const writer = await writerOf(browser)
  const receipt = await submit(writer, portal(), {
    title,
    body: '滨河公园东门一排长椅的木条都断了，老人没有地方坐，请修理。',
    picks: { mayPublish: 'yes' },
    phone: '13700000000',
  })
  expect(await axeFindings(writer)).toEqual([])

  const office = await signIn(browser, 'jiesu')
  await openMatter(office, origin, title)
  await act(office, '受理')
  await expect(dutyCard(office, '转办')).toContainText('24:00')
  await act(office, '转办', list('assignments', '云渡市城市管理局'))

  const unit = await signIn(browser, 'chengguan')
  const row = unit.locator('.duty-rows > li', { hasText: title })
  await expect(row.locator('.duty-name')).toHaveText('领办')
  await expectAccessible(unit)
  await openMatter(unit, origin, title)
  await expect(dutyCard(unit, '领办')).toContainText('第六条第一款')
  await act(unit, '领办')
  await act(unit, '联系诉求人', text('contactNote', '已电话联系，约定到现场看。'))

  const leader = await signIn(browser, 'lingdao')
  await openMatter(leader, origin, title)
  await act(unit, '申请延期', text('workdays', '5'), text('reason', '木料要另外订购。'))
  await leader.reload()
  await expect(closed(leader, '同意延期')).toHaveCount(1)
  await act(office, '同意延期', text('workdays', '5'))
  await act(unit, '申请延期', text('workdays', '10'), text('reason', '木料还没有到。'))
  await act(leader, '同意延期', text('workdays', '10'))
  await unit.reload()
  await expect(dutyCard(unit, '答复')).toContainText('已延期 2 次')
  await expectAccessible(unit)
  await expect(closed(unit, '申请延期')).toContainText('第九条第二款')

  const promised = inDays(40)
  await act(unit, '承诺日期', onDay('promisedLimit', promised), text('reason', '木料四十天后到。'))
  const card = dutyCard(unit, '按承诺答复')
  await expect(card).toContainText(`${promised} 24:00`)
  await card.locator('summary').first().click()
  await expect(card.locator('.strip-days')).toBeVisible()
  await expectAccessible(unit)
  await trackAndLook(writer, receipt)
  await expect(writer.locator('main')).toContainText('按承诺答复')
  await expect(writer.locator('.strip-days').first()).toBeVisible()

  await answer(unit, office, '长椅已经全部换了新的木条。')
  await expectAccessible(office)
  await trackAndLook(writer, receipt)
  await expect(writer.locator('main')).toContainText('长椅已经全部换了新的木条。')
  await citizenAct(writer, 'rate', { rating: 'bad' })
  await redo(writer, receipt, '有两张还是坏的。')
  await expect(writer.locator('main')).toContainText('第一次重办')

  await unit.reload()
  await expect(dutyCard(unit, '第一次重办')).toContainText('第十三条第一款')
  await answer(unit, office, '剩下的两张也换好了。')
  await trackAndLook(writer, receipt)
  await citizenAct(writer, 'rate', { rating: 'bad' })
  await redo(writer, receipt, '木条上有钉子。')

  const head = await signIn(browser, 'chengguan-head')
  await expect(head.locator('.duty-rows > li', { hasText: title })).toContainText('第二次重办')
  await answer(unit, office, '钉子已经全部打平，逐张检查过。')
  await trackAndLook(writer, receipt)
  await citizenAct(writer, 'rate', { rating: 'bad' })
  await trackAndLook(writer, receipt)
  const refused = writer.locator('.act-refused', { hasText: '要求重办' })
  await expect(refused).toContainText('第十三条第三款')
  await expect(writer.locator('form[action$="/acts/redo"]')).toHaveCount(0)
})

async function redo(page: Page, receipt: Receipt, reason: string): Promise<void> {
  await trackAndLook(page, receipt)
  const form = page.locator('form[action$="/acts/redo"]')
  await page.locator('details.act', { has: form }).locator('summary').first().click()
  await form.locator('[name="f.reason"]').fill(reason)
  await form.locator('button[type=submit]').click()
  await trackAndLook(page, receipt)
}

test('a second person reads before anything is declined', async ({ browser }) => {
  const title = `判决的钱没有给 ${Date.now()}`
  const writer = await writerOf(browser)
  const receipt = await submit(writer, portal(), { title, body: '法院去年判了，对方的钱一直没有给，请帮我要回来。' })
  const first = await signIn(browser, 'jiesu')
  await openMatter(first, origin, title)
  await act(first, '提出不予受理', radio('ground', '已经进入诉讼'), text('reason', '法院已经立案。'))
  await expect(closed(first, '复核：不予受理')).toContainText('第四条第三款')
  await expectAccessible(first)
  await trackAndLook(writer, receipt)
  await expect(writer.locator('main')).not.toContainText('法院已经立案')
  const second = await signIn(browser, 'jiesu2')
  await openMatter(second, origin, title)
  await act(second, '复核：不予受理')
  await trackAndLook(writer, receipt)
  await expect(writer.locator('main')).toContainText('不予受理')
})

test('four colours stand on the desk, each with its word', async ({ browser }) => {
  const unit = await signIn(browser, 'shuiwu')
  for (const [about, mark, colour] of [
    ['河边步道', '蓝灯', 'blue'],
    ['排水沟', '黄灯', 'yellow'],
    ['水压太低', '橙灯', 'orange'],
    ['井盖破损', '红灯', 'red'],
  ] as const) {
    const badge = unit.locator('.duty-rows > li', { hasText: about }).locator(`.badge-${colour}`)
    await expect(badge).toContainText(mark)
  }
  await expectAccessible(unit)
})

test('the desk of the office, and the rules as the portal shows them', async ({ browser }) => {
  const office = await signIn(browser, 'jiesu')
  await expectAccessible(office)
  await office.goto(`${portal()}/rules`)
  await office.getByRole('link', { name: '第2页' }).click()
  await expect(office.locator('main')).toContainText('第十六条第三款')
  expect(await axeFindings(office)).toEqual([])
})
