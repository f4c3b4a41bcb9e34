import type { ChildProcess } from 'node:child_process'
import { expect, type Page, test } from '@playwright/test'
import { axeFindings } from './axe.js'
import { startMemoryPortal } from './memory-portal.js'
import { expectNoSidewaysScroll } from './portal-pages.js'

const shots = process.env.SCREENSHOTS

let child: ChildProcess
let origin: string

test.beforeAll(async ({ request }) => {
  ;({ child, origin } = await startMemoryPortal(request))
})
test.afterAll(() => {
  child?.kill('SIGTERM')
})

const write = (page: Page) => page.goto(`${origin}/yunhe/write?read=yes`)
const shown = (page: Page) => page.locator('.form-group:visible')

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('one group stands on the screen at a time, and what is typed stays', async ({ page }) => {
    await write(page)
    const groups = await page.locator('.form-group').count()
    expect(groups).toBeGreaterThan(2)
    await page.locator('[name="f.title"]').fill('路灯不亮')
    await page.locator('[name="f.title"]').press('Enter')
    // What is wrong on this step is told before the next, beside its field and in one list; nothing typed is lost.
    await expect(page.locator('.errors')).toBeFocused()
    await expect(page.locator('.errors li')).toHaveText(['请填写类别', '请填写内容'])
    await expect(shown(page).locator('h2')).toContainText('第1步')
    await expect(page.locator('[name="f.body"]')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.locator('[name="f.body"]')).toHaveAccessibleDescription(/错误：\s*请填写内容/)
    expect(await axeFindings(page)).toEqual([])
    if (shots) await page.screenshot({ path: `${shots}/write-step-wrong.png`, fullPage: true })
    await page.locator('[name="f.category"]').first().check()
    await page.locator('[name="f.body"]').fill('和平路的路灯坏了三天，请派人修理。')
    for (let step = 1; step < groups; step += 1) {
      await expect(shown(page)).toHaveCount(1)
      await expect(shown(page).locator('h2')).toContainText(`第${step}步，共${groups}步`)
      await expect(page.getByRole('button', { name: '提交' })).toBeHidden()
      expect(await axeFindings(page)).toEqual([])
      await expectNoSidewaysScroll(page)
      if (shots) await page.screenshot({ path: `${shots}/write-step-${step}.png`, fullPage: true })
      for (const field of ['requesterName', 'phone'])
        if (await page.locator(`[name="f.${field}"]`).isVisible()) await page.locator(`[name="f.${field}"]`).fill('13900000001')
      const files = page.locator('[name="f.files"]')
      if (await files.isVisible()) {
        await files.setInputFiles({ name: '大图.png', mimeType: 'image/png', buffer: Buffer.alloc(2_000) })
        await page.getByRole('button', { name: '下一步' }).click()
        await expect(page.locator('.errors li')).toContainText(['“大图.png”超过'])
        await files.setInputFiles([])
      }
      await page.getByRole('button', { name: '下一步' }).click()
      await expect(shown(page).locator('h2')).toBeFocused()
      await expect(page.locator('.errors')).toHaveCount(0)
    }
    await expect(page.getByRole('button', { name: '提交' })).toBeVisible()
    if (shots) await page.screenshot({ path: `${shots}/write-step-${groups}.png`, fullPage: true })
    await page.getByRole('button', { name: '上一步' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('h1')).toHaveText('Write to us')
    await expect(page.locator('[name="f.title"]')).toHaveValue('路灯不亮')
    await expect(shown(page).locator('h2')).toContainText(`step ${groups - 1} of ${groups}`)
  })
})

test('a reload keeps what was typed, and a draft stays on the device only where it is wanted', async ({ page, context }) => {
  await write(page)
  await page.locator('[name="f.title"]').fill('路灯不亮')
  await page.reload()
  await expect(page.locator('[name="f.title"]')).toHaveValue('路灯不亮')
  const other = await context.newPage()
  await write(other)
  await expect(other.locator('[name="f.title"]')).toHaveValue('')
  await page.locator('[data-draft-keep]').check()
  await expect(page.locator('[data-draft] [role=status]')).toHaveText('草稿已存在这台设备上')
  const later = await context.newPage()
  await write(later)
  await expect(later.locator('[name="f.title"]')).toHaveValue('路灯不亮')
  if (shots) await later.screenshot({ path: `${shots}/write-draft.png`, fullPage: true })
})

test('Enter in a field sends the form, and changes nothing of how it is shown', async ({ page }) => {
  await write(page)
  await page.locator('[name="f.title"]').fill('路灯不亮')
  await page.locator('[name="f.title"]').press('Enter')
  await expect(page.locator('.errors')).toBeVisible()
  await expect(page.locator('html')).not.toHaveClass('large')
})

test('a form is no wider than 320 points, also in forced colours', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ forcedColors: 'active' })
  await write(page)
  // Where one is has a border, nothing beside it.
  const edges = await page
    .locator('.menu a')
    .evaluateAll((all) =>
      all.map((each) => [each.hasAttribute('aria-current'), getComputedStyle(each).borderBottomColor === 'rgb(255, 255, 255)']),
    )
  expect(edges.length).toBeGreaterThan(1)
  for (const [isHere, isUnseen] of edges) expect(isUnseen).toBe(!isHere)
  await expectNoSidewaysScroll(page)
  expect(await axeFindings(page)).toEqual([])
})
