import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { citizen, track } from './citizen.js'
import { ownDemo } from './demo.js'
import { actOn, dayAfter } from './rehearsal.js'
import { list, openMatter, radio, staff, text, unfold, yes } from './staff.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
const scan = join(fileURLToPath(new URL('../../', import.meta.url)), 'demo/files/instruction.png')
/** The invented district that handles letters and leaders' instructions. */
const district = 'shiliqu'
const signedIn = (browser: Browser, login: string, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: district, login }, viewport)
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const rows = (page: Page) => page.locator('.thread [data-row]')

test('the thread of a letter: by link, by keyboard, in both languages, on a narrow screen, as it stood', async ({ browser }) => {
  const page = await signedIn(browser, 'duchashi')
  await openMatter(page, demo.origin, '菜市场后门的路灯坏了两个月')
  await page.getByRole('link', { name: '看这件事的脉络：由什么引出，引出了什么' }).click()
  await expect(page.locator('h1')).toContainText('脉络')
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).nth(0)).toContainText('菜市场后门的路灯坏了两个月')
  await expect(rows(page).nth(1)).toContainText('关于菜市场后门路灯问题的批示')
  await expect(rows(page).nth(2)).toContainText('路灯报修为什么拖了两个月')
  await expect(page.locator('.thread .thread .thread-row').first()).toContainText('已销号，待归档')
  const precedence = page.locator('.precedence')
  await expect(precedence).toContainText('纸质来信有领导批示的，几天办结以哪一部为准？')
  await expect(precedence.locator('> section > ul > li')).toHaveCount(2)
  await expectAccessible(page)
  await shot(page, 'thread')

  // From the matter that one came from, which is marked, to the next.
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.matter-title h1')).toHaveText('关于菜市场后门路灯问题的批示')
  await expect(page.locator('.linked')).toContainText('菜市场后门的路灯坏了两个月')

  // The registry has no part in the work of supervision: what became of the instruction there is not in its thread.
  const narrow = await signedIn(browser, 'wenshushi', { width: 320, height: 640 })
  await openMatter(narrow, demo.origin, '关于菜市场后门路灯问题的批示')
  const matter = new URL(narrow.url()).pathname
  await narrow.goto(`${demo.origin}${matter}/thread`)
  await expect(rows(narrow)).toHaveCount(2)
  expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expectAccessible(narrow)
  await shot(narrow, 'thread-narrow')
  await narrow.goto(`${demo.origin}${matter}/thread?asOf=${dayAfter(-60)}`)
  await expect(narrow.locator('.thread')).toHaveCount(0)

  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: '中文' })).toBeVisible()
  await page.goto(`${demo.origin}${matter}/thread`)
  await expect(page.locator('h1')).toContainText('Thread')
  await expect(page.locator('main')).toContainText('What led to what.')
  await expect(rows(page)).toHaveCount(3)
  await shot(page, 'thread-en')
  await expectAccessible(page)
})

test('from a paper letter to a leader’s instruction and back to the writer’s own page', async ({ browser }) => {
  const registry = await signedIn(browser, 'wenshushi')
  const title = `桥头护栏松动 ${Date.now()}`
  await registry.goto(`${demo.origin}/workbench/new?regulation=dawukou-mailbox`)
  const letter = registry.locator('form').first()
  await radio('channel', '纸质来信')(letter)
  await text('title', title)(letter)
  await text('body', '东桥桥头的护栏松了，孩子放学从这里过。')(letter)
  await text('receivedOn', dayAfter(0))(letter)
  // Sent while its scan is on its way, it waits for it: it would be recorded without.
  let letThrough = (): void => undefined
  const isSent = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await registry.route('**/api/attachments', async (route) => {
    await isSent
    await route.continue()
  })
  await letter.locator('input[type=file]').first().setInputFiles(scan)
  await letter.locator('button[type=submit]').click()
  await expect(letter).toContainText('文件还在上传，传完就提交。')
  letThrough()
  await expect(registry.locator('h1')).toContainText('已登记，编号')
  const number = /\d{10}/.exec(await registry.locator('h1').innerText())?.[0] ?? ''
  const code = await registry.locator('.facts .number').innerText()
  await registry.getByRole('link', { name: '打开这件事项' }).click()
  const id = new URL(registry.url()).pathname.split('/').at(-1) ?? ''

  const office = await signedIn(browser, 'banggongshi')
  await actOn(office, id, 'accept', { category: 'hardship', place: '东桥' })
  const supervision = await signedIn(browser, 'duchashi')
  await actOn(supervision, id, 'proposeHandling', { proposal: '护栏归住建局管。' })
  await actOn(supervision, id, 'instruct', { instruction: '请住建局当天加固。', leaderRank: 'deputy' })

  await registry.goto(`${demo.origin}/workbench/new?regulation=dawukou-instructions`)
  const paper = registry.locator('form').first()
  await radio('leaderRank', '副区长')(paper)
  await list('instructingLeader', '示例副区长')(paper)
  await text('instructedOn', dayAfter(0))(paper)
  await radio('carrier', '群众来信')(paper)
  await text('title', `关于${title}的批示`)(paper)
  await yes('isExplicit')(paper)
  await radio('addressee', '部门、派出机构、事业单位')(paper)
  await text('instruction', '请住建局当天加固。')(paper)
  await paper.locator('input[type=file]').first().setInputFiles(scan)
  await expect(paper).toContainText('instruction.png')
  await unfold(paper)
  await text('sourceMatter', number)(paper)
  await shot(registry, 'thread-register')
  await paper.locator('button[type=submit]').click()
  await expect(registry.locator('h1')).toContainText('已登记，编号')
  await registry.getByRole('link', { name: '打开这件事项' }).click()
  const order = new URL(registry.url()).pathname.split('/').at(-1) ?? ''

  const unit = await signedIn(browser, 'zhujian')
  const assignments = [{ unit: 'zhujian', part: 'lead' }]
  await actOn(registry, order, 'forward', { assignments, wantsResult: true, handlingLimit: { workdays: 5 } })
  await actOn(unit, order, 'signFor')
  await actOn(unit, order, 'reportResult', { measures: '更换螺栓。', result: '护栏已加固。' })
  await actOn(registry, order, 'registerResult')
  await actOn(registry, order, 'acceptResult', { meetsInstruction: true, meetsPolicy: true })
  await actOn(supervision, order, 'consolidate', { consolidation: '已加固。' })
  await actOn(supervision, order, 'presentReport', { specialReport: '专题报告：已加固。' })
  await actOn(office, order, 'feedBack', { feedback: '已按批示办好。' })
  await actOn(office, order, 'strikeOff', { closingNote: '已办结。' })

  await supervision.goto(`${demo.origin}/workbench/matters/${id}`)
  await expect(supervision.locator('main')).toContainText('领导批示已登记为批示件')
  await expect(supervision.locator('main')).toContainText('领导批示的事项已办结')
  await shot(supervision, 'thread-letter')

  const writer = await citizen(browser)
  await track(writer, `${demo.origin}/${district}`, { number, code })
  await expect(writer.locator('main')).toContainText('批示件已转办')
  await expect(writer.locator('main')).toContainText('领导批示的事项已办结')
  await expect(writer.locator('main')).not.toContainText('领导批示已登记')
  await expect(writer.locator('main')).not.toContainText('请住建局当天加固')
  await shot(writer, 'thread-citizen')
})
