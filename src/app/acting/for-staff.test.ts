import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { root, testApp } from '../app.fixtures.js'
import { byRequester, byStaff, requester, submitMatter } from '../index.js'
import { byImport, type Opener } from './opener.js'

const under = { regulation: 'xizang-2017', regulationVersion: '2017-07-27' }
const office: Actor = { role: 'office', unit: null, person: 'li' }
const letter = { channel: 'peopleCn', title: '通村班车', body: '我们村到县城的班车一周只来两趟，能不能恢复？' }
const elsewhere = byImport({ source: 'people.cn', id: '7', time: null })

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp(
    '2018-06-05 09:00',
    loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') }),
    [],
    under,
  )
})
afterAll(() => app?.close())

const problems = async (actor: Actor, opener: Opener, stated: object) => {
  const done = await submitMatter(app.deps, {
    office: app.office,
    actor,
    with: { ...letter, ...stated },
    lang: 'zh',
    opener,
    isTrial: true,
  })
  return done.ok ? [] : done.failure.problems?.map(({ code, sentence }) => `${code} ${sentence}`)
}

it.each([
  ['sourceNumber', 'R-1', 'for-staff 人民网留言编号由工作人员填写。请去掉这一项再提交；要说明的，请写在内容里。'],
  ['ipAddress', '192.0.2.8', 'for-staff 网络地址由工作人员填写。请去掉这一项再提交；要说明的，请写在内容里。'],
])('refuses a citizen who states %s, which is asked of staff alone; staff and an import state it', async (field, value, said) => {
  expect(await problems(requester, byRequester, { [field]: value })).toEqual([said])
  expect(await problems(requester, byRequester, { [field]: ' ' })).toEqual([])
  expect(await problems(office, byStaff, { [field]: value })).toEqual([])
  expect(await problems(requester, elsewhere, { [field]: value })).toEqual([])
})
