import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seesAll } from '../../store/index.js'
import { root, type TestApp, testApp } from '../app.fixtures.js'
import { importMatters, verifyRecords } from '../index.js'
import { workbookBytes } from '../tables/workbook-file.js'
import { headsOf } from './import-mapping.js'
import { importRows } from './import-rows.js'

let app: TestApp
let folder: string
beforeAll(async () => {
  app = await testApp()
  folder = await mkdtemp(join(tmpdir(), 'huiyin-import-'))
})
afterAll(() => app.close())

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

const bring = (path: string, more: Partial<Parameters<typeof importMatters>[1]> = {}) =>
  importMatters(
    app.deps,
    {
      office: app.office,
      program: app.office.program,
      rows: importRows(path, { isHead: headsOf(app.office.program.regulation, more.map ?? {}), headRow: null, sheet: null }),
      source: path,
      map: {},
      set: {},
      isAccepting: false,
      isTrial: false,
      person: null,
      lang: 'zh',
      ...more,
    },
    () => {},
  )

it('brings JSON lines in, maps what it knows, and names refused rows with their reasons', async () => {
  const lines = [
    {
      msg_id: '1',
      title: '路灯不亮',
      time: '4/8/19 8:37',
      body: '\n\t\t路灯\u3000不亮，已经五天，\t请修理。\n',
      category: '投诉',
    },
    { msg_id: '2', title: '太短', time: '2019-04-25T09:32:09', body: '', category: 'complaint' },
    { msg_id: '3', title: '时间不对', time: 'soon', body: '这一行的时间无法辨认，应当退回。' },
    { msg_id: '4', title: '没有这一类', body: '这一行的类别不在可选范围内。', category: '天文' },
    { msg_id: '5', title: '太长', body: '长'.repeat(10_001) },
    { msg_id: '6', title: '七千字', body: '长'.repeat(7000) },
  ]
  const path = await file('six.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
  const report = await bring(path, { isAccepting: true })
  expect(report).toMatchObject({
    read: 6,
    imported: 2,
    known: 0,
    mapping: { fields: { title: 'title', body: 'body', category: 'category' }, source: 'msg_id', time: 'time' },
  })
  expect(report.refused.map(({ row, reason }) => [row, reason])).toEqual([
    [2, expect.stringContaining('内容')],
    [3, expect.stringContaining('soon')],
    [4, expect.stringContaining('类别')],
    [5, expect.stringContaining('最多10000个字')],
  ])
  const found = await app.deps.store.listMatters('demo', { gate: seesAll, filter: { text: '路灯' } })
  expect(found.rows[0]).toMatchObject({ stage: 'accepted', category: 'complaint', title: '路灯不亮' })
  const again = await bring(path, { isAccepting: true })
  expect(again).toMatchObject({ imported: 0, known: 2 })
  expect(again.refused).toHaveLength(4)
})

it('writes nothing when it only checks', async () => {
  const path = await file('dry.jsonl', JSON.stringify({ title: '只是检查', body: '这一行不应当写入数据库里去。' }))
  expect(await bring(path, { isTrial: true })).toMatchObject({ imported: 1 })
  expect(await bring(path)).toMatchObject({ imported: 1, known: 0 })
})

it('reads CSV with quotes, line breaks and a BOM, and takes mapped columns', async () => {
  const path = await file(
    'quoted.csv',
    '\uFEFF主题,留言详情,备注\r\n"甲,""乙""","第一行内容写在这里\n第二行",x\r\n丙,内容内容内容内容内容内容,y\r\n',
  )
  expect(await bring(path)).toMatchObject({ imported: 2, refused: [], mapping: { fields: { title: '主题', body: '留言详情' } } })
  const mapped = await file('mapped.csv', 'a,b\n标题甲,内容内容内容内容内容内容甲\n')
  expect(await bring(mapped, { map: { title: 'a', body: 'b' }, set: { category: 'help' } })).toMatchObject({
    imported: 1,
    defaults: { category: 'help' },
  })
})

it('reads what old offices write: gb18030', async () => {
  // "标题,正文" and one row, as gb18030 bytes.
  const bytes = Buffer.from('b1eacce22cd5fdcec40ac2b7b5c6b2bbc1c12cc2b7b5c6c1acd0f8b6e0c8d5b2bbc1c1c7ebd0dec0ed0a', 'hex')
  expect(await bring(await file('old.csv', bytes))).toMatchObject({ imported: 1, refused: [] })
  const found = await app.deps.store.listMatters('demo', { gate: seesAll, filter: { text: '连续多日不亮' } })
  expect(found.rows[0]?.title).toBe('路灯不亮')
})

it('reads a workbook', async () => {
  const rows = [['表格甲', '表格里的内容一共有十个字以上']]
  const path = await file('book.xlsx', await workbookBytes([{ name: '来信', heads: ['标题', '内容'], rows }]))
  expect(await bring(path)).toMatchObject({ imported: 1, refused: [] })
})

const shared = join(root, '../shared/data')
const isThere = existsSync(join(shared, 'messages.jsonl'))
if (!isThere) process.stderr.write(`import of real messages: skipped, ${shared} is not here\n`)

describe.skipIf(!isThere)('real messages', () => {
  it('brings a thousand in and accepts each; twice is as once', { timeout: 120_000 }, async () => {
    const lines = (await readFile(join(shared, 'messages.jsonl'), 'utf8')).split('\n').slice(0, 1000)
    const path = await file('thousand.jsonl', lines.join('\n'))
    const report = await bring(path, { isAccepting: true })
    expect(report.refused).toEqual([])
    expect(report.imported).toBe(1000)
    expect(await bring(path, { isAccepting: true })).toMatchObject({ imported: 0, known: 1000, refused: [] })
    expect((await verifyRecords(app.deps, () => {})).findings).toEqual([])
  })

  it('brings labelled texts without titles or ids in', { timeout: 120_000 }, async () => {
    const report = await bring(join(shared, 'labelled.csv'))
    expect(report).toMatchObject({ read: 1831, mapping: { fields: { body: 'text' } } })
    expect(report.refused).toEqual([])
    expect(await bring(join(shared, 'labelled.csv'))).toMatchObject({ imported: 0 })
  })
})
