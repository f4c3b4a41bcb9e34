import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Download, expect, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { citizen, submit, track } from './citizen.js'
import { city, ownDemo } from './demo.js'
import { openMatter, seldomRoom, staff } from './staff.js'

const demo = ownDemo()
const folder = mkdtempSync(join(tmpdir(), 'huiyin-archive-'))

/** Keeps a download and has it checked by the program that packages hold. */
async function checked(download: Download, name: string): Promise<string> {
  const file = join(folder, name)
  await download.saveAs(file)
  const { stdout, status } = spawnSync(process.execPath, ['templates/package/verify.mjs', file], { encoding: 'utf8' })
  expect(status, stdout).toBe(0)
  return stdout
}

test('a citizen keeps a package of their matter, the office one of it and one of several', async ({ browser }) => {
  const title = `留存试验 ${Date.now()}`
  const own = await citizen(browser)
  const receipt = await submit(own, `${demo.origin}/${city}`, {
    ...{ title, body: '小区北门外的井盖松动，车辆经过时响声很大。', picks: { category: 'complaint' }, phone: '13800000000' },
  })
  await track(own, `${demo.origin}/${city}`, receipt)
  await own.screenshot({ path: join(folder, 'track.png'), fullPage: true })
  const kept = own.waitForEvent('download')
  await own.getByRole('button', { name: '下载留存' }).click()
  expect(await checked(await kept, 'own.zip')).toContain('1件事项')

  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  await openMatter(page, demo.origin, title)
  await page.screenshot({ path: join(folder, 'matter.png') })
  const one = page.waitForEvent('download')
  await page.getByRole('link', { name: '归档包' }).click()
  expect(await checked(await one, 'one.zip')).toContain('1件事项')

  await seldomRoom(page, '归档')
  await expect(page.locator('h1')).toHaveText('归档')
  await page.getByRole('button', { name: '制作并下载' }).click()
  await expect(page.getByRole('alert')).toHaveText('请写事项编号。')
  await page.getByLabel('事项编号').fill('1000000000')
  await page.getByLabel('给谁、作什么用').fill('区人民法院')
  await page.getByRole('button', { name: '制作并下载' }).click()
  await expect(page.locator('.problem')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('事项编号').fill(receipt.number)
  const several = page.waitForEvent('download')
  await page.getByRole('button', { name: '制作并下载' }).click()
  expect(await checked(await several, 'several.zip')).toContain('1件事项')
  await page.getByLabel('一年收到的全部事项').check()
  await page.getByLabel('年份').fill(String(new Date().getFullYear()))
  const year = page.waitForEvent('download')
  await page.getByRole('button', { name: '制作并下载' }).click()
  expect(await checked(await year, 'year.zip')).toMatch(/\d{2}件事项/)
  await expect(page.getByRole('status').last()).toContainText('已完成')
  await page.screenshot({ path: join(folder, 'archive.png') })
})
