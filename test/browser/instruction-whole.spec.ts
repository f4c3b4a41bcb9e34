import { type Browser, expect, type Page, test } from '@playwright/test'
import { ownDemo } from './demo.js'
import { act, type Fill, list, openMatter, staff, text, yes } from './staff.js'

/** A leader's instruction from the hand-over to the file: the wrong unit, too little time, a poor result, each on the pages of whoever it falls to. */
const demo = ownDemo()
test.use({ actionTimeout: 30_000 })

const title = '关于冬季供暖准备情况的批示'
const more =
  (field: string, at: number, option: string): Fill =>
  async (form) => {
    await form.locator('.assignments').getByRole('button', { name: '再加一个单位' }).click()
    await list(`${field}-${at}`, option)(form)
  }

/** Another leads already. */
const jointly: Fill = async (form) => {
  await form.locator('.assignment-row .part').first().click()
  await form.page().locator('.ant-select-item-option', { hasText: '会办' }).click()
}

/** Everybody signs in once, and has the instruction open. */
function people(browser: Browser) {
  const known = new Map<string, Page>()
  return async (login: string, role: string | null = null): Promise<Page> => {
    const page = known.get(login) ?? (await staff(browser, demo.origin, { government: 'shiliqu', login }))
    known.set(login, page)
    if (role !== null) await page.locator('.bar-choice select').selectOption({ label: role })
    await openMatter(page, demo.origin, title)
    return page
  }
}

test('an instruction: objected to, handed to another, given more time, returned, reported, struck off and filed', async ({
  browser,
}) => {
  const as = people(browser)
  const supervision = await as('duchashi')
  await act(
    supervision,
    '转办',
    list('assignments', '示例区住房和城乡建设局'),
    more('assignments', 1, '示例区综合执法局'),
    yes('wantsResult'),
    text('handlingLimit', '5'),
  )
  const housing = await as('zhujian')
  await act(housing, '收文')
  const wrong = await as('chengguan')
  await act(wrong, '收文')
  await act(wrong, '对分工提出异议', text('reason', '供暖不归执法局管。'))
  const clerk = await as('banggongshi')
  await act(clerk, '同意异议')
  await act(clerk, '重新确定承办单位', list('assignments', '示例区民政局'), jointly)
  const other = await as('minzheng')
  await act(other, '收文')

  await test.step('the leader who instructed gives more time, and nobody in the office in his stead', async () => {
    await act(
      housing,
      '说明难以按时办结的原因',
      text('reason', '有两个小区要换管。'),
      text('progress', '查完六个。'),
      text('extensionDays', '3'),
    )
    await expect(clerk.locator('.act-primary, .act-button', { hasText: '同意延长' })).toHaveCount(0)
    await act(await as('quzhang', '区长'), '同意延长', text('extensionDays', '3'))
  })

  await test.step('a poor result comes back with what is wanted; a good one is accepted', async () => {
    const registry = await as('wenshushi')
    await act(housing, '反馈办理结果', text('measures', '查了。'), text('result', '都好。'))
    await act(registry, '登记反馈')
    await act(registry, '退回重新办理', text('comments', '请逐个小区写明。'))
    await housing.reload()
    await expect(housing.locator('main')).toContainText('请逐个小区写明。')
    await act(housing, '反馈办理结果', text('measures', '逐个小区检查，换管两处。'), text('result', '八个小区都可以按时供暖。'))
    await act(registry, '登记反馈')
    await act(registry, '审核合格', yes('meetsInstruction'), yes('meetsPolicy'))
    await act(other, '反馈办理结果', text('measures', '走访。'), text('result', '困难户都通知到了。'))
    await act(registry, '登记反馈')
    await act(registry, '审核合格', yes('meetsInstruction'), yes('meetsPolicy'))
  })

  await test.step('summed up, reported within five workdays, told to the leader, struck off', async () => {
    await act(supervision, '记备忘录', text('memo', '第一次反馈过于简单。'))
    await act(supervision, '汇总整理完成', text('consolidation', '八个小区都可以按时供暖。'))
    await expect(supervision.locator('main')).toContainText('专题报告')
    await act(supervision, '呈送专题报告', text('specialReport', '专题报告：八个小区都可以按时供暖。'))
    await act(clerk, '向批示领导反馈', text('feedback', '已按批示办好。'))
    await act(clerk, '销号', text('closingNote', '已办结并反馈。'))
    await expect(clerk.locator('main')).toContainText('已销号')
    await housing.reload()
    await expect(housing.locator('main')).not.toContainText('第一次反馈过于简单')
  })
})
