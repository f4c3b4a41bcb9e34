import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { demoPassword, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

const shots = process.env.HUIYIN_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/known-${name}.png`, fullPage: true })
}
const known = (): string => `${demo.origin}/shiliqu/known`

/** As somebody on a list comes: by the pages alone, with scripts or without. */
async function enter(page: Page, login: string, password = demoPassword): Promise<void> {
  await page.goto(known())
  await page.locator('#login').fill(login)
  await page.locator('#password').fill(password)
  await page.locator('form.panel button').click()
}

async function narrow(browser: Browser, login: string, typed = demoPassword): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage()
  await enter(page, login, typed)
  return page
}

const password = 'drei ganz ungleiche dinge'
const ownPassword = 'vier ganz andere dinge'

test('a list of requesters from a table: the template, a look, the list, and refused rows to take away', async ({ browser }) => {
  const admin = await staff(browser, demo.origin, { government: 'shiliqu', login: 'duchashi' })
  await admin.goto(`${demo.origin}/workbench/administration/listed`)
  await admin.getByRole('button', { name: '从表格导入提出人' }).click()
  await expect(admin.getByRole('heading', { name: '从表格导入提出人' })).toBeFocused()
  const [template] = await Promise.all([admin.waitForEvent('download'), admin.getByRole('link', { name: '下载模板' }).click()])
  expect(template.suggestedFilename()).toBe('提出人名单.xlsx')
  const rows = '姓名,登录名,名单,代表团\n示例代表戊,daibiao5,人大代表,第三代表团\n示例代表己,daibiao6,没有的名单,\n'
  const file = { name: '代表.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) }
  await admin.locator('input[type=file]').setInputFiles(file)
  await expect(admin.getByRole('status')).toHaveText('共 2 行：新增 1，已有 0，不能导入 1。')
  await expect(admin.getByText('没有“没有的名单”这个名单')).toBeVisible()
  await expectAccessible(admin)
  await shot(admin, 'roster-preview')
  await admin.getByRole('button', { name: '导入 1 行' }).press('Enter')
  await expect(admin.getByRole('heading', { name: '导入结果' })).toBeFocused()
  const [refused] = await Promise.all([admin.waitForEvent('download'), admin.getByText('下载不能导入的行').click()])
  expect(refused.suggestedFilename()).toBe('代表.csv.refused.csv')
  await expect(admin.getByText('下载 1 人的设置密码链接')).toBeVisible()
  await expectAccessible(admin)
  await admin.getByRole('button', { name: '完成' }).click()
  await expect(admin.locator('.admin-rows')).toContainText('第三代表团')
  await shot(admin, 'roster-done')
})

test('an administrator invites somebody on a list, who signs in without scripts and finds nothing of others', async ({
  browser,
}) => {
  const admin = await staff(browser, demo.origin, { government: 'shiliqu', login: 'duchashi' })
  await admin.goto(`${demo.origin}/workbench/administration/listed`)
  await expect(admin.locator('.admin-rows')).toContainText('示例代表甲')
  await expectAccessible(admin)
  await admin.getByRole('button', { name: '添加', exact: true }).click()
  await admin.getByLabel('姓名或名称').fill('示例代表丁')
  await admin.getByLabel('登录名').fill('daibiao4')
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByRole('alert')).toContainText('名单')
  await admin.getByLabel('名单', { exact: true }).selectOption({ label: '人大代表' })
  await expectAccessible(admin)
  await admin.getByRole('button', { name: '保存' }).click()
  const invitation = (await admin.locator('.admin-link code').textContent()) ?? ''
  await expectAccessible(admin)
  await shot(admin, 'listed')

  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(invitation)
  await page.locator('#password').fill(password)
  await page.locator('#again').fill(password)
  await page.locator('button[type=submit]').click()
  await expect(page.locator('main')).toContainText('密码已经设置好')
  await enter(page, 'daibiao4', password)
  // The link was shown to the administrator: another password comes first.
  await expect(page.locator('main')).toContainText('请先换一个只有您自己知道的密码')
  await page.locator('#current').fill(password)
  for (const field of ['#password', '#again']) await page.locator(field).fill(ownPassword)
  await page.locator('form.panel button').click()
  await expect(page.locator('h1')).toHaveText('我提出的')
  await page.locator('summary', { hasText: '本账号的登录和改动' }).click()
  await expect(page.locator('details')).toContainText('凭链接设置密码')
  const small = await narrow(browser, 'daibiao4', ownPassword)
  await expectAccessible(small)
  await small.getByRole('link', { name: '修改密码' }).click()
  await expectAccessible(small)
  await shot(small, 'password')
  await expect(page.locator('main')).toContainText('还没有您提出的')
  await page.goto(invitation)
  await expect(page.locator('main')).not.toContainText('示例代表丁')
})

test('a signer evaluates the answer in a form of their own, without scripts', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await enter(page, 'daibiao2')
  const row = page.locator('.rows > li', { hasText: '关于修补背街小巷路面的建议' })
  await row.getByRole('link', { name: '填征求意见表' }).click()
  const [sealed] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'sealed-reply.pdf' }).click(),
  ])
  expect(sealed.suggestedFilename()).toBe('sealed-reply.pdf')
  await page.locator('details.act summary').first().click()
  const form = page.locator('details.act form')
  await expect(form).toHaveCount(1)
  await form.getByRole('button').click()
  await expect(page.locator('.error-summary, [role=alert]').first()).toContainText('对答复')
  await page.locator('details.act form').getByText('满意', { exact: true }).click()
  await page.locator('details.act form').getByRole('button').click()
  await expect(page.locator('.callout-good')).toContainText('填征求意见表')
  await page.goto(known())
  await expect(page.locator('.rows > li', { hasText: '关于修补背街小巷路面的建议' })).not.toContainText('请您办')
})

for (const lang of ['zh', 'en'] as const) {
  test(`the pages of whoever is known by name, in ${lang}: accessible, nothing cut off at 320 points`, async ({ browser }) => {
    const page = await narrow(browser, 'daibiao3')
    await page.goto(`${known()}?lang=${lang}`)
    await expectAccessible(page)
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(await fits()).toBe(true)
    await shot(page, `home-320-${lang}`)
    await page.locator('.rows a[href$="#may"]').first().click()
    await page.locator('details.act summary').first().click()
    await expectAccessible(page)
    expect(await fits()).toBe(true)
    await shot(page, `one-320-${lang}`)
    await page.locator('.leave form button').last().click()
    await expectAccessible(page)
    expect(await fits()).toBe(true)
    await shot(page, `left-320-${lang}`)
  })
}

test('whom a proposal that asks for secrecy is of, neither the unit nor the office reads on its page', async ({ browser }) => {
  const head = await staff(browser, demo.origin, { government: 'shiliqu', login: 'zhujian-head' })
  await head.goto(`${demo.origin}/workbench/matters?q=${encodeURIComponent('关于某单位收费的建议')}`)
  await head.getByRole('link', { name: '关于某单位收费的建议' }).first().click()
  await expect(head.locator('h1')).toContainText('关于某单位收费的建议')
  expect(await head.content()).not.toContain('示例代表丙')
  const office = await staff(browser, demo.origin, { government: 'shiliqu', login: 'duchashi' })
  await office.goto(head.url())
  await expect(office.locator('h1')).toContainText('关于某单位收费的建议')
  expect(await office.content()).not.toContain('示例代表丙')
  const who = office.locator('.identity')
  await expect(who).toContainText('提出的代表、委员')
  // In the words of its own regulation, though the district's first kind is the mailbox, where people write letters.
  await expect(office.locator('main')).toContainText('建议提案内容')
  await who.getByRole('button').first().click()
  await who.locator('input, textarea').first().fill('核实提出的人')
  await who.locator('button[type=submit]').click()
  await expect(who).toContainText('示例代表丙')
  await shot(office, 'secret-office')
})
