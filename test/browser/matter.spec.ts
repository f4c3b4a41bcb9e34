import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { citizen, submit } from './citizen.js'
import { city, ownDemo } from './demo.js'
import { act, actButton, list, openMatter, staff, text, yes } from './staff.js'

const demo = ownDemo()

const phone = { width: 390, height: 844 }
const body = '小区有三个问题：1、北门外的井盖松动，响声很大。2、路灯三天不亮。3、垃圾两天没人清运。'
const signIn = (browser: Parameters<typeof staff>[0], login: string, viewport?: { width: number; height: number }) =>
  staff(browser, demo.origin, { government: city, login }, viewport)

async function letter(browser: Parameters<typeof staff>[0], about: string): Promise<string> {
  const title = `${about} ${Date.now()}`
  await submit(await citizen(browser), `${demo.origin}/${city}`, {
    title,
    body,
    picks: { category: 'complaint' },
    phone: '13800000000',
  })
  return title
}

async function isWhole(page: Page): Promise<void> {
  await expectAccessible(page)
  const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(cutOff, page.url()).toBeLessThanOrEqual(0)
}

async function openAct(page: Page, name: string): Promise<Locator> {
  await (await actButton(page, name)).click()
  const form = page.locator('.act-form')
  await expect(form.locator('h2')).toContainText(name)
  return form
}

/** Tabs on until what is wanted has the focus; in a list, which is one stop, by the key that walks it. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(wanted).toBeFocused()
}

/** As whoever is signed in there, by the interface. */
const send = (page: Page, path: string, data: unknown): Promise<number> =>
  page.evaluate(
    async ([url, content]) => {
      const session = await (await fetch('/api/session')).json()
      const headers = { 'content-type': 'application/json', 'x-csrf-token': session.csrf }
      return (await fetch(String(url), { method: 'POST', headers, body: JSON.stringify(content) })).status
    },
    [path, data],
  )

test('an answer is written beside the message, with help that can be put aside', async ({ browser }) => {
  const title = await letter(browser, '三个问题')
  const office = await signIn(browser, 'office')
  const kept = { act: 'reply', field: 'replyText', title: '感谢来信', text: '感谢您对城市管理工作的监督。' }
  const ground = { act: 'reply', field: 'legalBasis', title: '市政设施', text: '市政设施管理的有关规定' }
  for (const text of [kept, ground]) expect(await send(office, '/api/administration/standard-texts', text)).toBeLessThan(300)
  await openMatter(office, demo.origin, title)
  await act(office, '受理')
  await act(office, '转办', list('assignments', '示例市城市管理局'))

  const page = await signIn(browser, 'chengguan')
  await openMatter(page, demo.origin, title)
  await expect(page.locator('.strip-line').first()).toBeVisible()
  const form = await openAct(page, '回复诉求人并提交办理情况')
  const reply = form.locator('.reply', { has: page.locator('#field-replyText') })
  const answer = reply.locator('#field-replyText')

  // Help stands where the answer is written; elsewhere only what somebody keeps for just that.
  await expect(form.locator('.reply')).toHaveCount(1)
  const basis = form.locator('.field', { has: page.locator('#field-legalBasis') })
  await expect(form.getByRole('button', { name: '规范用语' })).toHaveCount(2)
  await basis.getByRole('button', { name: '规范用语' }).click()
  await basis.getByRole('button', { name: '插入“市政设施”' }).click()
  await expect(basis.locator('textarea')).toHaveValue('市政设施管理的有关规定')
  await expect(basis.locator('textarea')).toBeFocused()

  // Without a mouse: the points, a tick, a standard text at the cursor.
  await tabTo(page, reply.getByRole('button', { name: '规范用语' }))
  await reply.getByRole('button', { name: '对照原文' }).press('Enter')
  const points = reply.locator('.point input')
  await expect(points).toHaveCount(4)
  await points.nth(1).press('Space')
  await expect(reply.locator('.reply-points legend')).toContainText('1 / 4')
  await answer.fill('井盖已经固定。')
  await answer.press('Home')
  await reply.getByRole('button', { name: '规范用语' }).press('Enter')
  await reply.getByRole('button', { name: '插入“感谢来信”' }).first().press('Enter')
  await expect(answer).toHaveValue('感谢您对城市管理工作的监督。井盖已经固定。')
  await expect(answer).toBeFocused()
  await page.keyboard.type('已告知王小明先生，电话13911112222。')
  await expect(answer).toHaveValue(/监督。已告知王小明先生，电话13911112222。井盖/)
  const warnings = reply.locator('.reply-warnings li')
  await expect(warnings).toHaveCount(2)
  await expect(warnings.first()).toContainText('13911112222')
  await expect(warnings.last()).toContainText('2、路灯三天不亮。3、')
  await isWhole(page)
  await warnings.first().getByRole('button', { name: '不用提醒' }).press('Enter')
  await expect(warnings).toHaveCount(1)

  // What is written to the requester is not what the public reads: that is written when it is published.
  await form.locator('#field-result').fill('换了两个螺栓。')
  await reply.getByRole('button', { name: '公开页预览' }).press('Enter')
  await expect(reply.locator('.reply-preview')).toContainText(/不会出现在公开页上：.*办理结果/)
  await expect(reply.locator('.public-page')).not.toContainText('换了两个螺栓')
  await isWhole(page)
  await reply.getByRole('button', { name: '对照原文' }).click()
  for (const size of [phone, { width: 360, height: 740 }]) {
    await page.setViewportSize(size)
    await isWhole(page)
  }

  await page.reload()
  await expect(answer).toHaveValue(/监督。/)
  await reply.getByRole('button', { name: '对照原文' }).click()
  await expect(reply.locator('.point input').nth(1)).toBeChecked()
  await reply.getByRole('button', { name: '写作提醒：开' }).click()
  await expect(reply.locator('.reply-warnings')).toHaveCount(0)
  await page.reload()
  await expect(reply.getByRole('button', { name: '写作提醒：关' })).toBeVisible()
})

test('what the public will read is filled in from the reply, looked at, and what may name somebody taken out', async ({
  browser,
}) => {
  const title = await letter(browser, '公开之前')
  const office = await signIn(browser, 'office')
  await openMatter(office, demo.origin, title)
  await act(office, '受理')
  await act(office, '转办', list('assignments', '示例市城市管理局'))
  const unit = await signIn(browser, 'chengguan')
  await openMatter(unit, demo.origin, title)
  await act(
    unit,
    '回复诉求人并提交办理情况',
    text('handledAt', '本周三上午'),
    text('handledBy', '市政管理所'),
    text('result', '井盖已经固定。'),
    text('legalBasis', '市政设施管理的有关规定'),
    text('requesterInformed', '已电话告知。'),
    text('signOffNumber', 'OA办文第6号'),
    text('signedBy', '分管负责人'),
    yes('secrecyChecked'),
    text('replyText', '王小明先生，您好：井盖已经固定，有事请打13911112222。'),
  )
  const reviewer = await signIn(browser, 'office2')
  await openMatter(reviewer, demo.origin, title)
  await act(reviewer, '同意办结')
  await reviewer.reload()
  const form = await openAct(reviewer, '对外发布')
  await expect(form.locator('#field-publicReply')).toHaveValue(/王小明先生.*13911112222/)
  await expect(form.locator('.public-step mark')).toHaveCount(2)
  await isWhole(reviewer)
  await form.locator('#field-publicReply').fill('您好：井盖已经固定。')
  await expect(form.locator('.public-step mark')).toHaveCount(0)
  await expect(form.locator('.public-page')).toContainText('井盖已经固定')
  await form.locator('button[type=submit]').click()
  await expect(reviewer.locator('.done')).toContainText('对外发布')
  const reader = await citizen(browser)
  await reader.goto(`${demo.origin}/${city}/answers`)
  await expect(reader.locator('main')).not.toContainText('13911112222')
})

test('a field is asked for as soon as another one makes it necessary', async ({ browser }) => {
  const title = await letter(browser, '要不要理由')
  const page = await signIn(browser, 'office')
  await openMatter(page, demo.origin, title)
  const form = await openAct(page, '不予受理')
  const reason = form.locator('.field', { has: page.locator('label[for="field-reason"]') })
  await expect(reason.locator('.needed')).toHaveCount(0)
  await form.locator('input#field-ground').click()
  await page.keyboard.type('其他不宜受理')
  await page.keyboard.press('Enter')
  await expect(reason.locator('.needed')).toBeVisible()
})

test('on paper: content, process and days with their clauses, and nothing to press', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await page.goto(`${demo.origin}/workbench/matters`)
  await page.locator('[data-row]').first().click()
  await page.locator('.matter').waitFor()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.matter-head')).toBeVisible()
  await expect(page.locator('#timeline')).toBeVisible()
  const pressed = await page.locator('button:visible, .bar:visible, .acts:visible, .foot:visible').count()
  expect(pressed).toBe(0)
  const clause = page.locator('.timeline .clauses li b').first()
  await expect(clause).toBeVisible()
})

test('a leader decides from a telephone', async ({ browser }) => {
  const title = await letter(browser, '请市领导批示')
  const office = await signIn(browser, 'office')
  await openMatter(office, demo.origin, title)
  await act(office, '受理')
  await act(office, '形成信息专报', text('specialReport', '三个问题涉及两个部门，建议明确牵头单位。'))

  const page = await signIn(browser, 'leader', phone)
  const item = page.locator('.leader-link', { hasText: title })
  await expect(item).toContainText('批示')
  await isWhole(page)
  await tabTo(page, item, 'ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.matter-title h1')).toHaveText(title)
  await expect(page.locator('.leader-asked')).toContainText('批示信息专报')
  await isWhole(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await isWhole(page)
  const instruct = page.locator('.act-primary', { hasText: '批示' })
  const box = await instruct.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  await tabTo(page, instruct)
  await page.keyboard.press('Enter')
  const field = page.locator('#field-instruction')
  await tabTo(page, field)
  await page.keyboard.type('请城管局牵头，一周内解决。')
  await isWhole(page)
  await tabTo(page, page.locator('.act-form button[type=submit]'))
  await page.keyboard.press('Enter')
  await expect(page.locator('.done')).toContainText('批示')
  await page.getByRole('link', { name: '回到待批办' }).click()
  await expect(page.locator('.leader-decided')).toContainText('请城管局牵头')
  await expect(page.locator('.leader-link', { hasText: title })).toHaveCount(0)
  await page.setViewportSize({ width: 1366, height: 768 })
  await isWhole(page)
  await page.getByRole('link', { name: '我的待办' }).click()
  await expect(page.locator('h1')).toHaveText('我的待办')
})

test('a leader instructs on a telephone in three taps and a text', async ({ browser }) => {
  const title = await letter(browser, '请市领导三点批示')
  const office = await signIn(browser, 'office')
  await openMatter(office, demo.origin, title)
  await act(office, '受理')
  await act(office, '形成信息专报', text('specialReport', '涉及两个部门，建议明确牵头单位。'))
  const page = await signIn(browser, 'leader', phone)
  let taps = 0
  const tap = async (on: ReturnType<Page['locator']>): Promise<void> => {
    taps += 1
    await on.click()
  }
  await tap(page.locator('.leader-link', { hasText: title }))
  await tap(page.locator('.sticky-act', { hasText: '批示' }))
  await expect(page.locator('#field-instruction')).toBeFocused()
  await page.keyboard.type('请城管局牵头，一周内解决。')
  await isWhole(page)
  await tap(page.locator('.act-form button[type=submit]'))
  await expect(page.locator('.done')).toContainText('批示')
  expect(taps).toBe(3)
})
