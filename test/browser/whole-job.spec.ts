import { expect, test } from '@playwright/test'
import { citizen, citizenAct, submit, track } from './citizen.js'
import { city, ownDemo, region } from './demo.js'
import { act, list, openMatter, radio, staff, text, ticks, yes } from './staff.js'

const demo = ownDemo()

test('longnan: dispatched, extended, answered, published; rated badly, redone, concluded again', async ({ browser }) => {
  const government = city
  const portal = `${demo.origin}/${government}`
  const title = `路口的路灯三天不亮 ${Date.now()}`
  const writer = await citizen(browser)
  const receipt = await submit(writer, portal, {
    title,
    body: '人民路与解放路交叉口，九月二十六日晚起三盏路灯不亮，请尽快修好。',
    picks: { category: 'complaint' },
    phone: '13800000000',
  })

  const office = await staff(browser, demo.origin, { government, login: 'office' })
  await openMatter(office, demo.origin, title)
  await act(office, '受理')
  await act(office, '转办', list('assignments', '示例市城市管理局'))

  const unit = await staff(browser, demo.origin, { government, login: 'chengguan' })
  await expect(unit.locator('.duty-rows', { hasText: title }).first()).toBeVisible()
  await openMatter(unit, demo.origin, title)
  const sent: string[] = []
  unit.on('request', (request) => sent.push(...(request.url().endsWith('/acts/contact') ? [request.postData() ?? ''] : [])))
  await act(
    unit,
    '与诉求人沟通',
    // Nobody has said yet whether they were reached, and Enter in a line sends nothing.
    (form) => expect(form.locator('#field-reached input:checked')).toHaveCount(0),
    list('contactMode', '电话'),
    text('contactNote', '已电话联系，约定现场查看。'),
    yes('reached'),
  )
  expect(sent).toHaveLength(1)
  await act(unit, '申请延期', text('reason', '灯杆需从外地调运。'), text('workdays', '2'))
  await act(office, '同意延期', text('workdays', '2'))
  const reply = [
    text('handledAt', '本周三上午'),
    text('handledBy', '路灯管理所'),
    text('result', '三盏路灯已全部修复。'),
    text('legalBasis', '市政设施管理的有关规定'),
    text('requesterInformed', '已电话告知。'),
    text('signOffNumber', 'OA办文第6号'),
    text('signedBy', '分管负责人'),
    yes('secrecyChecked'),
    text('replyText', '您好，您反映的三盏路灯已全部修复，感谢监督。'),
  ] as const
  await act(unit, '回复诉求人并提交办理情况', ...reply)
  const reviewer = await staff(browser, demo.origin, { government, login: 'office2' })
  await openMatter(reviewer, demo.origin, title)
  await act(reviewer, '同意办结')
  await act(reviewer, '对外发布')

  await track(writer, portal, receipt)
  await expect(writer.locator('main')).toContainText('三盏路灯已全部修复')
  await citizenAct(writer, 'rate', { rating: 'dissatisfied' })

  await act(unit, '回复诉求人并提交办理情况', ...reply, radio('redoClass', '应当办理且具备条件，尽快办理'))
  await act(office, '同意办结')
  await track(writer, portal, receipt)
  await citizenAct(writer, 'rate', { rating: 'satisfied' })
  await office.reload()
  await expect(office.locator('.stage-big')).toHaveText('已办结')
  await expect(office.locator('.timeline')).toContainText('发回重办')
})

test('xizang: claimed, extended, approved by another person, answered, concluded, archived', async ({ browser }) => {
  const government = region
  const portal = `${demo.origin}/${government}`
  const title = `牧区道路冬季结冰 ${Date.now()}`
  const writer = await citizen(browser)
  const receipt = await submit(writer, portal, {
    title,
    body: '通往学校的道路有一段暗冰，连续两个冬天有学生摔伤，请安排除冰。',
    phone: '13900000000',
  })

  const office = await staff(browser, demo.origin, { government, login: 'ducha' })
  await openMatter(office, demo.origin, title)
  await act(office, '登记分类', radio('category', '求助'), radio('processClass', '一般性事项及简单诉求'))
  await act(office, '转办', list('assignments', '示例区域交通运输厅'), radio('principle', '对口办理'), text('limit', '4'))

  const unit = await staff(browser, demo.origin, { government, login: 'jiaotongting' })
  await expect(unit.locator('.duty-rows', { hasText: title }).first()).toBeVisible()
  await openMatter(unit, demo.origin, title)
  await act(unit, '领办', radio('publicity', '公开'))
  await act(unit, '申请延期', text('reason', '除冰设备正在调运。'), text('workdays', '3'))
  await openMatter(office, demo.origin, title)
  await act(office, '同意延期', text('workdays', '3'))
  await act(unit, '提供答复材料', text('material', '已安排每日撒盐除冰，并加装防滑带。'))

  const reviewer = await staff(browser, demo.origin, { government, login: 'ducha2' })
  await openMatter(reviewer, demo.origin, title)
  await act(reviewer, '向网民解释', text('explanation', '设备调运需要三天，已说明。'))
  await act(reviewer, '审定答复材料', radio('publicityDecided', '公开'))
  await act(
    reviewer,
    '网上公开',
    text('publicReply', '已安排每日撒盐除冰，并加装防滑带。'),
    yes('noStateSecret'),
    yes('noTradeSecret'),
    yes('noPrivacy'),
  )
  await track(writer, portal, receipt)
  await expect(writer.locator('main')).toContainText('每日撒盐除冰')
  await act(reviewer, '办结')
  await act(reviewer, '归档', ticks('volume', '督查室卷内材料', ['建册信息', '督办文函', '反馈答复材料']))
  await act(unit, '立卷归档', ticks('unitVolume', '承办单位卷内材料', ['领办的文函', '办理过程材料', '承办的原件材料']))
  await reviewer.reload()
  await expect(reviewer.locator('.stage-big')).toHaveText('归档')
})
