import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import PizZip from 'pizzip'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

test('takes a template, is told what is wrong with the edited one, and puts a right one in its place', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  await page.goto(`${demo.origin}/workbench/administration/templates`)
  const line = page.getByRole('row', { name: /^交办单/ }).first()
  await expect(line).toContainText('办法自带')
  await expectAccessible(page)
  const loading = page.waitForEvent('download')
  await line.getByRole('link', { name: '下载“交办单”的模板' }).click()
  const taken = readFileSync(await (await loading).path())
  const put = async (from: string, to: string): Promise<void> => {
    const zip = new PizZip(taken)
    const xml = zip.file('word/document.xml')?.asText() ?? ''
    expect(xml).toContain(from)
    zip.file('word/document.xml', xml.replace(from, to))
    const buffer = zip.generate({ type: 'nodebuffer' })
    await line
      .getByLabel('上传改好的“交办单”模板')
      .setInputFiles({ name: '交办单.docx', mimeType: 'application/octet-stream', buffer })
  }
  await put('{办理要求}', '{办理要球}')
  await expect(page.getByText(/第\d+段：模板里的 \{办理要球\}.*是不是想写：\{办理要求\}/)).toBeVisible()
  await put('一、办理要求', '一、请这样办理')
  await expect(page.getByRole('status')).toContainText('已启用新的“交办单”模板')
  await expect(line).toContainText('本机关修改')
  await page.screenshot({ path: test.info().outputPath('templates.png'), fullPage: true })
  const office = await staff(browser, demo.origin, { government: city, login: 'office' })
  await office.goto(`${demo.origin}/workbench/matters?stage=handling`)
  await office.locator('.matter-rows a[href*="/matters/"]').first().click()
  const card = office.getByRole('region', { name: '文书' })
  await card.getByRole('button', { name: '做一份文书' }).press('Enter')
  await card.getByLabel('文书的种类').selectOption({ label: '交办单' })
  await card.getByRole('button', { name: '开始做' }).press('Enter')
  await expect(office.getByRole('article', { name: '文书预览' })).toContainText('一、请这样办理')
  await office.screenshot({ path: test.info().outputPath('document.png'), fullPage: true })
  await line.getByRole('button', { name: '恢复办法自带' }).click()
  await expect(line).toContainText('办法自带')
})
