import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

test('a ledger is put together while it is seen, kept for the office, taken out, and stopped', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  await page.goto(`${demo.origin}/workbench/matters`)
  await page.getByRole('link', { name: '导出台账' }).click()
  const table = page.getByRole('table')
  await expect(table.getByRole('columnheader').first()).toHaveText('编号')
  await page.getByRole('textbox', { name: '“标题”的列名' }).fill('来信标题')
  await page.getByRole('button', { name: '“标题”前移' }).press('Enter')
  await page.getByRole('checkbox', { name: '导出“渠道”' }).press('Space')
  await expect(table.getByRole('columnheader').first()).toHaveText('来信标题')
  await expect(table.getByRole('columnheader', { name: '渠道' })).toHaveCount(0)
  await expectAccessible(page)
  await page.getByLabel('把样式保存为').fill('月报')
  await page.getByRole('button', { name: '保存样式' }).press('Enter')
  await expect(page.getByText('样式“月报”已保存')).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()])
  expect(file.suggestedFilename()).toBe('事项台账.csv')
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\uFEFF来信标题,编号,类别,环节/)
  await expect(page.getByText(/已导出，共 \d+ kB/)).toBeVisible()
  await page.reload()
  await page.getByLabel('使用保存的样式').selectOption('月报')
  await expect(table.getByRole('columnheader').first()).toHaveText('来信标题')
  // An answer that does not end by itself: how much has come is told, and it is stopped.
  await page.route('**/api/ledger?*', () => new Promise(() => undefined))
  await page.getByRole('button', { name: '导出 XLSX' }).click()
  await expect(page.getByText('正在导出')).toBeVisible()
  await page.getByRole('button', { name: '停止' }).click()
  await expect(page.getByText('已停止，没有留下文件。')).toBeVisible()
  await page.getByRole('button', { name: '删除这个样式' }).click()
  await expect(page.getByText('样式已删除。')).toBeVisible()
})
