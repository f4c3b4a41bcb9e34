import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import type { Demo } from './demo.js'
import { startOwn } from './own-regulations.js'
import { staff } from './staff.js'

const own = fileURLToPath(new URL('../fixtures/seventh/', import.meta.url))
const [id, version, later] = ['yundu-reply', '2025-01-01', '2099-01-01']
const shots = process.env.HUIYIN_SHOTS
let folder = ''
let demo: Demo

/** The office's own regulation, and a second version of it that is not in force yet and has one act less. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-two-versions-'))
  cpSync(own, folder, { recursive: true })
  cpSync(join(folder, id, version), join(folder, id, later), { recursive: true })
  const file = join(folder, id, later, 'regulation.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(`version: ${version}`, `version: ${later}`).replace(/from: [\d-]+/, `from: ${later}`))
  demo = await startOwn({ regulations: folder, demos: [join(own, 'demo.yaml')] })
})
test.afterAll(async () => {
  await demo.stop()
  rmSync(folder, { recursive: true })
})

for (const [size, viewport, lang] of [
  ['a desk', { width: 1366, height: 768 }, 'zh'],
  ['a phone, in English', { width: 390, height: 844 }, 'en'],
] as const) {
  test(`another version for new matters is looked at before it is asked for, on ${size}`, async ({ browser }) => {
    const page = await staff(browser, demo.origin, { government: 'yundu', login: 'jiesu' }, viewport)
    await page.goto(`${demo.origin}/workbench/administration/government`)
    if (lang === 'en') await page.getByRole('button', { name: 'English' }).click()
    const [title, look, save] =
      lang === 'zh'
        ? ['更换新件适用的文本', '看看有什么不同', '提出更换']
        : ['Another version for new matters', 'Show what differs', 'Ask for it']
    const part = page.locator('details', { has: page.locator('summary', { hasText: title }) })
    if ((await part.getAttribute('open')) === null) await part.locator('summary').click()
    await part.getByRole('button', { name: look }).click()
    await expect(part.locator('.admin-preview')).toContainText(later)
    await expect(part.locator('.field-problem')).toBeVisible()
    await expectAccessible(page)
    if (shots) await page.screenshot({ path: `${shots}/version-${lang}.png`, fullPage: true })
    await part.getByRole('button', { name: save }).click()
    await expect(part.getByRole('status').first()).toContainText(/script\/huiyin change-version/)
    const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(cutOff).toBeLessThanOrEqual(0)
  })
}
