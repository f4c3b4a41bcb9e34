import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tableIn } from '../../app/imports/import-rows.js'
import { takeUpKindFor } from '../../app/index.js'
import { loadLibrary } from '../../load/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let it_: TestServer
let li: SignedInAs
beforeEach(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
})
afterEach(() => it_.close())

const root = '/api/administration/roster'
const boundary = 'boundary-of-a-test'

/** A file as a browser sends it. */
const sent = (who: SignedInAs | null, path: string, bytes: string | Uint8Array, server = it_) => {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return server.ask(who, 'POST', `${root}/${path}`, {
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
type Row = { readonly row: number; readonly reason: string }

describe('a list of units', () => {
  const list = lines('单位名单,', '单位名称,上级单位', '局办公室,示例局', '示例局,', '路灯所,', '夜市办,没有这个局', ',示例局')

  it('shows what would come in, in any order, and writes nothing', async () => {
    const answer = (await sent(li, 'units/preview', list)).json()
    expect(answer).toMatchObject({ headRow: 2, read: 5, added: 2, known: 1, refusedCount: 2 })
    expect(answer.refused.map(({ row }: Row) => row)).toEqual([6, 7])
    expect(answer.refused[0].reason).toContain('没有这个局')
    const { units } = (await it_.ask(li, 'GET', '/api/administration/units')).json()
    expect(units.some(({ name }: { name: string }) => name === '示例局')).toBe(false)
  })

  it('adds each once, below the one it names, with an id of its own and an entry in the log', async () => {
    const first = (await sent(li, 'units', list)).json()
    expect([first.added, first.known, first.refusedCount]).toEqual([2, 1, 2])
    expect(Buffer.from(first.refusedFile.base64, 'base64').toString()).toMatch(/6,.*夜市办,没有这个局/)
    const { units } = (await it_.ask(li, 'GET', '/api/administration/units')).json()
    const office = units.find(({ name }: { name: string }) => name === '局办公室')
    const bureau = units.find(({ name }: { name: string }) => name === '示例局')
    expect([bureau.id, office.id, office.parent]).toEqual(['unit-1', 'unit-2', 'unit-1'])
    const again = (await sent(li, 'units', list)).json()
    expect([again.added, again.known]).toEqual([0, 3])
    const { rows } = await it_.app.deps.store.administration.listAudit('demo', { kind: 'unit-added' })
    expect(rows.map(({ account, about }) => [account, about])).toEqual([
      ['li', 'unit-2'],
      ['li', 'unit-1'],
    ])
  })

  it('tells of a file that is none, and of columns that are not there', async () => {
    expect((await sent(li, 'units', '%PDF-1.7')).json().code).toBe('file-refused')
    const strange = (await sent(li, 'units/preview', lines('上级,备注', '示例局,无'))).json()
    expect([strange.code, strange.detail]).toEqual(['file-refused', expect.stringContaining('单位名称')])
  })
})

describe('a list of people', () => {
  const list = lines(
    '姓名,登录名,手机,身份,单位',
    '甲,jia,,承办单位,路灯所',
    '乙,yi,,承办单位,',
    '丙,jia,,,',
    '丁,ding,,厂长,',
    '戊,wu,,,无此所',
    ',ji,,,',
  )

  it('takes roles and units by what they are called here, and gives each refused row its reason', async () => {
    const { roles } = (await it_.ask(li, 'GET', '/api/administration/people')).json()
    const unit = roles.find(({ id }: { id: string }) => id === 'unit').name
    const report = (await sent(li, 'people', list.replaceAll('承办单位', unit))).json()
    expect([report.read, report.added, report.refusedCount]).toEqual([6, 1, 5])
    expect(report.refused.map(({ row }: Row) => row)).toEqual([3, 4, 5, 6, 7])
    expect(report.refused[2].reason).toContain('厂长')
    expect(report.refused[4].reason).toBe('请填写“姓名”')
    const { people } = (await it_.ask(li, 'GET', '/api/administration/people')).json()
    const jia = people.find(({ login }: { login: string }) => login === 'jia')
    expect(jia).toMatchObject({ name: '甲', hasPassword: false, isAdmin: false, isAuditor: false })
    expect(jia.roles[0]).toMatchObject({ role: { id: 'unit' }, unit: { id: 'lighting' } })
    expect(report.links).toEqual([{ name: '甲', login: 'jia', path: expect.stringMatching(/^\/setup\/account\//) }])
    expect((await it_.server.inject({ url: report.links[0].path })).statusCode).toBe(200)
  })

  it('is for administrators alone, the template too', async () => {
    const roads = await it_.signIn('roads-1')
    for (const who of [roads, null]) {
      for (const path of ['people', 'units', 'listed'].flatMap((of) => [of, `${of}/preview`]))
        expect((await sent(who, path, list)).statusCode).toBeGreaterThanOrEqual(401)
      for (const of of ['people', 'listed'])
        expect((await it_.ask(who, 'GET', `${root}/${of}/template`)).statusCode).toBeGreaterThanOrEqual(401)
    }
    const { people } = (await it_.ask(li, 'GET', '/api/administration/people')).json()
    expect(people.some(({ login }: { login: string }) => login === 'jia')).toBe(false)
  })
})

it.each(['units', 'people', 'listed'] as const)('the template of %s is read as it is, and holds no row', async (of) => {
  const answer = await it_.ask(li, 'GET', `${root}/${of}/template?lang=en`)
  expect(answer.headers['content-type']).toContain('spreadsheetml')
  const preview = (await sent(li, `${of}/preview`, answer.rawPayload)).json()
  expect([preview.headRow, preview.read, preview.unused, preview.notes]).toEqual([1, 0, [], []])
})

it('asks of which kind each unit is as soon as a regulation speaks of kinds, and takes them from the list', async () => {
  const at = (folder: string): string => fileURLToPath(new URL(`../../../${folder}`, import.meta.url))
  const folders = ['test/fixtures/regulations', 'test/fixtures/concepts'].map(at)
  const other = await testServer(0, false, loadLibrary({ regulations: folders, calendars: at('calendars') }))
  try {
    const admin = await other.signIn('li')
    const item = async () => {
      const { items } = (await other.ask(admin, 'GET', '/api/administration/checklist')).json()
      return items.find(({ id }: { id: string }) => id === 'unitKinds')
    }
    expect(await item()).toEqual({ id: 'unitKinds', isDone: true, about: [] })
    const { deps, office } = other.app
    expect(await takeUpKindFor(deps, office, { regulation: 'parts', version: '2025-01-01' })).toBeNull()
    expect(await item()).toMatchObject({ isDone: false, about: expect.arrayContaining(['路灯所', '道路所']) })
    const list = lines('单位,类别', '东街道,街道', '西街道,street office', '南站,车站')
    const report = (await sent(admin, 'units', list, other)).json()
    expect([report.added, report.refused[0].reason]).toEqual([2, expect.stringContaining('站所')])
    expect((await item()).about).not.toContain('东街道')
    const { units } = (await other.ask(admin, 'GET', '/api/administration/units')).json()
    const kinds = units.flatMap(({ kind }: { kind: { id: string } | null }) => (kind === null ? [] : [kind.id]))
    expect(kinds).toEqual(['street', 'street'])
  } finally {
    await other.close()
  }
})

describe('a list of known requesters', () => {
  const list = lines(
    '姓名,登录名,名单,代表团,手机',
    '章代表,daibiao1,人大代表,第一代表团,',
    '汪委员,weiyuan1,政协委员,经济界,13800000000',
    '黎代表,daibiao1,人大代表,,',
    '丁某,ding,工会代表,,',
    '戊某,wu,,,',
    '李工,li,人大代表,,',
    ',ji,人大代表,,',
  )
  const at = (folder: string): string => fileURLToPath(new URL(`../../../${folder}`, import.meta.url))
  let other: TestServer
  let admin: SignedInAs
  beforeAll(async () => {
    const folders = ['test/fixtures/regulations', 'regulations'].map(at)
    other = await testServer(0, false, loadLibrary({ regulations: folders, calendars: at('calendars') }))
    const { deps, office } = other.app
    expect(await takeUpKindFor(deps, office, { regulation: 'dawukou-proposals', version: 'undated' })).toBeNull()
    admin = await other.signIn('li')
  })
  afterAll(() => other.close())
  const people = async () => (await other.ask(admin, 'GET', '/api/administration/listed')).json().people

  it('is looked at before, with the reason of each row that cannot come in, and nothing is written', async () => {
    const preview = (await sent(admin, 'listed/preview', list, other)).json()
    expect(preview).toMatchObject({ headRow: 1, read: 7, added: 2, known: 0, refusedCount: 5, unused: [] })
    expect(preview.rows.map(({ values }: { values: { value: string }[] }) => values.map(({ value }) => value))).toEqual([
      ['章代表', 'daibiao1', '人大代表', '第一代表团'],
      ['汪委员', 'weiyuan1', '政协委员', '经济界', '13800000000'],
    ])
    expect(preview.refused.map(({ row, reason }: Row) => [row, reason])).toEqual([
      [4, expect.stringContaining('登录名')],
      [5, expect.stringMatching(/工会代表.*人大代表、政协委员/)],
      [6, expect.stringContaining('人大代表、政协委员')],
      [7, expect.stringContaining('登录名')],
      [8, expect.stringContaining('姓名')],
    ])
    expect(await people()).toEqual([])
  })

  it('comes in once, each with an entry in the log and a link of their own, and nobody of it signs in as staff', async () => {
    const report = (await sent(admin, 'listed', list, other)).json()
    expect([report.added, report.refusedCount]).toEqual([2, 5])
    expect(Buffer.from(report.refusedFile.base64, 'base64').toString()).toContain('工会代表')
    expect(report.links.map(({ login }: { login: string }) => login)).toEqual(['daibiao1', 'weiyuan1'])
    expect((await other.server.inject({ url: report.links[0].path })).statusCode).toBe(200)
    const told = (await people()).map((each: { login: string; list: { name: string }; standing: string }) => [
      ...[each.login, each.list.name, each.standing],
    ])
    expect(told.sort()).toEqual([
      ['daibiao1', '人大代表', '第一代表团'],
      ['weiyuan1', '政协委员', '经济界'],
    ])
    const again = (await sent(admin, 'listed', list, other)).json()
    expect([again.added, again.known, again.refusedCount]).toEqual([0, 2, 5])
    const { rows } = await other.app.deps.store.administration.listAudit('demo', { kind: 'account-added' })
    expect(rows.map(({ account, detail }) => [account, detail.login])).toEqual([
      ['li', 'weiyuan1'],
      ['li', 'daibiao1'],
    ])
    // Who is on a list is not known among the people of the house.
    const staff = (await sent(admin, 'people/preview', lines('姓名,登录名', '章代表,daibiao1'), other)).json()
    expect([staff.known, staff.refusedCount]).toEqual([0, 1])
  })

  it('has the lists of here in its template', async () => {
    const { rawPayload } = await other.ask(admin, 'GET', `${root}/listed/template`)
    const isHead = (cell: string): boolean => cell === '列'
    const guide = await tableIn(rawPayload, { isHead, headRow: null, sheet: '怎样填写' }, 1_000_000)
    const said: string[] = []
    for await (const row of guide.rows) if ('cells' in row) said.push(row.cells.列 ?? '')
    expect(said).toEqual(expect.arrayContaining(['人大代表', '政协委员']))
  })
})

it('says of a list of requesters where no regulation has one', async () => {
  const preview = (await sent(li, 'listed/preview', lines('姓名,登录名', '甲,jia'))).json()
  expect(preview.refused[0].reason).toContain('没有提出人的名单')
})
