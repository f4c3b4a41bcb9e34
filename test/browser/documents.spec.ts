import { expect, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { staff } from './staff.js'

const demo = ownDemo()

test('makes a document of a matter, writes on it, looks at what is odd, issues it and takes the Word file', async ({
  browser,
}) => {
  const page = await staff(browser, demo.origin, { government: city, login: 'office' })
  await page.goto(`${demo.origin}/workbench/matters?stage=handling`)
  await page.locator('.matter-rows a[href*="/matters/"]').first().click()
  const card = page.getByRole('region', { name: '文书' })
  await card.getByRole('button', { name: '做一份文书' }).press('Enter')
  await card.getByLabel('文书的种类').selectOption({ label: '交办单' })
  await card.getByRole('button', { name: '开始做' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('交办单')
  await expectAccessible(page)
  await page.getByLabel('主送（必写）').fill('承办单位')
  await page.getByLabel('办理要求（必写）').fill('请到现场查看，书面报告。')
  await expect(page.getByText('有改动还没有保存')).toBeVisible()
  await page.getByRole('button', { name: '保存' }).press('Enter')
  await expect(page.getByRole('article', { name: '文书预览' })).toContainText('请到现场查看，书面报告。')
  const issue = page.getByRole('button', { name: '签发' })
  await expect(page.getByText('“联系人”还没有写。')).toBeVisible()
  await expect(issue).toBeDisabled()
  await page.getByLabel('我已逐条核对，仍要签发').check()
  await expect(issue).toBeEnabled()
  // What was typed and not saved is not left off a paper that never changes any more.
  const asked = page.getByLabel('办理要求（必写）')
  await asked.fill('请到现场查看，书面报告，附照片。')
  await expect(issue).toBeDisabled()
  await expect(page.getByText('先保存上面的改动，再签发。')).toBeVisible()
  await page.reload()
  await expect(page.getByText('上次没有交的内容还在。')).toBeVisible()
  await expect(asked).toHaveValue('请到现场查看，书面报告，附照片。')
  await asked.fill('请到现场查看，书面报告。')
  await expect(page.getByText('先保存上面的改动，再签发。')).toBeHidden()
  await page.getByLabel('我已逐条核对，仍要签发').check()
  await issue.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/〔\d{4}〕1号/)
  await expect(page.getByText('文件的国密 SM3 摘要')).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 Word' }).click()])
  expect(file.suggestedFilename()).toMatch(/^交办单.*1号\.docx$/)
  await expectAccessible(page)
})
