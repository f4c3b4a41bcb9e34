import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './axe.js'
import { ownDemo } from './demo.js'
import { act, type Fill, list, openMatter, radio, staff, text, ticks, yes } from './staff.js'

/** One meeting from the pool to the file, each act by whoever it falls to, on the pages they would use. */
const demo = ownDemo()
test.use({ actionTimeout: 30_000 })

const scan = join(fileURLToPath(new URL('../../', import.meta.url)), 'demo/files/instruction.png')
const shots = process.env.HUIYIN_SHOTS
const shot = async (page: Page, name: string): Promise<void> => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
const file =
  (field: string): Fill =>
  async (form) => {
    const files = form.locator('.files', { has: form.page().locator(`#field-${field}`) })
    await files.locator('input[type=file]').setInputFiles(scan)
    await expect(files).toContainText('instruction.png')
  }
const more =
  (field: string, at: number, option: string): Fill =>
  async (form) => {
    await form.locator('.assignments').getByRole('button', { name: '再加一个单位' }).click()
    await list(`${field}-${at}`, option)(form)
  }

const panel = (page: Page) => page.locator('.work-panel')
async function room(page: Page, title: string): Promise<void> {
  await page.goto(`${demo.origin}/workbench/containers`)
  await page.locator('.container-rows').getByRole('link', { name: title }).click()
  await expect(page.locator('h1')).toHaveText(title)
}

/** Everybody signs in once. */
function people(browser: Browser) {
  const known = new Map<string, Page>()
  return async (login: string, role: string | null = null): Promise<Page> => {
    const found = known.get(login) ?? (await staff(browser, demo.origin, { government: 'shiliqu', login }))
    known.set(login, found)
    const choice = found.locator('.bar-choice select')
    if (role !== null && (await choice.locator('option:checked').innerText()) !== role) await choice.selectOption({ label: role })
    return found
  }
}

test('a meeting that is chaired by a delegate, from the pool to the file', async ({ browser }) => {
  const as = people(browser)
  const [meeting, topic] = ['第20次常务会议', '老旧小区加装电梯补助办法']
  const on = async (page: Page, title: string): Promise<Page> => {
    await openMatter(page, demo.origin, title)
    return page
  }
  const clerk = await as('banggongshi')
  const director = await as('zhuren')
  const mayor = await as('quzhang', '区长')
  const chair = await as('changwu', '常务副区长')

  await test.step('the mayor delegates the chair; the agenda goes up, comes back and is approved', async () => {
    await act(await on(mayor, meeting), '委托常务副区长召集主持', yes('isDelegated'))
    await act(await on(clerk, meeting), '提出上会方案')
    await act(await on(director, meeting), '审核上会方案')
    await act(await on(chair, meeting), '审签上会方案')
    await act(mayor, '方案退回调整', text('comments', '请写明汇报人。'))
    await act(clerk, '提出上会方案')
    await act(director, '审核上会方案')
    await act(chair, '审签上会方案')
    await act(mayor, '审定上会方案')
  })

  await test.step('the notice names whoever always attends, and says who is invited beyond', async () => {
    await act(
      clerk,
      '起草会议通知',
      text('startsAt', '上午九时'),
      text('place', '三楼会议室'),
      text('specialDemands', '手机静音，材料会后收回。'),
      ticks('fixedAttendees', '固定列席', ['办公室主任', '发改局', '司法局', '财政局', '审计局', '监察委']),
      yes('hasMajorTopic'),
      text('invitedLeaders', '邀请区人大、区政协负责人。'),
      text('invitedGuests', '邀请人大代表二人、居民代表二人。'),
      yes('isReported'),
    )
    await act(
      clerk,
      '通知单位列席',
      list('assignments', '示例区住房和城乡建设局'),
      more('assignments', 1, '示例区财政局'),
      more('assignments', 2, '示例区教育体育局'),
    )
    await act(director, '审签、制发通知')
    await act(clerk, '记录通知情况', text('notificationRecord', '电话通知各单位，均有专人接听。'))
  })

  await test.step('a unit sends a deputy with a written report that the mayor accepts', async () => {
    const head = await on(await as('caizheng-head'), meeting)
    await act(
      head,
      '列席单位请假',
      text('leaveReason', '到市里开会。'),
      text('delegatedHead', '副局长 钱某'),
      yes('canDecide'),
      file('leaveReport'),
    )
    await act(mayor, '同意委派')
    await expect(mayor.locator('main')).toContainText('准假，委派负责人参加')
  })

  await test.step('a member asks the chair for leave', async () => {
    const member = await on(await as('fuquzhang2', '副区长'), meeting)
    await act(member, '组成人员请假', list('absentLeader', '示例副区长乙'), text('leaveReason', '出差。'))
    await act(chair, '准假', list('absentLeader', '示例副区长乙'))
  })

  await test.step('the papers of the topic are checked thrice', async () => {
    await act(
      await on(await as('zhujian'), topic),
      '报送会议材料',
      file('formalText'),
      text('explanation', '背景和过程、主要内容、需要说明的问题。'),
      text('proposedIssueForm', '区政府办公室文件'),
      file('paperAttachments'),
      text('reportPaper', '汇报提纲，五分钟。'),
    )
    await act(await on(clerk, topic), '初核材料', yes('isTextChecked'), yes('isFormatChecked'))
    await act(
      await on(await as('fuzhuren'), topic),
      '复核材料',
      yes('isPolicyChecked'),
      yes('isLegallyChecked'),
      yes('isPoliticallyChecked'),
    )
    await act(await on(await as('fuquzhang', '副区长'), topic), '审签材料')
    await act(clerk, '通知有关单位列席', list('assignments', '示例区教育体育局'))
  })

  await test.step('units sign in; the chair opens with more than half', async () => {
    await on(clerk, meeting)
    for (const [unit, by] of [
      ['示例区住房和城乡建设局', '主要负责人'],
      ['示例区财政局', '委派的负责人'],
      ['示例区教育体育局', '没有到会'],
    ] as const) {
      await clerk.reload()
      await clerk.locator('.act-primary, .act-button', { hasText: '列席单位签到' }).filter({ hasText: unit }).first().click()
      await radio('attendedBy', by)(clerk.locator('.act-form'))
      await clerk.locator('.act-form button[type=submit]').click()
      await expect(clerk.locator('.done')).toContainText('列席单位签到')
    }
    await expect(clerk.locator('main')).toContainText('没有请假而缺席或换人')
  })

  await test.step('the chair opens with more than half of those in office, and not with half', async () => {
    await room(chair, meeting)
    const quorum = chair.locator('.quorum')
    await expect(quorum).toContainText('到会 0 / 4 人 要 3 人才过半数')
    await expect(chair.locator('.attendance')).toContainText('准假')
    await expect(chair.locator('.attendance')).toContainText('没有请假而缺席或换人')
    for (const name of ['示例区长', '示例副区长']) await chair.getByRole('checkbox', { name: `${name} 到会` }).check()
    await expect(quorum).toContainText('还差 1 人')
    await panel(chair).getByRole('button', { name: /^开会/ }).click()
    const named = panel(chair)
      .getByRole('group', { name: /到会的组成人员/ })
      .getByRole('checkbox', { checked: true })
    await expect(named).toHaveCount(2)
    await panel(chair).locator('button[type=submit]').click()
    await expect(panel(chair).getByRole('alert')).toContainText('没有超过半数')
    await shot(chair, 'whole-no-quorum')
    await chair.getByRole('checkbox', { name: '示例常务副区长 到会' }).check()
    await expect(named).toHaveCount(3)
    const names = '示例区长、示例常务副区长、示例副区长'
    await panel(chair).locator('button[type=submit]').click()
    await expect(chair.locator('.container-head')).toContainText('会议中')
    await expect(chair.locator('.container-head')).toContainText('上午九时')
    await expect(chair.locator('.container-head')).toContainText('三楼会议室')
    await expect(chair.locator('.container-head')).toContainText('常务副区长 示例常务副区长 主持')
    await expect(quorum).not.toContainText(names)
    await expect(chair.locator('.people .person-here')).toHaveCount(3)
  })

  await test.step('papers are read by those in the room for the topic, while it is on, and by nobody else', async () => {
    const guest = await as('jiaoyu')
    const consulted = await as('caizheng')
    const reads = async (page: Page): Promise<boolean> => {
      await on(page, topic)
      return (await page.locator('main').innerText()).includes('汇报提纲，五分钟。')
    }
    expect([await reads(guest), await reads(consulted)]).toEqual([false, false])
    await room(clerk, meeting)
    await clerk.getByRole('button', { name: '请下一个议题入场' }).click()
    await expect(clerk.locator('.done-place')).toContainText('请下一个议题入场')
    await panel(clerk).locator('#field-reportMinutes').fill('5')
    await radio('reporterKind', '提交部门主要负责人')(panel(clerk))
    await panel(clerk).locator('button[type=submit]').click()
    await expect(panel(clerk)).toContainText('记录讨论情况')
    expect([await reads(guest), await reads(consulted)]).toEqual([true, false])
    await text('discussion', '各位发了言。')(panel(clerk))
    await yes('hasDissent')(panel(clerk))
    await text('dissent', '示例副区长：补助标准偏高。')(panel(clerk))
    await shot(clerk, 'whole-discussion')
    await panel(clerk).locator('button[type=submit]').click()
    await expect(clerk.locator('.done-place')).toContainText('记录讨论情况')
    await room(chair, meeting)
    await radio('decision', '原则通过')(panel(chair))
    await text('decisionText', '原则通过，每台补助二十万元。')(panel(chair))
    await text('revisionPoints', '写明低收入家庭的办法。')(panel(chair))
    await shot(chair, 'whole-decide')
    await panel(chair).locator('button[type=submit]').click()
    await expect(chair.locator('.agenda-row').first()).toContainText('议完：原则通过')
    await expect(chair.locator('.agenda-row').first().locator('.moment')).toHaveText(/\d\d:\d\d 至 .*\d\d:\d\d/)
    expect([await reads(guest), await reads(consulted)]).toEqual([false, false])
    await expect(guest.locator('main')).not.toContainText('补助标准偏高')
    await on(clerk, topic)
    await expect(clerk.locator('main')).toContainText('补助标准偏高')
  })

  await test.step('closed; papers collected, recorded, minutes drafted', async () => {
    await act(await on(chair, meeting), '闭会')
    await act(await on(clerk, meeting), '收回会议材料', text('unreturned', '无'))
    await act(clerk, '整理会议记录', text('meetingRecord', '到会三人，请假一人；一个议题，原则通过；一人有不同意见。'))
  })

  await test.step('what touches the law is checked by the legal office: it sees the meeting then, sends it back, and lets it pass', async () => {
    const legal = await as('fazhi')
    await legal.goto(`${demo.origin}/workbench/matters?q=${encodeURIComponent(meeting)}`)
    await expect(legal.locator('[data-row]')).toHaveCount(0)
    const drafted = [text('meetingMinutes', `${topic}：原则通过。原则通过，每台补助二十万元。`), yes('touchesLaw')]
    await act(clerk, '起草会议纪要', ...drafted)
    await expect(clerk.locator('main')).toContainText('纪要待法制把关')
    await legal.goto(`${demo.origin}/workbench/`)
    await legal.locator('.duty-rows').getByRole('link', { name: meeting }).click()
    await shot(legal, 'whole-legal-desk')
    await on(legal, meeting)
    await expect(legal.locator('main')).toContainText('每台补助二十万元')
    await expectAccessible(legal)
    await shot(legal, 'whole-legal')
    await act(legal, '纪要退回修改', text('comments', '补助标准请写明依据。'))
    await legal.goto(`${demo.origin}/workbench/matters?q=${encodeURIComponent(meeting)}`)
    await expect(legal.locator('[data-row]')).toHaveCount(0)
    await on(clerk, meeting)
    await expect(clerk.locator('main')).toContainText('补助标准请写明依据。')
    await act(
      clerk,
      '起草会议纪要',
      text('meetingMinutes', '老旧小区加装电梯补助办法：原则通过。原则通过，每台补助二十万元。依据补助管理办法。'),
      yes('touchesLaw'),
    )
    await act(await on(legal, meeting), '把关纪要的法律内容')
    await on(director, meeting)
    await expect(director.locator('main')).toContainText('纪要待主任审核')
  })

  await test.step('countersigned, signed by the delegate, told to the press, the absent named, all filed', async () => {
    await act(director, '审核纪要', ticks('countersigners', '报请哪几位副区长审签', ['示例常务副区长', '示例副区长']))
    await act(await on(await as('fuquzhang', '副区长'), meeting), '审签纪要')
    await director.reload()
    await expect(director.locator('main')).toContainText('待审签')
    await expect(director.locator('.act-primary')).not.toContainText('审签完毕')
    await act(await on(await as('changwu', '副区长'), meeting), '审签纪要')
    await act(director, '审签完毕，报请签发')
    await as('changwu', '常务副区长')
    await act(await on(chair, meeting), '签发纪要', text('minutesNumber', '第20次'))
    await act(
      await on(await as('fuzhuren'), meeting),
      '审定新闻稿',
      text('pressRelease', '区政府召开常务会议，研究老旧小区加装电梯补助等事项。'),
    )
    const supervision = await on(await as('duchashi'), meeting)
    // The unit stands in the form already: it is the one that did not come.
    await act(supervision, '通报不按要求参加会议的单位', text('bulletin', '没有请假，没有到会。'))
    await on(clerk, meeting)
    await act(
      clerk,
      '会议材料立卷归档',
      ticks('archivedPapers', '归档了哪些', ['会议通知', '批示文件', '会议文件', '会议记录', '参会人员名单']),
    )
    await expect(clerk.locator('main')).toContainText('已归档')
  })

  await test.step('the decision becomes a task of twenty workdays, reported, accepted, filed', async () => {
    await act(await on(mayor, topic), '依法不须提请人大', text('waiverReason', '依法不须提请。'))
    const supervision = await on(await as('duchashi'), topic)
    await act(supervision, '交办决定事项', list('assignments', '示例区住房和城乡建设局'))
    await expect(supervision.locator('main')).toContainText('决定事项办理中')
    const unit = await on(await as('zhujian'), topic)
    await expect(unit.locator('main')).toContainText('办理决定事项并报告')
    await act(unit, '报送办理情况', text('progress', '办法已经修改，正在会签。'))
    await act(await on(await as('zhujian-head'), topic), '报告办结', text('completionReport', '办法已经印发。'))
    await act(supervision, '认可办结')
    await act(
      await on(clerk, topic),
      '立卷归档',
      ticks('archivedPapers', '归档了哪些', ['会议通知', '批示文件', '会议文件', '会议记录', '参会人员名单']),
    )
    await shot(clerk, 'whole-filed')
  })
})
