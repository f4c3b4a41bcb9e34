import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo, region } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

const adminLogin = 'office'
const admin = (browser: Browser, viewport?: { width: number; height: number }): Promise<Page> =>
  staff(browser, demo.origin, { government: city, login: adminLogin }, viewport)
const at = (part: string): string => `${demo.origin}/workbench/administration/${part}`
const parts = [
  ...['start', 'people', 'listed', 'substitutes', 'units', 'calendar', 'texts', 'form', 'government'],
  ...['governments', 'templates', 'rehearsals'],
]
const shots = process.env.HUIYIN_SHOTS

for (const [size, viewport] of [
  ['a desk', { width: 1366, height: 768 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`every part on ${size}: accessible, nothing cut off`, async ({ browser }) => {
    const page = await admin(browser, viewport)
    for (const part of parts) {
      await page.goto(at(part))
      await expect(page.locator('.admin-parts [aria-current=page]')).toBeVisible()
      await expect(page.locator('.waiting')).toHaveCount(0)
      await page.evaluate(() => {
        for (const box of document.querySelectorAll('main details')) box.setAttribute('open', '')
      })
      await expectAccessible(page)
      const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(cutOff, part).toBeLessThanOrEqual(0)
      if (shots) await page.screenshot({ path: `${shots}/${part}-${viewport.width}.png`, fullPage: true })
    }
  })
}

test('a standard text from an empty form: told what is missing, what was typed is kept, then listed', async ({ browser }) => {
  const page = await admin(browser)
  await page.goto(at('texts'))
  await page.getByRole('button', { name: '新增规范用语' }).click()
  await expect(page.getByRole('heading', { name: '新增规范用语' })).toBeFocused()
  await page.getByLabel('正文', { exact: true }).fill('您好，您反映的问题收悉，现答复如下：')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert')).toContainText('请填写“标题”')
  await expect(page.getByRole('alert')).toBeFocused()
  await expectAccessible(page)
  await expect(page.getByLabel('正文', { exact: true })).toHaveValue(/收悉/)
  const title = `开头语 ${Date.now()}`
  await page.getByLabel('标题').fill(title)
  await page.keyboard.press('Enter')
  await expect(page.locator('.admin-rows')).toContainText(title)
})

test('a new account by its one-time link, and the log that tells of it', async ({ browser }) => {
  const page = await admin(browser)
  await page.goto(at('people'))
  await page.getByRole('button', { name: '新建账号' }).click()
  const login = `new${Date.now()}`
  await page.getByLabel('姓名').fill('新来的人')
  await page.getByLabel('登录名').fill(login)
  await page.getByRole('button', { name: '再加一个身份' }).click()
  await page.getByLabel('第 1 个身份', { exact: true }).selectOption('office')
  await page.getByRole('button', { name: '保存' }).click()
  const link = await page.locator('.admin-link code').textContent()
  await expectAccessible(page)
  const other = await (await browser.newContext()).newPage()
  await other.goto(link ?? '')
  await other.locator('[name=password]').fill('huiyin-demo')
  await other.locator('[name=again]').fill('huiyin-demo')
  await other.keyboard.press('Enter')
  await expect(other).toHaveURL(/workbench/)
  await expect(other.getByText('密码已经设好，请用它登录。')).toBeVisible()
  await expect(other.locator('#government')).toHaveValue(city)
  // Whoever gave the link may have opened it: the first thing is a password that nobody else knows.
  await other.locator('#login').fill(login)
  await other.locator('#password').fill('huiyin-demo')
  await other.keyboard.press('Enter')
  await expect(other.locator('main .refusal')).toContainText('请先换一个只有您自己知道的密码')
  await expectAccessible(other)
  await other.getByLabel('现在的密码').fill('huiyin-demo')
  await other.getByLabel('新密码', { exact: true }).fill('只有我自己知道的一句话')
  await other.getByLabel('再输一次新密码').fill('只有我自己知道的一句话')
  await other.getByRole('button', { name: '修改密码' }).click()
  await expect(other.locator('h1')).toHaveText('我的待办')
  const auditor = await staff(browser, demo.origin, { government: city, login: 'auditor' })
  // Newest first: what the auditor reads here is in it too.
  await expect(auditor.locator('.admin-rows tbody tr').first()).toContainText('审计员')
  await expect(auditor.locator('.admin-rows tbody tr', { hasText: '新来的人' }).first()).toBeVisible()
  await auditor.getByLabel('做了什么').first().selectOption('account-added')
  await expect(auditor.locator('.admin-rows tbody tr').first()).toContainText('新建账号')
  await expect(auditor).toHaveURL(/kind=account-added/)
  await expectAccessible(auditor)
  // Whoever makes accounts has no key to the log that watches them.
  await page.goto(`${demo.origin}/workbench/audit`)
  await expect(page.locator('h1')).toHaveText('没有这个页面。')
})

test('units and people from a table: the template, a look, the list, and refused rows to take away', async ({ browser }) => {
  const page = await admin(browser)
  const choose = (name: string, content: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await page.goto(at('units'))
  await page.getByRole('button', { name: '从表格导入单位' }).click()
  await expect(page.getByRole('heading', { name: '从表格导入单位' })).toBeFocused()
  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板' }).click()])
  expect(template.suggestedFilename()).toBe('单位名单.xlsx')
  const bureau = `新局${Date.now()}`
  await choose('单位.csv', `单位名称,上级单位\n${bureau}办公室,${bureau}\n${bureau},\n无主办,没有的局\n`)
  await expect(page.getByRole('status')).toHaveText('共 3 行：新增 2，已有 0，不能导入 1。')
  await expect(page.getByText('以上只是预览')).toBeVisible()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/roster-preview.png`, fullPage: true })
  await page.getByRole('button', { name: '导入 2 行' }).press('Enter')
  await expect(page.getByRole('heading', { name: '导入结果' })).toBeFocused()
  const [refused] = await Promise.all([page.waitForEvent('download'), page.getByText('下载不能导入的行').click()])
  expect(refused.suggestedFilename()).toBe('单位.csv.refused.csv')
  // What came in is in the list at once, beside the report.
  await expect(page.locator('.admin-rows')).toContainText(`${bureau}办公室`)
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('button', { name: '从表格导入单位' })).toBeFocused()
  await page.goto(at('people'))
  await page.getByRole('button', { name: '从表格导入人员' }).click()
  const login = `list${Date.now()}`
  await choose('人员.csv', `姓名,登录名,身份,单位\n张新,${login},承办单位,${bureau}\n李新,${login}2,没有的身份,\n`)
  await page.getByRole('button', { name: '导入 1 行' }).click()
  const [links] = await Promise.all([page.waitForEvent('download'), page.getByText('下载 1 人的设置密码链接').click()])
  expect(readFileSync(await links.path(), 'utf8')).toMatch(/"张新","list\d+","http:[^"]*\/setup\/account\/[\w-]{32}"/)
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/roster-done.png`, fullPage: true })
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.locator('.admin-rows')).toContainText('张新')
})

test('an emblem: chosen by screen, shown on the portal, refused where it is no picture', async ({ browser }) => {
  const page = await admin(browser)
  await page.goto(at('government'))
  const choose = (name: string, buffer: Buffer) =>
    page.locator('#emblem-file').setInputFiles({ name, mimeType: 'image/png', buffer })
  await choose('a.png', Buffer.from('not a picture'))
  await expect(page.locator('#emblem ~ .field-problem')).toContainText('不是能用的图片')
  await expectAccessible(page)
  const picture = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 64
    const pen = canvas.getContext('2d')
    pen?.arc(32, 32, 30, 0, 7)
    pen?.fill()
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  await choose('b.png', Buffer.from(picture, 'base64'))
  await expect(page.getByAltText('现在的徽标')).toBeVisible()
  await page.getByLabel('保存天数').fill('400')
  await page.getByLabel('办公地址').fill('示例路1号')
  const save = page.getByRole('button', { name: '保存' }).first()
  await save.click()
  await expect(page.getByText('已保存')).toBeVisible()
  // What is being filled in beside it stays, and so does the focus.
  await expect(page.getByLabel('保存天数')).toHaveValue('400')
  await expect(save).toBeFocused()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/emblem-admin.png`, fullPage: true })
  const portal = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  for (const lang of ['zh', 'en']) {
    await portal.goto(`${demo.origin}/${city}/?lang=${lang}`)
    const width = await portal.locator('.banner img.emblem').evaluate((image) => (image as HTMLImageElement).naturalWidth)
    expect(width).toBe(64)
    await expect(portal.locator('.footer')).toContainText('示例路1号')
    await expectAccessible(portal)
    if (shots) await portal.screenshot({ path: `${shots}/emblem-portal-${lang}.png` })
  }
})

test('a list on a telephone, in English', async ({ browser }) => {
  const page = await admin(browser, { width: 390, height: 844 })
  await page.goto(at('people'))
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'People from a spreadsheet' }).click()
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,Login,Roles\nA,a-1,nobody\n') },
  })
  await expect(page.getByRole('status')).toHaveText('1 row: 0 new, 0 known, 1 cannot come in.')
  await expectAccessible(page)
  const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(cutOff).toBeLessThanOrEqual(0)
  if (shots) await page.screenshot({ path: `${shots}/roster-390-en.png`, fullPage: true })
})

test('a local day off: looked at before it is saved, then taken back', async ({ browser }) => {
  const page = await admin(browser)
  await page.goto(at('calendar'))
  const day = nextWorkday()
  await page.getByLabel('名称').fill('示例县庆')
  await page.getByLabel('第一天').fill(day)
  await page.getByLabel('理由').fill('示例庆典')
  await page.getByLabel('文号').fill('示例〔2026〕1号')
  await page.getByRole('button', { name: '看看会影响哪些期限' }).click()
  await expect(page.locator('.admin-preview')).toBeVisible()
  await expectAccessible(page)
  if (shots) await page.screenshot({ path: `${shots}/calendar-preview.png`, fullPage: true })
  await page.getByRole('button', { name: '确认保存' }).click()
  await expect(page.locator('.admin-rows')).toContainText('示例县庆')
  await page.getByRole('button', { name: '撤回：示例县庆' }).first().click()
  await page.getByLabel('理由').fill('改期')
  await page.getByLabel('文号').fill('示例〔2026〕2号')
  await page.getByRole('button', { name: '看看会影响哪些期限' }).click()
  await page.getByRole('button', { name: '确认保存' }).click()
  await expect(page.locator('.admin-rows')).toContainText('已撤回')
})

test('a rehearsal says so on every page, and its clock goes forward', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: region, login: 'ducha' })
  await expect(page.locator('.rehearsal-band')).toContainText('演练')
  await page.goto(at('government'))
  const later = dayIn(21)
  await page.getByLabel('前移到哪一天（上午 9 点）').fill(later)
  await page.getByRole('button', { name: '前移', exact: true }).click()
  await expect(page.locator('.rehearsal-band')).toContainText(later)
  await page.goto(`${demo.origin}/${region}/`)
  await expect(page.locator('.rehearsal')).toContainText(later)
  await expectAccessible(page)
})

test('nobody else finds the room', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: region, login: 'ducha2' })
  await expect(page.locator('.rooms')).not.toContainText('管理')
  await page.goto(at('people'))
  await expect(page.locator('h1')).toHaveText('没有这个页面。')
})

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

/** A day that is worked in any year we know: the first Tuesday to Thursday from tomorrow on. */
function nextWorkday(): string {
  for (let days = 1; ; days += 1) {
    const text = dayIn(days)
    if ([2, 3, 4].includes(new Date(`${text}T00:00Z`).getUTCDay())) return text
  }
}
