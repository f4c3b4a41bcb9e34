import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seesAll } from '../../store/index.js'
import { all, type TestApp, testApp } from '../app.fixtures.js'
import { ledgerFile } from '../ledger/export-ledger.js'
import { rowXml, workbookOf, zipOf } from '../tables/table-files.fixtures.js'
import { type ImportFileAsked, importFile, previewFile } from './import-file.js'

let app: TestApp
let folder: string
beforeAll(async () => {
  app = await testApp()
  folder = await mkdtemp(join(tmpdir(), 'huiyin-tables-'))
})
afterAll(() => app.close())

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

const asked = (file: string, more: Partial<ImportFileAsked> = {}): ImportFileAsked => ({
  office: app.office,
  file,
  source: null,
  map: {},
  set: {},
  head: null,
  sheet: null,
  mapping: null,
  kind: null,
  saveAs: null,
  isAccepting: false,
  isTrial: false,
  takesAutomatic: false,
  lang: 'zh',
  ...more,
})

const bring = async (name: string, content: string | Uint8Array, more: Partial<ImportFileAsked> = {}) => {
  const report = await importFile(app.deps, asked(await put(name, content), more), () => {})
  expect(report.read).toBe(report.imported + report.known + report.refused.length)
  return report
}

const titled = async (text: string) =>
  (await app.deps.store.listMatters('demo', { gate: seesAll, filter: { text } })).rows.map(({ title }) => title)

const eventOf = async (source: string, id: string) => {
  const matter = await app.deps.store.findImported('demo', source, id)
  const loaded = matter === null ? null : await app.deps.store.loadMatter('demo', matter, seesAll)
  return loaded?.events[0]?.data
}

const letter = (about: string): string => `${about}，请有关部门派人看一看。`

it.each([
  ['one empty cell too many', `工单号,标题,内容\nE1,水渠堵了,${letter('村口水渠堵了')},\n`],
  ['several, with blanks', `工单号,标题,内容\nE2,桥面破损,${letter('老桥桥面破损')}, ,\u3000,\n`],
  ['some behind the heads too', `工单号,标题,内容,,\nE3,井水发黄,${letter('井水发黄')},,\n`],
])('takes a row with %s', async (_, text) => {
  expect(await bring('ends.csv', text)).toMatchObject({ read: 1, imported: 1, refused: [] })
})

it('refuses a row with words that stand under no head, and says which', async () => {
  const report = await bring('beyond.csv', `标题,内容\n路面塌陷,${letter('路面塌陷')},已转办\n`)
  expect(report.refused).toMatchObject([{ row: 2, reason: expect.stringContaining('已转办') }])
})

it.each([
  [
    'a spreadsheet has shortened',
    'short.csv',
    `工单号,标题,内容\n3.3001E+16,渠,${letter('渠')}\n3.3001E+16,桥,${letter('桥')}\n3.3001E+16,井,${letter('井')}\n`,
  ],
  [
    'a workbook holds as figures',
    'figures.xlsx',
    zipOf(
      workbookOf({
        S: [
          rowXml(1, ['工单号', '标题', '内容']),
          rowXml(2, [33010020250000400, '渠二', letter('渠二')]),
          rowXml(3, [33010020250000400, '桥二', letter('桥二')]),
          rowXml(4, [33010020250000400, '井二', letter('井二')]),
        ].join(''),
      }),
    ),
  ],
])('brings in every letter whose number %s, by its words, and says so', async (_, name, content) => {
  const report = await bring(name, content)
  expect(report).toMatchObject({ read: 3, imported: 3, known: 0, refused: [] })
  expect(report.notes.map(({ row }) => row)).toEqual([2, 3, 4])
  expect(await bring(name, content)).toMatchObject({ imported: 0, known: 3 })
})

it.each([
  ['joiners alone', '\u200B\u2060', '\u200D'],
  ['a filler and wide blanks', '\u3164', '\u3000\u3000'],
  ['marks of direction', '\u202E', '\u2066\u2069'],
])('refuses a letter of %s, and keeps the joiners of one with words', async (_, title, body) => {
  const farsi =
    '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \u0686\u0631\u0627\u063A \u06A9\u0648\u0686\u0647 \u0631\u0648\u0634\u0646 \u0634\u0648\u062F'
  const report = await bring('unseen.csv', `工单号,标题,内容\nU1,${title},${body}\nU2,灯,${farsi}\n`, { source: title })
  expect(report.refused.map(({ row }) => row)).toEqual([2])
  expect(await eventOf(title, 'U2')).toMatchObject({ with: { body: farsi } })
})

it('keeps long numbers whole: in JSON lines as in texts of a workbook', async () => {
  await bring('long.jsonl', `{"id":33010020250000417,"title":"长号","body":"${letter('长号')}"}`)
  const sheet = [rowXml(1, ['工单号', '标题', '内容']), rowXml(2, ['33010020250000419', '长号二', letter('长号二')])].join('')
  await bring('long.xlsx', zipOf(workbookOf({ S: sheet })))
  expect(await eventOf('long.jsonl', '33010020250000417')).toBeDefined()
  expect(await eventOf('long.xlsx', '33010020250000419')).toBeDefined()
})

it('calls a row known only where it says the same', async () => {
  const row = (id: string, title: string) => `${id},${title},${letter(title)},2025-09-0${id}\n`
  const head = '工单号,标题,内容,时间\n'
  expect(await bring('same.csv', head + row('1', '一号') + row('2', '二号'))).toMatchObject({ imported: 2 })
  // Blanks, width and what does not show are no other words.
  const again = `${head}1,一\u200B号 ,${letter('一号')},2025/9/1\n`
  expect(await bring('same.csv', again)).toMatchObject({ imported: 0, known: 1 })
  const other = await bring('same.csv', `${head + row('1', '另一件事')}2,二号,${letter('二号')},2025-09-08\n`)
  expect(other).toMatchObject({ imported: 0, known: 0 })
  expect(other.refused.map(({ row, reason }) => [row, reason.includes('已经导入过')])).toEqual([
    [2, true],
    [3, true],
  ])
})

it('says the same of rows of one file, checked only or brought in', async () => {
  const text = `工单号,标题,内容\n7,甲事,${letter('甲事')}\n7,乙事,${letter('乙事')}\n7,甲事,${letter('甲事')}\n8,,\n8,丙事,${letter('丙事')}\n8,丁事,${letter('丁事')}\n`
  for (const isTrial of [true, false]) {
    const report = await bring('within.csv', text, { isTrial })
    expect(report).toMatchObject({ read: 6, imported: 2, known: 1 })
    expect(report.refused.map(({ row }) => row)).toEqual([3, 5, 7])
    expect(report.refused[0]?.reason).toContain('第 2 行')
    expect(report.refused[2]?.reason).toContain('第 6 行')
  }
})

it.each([
  ['序号', '一月'],
  ['No.', '二月'],
  [' 序 号 ', '三月'],
])('takes a running number under %s for no number of a letter', async (head, month) => {
  const text = (week: string) =>
    `${head},标题,内容\n1,${month}${week}甲,${letter(`${month}${week}甲`)}\n2,${month}${week}乙,${letter(`${month}${week}乙`)}\n`
  expect(await bring(`running-${month}.csv`, text('上旬'))).toMatchObject({ imported: 2 })
  expect(await bring(`running-${month}.csv`, text('下旬'))).toMatchObject({ imported: 2, known: 0 })
  expect(await bring(`running-${month}.csv`, text('下旬'))).toMatchObject({ imported: 0, known: 2 })
})

it.each([
  ['the same head', '标题,诉求内容,诉求内容'],
  ['heads that differ by what forms add', '标题,诉求内容*,诉求内容（必填）'],
  ['a head between others', '诉求内容,标题,诉求内容'],
])('does not choose between two columns under %s', async (_, heads) => {
  const path = await put('twice.csv', `${heads}\n${letter('甲')},${letter('乙')},${letter('丙')}\n`)
  await expect(importFile(app.deps, asked(path), () => {})).rejects.toMatchObject({
    words: { zh: expect.stringContaining('--map'), en: expect.stringContaining('more than once') },
  })
})

it('takes the one a person names, and leaves columns alone that nothing is taken from', async () => {
  const text = `标题,内容,备注,内容,备注\n泵房,${letter('泵房漏水')},x,已转水务,y\n`
  const report = await bring('chosen.csv', text, { map: { body: '内容#1' } })
  expect(report).toMatchObject({ imported: 1, unused: ['备注#1', '内容#2', '备注#2'] })
  expect((await titled('泵房漏水'))[0]).toBe('泵房')
})

const container = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const page = '<table><tr><td>标题</td><td>内容</td></tr><tr><td>甲</td><td>乙</td></tr></table>'

it.each([
  ['an old workbook, named otherwise', 'x.csv', Buffer.concat([container, Buffer.alloc(600)]), 'xls'],
  ['a workbook with a password', 'x.xlsx', Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]), '密码'],
  ['a workbook older still', 'x.xls', Buffer.from('0908100000060500', 'hex'), 'xls'],
  ['a page named like a workbook', 'x.xls', page, '网页'],
  ['a page in wide letters', 'x.csv', Buffer.from(`\uFEFF${page}`, 'utf16le'), '网页'],
  ['a spreadsheet in XML', 'x.xls', '<?xml version="1.0"?><Workbook/>', '网页'],
  ['a page saved with its pictures', 'x.xls', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', '网页'],
  ['a binary workbook', 'x.xlsx', zipOf({ 'xl/workbook.bin': 'x' }), 'xlsb'],
  ['a table of another suite', 'x.xlsx', zipOf({ 'content.xml': '<x/>' }), 'ods'],
  ['any other archive', 'x.xlsx', zipOf({ 'word/document.xml': '<x/>' }), '不是表格'],
  ['a workbook cut off', 'x.xlsx', zipOf(workbookOf({ S: rowXml(1, ['标题', '内容']) })).subarray(0, 300), '损坏'],
  ['a paper', 'x.csv', '%PDF-1.7\n标题,内容\n', '不是表格'],
  ['nothing', 'x.csv', '', '空'],
  ['blanks alone', 'x.csv', ' \n\n', '空'],
  ['heads alone', 'x.csv', '标题,内容\n', '没有一行'],
  ['one JSON text', 'x.jsonl', '[{"title":"a"}]', 'JSONL'],
  ['no head that is known', 'x.csv', 'q,w\n甲,乙\n', '--head'],
  ['no column for the text', 'x.csv', '标题,备注\n甲,乙\n', '内容'],
])('refuses %s whole, in one sentence', async (_, name, content, said) => {
  const path = await put(name, content)
  await expect(importFile(app.deps, asked(path), () => {})).rejects.toMatchObject({
    words: { zh: expect.stringContaining(said) },
  })
})

it.each([
  ['a title', `2025年10月来信登记表,,\n工单号,标题,内容\nT1,树枝挡路,${letter('树枝挡路')}\n`, 2],
  [
    'a title, a date and a blank row',
    `来信登记表\n制表日期：2025年10月31日,,\n\n工单号,诉求标题,诉求内容\nT2,电线垂落,${letter('电线垂落')}\n`,
    4,
  ],
  ['what only a spreadsheet reads', `sep=;\n工单号;标题;内容\nT3;积水;${letter('积水')}\n`, 2],
])('finds the heads below %s', async (_, text, headRow) => {
  expect(await bring('titled.csv', text)).toMatchObject({ imported: 1, refused: [], headRow })
})

it('finds them in a workbook: below blank rows, in a later sheet; and names what it does not read', async () => {
  const cover = rowXml(2, ['说明：本表每月一报'])
  const list = [
    rowXml(3, ['十月来信登记表']),
    rowXml(5, ['工单号', '标题', '内容', '来电时间']),
    rowXml(6, ['B1', '栏杆', letter('栏杆松动'), 45931.5]),
  ]
  const more = rowXml(1, ['标题', '内容']) + rowXml(2, ['漏读', letter('漏读')])
  const book = zipOf(workbookOf({ 封面: cover, 登记: list.join(''), 补充: more }))
  const report = await bring('sheets.xlsx', book)
  expect(report).toMatchObject({ imported: 1, headRow: 5, sheet: '登记' })
  expect(report.fileNotes.join()).toMatch(/封面.*补充/)
  expect(await eventOf('sheets.xlsx', 'B1')).toMatchObject({ source: { time: '2025-10-01T04:00:00.000Z' } })
  expect(await bring('sheets.xlsx', book, { sheet: '补充' })).toMatchObject({ imported: 1, sheet: '补充' })
})

it.each([
  ['tabs in UTF-16', Buffer.from(`\uFEFF工单号\t标题\t内容\r\nW1\t公厕\t${letter('公厕脏')}\r\n`, 'utf16le')],
  ['semicolons', `工单号;标题;内容\nW2;站牌;${letter('站牌歪了')}\n`],
  ['wide commas', `工单号\uFF0C标题\uFF0C正文\nW3\uFF0C路牙\uFF0C路牙石掉了\n`],
  ['bars', `工单号|标题|内容\nW4|花坛|${letter('花坛破了')}\n`],
])('reads what is separated by %s, whatever it is called', async (_, content) => {
  expect(await bring('whatever.txt', content)).toMatchObject({ imported: 1, refused: [] })
})

it('refuses the rows that are not as the rest, by their number, and takes the others', async () => {
  const good = (id: string) => Buffer.from(`${id},好的${id},${letter(`好的${id}`)}\n`)
  const bytes = Buffer.concat([
    Buffer.from('工单号,标题,内容\n'),
    good('Q1'),
    good('Q2'),
    Buffer.from([0x51, 0x33, 0x2c, 0xb2, 0xc9, 0x2c, 0xff, 0x0a]),
    good('Q4'),
  ])
  const report = await bring('bytes.csv', bytes)
  expect(report).toMatchObject({ read: 4, imported: 3 })
  expect(report.refused.map(({ row }) => row)).toEqual([4])
  const errors = await bring('errors.csv', `标题,内容\n甲,#REF!\n乙,${letter('乙乙')}\n`)
  expect(errors.refused).toMatchObject([{ row: 2, reason: expect.stringContaining('#REF!') }])
  const english = await bring('quote.csv', `标题,内容\n丙,"${letter('丙')}\n丁,${letter('丁')}\n`, { lang: 'en' })
  expect(english).toMatchObject({ imported: 1, refused: [{ row: 2, reason: expect.stringContaining('quotation mark') }] })
})

it('takes objects of different shapes as rows of one table', async () => {
  const lines = [
    `{"标题":"形一","内容":"${letter('形一')}"}`,
    `{"编号":"J2","标题":"形二","内容":"${letter('形二')}"}`,
    '{"标题":',
    '7',
  ]
  const report = await bring('shapes.jsonl', lines.join('\n'))
  expect(report).toMatchObject({ read: 4, imported: 2 })
  expect(await eventOf('shapes.jsonl', 'J2')).toBeDefined()
})

it('is not brought down by a workbook that is larger than it looks', async () => {
  const blanks = `<sst>${`<si><t>${' '.repeat(1000)}</t></si>`.repeat(70 * 1024)}</sst>`
  const book = workbookOf({ S: rowXml(1, ['标题', '内容']) })
  const links = 'xl/_rels/workbook.xml.rels'
  const link = '<Relationship Id="rId9" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
  const linked = { [links]: (book[links] ?? '').replace('</Relationships>', link) }
  const files = { ...book, ...linked, 'xl/sharedStrings.xml': blanks }
  const refusal = { words: { zh: expect.stringContaining('64 MB') } }
  const path = await put('bomb.xlsx', zipOf(files))
  await expect(importFile(app.deps, asked(path), () => {})).rejects.toMatchObject(refusal)
  const lying = await put('lying.xlsx', zipOf(files, { 'xl/sharedStrings.xml': 10 }))
  await expect(importFile(app.deps, asked(lying), () => {})).rejects.toMatchObject(refusal)
  const far = await put('far.xlsx', zipOf(workbookOf({ S: '<row r="900000000"><c r="A900000000"><v>1</v></c></row>' })))
  await expect(importFile(app.deps, asked(far), () => {})).rejects.toMatchObject({ words: { zh: expect.stringContaining('行') } })
})

it('shows the first rows as they would come in, and writes nothing', async () => {
  const path = await put('preview.csv', `来信登记\n工单号,诉求标题,诉求内容,承办\nP1,样例,${letter('样例一')},x\nP2,缺文,,x\n`)
  const found = await previewFile(app.deps, asked(path))
  expect(found).toMatchObject({
    columns: { title: '诉求标题', body: '诉求内容', source: '工单号' },
    unused: ['承办'],
    headRow: 2,
    rows: [
      { row: 3, reason: null, values: expect.arrayContaining([{ name: '标题', value: '样例' }]) },
      { row: 4, reason: expect.stringContaining('内容') },
    ],
  })
  expect(await titled('样例一')).toEqual([])
})

it('reads the next file by what was saved under a name, for this government alone', async () => {
  const text = (id: string) => `x,y,z\n${id},保存${id},${letter(`保存${id}`)}\n`
  const map = { source: 'x', title: 'y', body: 'z' }
  expect(await bring('first.csv', text('M1'), { map, set: { category: 'help' }, saveAs: '热线' })).toMatchObject({ imported: 1 })
  const office = await app.deps.offices.get('demo')
  const saved = { mapping: '热线', ...(office === null ? {} : { office }) }
  expect(await bring('second.csv', text('M2'), saved)).toMatchObject({ imported: 1, defaults: { category: 'help' } })
  const path = await put('third.csv', text('M3'))
  await expect(importFile(app.deps, asked(path, { ...saved, mapping: '冷线' }), () => {})).rejects.toMatchObject({
    words: { zh: expect.stringContaining('热线') },
  })
})

it.each([
  ['a field there is not', { map: { titel: '标题' } }, 'titel'],
  ['a value for a field there is not', { set: { kategory: 'help' } }, 'kategory'],
  ['a column there is not', { map: { title: '题目' } }, '题目'],
  ['a sheet there is not', { sheet: '十月' }, '十月'],
])('says so where a person names %s', async (_, more, said) => {
  const path = await put('named.csv', `标题,内容\n甲,${letter('甲')}\n`)
  await expect(importFile(app.deps, asked(path, more), () => {})).rejects.toMatchObject({
    words: { zh: expect.stringContaining(said) },
  })
})

it('writes ledgers whose numbers come back as they were', async () => {
  await bring(
    'ledger.csv',
    `工单号,标题,内容\n33010020250000423,0017,${letter('台账一')}\n="33010020250000429",-5度,${letter('台账二')}\n`,
  )
  const given = { office: app.office, gate: seesAll, kind: 'matters', filter: {}, lang: 'zh' } as const
  const csv = (await all(ledgerFile(app.deps, given, 'csv'))).join('')
  expect(csv).toContain('"\t33010020250000423"')
  expect(csv).toContain('"\t0017"')
  expect(csv).toContain("'-5度")
  const again = await importFile(
    app.deps,
    asked(await put('back.csv', csv), { map: { source: '来源编号', title: '标题', body: '标题' }, isTrial: true }),
    () => {},
  )
  expect(again.read).toBeGreaterThan(1)
})
