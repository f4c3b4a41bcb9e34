import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { citizen, submit } from './citizen.js'
import { city, demoPassword, ownDemo } from './demo.js'
import { act, actButton, list, openMatter, staff, text } from './staff.js'

const demo = ownDemo()

const at = (path = ''): string => `${demo.origin}/workbench/${path}`
const signIn = (browser: Parameters<typeof staff>[0], login: string, viewport?: { width: number; height: number }) =>
  staff(browser, demo.origin, { government: city, login }, viewport)

async function letter(browser: Parameters<typeof staff>[0], about: string): Promise<string> {
  const title = `${about} ${Date.now()}`
  const body = '小区北门外的井盖松动，车辆经过时响声很大。'
  await submit(await citizen(browser), `${demo.origin}/${city}`, {
    title,
    body,
    picks: { category: 'complaint' },
    phone: '13800000000',
  })
  return title
}

/** What a browser complains of; what the server refuses (401, 404) is no fault of the page. */
function complaintsOf(page: Page): readonly string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/401|404/.test(message.text())) heard.push(message.text())
  })
  return heard
}

for (const [size, viewport] of [
  ['a desk', { width: 1366, height: 768 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`every screen on ${size}: accessible, nothing cut off, no complaint of the browser`, async ({ browser }) => {
    const page = await (await browser.newContext({ viewport })).newPage()
    const complaints = complaintsOf(page)
    const look = async (): Promise<void> => {
      await expectAccessible(page)
      const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(cutOff, page.url()).toBeLessThanOrEqual(0)
    }
    await page.goto(at())
    await page.locator('#government').selectOption(city)
    await look()
    await page.locator('#login').fill('office')
    await page.locator('#password').fill(demoPassword)
    await page.keyboard.press('Enter')
    await page.locator('.duty-rows').first().waitFor()
    await look()
    for (const [path, shown] of [
      ['?show=overdue', '.pill'],
      ['notices', '.notices'],
      ['new', '.act-form'],
      ['nowhere', '.problem'],
      ['matters/999999', '.problem'],
      ['matters', '.matter-rows'],
    ] as const) {
      await page.goto(at(path))
      await page.locator(shown).first().waitFor()
      await look()
    }
    await page.locator('[data-row]').first().click()
    await page.locator('.acts').waitFor()
    await page.locator('.past-duties > summary, .closed-acts > summary').first().click()
    await look()
    const offered = await page.locator('.act-primary, .act-button').count()
    for (let each = 0; each < offered; each += 1) {
      const more = page.locator('.more-acts:not([open]) > summary')
      if ((await more.count()) > 0) await more.click()
      await page.locator('.act-primary, .act-button').nth(each).click()
      await page.locator('.act-form').waitFor()
      await look()
      await page.getByRole('button', { name: '以后再办' }).click()
    }
    await page.keyboard.press('?')
    await look()
    expect(complaints).toEqual([])
  })
}

test('the first page loads less than 350 kB, compressed', () => {
  const folder = fileURLToPath(new URL('../../dist/web/', import.meta.url))
  type Chunk = {
    readonly file: string
    readonly css?: readonly string[]
    readonly imports?: readonly string[]
    readonly isEntry?: boolean
  }
  const manifest = JSON.parse(readFileSync(`${folder}.vite/manifest.json`, 'utf8')) as Readonly<Record<string, Chunk>>
  const files = new Set<string>()
  const take = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || files.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const name of chunk.imports ?? []) take(manifest[name])
  }
  take(Object.values(manifest).find((chunk) => chunk.isEntry === true))
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(folder + file)).length, 0)
  expect(files.size).toBeGreaterThan(1)
  expect(bytes).toBeLessThan(350_000)
})

/** How often Tab is pressed before the acts come, for whoever does not take the links that skip. */
const stopsBeforeActs = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const acts = document.getElementById('acts')
    const all = [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary, [tabindex]')]
    const stops = all.filter((each) => each.tabIndex >= 0 && each.checkVisibility() && !each.matches(':disabled, .skip'))
    if (acts === null) throw new Error('there are no acts')
    return stops.filter((each) => acts.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING).length
  })

test('the desk is walked through with the keyboard', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  const rows = page.locator('[data-row]')
  await rows.first().waitFor()
  await page.keyboard.press('j')
  await expect(rows.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.nth(0)).toBeFocused()
  // The list is one stop of Tab, and along a row the arrows lead.
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.duty-line [data-pick]').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(rows.nth(0)).toBeFocused()
  await page.locator('.quick-acts').waitFor()
  expect(await stopsBeforeActs(page)).toBeLessThanOrEqual(8)
  const title = (await rows.nth(0).textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.locator('.matter-title h1')).toHaveText(title)
  await expect(page.locator('#room')).toBeFocused()
  await page.keyboard.press('a')
  await expect(page.locator('#acts-title')).toBeFocused()
  // By Tab from the top of the page, the third stop is the first act.
  await page.reload()
  await page.locator('.act-primary').waitFor()
  expect(await stopsBeforeActs(page)).toBeLessThanOrEqual(8)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('#acts-title')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('.act-primary')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.act-form h2')).toBeFocused()
})

test('a unit finds its matter and asks for an extension without a mouse', async ({ browser }) => {
  const title = await letter(browser, '井盖沉')
  const office = await signIn(browser, 'office')
  await openMatter(office, demo.origin, title)
  await act(office, '受理')
  await act(office, '转办', list('assignments', '示例市水务公司'))
  const page = await signIn(browser, 'shuiwu')
  const press = async (key: string, until: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 60 && !(await until()); tries += 1) await page.keyboard.press(key)
    expect(await until()).toBe(true)
  }
  const isOn = (words: string) => async (): Promise<boolean> =>
    (await page.locator('a:focus, button:focus').filter({ hasText: words }).count()) > 0
  await page.locator('[data-row]').first().waitFor()
  await press('j', isOn(title))
  await page.keyboard.press('Enter')
  await page.locator('.acts').waitFor()
  await page.keyboard.press('a')
  await page.keyboard.press('m')
  await press('Enter', async () => (await page.locator('.more-acts[open]').count()) > 0)
  await press('Tab', isOn('申请延期'))
  await page.keyboard.press('Enter')
  await press('Tab', async () => (await page.locator('#field-reason:focus').count()) > 0)
  await page.keyboard.type('配件要等三天。')
  await press('Tab', async () => (await page.locator('.act-form button[type=submit]:focus').count()) > 0)
  await page.keyboard.press('Enter')
  await expect(page.locator('.done')).toContainText('申请延期')
  await expect(page.locator('#acts-title')).toBeFocused()
})

test('single keys can be switched off', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await page.locator('[data-row]').first().waitFor()
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: '启用单键快捷键' }).uncheck()
  await page.getByRole('button', { name: '关闭' }).click()
  await page.keyboard.press('j')
  await expect(page.locator('[data-row]:focus')).toHaveCount(0)
})

test('a wrong password says so and keeps the account', async ({ page }) => {
  await page.goto(at())
  await page.locator('#login').fill('office2')
  await page.locator('#password').fill('not-this-one')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.locator('#login')).toHaveValue('office2')
  await expect(page.locator('#password')).toBeFocused()
})

test('one person, two roles, two languages', async ({ browser }) => {
  const page = await signIn(browser, 'chengguan-lead')
  const roles = page.locator('.bar-choice select')
  await roles.selectOption('unit@chengguan')
  await expect(page.locator('.duty-rows').first()).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('h1')).toHaveText('My desk')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(roles).toHaveValue('unit@chengguan')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.locator('#login')).toBeVisible()
})

test('what may not be done is there to read, with its clause', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await openMatter(page, demo.origin, await letter(browser, '井盖响'))
  await page.locator('.closed-acts > summary').click()
  const refused = page.locator('.closed-acts li', { hasText: '同意办结' })
  await expect(refused.locator('.closed-why').first()).not.toBeEmpty()
  await refused.locator('.clauses > summary').first().click()
  await expect(refused.locator('.clauses li').first()).toBeVisible()
})

test('what is missing is said above the form and at the field, and what was typed stays', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await openMatter(page, demo.origin, await letter(browser, '井盖松'))
  await (await actButton(page, '不予受理')).click()
  await page.locator('.act-form button[type=submit]').click()
  await expect(page.locator('.refusal')).toBeFocused()
  await page.locator('.refusal .quiet').first().click()
  await expect(page.locator('#field-ground')).toBeFocused()
  await page.keyboard.type('其他不宜')
  await page.keyboard.press('Enter')
  await page.locator('.act-form button[type=submit]').click()
  await expect(page.locator('.field-wrong #field-reason')).toBeVisible()
  await page.reload()
  await expect(page.locator('.act-form')).toContainText('其他不宜受理')
})

test('two at once: the second sees what was done and goes on with what was typed', async ({ browser }) => {
  const title = await letter(browser, '井盖塌')
  const first = await signIn(browser, 'office')
  await openMatter(first, demo.origin, title)
  await act(first, '受理')
  await act(first, '转办', list('assignments', '示例市城市管理局'))
  const unit = await signIn(browser, 'chengguan')
  await openMatter(unit, demo.origin, title)
  await (await actButton(unit, '申请延期')).click()
  await unit.locator('#field-reason').fill('配件需要定制。')
  await first.reload()
  await act(first, '督办', async (form) => {
    await form.getByText('其他需要督办').click()
    await form.getByText('短信、电话（微信）督办').click()
    await form.locator('#field-reason').fill('请抓紧。')
  })
  await expect(unit.getByRole('button', { name: '有更新，点此刷新' })).toBeVisible()
  await unit.locator('.act-form button[type=submit]').click()
  await expect(unit.locator('.conflict')).toContainText('督办')
  await expectAccessible(unit)
  await unit.getByRole('button', { name: '看过了，继续办' }).click()
  await expect(unit.locator('#field-reason')).toHaveValue('配件需要定制。')
  await unit.locator('.act-form button[type=submit]').click()
  await expect(unit.locator('.done')).toContainText('申请延期')
})

test('a session that ends costs nothing that was typed', async ({ browser }) => {
  const title = await letter(browser, '井盖晃')
  const page = await signIn(browser, 'office2')
  await openMatter(page, demo.origin, title)
  await (await actButton(page, '批示')).click()
  await page.locator('#field-instruction').fill('请尽快处理。')
  await page.context().clearCookies()
  await page.locator('.act-form button[type=submit]').click()
  await expect(page.getByText('登录已过期')).toBeVisible()
  await page.locator('#login').fill('office2')
  await page.locator('#password').fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.locator('#field-instruction')).toHaveValue('请尽快处理。')
})

test('the identity opens for a reason, and the reason is on record', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await openMatter(page, demo.origin, await letter(browser, '井盖破'))
  await expect(page.locator('.identity')).not.toContainText('13800000000')
  await page.getByRole('button', { name: '查看身份信息' }).click()
  await page.locator('.reveal input').fill('约定现场查看的时间')
  await page.getByRole('button', { name: '查看并留痕' }).click()
  await expect(page.locator('.opened')).toContainText('13800000000')
  await expect(page.locator('.reveals')).toContainText('约定现场查看的时间')
  await page.reload()
  await expect(page.locator('.matter-main')).not.toContainText('13800000000')
})

test('the office registers a matter that came by telephone', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  await page.goto(at('matters'))
  await page.getByRole('link', { name: '登记来件' }).click()
  const form = page.locator('.act-form')
  await form.getByText('热线电话', { exact: true }).click()
  await form.getByText('求助', { exact: true }).click()
  const telephone = form.getByLabel(/联系电话|手机/).first()
  for (const [name, value] of [
    ['type', 'tel'],
    ['inputmode', 'tel'],
    ['autocomplete', 'off'],
  ] as const)
    await expect(telephone).toHaveAttribute(name, value)
  await text('title', '来电：电梯停运')(form)
  await text('body', '来电人称三号楼电梯停运两天，老人上下楼困难。')(form)
  await form.locator('button[type=submit]').click()
  await expect(page.getByRole('heading', { name: /已登记，编号/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: '打开这件事项' }).click()
  await expect(page.locator('.matter-title h1')).toHaveText('来电：电梯停运')
})
