import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { codeShown } from './authenticator.js'
import { expectAccessible } from './axe.js'
import { demoPassword } from './demo.js'
import { type RunningServer, startServer } from './server.js'
import { staff } from './staff.js'

const fixture = fileURLToPath(new URL('../fixtures/concepts/office-duties', import.meta.url))
const government = 'duties'
let folder: string
let server: RunningServer
let origin: string
/** Of the administrator's second factor; each lets in once. */
let recovery: string[]
/** Whoever gave the link may know it, so another follows. */
const firstPassword = '先用这一句话进来，然后再换'

/** The invented regulation, without an end: this test runs on the day it is run. */
function ownRegulations(): string {
  const made = mkdtempSync(join(tmpdir(), 'huiyin-regulations-'))
  cpSync(fixture, join(made, 'office-duties'), { recursive: true })
  const file = join(made, 'office-duties/2025-01-01/regulation.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('to: 2026-12-31', 'to: null'))
  return made
}

/** A government of its own, set up by its one-time link, whose clock is then moved a year ahead: rounds of every kind have ended. */
test.beforeAll(async () => {
  test.setTimeout(240_000)
  folder = ownRegulations()
  server = await startServer({ HUIYIN_REGULATIONS: folder, HUIYIN_REQUESTS_PER_MINUTE: '0' })
  origin = server.origin
  await expect.poll(() => server.output()).toContain('/setup/')
  const link = /\/setup\/[\w-]+/.exec(server.output())?.[0] ?? ''
  const form = { name: '示例区', government, numberPrefix: '10', regulation: 'office-duties@2025-01-01' }
  const first = { personName: '管理员', login: 'guan', password: demoPassword, again: demoPassword }
  expect(await post(link, { ...form, ...first })).toBe(303)
  const admin = await speaker('guan', demoPassword)
  const { secret } = await admin('POST', '/api/own/second-factor', { password: demoPassword })
  recovery = (await admin('POST', '/api/own/second-factor/confirm', { code: codeShown(secret) })).codes

  // Whoever administers acts in no office: that is another person, with a password of their own.
  const person = { login: 'zhang', name: '张主任', roles: [{ role: 'office', unit: null }] }
  const { path } = await admin('POST', '/api/administration/people', person)
  expect(await post(path, { password: firstPassword, again: firstPassword })).toBe(303)
  const zhang = await speaker('zhang', firstPassword)
  await zhang('POST', '/api/own/password', { current: firstPassword, password: demoPassword, again: demoPassword })
  expect((await zhang('GET', '/api/office-duties')).since).toMatch(/^\d{4}-/)
  await admin('POST', '/api/administration/rehearsal', {})
  const on = new Date(Date.now() + 370 * 86_400_000).toISOString().slice(0, 10)
  await admin('POST', '/api/administration/rehearsal/clock', { on })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const post = async (path: string, form: Readonly<Record<string, string>>): Promise<number> =>
  (await fetch(origin + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) })).status

async function speaker(login: string, password: string) {
  const signedIn = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ government, login, password }),
  })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { csrf } = await signedIn.json()
  return async (method: string, path: string, body?: object) => {
    const headers = { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' }
    const answer = await fetch(origin + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    expect(answer.status, `${path}: ${answer.ok ? '' : await answer.clone().text()}`).toBeLessThan(300)
    return answer.json()
  }
}

const signIn = (browser: Browser, viewport?: { width: number; height: number }) =>
  staff(browser, origin, { government, login: 'zhang' }, viewport)

async function noSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.HUIYIN_SHOTS) await page.screenshot({ path: join(process.env.HUIYIN_SHOTS, `${name}.png`), fullPage: true })
}

for (const [size, viewport] of [
  ['a desk', { width: 1366, height: 768 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`the desk, the room and one round on ${size}: accessible, nothing cut off`, async ({ browser }) => {
    const page = await signIn(browser, viewport)
    const desk = page.locator('.duty-rows')
    await expect(desk.getByRole('link', { name: /^季度通报（/ }).first()).toBeVisible()
    await expect(desk.getByRole('link', { name: /^每月统计/ })).toHaveCount(0)
    await expectAccessible(page)
    await noSideways(page)
    await shot(page, `desk-${viewport.width}`)

    await page.goto(`${origin}/workbench/office-duties`)
    await expect(page.locator('h1')).toHaveText('机构义务')
    await expect(
      page
        .locator('.duty-rows')
        .getByRole('link', { name: /^每月统计/ })
        .first(),
    ).toBeVisible()
    await expect(page.locator('.round-overdue').first()).toHaveText('逾期未做')
    await page.getByRole('button', { name: /^逾期未做/ }).click()
    await expect(page.locator('.round-rows .row-open')).toHaveCount(0)
    await expectAccessible(page)
    await noSideways(page)
    await shot(page, `room-${viewport.width}`)

    await page
      .locator('.duty-rows')
      .getByRole('link', { name: /^季度通报/ })
      .first()
      .click()
    await expect(page.locator('h1')).toContainText('季度通报')
    await page.locator('.strip-line > summary').first().click()
    await expect(page.locator('.strip').first()).toBeVisible()
    await expectAccessible(page)
    await noSideways(page)
    await shot(page, `round-${viewport.width}`)
  })
}

/** The first open round of a duty, from the room. */
async function openRound(page: Page, name: RegExp): Promise<void> {
  await page.goto(`${origin}/workbench/office-duties`)
  await page.locator('.duty-rows').getByRole('link', { name }).first().click()
  await expect(page.locator('h1')).toContainText(name)
}

test('somebody else’s duty says whose it is and by which clause, and offers nothing to do', async ({ browser }) => {
  const page = await signIn(browser)
  await openRound(page, /每月统计/)
  const line = page.locator('.strip-line', { hasText: '每月统计' })
  await expect(line.locator('> summary')).toContainText('热线')
  await line.locator('> summary').click()
  await expect(line).toContainText('第二条')
  await expect(page.locator('.act-form')).toHaveCount(0)
  await expect(page.locator('#acts')).not.toContainText('每月统计')
})

test('by keyboard: what is wrong is said and kept, then it is recorded and listed as done', async ({ browser }) => {
  const page = await signIn(browser)
  await openRound(page, /季度通报/)
  const title = (await page.locator('h1').textContent()) ?? ''
  await page.locator('#acts').getByRole('button', { name: '季度通报' }).focus()
  await page.keyboard.press('Enter')
  const field = page.locator('#field-bulletinText')
  await field.fill('太短')
  await page.locator('.act-form button[type=submit]').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('至少10个字')
  await expect(field).toHaveValue('太短')
  await expectAccessible(page)
  await field.fill('本季度共收件三十件，按期办结二十九件。')
  await page.locator('.act-form button[type=submit]').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '季度通报' })).toBeVisible()
  await expect(page.locator('.timeline')).toContainText('按期办结二十九件')
  await expect(page.locator('.timeline')).toContainText('张主任')
  await shot(page, 'done')
  await page.goto(`${origin}/workbench/office-duties`)
  await expect(page.locator('.duty-rows').getByRole('link', { name: title, exact: true })).toHaveCount(0)
  await expect(page.locator('.round-rows tr', { hasText: '季度通报' }).locator('.round-late')).toHaveText('迟做')
})

test('two at once: the later is told that it is done', async ({ browser }) => {
  const [one, other] = [await signIn(browser), await signIn(browser)]
  for (const page of [one, other]) {
    await openRound(page, /年度确认/)
    await page.locator('#acts').getByRole('button', { name: '年度确认' }).click()
    await expect(page.locator('.act-form button[type=submit]')).toBeVisible()
  }
  await one.locator('.act-form button[type=submit]').click()
  await expect(one.getByRole('status').filter({ hasText: '年度确认' })).toBeVisible()
  await other.locator('.act-form button[type=submit]').click()
  await expect(other.getByRole('alert')).toBeVisible()
})

test('whoever administers comes in by password and second factor, and to no desk', async ({ page }) => {
  await page.goto(`${origin}/workbench/`)
  await page.locator('#login').fill('guan')
  await page.locator('#password').fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.locator('#code')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type(recovery[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.locator('h1')).toHaveText('管理')
  await expectAccessible(page)
})
