import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

const at = (path = ''): string => `${demo.origin}/workbench/${path}`
const body = (what: string): string => `${what}，已经好几天没有人来处理，请尽快安排。`
const list = ['来信登记表,,,', '工单号,题目,来信正文,备注', `B1,井盖响,${body('井盖响')},转`, 'B2,,,空', ''].join('\n')

async function choose(page: Page, name: string, content: string): Promise<void> {
  await page.locator('#import-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
}

test('brings a list in: looked at first, then taken; refused rows come back with the reason', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  await page.goto(at('matters'))
  await page.getByRole('link', { name: '导入来件' }).click()
  await choose(page, '台账.csv', list)
  const preview = page.getByRole('region', { name: '预览（前几行）' })
  await expect(preview).toContainText('列名在第 2 行')
  await expect(preview).toContainText('井盖响')
  await expect(preview.getByText(/不能导入：/)).toHaveCount(1)
  await expect(page.getByText('没有写入')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '只检查全部行' }).press('Enter')
  await expect(page.getByRole('heading', { name: '检查结果（没有写入）' })).toBeFocused()
  await page.getByRole('button', { name: '导入', exact: true }).press('Enter')
  await expect(page.getByRole('status')).toContainText('共 2 行：导入 1 件，已有 0 件，不能导入 1 行。')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('下载不能导入的行').click()])
  expect(file.suggestedFilename()).toBe('台账.csv.refused.csv')
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/B2,,,空/)
  await expectAccessible(page)
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('导入 0 件，已有 1 件')
  await page.goto(at('matters?q=井盖响'))
  await expect(page.locator('[data-row]')).toHaveCount(1)
})

test('says what a file lacks, keeps what was chosen, and reads it as it is told; in English too', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  await page.goto(at('import'))
  await choose(page, 'x.pdf', '%PDF-1.7')
  await expect(page.getByRole('alert')).toContainText('不是表格')
  await choose(page, 'y.csv', `标题,说明\n路牌歪了,${body('路牌歪了')}\n`)
  await expect(page.getByRole('alert')).toContainText('说明')
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeDisabled()
  await page
    .getByLabel(/^正文|^内容|^来信内容|^诉求/)
    .first()
    .selectOption('说明')
  await page.getByRole('button', { name: '重新预览' }).click()
  await expect(page.getByRole('region', { name: '预览（前几行）' })).toContainText('路牌歪了，')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Import messages' })).toBeVisible()
  await expectAccessible(page)
})

test('opens a sealed picture for a reason, which is told on the page', async ({ browser, request }) => {
  const broken = Buffer.concat([Buffer.from('ffd8ffe1ffff', 'hex'), Buffer.from('Exif\0\0PHONE-OF-SUN')])
  const kept = await request.post(`${demo.origin}/api/attachments?government=${city}`, {
    multipart: { file: { name: '现场.jpg', mimeType: 'image/jpeg', buffer: broken } },
  })
  const { id } = await kept.json()
  const { form } = (await (await request.get(`${demo.origin}/api/governments`)).json()).find(
    (each: { id: string }) => each.id === city,
  )
  const files = form.find((each: { type: string }) => each.type === 'attachments').id
  const sent = await request.post(`${demo.origin}/api/matters`, {
    data: {
      government: city,
      with: { title: '照片打不开的一件', body: body('照片打不开'), category: 'complaint', [files]: [id] },
    },
  })
  expect([sent.status(), await sent.text()]).toEqual([201, expect.any(String)])
  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  await page.goto(at(`matters?q=${encodeURIComponent('照片打不开的一件')}`))
  await page.locator('[data-row]').first().click()
  await page.getByRole('button', { name: /现场\.jpg/ }).click()
  await page.getByLabel('为什么需要查看').fill('核实现场情况')
  await page.keyboard.press('Enter')
  const link = page.getByRole('link', { name: /现场\.jpg/ })
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(readFileSync(await file.path()).includes('PHONE-OF-SUN')).toBe(true)
  await page.reload()
  await expect(page.getByText('核实现场情况')).toBeVisible()
})

test('brings a list in as another kind of matter, whose fields are asked then', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: 'shiliqu', login: 'wenshushi' })
  await page.goto(at('import'))
  await choose(page, '批示.csv', `标题,批示原文\n河道清淤,请水务部门提出意见。\n`)
  const kind = page.getByLabel('作为哪一类事项导入')
  await expect(kind.locator('option')).toHaveCount(2)
  await kind.selectOption('dawukou-instructions')
  await expect(page.getByLabel(/^批示原文/)).toHaveValue('批示原文')
  await expect(page.getByRole('region', { name: '预览（前几行）' })).toContainText('河道清淤')
  await expectAccessible(page)
})
