import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { ownDemo } from './demo.js'
import { actOn, ask } from './rehearsal.js'
import { radio, staff, text } from './staff.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const signedIn = (browser: Browser, login: string, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: 'shiliqu', login }, viewport)
const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const agenda = (page: Page) => page.locator('.agenda-row')
const panel = (page: Page) => page.locator('.work-panel')

async function room(page: Page, title: string): Promise<void> {
  await page.goto(`${demo.origin}/workbench/containers`)
  await page.locator('.container-rows').getByRole('link', { name: title }).click()
  await expect(page.locator('h1')).toHaveText(title)
}

/** A leader in one of their roles, on a telephone. */
async function onPhone(browser: Browser, login: string, role: string): Promise<Page> {
  const page = await signedIn(browser, login, { width: 390, height: 844 })
  await page.locator('.bar-choice select').selectOption({ label: role })
  await page.goto(`${demo.origin}/workbench/leader`)
  return page
}

/** From the list of what waits to the act done; answers how often it was tapped. */
async function decide(page: Page, title: string, act: string, typed: readonly [string, string] | null = null): Promise<number> {
  let taps = 0
  const tap = async (on: ReturnType<Page['locator']>): Promise<void> => {
    taps += 1
    await on.click()
  }
  await tap(page.locator('.leader-link', { hasText: title }).first())
  await expect(page.locator('.sticky-act')).toContainText(act)
  await tap(page.locator('.sticky-act'))
  if (typed !== null) await page.locator(`#field-${typed[0]}`).fill(typed[1])
  await shot(page, `phone-${act}`)
  await tap(page.locator('.act-form button[type=submit]'))
  await expect(page.locator('.done')).toContainText(act)
  return taps
}

test('a leader approves an item on a telephone in three taps', async ({ browser }) => {
  const page = await onPhone(browser, 'fuquzhang', '副区长')
  expect(await decide(page, '背街小巷照明改造', '审定同意')).toBe(3)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectAccessible(page)
})

test('a topic comes from the pool onto the agenda, and is put before another by key', async ({ browser }) => {
  const page = await signedIn(browser, 'banggongshi')
  await page.goto(`${demo.origin}/workbench/containers`)
  await page.locator('.page-head').getByRole('link', { name: '定会期' }).click()
  await expect(page.locator('.act-form')).toContainText('会议日期')
  await room(page, '第20次常务会议')
  await expect(agenda(page)).toHaveCount(1)
  await page.locator('.pool li').dragTo(agenda(page).first())
  await radio('priority', '急')(panel(page))
  await panel(page).locator('button[type=submit]').click()
  await expect(agenda(page)).toHaveCount(2)
  await page.getByRole('button', { name: '中小学校午餐监督办法：往前排' }).focus()
  await page.keyboard.press('Enter')
  await expect(agenda(page).first()).toContainText('中小学校午餐监督办法')
  // At the end it goes no further, and whoever moved it there by key stands where they stood.
  await expect(page.getByRole('button', { name: '中小学校午餐监督办法：往前排' })).toBeFocused()
  await agenda(page).nth(1).dragTo(agenda(page).first())
  await expect(agenda(page).nth(1)).toContainText('中小学校午餐监督办法')
  await expectAccessible(page)
  await shot(page, 'meeting-agenda')
})

test('from topic to decision to task, on a tablet', async ({ browser }) => {
  const clerk = await signedIn(browser, 'banggongshi', { width: 768, height: 1024 })
  await room(clerk, '第19次常务会议')
  const meeting = idOf(clerk)
  await expect(clerk.locator('.quorum')).toContainText('到会 3 / 4 人 过半数（3 人），可以开会')
  await expect(clerk.locator('.people')).toContainText(['准假', '示例区财政局'])
  const absent = agenda(clerk).filter({ hasText: '城郊养殖场搬迁补偿' })
  await absent.getByRole('button', { name: '撤下议题，移到下次会议' }).click()
  await text('reason', '分管副区长请假。')(panel(clerk))
  await panel(clerk).locator('button[type=submit]').click()
  await expect(agenda(clerk)).toHaveCount(2)
  await clerk.getByRole('button', { name: '请下一个议题入场' }).click()
  await expect(agenda(clerk).nth(1)).toContainText('正在议')
  const topic = (await ask<{ held: { id: string }[] }>(clerk, `containers/${meeting}`)).held[1]?.id ?? ''
  await actOn(clerk, topic, 'presentTopic', { reporterKind: 'head', reportMinutes: 5 })
  await actOn(clerk, topic, 'recordDiscussion', { discussion: '各位赞成。', hasDissent: false })

  const mayor = await signedIn(browser, 'quzhang', { width: 768, height: 1024 })
  await mayor.locator('.bar-choice select').selectOption({ label: '区长' })
  await room(mayor, '第19次常务会议')
  await expect(panel(mayor).locator('h2')).toHaveText('社区养老服务站运营补贴办法')
  await radio('decision', '通过')(panel(mayor))
  await text('decisionText', '同意，按草案印发。')(panel(mayor))
  await expectAccessible(mayor)
  await shot(mayor, 'meeting-decide')
  await panel(mayor).locator('button[type=submit]').click()
  await expect(agenda(mayor).nth(1)).toContainText('议完：通过')

  const phone = await onPhone(browser, 'quzhang', '区长')
  expect(await decide(phone, '第19次常务会议', '闭会')).toBe(3)
  await actOn(clerk, meeting, 'recordMeeting', { meetingRecord: '到会三人。' })
  await room(clerk, '第19次常务会议')
  await panel(clerk).getByRole('button', { name: '起草会议纪要' }).click()
  const minutes = clerk.locator('textarea#field-meetingMinutes')
  await panel(clerk).getByRole('button', { name: '按决定起草（2 项）' }).click()
  await expect(minutes).toHaveValue(/社区养老服务站运营补贴办法：通过。同意，按草案印发。/)
  await expect(clerk.locator('.minutes-sum')).toHaveText('2 项决定都照原话写进了')
  await minutes.fill('会议同意社区养老服务站运营补贴办法。')
  await expect(clerk.locator('.minutes-named')).toHaveCount(1)
  await expect(clerk.locator('.minutes-missing')).toHaveCount(1)
  await clerk.locator('.minutes-missing button').click()
  await clerk.locator('.minutes-named button').click()
  await expect(clerk.locator('.minutes-sum')).toHaveText('2 项决定都照原话写进了')
  await expectAccessible(clerk)
  await shot(clerk, 'meeting-minutes')
  await panel(clerk).locator('button[type=submit]').click()
  await expect(clerk.locator('.done-place')).toContainText('起草会议纪要')
  const papers = clerk.getByRole('region', { name: '文书' })
  await papers.getByRole('button', { name: '做一份文书' }).click()
  await papers.getByLabel('文书的种类').selectOption({ label: '会议纪要' })
  await papers.getByRole('button', { name: '开始做' }).click()
  await expect(clerk.getByRole('article', { name: '文书预览' })).toContainText(/\d年\d+月\d+日.*，示例区长在.*主持召开/)
  await expect(clerk.getByLabel('请假')).toHaveValue('示例副区长乙')
  const director = await signedIn(browser, 'zhuren')
  await actOn(director, meeting, 'skipCountersigning', { reason: '急。' })
  await phone.goto(`${demo.origin}/workbench/leader`)
  await expect(phone.getByRole('region', { name: '没有规定必须办，您可以办的' })).toContainText('可以办')
  await expect(phone.getByRole('region', { name: '等我办的' })).not.toContainText('可以办')
  expect(await decide(phone, '第19次常务会议', '签发纪要', ['minutesNumber', '第19次'])).toBe(3)
  await actOn(mayor, topic, 'waiveCongress', { waiverReason: '依法不须提请。' })
  const supervision = await signedIn(browser, 'duchashi')
  await actOn(supervision, topic, 'assignDecision', { assignments: [{ unit: 'minzheng', part: 'lead' }] })
  await supervision.goto(`${demo.origin}/workbench/matters/${topic}`)
  await expect(supervision.locator('main')).toContainText('决定事项办理中')
  await expect(supervision.locator('main')).toContainText('示例区民政局')
})

test('who may not see a topic finds no trace of it in the room', async ({ browser }) => {
  const unit = await signedIn(browser, 'minzheng', { width: 320, height: 640 })
  await room(unit, '第19次常务会议')
  await expect(agenda(unit).filter({ hasText: '三季度经济运行分析' })).toHaveCount(0)
  await expect(unit.locator('main')).not.toContainText('准假')
  expect(await unit.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(unit)
})
