import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { citizen, submit } from './citizen.js'
import { city, ownDemo } from './demo.js'
import { actButton, openMatter, staff } from './staff.js'

const demo = ownDemo()

const signIn = (browser: Parameters<typeof staff>[0], login: string, viewport?: { width: number; height: number }) =>
  staff(browser, demo.origin, { government: city, login }, viewport)

/** Another title for each run: the test may look at a server that runs already. */
async function letter(browser: Parameters<typeof staff>[0], about: string): Promise<string> {
  const title = `${about} ${Date.now()}`
  await submit(await citizen(browser), `${demo.origin}/${city}`, {
    title,
    body: '小区北门外的井盖松动，车辆经过时响声很大。',
    picks: { category: 'complaint' },
    phone: '13800000000',
  })
  return title
}

const rowOf = (page: Page, title: string) => page.locator('.duty-group-receive .duty-line', { hasText: title })

/** Types into the box of units; the first time it has yet to learn how they are spelt. */
async function nameUnit(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('u')
  await expect(page.locator('.preview [role=combobox]').first()).toBeFocused()
  await page.keyboard.type(typed)
  await expect(page.locator('.ant-select-item-option-active')).toContainText('城市管理局')
  await page.keyboard.press('Enter')
}

/** Counts what a hand does from now on. */
async function hands(page: Page): Promise<{ count: () => Promise<{ clicks: number; keys: number }> }> {
  await page.evaluate(() => {
    const made = { clicks: 0, keys: 0 }
    Object.assign(window, { made })
    document.addEventListener('mousedown', () => (made.clicks += 1), true)
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Control') made.keys += 1
      },
      true,
    )
  })
  return { count: () => page.evaluate(() => (window as unknown as { made: { clicks: number; keys: number } }).made) }
}

test('twelve rows stand on a screen of 768, none higher than 52, new letters above all else', async ({ browser }) => {
  for (let each = 0; each < 8; each += 1) await letter(browser, `井盖松动第${each + 1}处`)
  const page = await signIn(browser, 'office')
  await page.locator('.duty-line').first().waitFor()
  const seen = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.duty-line')].map((row) => row.getBoundingClientRect())
    return {
      whole: boxes.filter(({ bottom }) => bottom <= window.innerHeight).length,
      highest: Math.max(...boxes.map(({ height }) => height)),
    }
  })
  expect(seen.whole).toBeGreaterThanOrEqual(12)
  expect(seen.highest).toBeLessThanOrEqual(52)
  await expect(page.locator('.duty-group').first()).toHaveClass(/duty-group-receive/)
  await expect(page.locator('.pill', { hasText: '新来件' }).locator('b')).toHaveText(/^\d+$/)
  await expectAccessible(page)
  await page.locator('.duty-line .clauses > summary').first().click()
  await expect(page.locator('.duty-line .clauses[open] li').first()).toBeVisible()
  await expectAccessible(page)
})

test('accepted and dispatched by mouse in three clicks, by keys in twelve, each act recorded by itself', async ({ browser }) => {
  const [first, second, third] = [await letter(browser, '甲处'), await letter(browser, '乙处'), await letter(browser, '丙处')]
  const page = await signIn(browser, 'office')
  await page.locator('.pill', { hasText: '新来件' }).click()
  // The unit was named once before: it is a button from then on.
  await rowOf(page, first).click()
  await expect(page.locator('.preview-title')).toHaveText(first)
  await nameUnit(page, 'cgj')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.done')).toContainText('受理并转办')

  const byMouse = await hands(page)
  await rowOf(page, second).click()
  await page.locator('.preview .recent-units button', { hasText: '城市管理局' }).click()
  await page.locator('.preview .act-form button[type=submit]').click()
  await expect(page.locator('.done')).toContainText(second)
  expect((await byMouse.count()).clicks).toBeLessThanOrEqual(3)

  await page.locator('.pill', { hasText: '全部待办' }).click()
  await page.locator('.pill', { hasText: '新来件' }).click()
  await expect(rowOf(page, third)).toBeVisible()
  const before = await page.locator('.duty-group-receive [data-row]').count()
  const byKeys = await hands(page)
  await page.keyboard.press('k')
  await expect(page.locator('.duty-line[aria-current]')).toContainText(third)
  await expect(page.locator('.preview-title')).toHaveText(third)
  await nameUnit(page, '城管')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.done')).toContainText(third)
  expect((await byKeys.count()).keys).toBeLessThanOrEqual(12)
  await expect(page.locator('.duty-group-receive [data-row]')).toHaveCount(before - 1)
  // The keys go on from the next row, and what one did oneself is no news.
  await expect(page.locator('.duty-line[aria-current] [data-row]')).toBeFocused()
  await expect(page.locator('.news')).toHaveCount(0)

  // Not into the box of the one before, which stands for a moment longer.
  await expect(page.locator('.preview-title')).not.toHaveText(third)
  await page.keyboard.press('z')
  await expect(page.locator('.done')).toContainText('已撤销')
  // The keys are on it again.
  await expect(page.locator('[data-row]:focus')).toContainText(third)
  await expect(page.locator('.preview-title')).toHaveText(third)
  await expect(page.locator('.preview .act-form')).toContainText('上次没有交的内容还在。')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.done')).toContainText('受理并转办')
  await expect(page.locator('.duty-group-receive [data-row]')).toHaveCount(before - 1)

  await page.goto(`${demo.origin}/workbench/matters?q=${encodeURIComponent(third)}`)
  await page.locator('[data-row]').first().click()
  await expect(page.locator('.timeline-what b', { hasText: /^受理$/ })).toHaveCount(1)
  await expect(page.locator('.timeline-what b', { hasText: /^转办$/ })).toHaveCount(1)
  await expect(page.locator('.timeline-what b', { hasText: '撤销：受理、转办' })).toHaveCount(1)
})

test('the way back leads to the row, with the place in the list and the keys on it', async ({ browser }) => {
  const page = await signIn(browser, 'office')
  const rows = page.locator('[data-row]')
  await rows.first().waitFor()
  const last = (await rows.count()) - 1
  await rows.nth(last).focus()
  const title = (await rows.nth(last).textContent()) ?? ''
  const scrolled = () => page.locator('.desk-list').evaluate((list) => list.scrollTop)
  const before = await scrolled()
  await page.keyboard.press('Enter')
  await expect(page.locator('.matter-title h1')).toHaveText(title)
  // On to the neighbours in the list and back to it, without coming by the list.
  await expect(page.locator('.beside-rows')).toContainText(`${last + 1} / ${last + 1}`)
  await page.keyboard.press('k')
  await expect(page.locator('.beside-rows')).toContainText(`${last} / ${last + 1}`)
  await page.keyboard.press('j')
  await expect(page.locator('.matter-title h1')).toHaveText(title)
  await page.locator('.back').click()
  await expect(rows.nth(last)).toBeFocused()
  await expect.poll(scrolled).toBe(before)
  // Whoever walked on comes back to where they came.
  await page.keyboard.press('Enter')
  await expect(page.locator('.beside-rows')).toContainText(`${last + 1} / ${last + 1}`)
  await page.keyboard.press('k')
  await expect(page.locator('.beside-rows')).toContainText(`${last} / ${last + 1}`)
  await page.locator('.back').click()
  await expect(rows.nth(last - 1)).toBeFocused()
  await expect(rows.nth(last - 1).locator('xpath=..')).toHaveAttribute('aria-current', 'true')
})

test('one act is filled, named by what is owed; what nothing asks for is not offered', async ({ browser }) => {
  const title = await letter(browser, '丁处路灯不亮')
  const office = await signIn(browser, 'office')
  await office.goto(`${demo.origin}/workbench/matters?q=${encodeURIComponent(title)}`)
  await office.locator('[data-row]').first().click()
  await expect(office.locator('.act-primary')).toHaveText(/受理并转办/)
  await expect(office.locator('#acts-title')).toHaveText('审查是否受理')
  await office.locator('.act-primary').click()
  await office.locator('input#field-assignments').click()
  await office.keyboard.type('城管')
  await office.keyboard.press('Enter')
  await office.keyboard.press('Control+Enter')
  await expect(office.locator('.done')).toContainText('受理并转办')
  await expect(office.locator('.act-button', { hasText: '不同意延期' })).toHaveCount(0)
  const unit = await signIn(browser, 'chengguan', { width: 390, height: 844 })
  await unit.goto(`${demo.origin}/workbench/matters?q=${encodeURIComponent(title)}`)
  await unit.locator('[data-row]').first().click()
  await expect(unit.locator('.sticky-act')).toHaveText('与诉求人沟通')
  await expect(unit.locator('.act-button', { hasText: '说明超期原因' })).toHaveCount(0)
  await expectAccessible(unit)
  await unit.locator('.closed-acts > summary').click()
  await expect(unit.locator('.closed-acts')).toContainText('说明超期原因')
  await unit.locator('.sticky-act').click()
  await expect(unit.locator('.act-form h2')).toBeFocused()
  await expectAccessible(unit)
})

test('a desk on a phone holds two lines a row and nothing is cut off', async ({ browser }) => {
  const page = await signIn(browser, 'chengguan', { width: 390, height: 844 })
  await page.locator('.duty-line').first().waitFor()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  await page.locator('[data-row]').first().click()
  await expect(page.locator('.matter-title h1')).toBeVisible()
})

test('what was begun on one machine is offered on another, marked on the desk, and gone when it is sent', async ({ browser }) => {
  const title = await letter(browser, '戊处路灯不亮')
  const here = await signIn(browser, 'office')
  await openMatter(here, demo.origin, title)
  await (await actButton(here, '不予受理')).click()
  await here.locator('#field-ground').click()
  await here.keyboard.type('其他不宜')
  await here.keyboard.press('Enter')
  // This ground asks for a reason, which unfolds the rest of the form.
  await here.locator('#field-reason').fill('正在另案处理。')
  await expect(here.locator('.draft-kept')).toContainText('草稿已保存')
  await expectAccessible(here)

  const there = await signIn(browser, 'office')
  await there.locator('.pill', { hasText: '新来件' }).click()
  await expect(rowOf(there, title).locator('.draft-mark')).toBeVisible()
  await openMatter(there, demo.origin, title)
  await expect(there.locator('.act-button', { hasText: '不予受理' }).locator('.draft-mark')).toBeVisible()
  await (await actButton(there, '不予受理')).click()
  await expect(there.locator('#field-reason')).toHaveValue('正在另案处理。')
  // Both go on typing: neither text takes the place of the other unseen.
  await there.locator('#field-reason').fill('正在另案处理，已经立案。')
  await expect(there.locator('.draft-kept')).toContainText('草稿已保存')
  await here.locator('#field-reason').fill('正在另案处理，请等待。')
  await expect(here.locator('.conflict')).toContainText('在另一个页面里保存过')
  await expectAccessible(here)
  await here.reload()
  await expect(here.locator('#field-reason')).toHaveValue('正在另案处理，请等待。')
  await here.locator('.conflict button', { hasText: '用另一个页面的' }).click()
  await expect(here.locator('#field-reason')).toHaveValue('正在另案处理，已经立案。')
  await expect(here.locator('.conflict')).toBeHidden()
  await here.locator('#field-reason').fill('正在另案处理，近日答复。')
  await expect(here.locator('.draft-kept')).toContainText('草稿已保存')
  await there.locator('#field-reason').fill('正在另案处理。')
  await there.locator('.conflict button', { hasText: '用这里的' }).click()
  await expect(there.locator('.draft-kept')).toContainText('草稿已保存')
  // What was typed last is still on its way to be kept when the act is done.
  const saved = there.waitForResponse((answer) => answer.request().method() === 'PUT')
  const isDropped = there.waitForResponse((answer) => answer.request().method() === 'DELETE')
  await there.route(/\/drafts?(\/|$)/, async (route) => {
    if (route.request().method() === 'PUT') await there.locator('.done').waitFor()
    await route.continue()
  })
  const isSaving = there.waitForRequest((request) => request.method() === 'PUT')
  await there.locator('#field-reason').fill('正在另案处理，请等候。')
  await isSaving
  await there.locator('.act-form button[type=submit]').click()
  await expect(there.locator('.done')).toContainText('不予受理')
  await Promise.all([saved, isDropped])
  const left = await there.request.get(`${demo.origin}/api/drafts`)
  expect(await left.text()).not.toContain('decline')
})

test('a colleague is told by a note, takes the matter up, and finds it among their own; the unit reads none of it', async ({
  browser,
}) => {
  const title = await letter(browser, '己处井盖松动')
  const here = await signIn(browser, 'office')
  await openMatter(here, demo.origin, title)
  await here.locator('.notes .block-head button').click()
  await here.keyboard.type('上个月也来过，')
  await here.locator('.mentions button', { hasText: '@办公室乙' }).click()
  await expectAccessible(here)
  await here.locator('.note-form button[type=submit]').click()
  await expect(here.locator('.note-text')).toHaveText('上个月也来过，@办公室乙')

  const there = await signIn(browser, 'office2')
  await there.goto(`${demo.origin}/workbench/notices`)
  await expect(there.locator('.notice').first()).toContainText('上个月也来过')
  await there.goto(`${demo.origin}/workbench/`)
  await there.locator('.whose button', { hasText: '我的' }).click()
  await expect(there.locator('.empty')).toContainText('我来办')
  await openMatter(there, demo.origin, title)
  await there.getByRole('button', { name: '我来办' }).click()
  await expect(there.locator('.keeper b')).toHaveText('我在办')
  await there.goto(`${demo.origin}/workbench/?whose=mine`)
  await expect(rowOf(there, title)).toContainText('我在办')
  await expectAccessible(there)

  await openMatter(there, demo.origin, title)
  await there.getByRole('button', { name: '转交同事' }).click()
  await there.locator('.keeper select').selectOption({ label: '办公室甲' })
  await there.locator('.keeper textarea').fill('请您接着办。')
  await expectAccessible(there)
  await there.locator('.keeper button[type=submit]').click()
  await expect(there.locator('.keeper b')).toHaveText('办公室甲 在办')
  await expect(there.locator('.note-line').last()).toContainText('请您接着办。')
})

test('the head of a unit sees what is open, late and red on every desk of it', async ({ browser }) => {
  const head = await signIn(browser, 'chengguan-head')
  await head.getByRole('button', { name: /全单位还有 \d+ 件待办，其中 \d+ 件逾期/ }).click()
  await head.locator('.duty-line').nth(3).waitFor()
  await expect(head.locator('.pill', { hasText: '已逾期' })).toBeVisible()
  await expectAccessible(head)
})

test('several are accepted and dispatched in one round from the desk; each of the two acts stands in each matter', async ({
  browser,
}) => {
  const titles = [await letter(browser, '庚处一'), await letter(browser, '庚处二')]
  const page = await signIn(browser, 'office')
  await page.locator('.pill', { hasText: '新来件' }).click()
  for (const title of titles) {
    await rowOf(page, title).locator('[data-row]').focus()
    await page.keyboard.press('x')
  }
  await expectAccessible(page)
  await page.getByRole('button', { name: '批量办理' }).click()
  await page.locator('.bulk .act-button', { hasText: '受理并转办' }).click()
  await page.locator('.bulk-form input#field-assignments').click()
  await page.keyboard.type('城管')
  await page.keyboard.press('Enter')
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: '先看看哪些能办' }).click()
  await page.getByRole('button', { name: /^确认/ }).click()
  await expect(page.locator('.bulk-progress')).toContainText('已办 2 件')
  for (const title of titles) {
    await openMatter(page, demo.origin, title)
    await expect(page.locator('.timeline-what b', { hasText: /^受理$/ })).toHaveCount(1)
    await expect(page.locator('.timeline-what b', { hasText: /^转办$/ })).toHaveCount(1)
  }
})

test('the day that an act leads to stands on the strip before it is done', async ({ browser }) => {
  const title = await letter(browser, '辛处路灯不亮')
  const office = await signIn(browser, 'office')
  await office.locator('.pill', { hasText: '新来件' }).click()
  await rowOf(office, title).click()
  await expect(office.locator('.preview-title')).toHaveText(title)
  await nameUnit(office, 'cgj')
  await expect(office.locator('.outlook')).toContainText('到期')
  await expect(office.locator('.outlook')).toContainText('办结')
  await expectAccessible(office)
  await office.keyboard.press('Control+Enter')
  await expect(office.locator('.done')).toContainText('受理并转办')
  const unit = await signIn(browser, 'chengguan')
  await openMatter(unit, demo.origin, title)
  await (await actButton(unit, '申请延期')).click()
  await unit.locator('#field-reason').fill('灯杆需从外地调运。')
  await unit.locator('.act-form button[type=submit]').click()
  await expect(unit.locator('.done')).toContainText('申请延期')
  // Whoever decides reads on the desk what is asked for.
  await office.goto(`${demo.origin}/workbench/?work=review`)
  await office.locator('[data-row]', { hasText: title }).click()
  await expect(office.locator('.preview')).toContainText('灯杆需从外地调运。')
  await openMatter(office, demo.origin, title)
  await (await actButton(office, '同意延期')).click()
  await office.locator('#field-workdays').fill('2')
  await office.locator('#field-workdays').blur()
  await expect(office.locator('.outlook .strip-line')).toContainText('到期')
  await expectAccessible(office)
})
