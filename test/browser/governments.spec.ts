import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { codeShown } from './authenticator.js'
import { expectAccessible } from './axe.js'
import { type RunningServer, startServer } from './server.js'

const shots = process.env.HUIYIN_SHOTS
const root = fileURLToPath(new URL('../../', import.meta.url))
const password = '四个不相干的长词语放在一起'
const standing = { HUIYIN_REQUESTS_PER_MINUTE: '0' }
let server: RunningServer
let data = ''

/** A server that nobody has set up yet, with a folder that a command can read beside it. */
test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'huiyin-governments-'))
  server = await startServer({ ...standing, HUIYIN_DATA: data })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
})

const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

/** Signs in an administrator and goes through what comes before anything else: the second factor. */
async function administrator(
  browser: Browser,
  { government, login, isInvited = false }: { government: string; login: string; isInvited?: boolean },
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await page.goto(`${server.origin}/workbench/`)
  await page.locator('#government').selectOption(government)
  await page.locator('#login').fill(login)
  await page.locator('#password').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  const own = isInvited ? `${password}另一个` : password
  if (isInvited) {
    // Whoever was shown the link may have opened it: a password that nobody else knows comes first.
    const form = page.locator('form', { has: page.getByLabel('再输一次') })
    await form.getByLabel('现在的密码').fill(password)
    await form.getByLabel('新密码', { exact: true }).fill(own)
    await form.getByLabel('再输一次').fill(own)
    await form.getByRole('button').first().click()
  }
  await page.getByRole('heading', { name: '动态码', exact: true }).waitFor()
  await page.getByLabel('现在的密码').last().fill(own)
  await page.getByRole('button', { name: '启用' }).click()
  const secret = ((await page.locator('form code').first().textContent()) ?? '').replace(/\s/g, '')
  await page.locator('form input').last().fill(codeShown(secret))
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByRole('button', { name: '我已抄下' }).click()
  return page
}

test('the first government is set up by the link, a further one by screen; each works by itself', async ({ browser }) => {
  const link = /\/setup\/[\w-]+/.exec(server.output())?.[0] ?? ''
  const first = await (await browser.newContext()).newPage()
  await first.goto(`${server.origin}${link}`)
  await first.locator('[name=name]').fill('云河市')
  await first.locator('[name=government]').fill('yunhe')
  await first.locator('[name=numberPrefix]').fill('21')
  await first.locator('[name=regulation]').selectOption({ index: 1 })
  await first.locator('[name=personName]').fill('赵管')
  await first.locator('[name=login]').fill('zhao')
  await first.locator('[name=password]').fill(password)
  await first.locator('[name=again]').fill(password)
  await first.getByRole('button', { name: '完成设置' }).click()
  await expect(first.getByRole('heading', { name: '设置完成' })).toBeVisible()

  const page = await administrator(browser, { government: 'yunhe', login: 'zhao' })
  await page.goto(`${server.origin}/workbench/administration/governments`)
  const form = page.locator('details.more-fields')
  await form.locator('summary').first().click()
  await form.getByLabel('名称').fill('云山县')
  await form.getByLabel('网址里的标识').fill('workbench')
  await form.getByRole('button', { name: '看一看' }).click()
  // All that is wrong is told at once, and what was typed stays.
  await expect(form.getByRole('alert')).toContainText('网址里的标识')
  await expect(form.getByRole('alert')).toContainText('管理员姓名')
  await expect(form.getByLabel('名称')).toHaveValue('云山县')
  await expectAccessible(page)
  await shot(page, 'governments-wrong')
  await form.getByLabel('网址里的标识').fill('yunshan')
  await form.getByLabel('办法', { exact: true }).selectOption({ index: 2 })
  await form.getByLabel('姓名').fill('钱管')
  await form.getByLabel('登录名').fill('qian')
  await form.getByRole('button', { name: '看一看' }).click()
  await expect(form.locator('.admin-preview')).toContainText('/yunshan')
  await expectAccessible(page)
  await shot(page, 'governments-preview')
  await form.getByRole('button', { name: '提出增设' }).click()
  await expect(form.getByRole('status').first()).toContainText('script/huiyin add-government')
  await expectAccessible(page)
  await shot(page, 'governments-asked')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(form.getByRole('status').first()).toContainText('another administrator looks at it')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await shot(page, 'governments-phone-en')

  // There is one administrator alone: the machine confirms, beside the running server.
  const program = join(root, 'dist/main.js')
  const entry = existsSync(program) ? [program] : ['--import', 'tsx', join(root, 'src/main.ts')]
  const env = { ...process.env, ...standing, HUIYIN_DATA: data }
  const { stdout } = await promisify(execFile)(process.execPath, [...entry, 'add-government', '--json'], { cwd: root, env })
  const { path } = JSON.parse(stdout)
  const invited = await (await browser.newContext()).newPage()
  await invited.goto(`${server.origin}${path}`)
  await expect(invited.locator('main')).toContainText('云山县')
  await invited.locator('[name=password]').fill(password)
  await invited.locator('[name=again]').fill(password)
  await invited.getByRole('button', { name: '设置密码' }).click()
  const qian = await administrator(browser, { government: 'yunshan', login: 'qian', isInvited: true })
  await qian.goto(`${server.origin}/workbench/administration/start`)
  await expect(qian.locator('.brand')).toContainText('云山县')
  await expect(qian.locator('.checklist li').first()).toBeVisible()
  await shot(qian, 'governments-first-day')
  const portal = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await portal.goto(`${server.origin}/yunshan`)
  await expect(portal.locator('body')).toContainText('云山县')
  await portal.goto(`${server.origin}/yunhe`)
  await expect(portal.locator('body')).toContainText('云河市')
})
