import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { city, ownDemo } from './demo.js'
import { openMatter, staff } from './staff.js'

const demo = ownDemo()

const at = (part: string): string => `${demo.origin}/workbench/retention/${part}`
const parts = ['over', 'proposed', 'holds', 'decided', 'terms']
const ended = '与邻居的地界官司判得不公'

async function everyPart(page: Page): Promise<void> {
  for (const part of parts) {
    await page.goto(at(part))
    await expect(page.locator('.admin-parts [aria-current=page]')).toBeVisible()
    await expect(page.locator('.waiting')).toHaveCount(0)
    await expectAccessible(page)
    const cutOff = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(cutOff, part).toBeLessThanOrEqual(0)
  }
}

test('who wrote a letter: held, proposed, refused while it is held, decided by somebody else, in the register', async ({
  browser,
}) => {
  const keeper = await staff(browser, demo.origin, { government: city, login: 'office2' })
  await openMatter(keeper, demo.origin, ended)
  const number = /\d{10}/.exec((await keeper.locator('main').textContent()) ?? '')?.[0] ?? ''
  await keeper.goto(at('holds'))
  await keeper.getByLabel('事项编号').fill(`${number}，1000000000`)
  await keeper.getByLabel('理由').fill('行政复议')
  await keeper.getByRole('button', { name: '暂缓销毁' }).click()
  // What was typed stays; what is wrong is read out.
  await expect(keeper.getByRole('alert')).toContainText('1000000000：没有这件事项')
  await expect(keeper.getByLabel('理由')).toHaveValue('行政复议')
  await keeper.getByLabel('事项编号').fill(number)
  await keeper.getByRole('button', { name: '暂缓销毁' }).click()
  await expect(keeper.locator('.admin-rows')).toContainText(number)

  await keeper.goto(at('over'))
  await expect(keeper.locator('.empty')).toHaveText('现在没有保管期满的事项。')
  await keeper.getByLabel('事项编号').fill(number)
  await keeper.getByLabel('理由').fill('本人请求删除')
  await keeper.getByRole('button', { name: '提出删除身份信息' }).click()
  await expect(keeper.getByRole('alert')).toContainText(`${number}：已暂缓销毁`)
  await keeper.goto(at('holds'))
  await keeper.locator('.admin-rows').getByRole('button', { name: '解除' }).click()
  await keeper.getByLabel('解除理由').fill('复议已经结束')
  await keeper.locator('.admin-form').first().getByRole('button', { name: '解除' }).click()
  await expect(keeper.locator('.empty')).toBeVisible()
  await keeper.goto(at('over'))
  await keeper.getByLabel('事项编号').fill(number)
  await keeper.getByLabel('理由').fill('本人请求删除')
  await keeper.getByRole('button', { name: '提出删除身份信息' }).click()
  await expect(keeper.getByRole('status').first()).toHaveText('已提出 1 件，等管理员审批。')

  const admin = await staff(browser, demo.origin, { government: city, login: 'office' })
  await everyPart(admin)
  await admin.goto(at('proposed'))
  await admin.getByLabel(`选择 ${number}`).check()
  await admin.getByRole('button', { name: '同意', exact: true }).click()
  await admin.getByRole('button', { name: /确定同意这 1 项吗/ }).click()
  await expect(admin.getByRole('status').first()).toContainText(`${number}：已执行`)
  await admin.goto(at('decided'))
  await expect(admin.locator('.admin-rows')).toContainText('本人请求删除')
  await openMatter(admin, demo.origin, ended)
})

test('every part on a phone, in English', async ({ browser }) => {
  const page = await staff(browser, demo.origin, { government: city, login: 'office' }, { width: 360, height: 740 })
  await page.evaluate(() => localStorage.setItem('huiyin:language', 'en'))
  await everyPart(page)
})
