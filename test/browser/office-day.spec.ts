import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { citizen, citizenAct, type Receipt, submit, track } from './citizen.js'
import type { Demo } from './demo.js'
import { startOwn } from './own-regulations.js'
import { actOn, ask, asRehearsal, dayAfter } from './rehearsal.js'
import { act, type Fill, list, openMatter, staff, text } from './staff.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

let demo: Demo
let origin = ''
test.beforeAll(async () => {
  const files = [join(root, 'demo/one.yaml'), join(root, 'test/fixtures/seventh/demo.yaml')]
  const demos = await Promise.all(files.map(asRehearsal))
  demo = await startOwn({ regulations: join(root, 'test/fixtures/seventh'), demos })
  origin = demo.origin
})
test.afterAll(() => demo.stop())

/** How an office of one regulation does what every office does. */
type Office = {
  readonly government: string
  readonly office: string
  readonly reviewer: string
  readonly unit: string
  readonly unitId: string
  readonly other: string
  readonly letter: object
  readonly picks: Readonly<Record<string, string>>
  readonly afterDispatch: readonly string[]
  readonly extension: readonly (readonly [who: 'unit' | 'office', act: string, ...fills: readonly Fill[]])[]
  readonly returns: readonly Fill[]
  /** What the office states when it takes it back. */
  readonly returned: Readonly<Record<string, string>>
  readonly reply: object
  /** What an answer after the redoing must say besides. */
  readonly replyAnew: object
  readonly conclude: object
  readonly isConcludedByShare: boolean
  readonly badRating: string
  readonly redo: ((page: Page) => Promise<void>) | null
  readonly published: (title: string) => object
  readonly confidential: { readonly act: string; readonly stated: object } | null
  readonly red: string
}

const longnan: Office = {
  government: 'shili',
  office: 'office',
  reviewer: 'office2',
  unit: 'chengguan',
  unitId: 'chengguan',
  other: 'jiaoyu',
  letter: { channel: 'web', category: 'complaint' },
  picks: { category: 'complaint' },
  afterDispatch: [],
  extension: [
    ['unit', '申请延期', text('reason', '灯杆需从外地调运。')],
    ['office', '同意延期', text('workdays', '2')],
  ],
  returns: [text('reason', '不归我们管。'), text('basis', '三定规定')],
  returned: { responsibility: '由水务局负责。' },
  reply: {
    handledAt: '本周三上午',
    handledBy: '路灯管理所',
    result: '已全部修复。',
    legalBasis: '市政设施管理的有关规定',
    requesterInformed: '已电话告知。',
    signOffNumber: 'OA办文第6号',
    signedBy: '分管负责人',
    secrecyChecked: true,
    replyText: '您好，您反映的问题已经解决，感谢监督。',
  },
  replyAnew: { redoClass: 'handleNow' },
  conclude: {},
  isConcludedByShare: true,
  badRating: 'dissatisfied',
  redo: null,
  published: (title) => ({ publicTitle: title, publicReply: '您反映的问题已经解决。' }),
  confidential: { act: 'answerPrivately', stated: { reason: '涉及个人情况，不宜公开。' } },
  red: '红色预警',
}

const yundu: Office = {
  government: 'yundu',
  office: 'jiesu',
  reviewer: 'jiesu2',
  unit: 'chengguan',
  unitId: 'chengguan',
  other: 'shuiwu',
  letter: { channel: 'web', mayPublish: true },
  picks: { mayPublish: 'yes' },
  afterDispatch: ['claim', 'contact'],
  extension: [
    ['unit', '申请延期', text('workdays', '2'), text('reason', '木料要另外订购。')],
    ['office', '同意延期', text('workdays', '2')],
  ],
  returns: [text('reason', '不归我们管。')],
  returned: {},
  reply: { result: '已经修好。' },
  replyAnew: {},
  conclude: { answer: '您好，已经修好。' },
  isConcludedByShare: false,
  badRating: 'bad',
  redo: async (page) => {
    const form = page.locator('form[action$="/acts/redo"]')
    await page.locator('details.act', { has: form }).locator('summary').first().click()
    await form.locator('[name="f.reason"]').fill('还有两处没有修。')
    await form.locator('button[type=submit]').click()
  },
  published: (title) => ({ publicTitle: title, publicReply: '您好，已经修好。' }),
  confidential: null,
  red: '红灯',
}

type Row = { readonly id: string; readonly title: string }
const letters = 20
const titleOf = (index: number): string => `第${index + 1}件：路灯不亮`

/** Two citizens write at the portal; the others' letters come by the interface. */
async function receive(page: Page, { government, letter, picks }: Office): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = []
  const body = '人民路与解放路交叉口的三盏路灯已经不亮三天，请尽快修好。'
  for (let index = 0; index < letters; index += 1) {
    const title = titleOf(index)
    if (index < 2) receipts.push(await submit(page, `${origin}/${government}`, { title, body, picks, phone: '13800000000' }))
    else {
      const sent = await page.request.post(`${origin}/api/matters`, { data: { government, with: { ...letter, title, body } } })
      expect(sent.status(), await sent.text()).toBe(201)
      receipts.push(await sent.json())
    }
  }
  return receipts
}

/** Ticks every matter of a list, chooses an act, looks at what would become of each, and does it. */
async function inBulk(page: Page, name: RegExp, ...fills: readonly Fill[]): Promise<void> {
  await page.locator('.matter-rows').waitFor()
  await page.locator('thead label.pick').first().click()
  await page.getByRole('button', { name: '批量办理' }).click()
  await page.locator('.act-button', { has: page.locator('.act-name', { hasText: name }) }).click()
  const form = page.locator('.bulk-form')
  for (const fill of fills) await fill(form)
  await page.getByRole('button', { name: '先看看哪些能办' }).click()
  await page.locator('.bulk-preview .bulk-ready').waitFor()
  await page.getByRole('button', { name: /^确认/ }).click()
  await expect(page.locator('.bulk-progress')).toContainText(`已办 ${letters} 件`)
}

for (const ours of [longnan, yundu])
  test(`a day of the office, ${ours.government}: twenty letters, and the month's figures`, async ({ browser }) => {
    const { government } = ours
    const portal = `${origin}/${government}`
    const writer = await citizen(browser)
    const receipts = await receive(writer, ours)

    const office = await staff(browser, origin, { government, login: ours.office })
    await office.goto(`${origin}/workbench/matters`)
    await inBulk(office, /^受理$/)
    await office.goto(`${origin}/workbench/matters`)
    await inBulk(office, /^转办$/, list('assignments', '城市管理局'))

    const found = await ask<{ rows: readonly Row[] }>(office, 'matters?limit=50')
    const idOf = (index: number): string => found.rows.find(({ title }) => title === titleOf(index))?.id ?? ''
    const unit = await staff(browser, origin, { government, login: ours.unit })
    const other = await staff(browser, origin, { government, login: ours.other })

    // The third is not theirs: returned, and sent to another unit.
    await openMatter(unit, origin, titleOf(2))
    await act(unit, '申请退回', ...ours.returns)
    await actOn(office, idOf(2), 'acceptReturn', { unit: ours.unitId, ...ours.returned })
    await actOn(office, idOf(2), 'dispatch', { assignments: [{ unit: ours.other, role: 'lead' }] })

    const settle = async (page: Page, index: number): Promise<void> => {
      for (const name of ours.afterDispatch)
        await actOn(page, idOf(index), name, name === 'contact' ? { contactNote: '已联系。' } : {})
    }
    for (let index = 0; index < letters; index += 1) await settle(index === 2 ? other : unit, index)

    // The fourth takes longer.
    for (const [who, name, ...fills] of ours.extension) {
      const page = who === 'unit' ? unit : office
      await openMatter(page, origin, titleOf(3))
      await act(page, name, ...fills)
    }

    // All but the fifth are answered and concluded by somebody else than who answered.
    const reviewer = await staff(browser, origin, { government, login: ours.reviewer })
    const late = 4
    const answered = Array.from({ length: letters }, (_, index) => index).filter((index) => index !== late)
    for (const index of answered) {
      await actOn(index === 2 ? other : unit, idOf(index), 'reply', ours.reply)
      const share = ours.isConcludedByShare ? { unit: index === 2 ? ours.other : ours.unitId } : {}
      await actOn(reviewer, idOf(index), 'conclude', { ...ours.conclude, ...share })
    }

    // One is answered to its writer alone, the others are published.
    const confidential = 5
    for (const index of answered) {
      if (index !== confidential) await actOn(reviewer, idOf(index), 'publish', ours.published(titleOf(index)))
      else if (ours.confidential !== null) await actOn(reviewer, idOf(index), ours.confidential.act, ours.confidential.stated)
    }
    const stranger = await citizen(browser)
    await stranger.goto(`${portal}/answers`)
    await expect(stranger.locator('main')).toContainText(titleOf(6))
    await expect(stranger.locator('main')).not.toContainText(titleOf(confidential))

    // The first writer is not content.
    const first = receipts[0]
    if (first === undefined) throw new Error('no receipt')
    await track(writer, portal, first)
    await citizenAct(writer, 'rate', { rating: ours.badRating })
    await track(writer, portal, first)
    await ours.redo?.(writer)
    await actOn(unit, idOf(0), 'reply', { ...ours.reply, ...ours.replyAnew })
    await actOn(reviewer, idOf(0), 'conclude', { ...ours.conclude, ...(ours.isConcludedByShare ? { unit: ours.unitId } : {}) })

    // Three weeks later nobody has seen to the fifth.
    await ask(office, 'administration/rehearsal/clock', { on: dayAfter(21) })
    await office.goto(`${origin}/workbench/supervision`)
    await expect(office.locator('.standing-rows, .matrix').first()).toBeVisible()
    await expect(office.locator('main')).toContainText(ours.red)
    await expectAccessible(office)
    await unit.goto(`${origin}/workbench/`)
    const red = unit.locator('.duty-rows > li', { hasText: titleOf(late) }).filter({ hasText: ours.red })
    await expect(red.first()).toBeVisible()

    // The figures, and as many matters behind each.
    const period = `from=${dayAfter(0)}&to=${dayAfter(21)}`
    const { figures } = await ask<{ figures: readonly { id: string; now: { numerator: number } }[] }>(
      office,
      `statistics?${period}`,
    )
    const figure = (id: string): number | undefined => figures.find((each) => each.id === id)?.now.numerator
    expect(figure('received')).toBe(letters)
    expect(figure('accepted')).toBe(letters)
    expect(figure('concluded')).toBe(answered.length)
    expect(figure('returned')).toBe(1)
    expect(figure('extended')).toBe(1)
    expect(figure('redone')).toBe(1)
    expect(figure('rated')).toBe(1)
    expect(figure('published')).toBe(answered.length - 1)
    expect(figure('withheld')).toBe(ours.confidential === null ? undefined : 1)
    await office.goto(`${origin}/workbench/statistics?${period}`)
    await expect(office.locator('main')).toContainText(String(letters))
    await expectAccessible(office)
  })
