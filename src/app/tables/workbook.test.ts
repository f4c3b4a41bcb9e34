import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ByteSource, bytesSource, fileSource } from './byte-source.js'
import { workbookOf, zipOf } from './table-files.fixtures.js'
import { longestCell, type SheetCell, workbookBytes, workbookFile } from './workbook-file.js'
import { workbookSheets } from './workbook-sheets.js'
import { zipPlaces } from './zip-entries.js'

type Read = Readonly<Record<string, readonly (readonly string[])[]>>

async function sheetsIn(source: ByteSource): Promise<Read> {
  const found: Record<string, string[][]> = {}
  for (const { name, records } of await workbookSheets(source, (await zipPlaces(source)) ?? [], 64)) {
    const rows: string[][] = []
    for await (const { row, cells } of records()) rows[row - 1] = [...cells]
    found[name ?? ''] = rows
  }
  return found
}

const read = (bytes: Uint8Array): Promise<Read> => sheetsIn(bytesSource(bytes))

const anyText = fc.string({
  unit: fc.constantFrom(
    'a',
    '渠',
    '&',
    '<',
    '>',
    '"',
    "'",
    '\n',
    '\r',
    '\t',
    '\0',
    '\x1b',
    '\ud83d\ude00',
    '\ud800',
    '\uffff',
    '_x000D_',
    '_',
    ' ',
    '0',
    '=1+1',
  ),
  maxLength: 20,
})
const aNumber = fc.integer({ min: -1e9, max: 1e9 })

it('gives back every text and number as it was written', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.oneof(anyText, aNumber), { minLength: 1, maxLength: 40 }), { maxLength: 6 }),
      async (rows) => {
        const heads = ['一', '二']
        const found = await read(await workbookBytes([{ name: '台账', heads, rows }]))
        const shown = (cells: readonly SheetCell[]) => cells.map(String).join('|').replace(/\|+$/, '')
        expect([...(found.台账 ?? [])].map((cells) => shown(cells ?? []))).toEqual([heads, ...rows].map(shown))
      },
    ),
  ))

it('keeps long numbers, zeros in front and what looks like a day as texts', async () => {
  const row = ['33010020250000417', '0017', '1-2', '1E5', '=SUM(A1)']
  expect(await read(await workbookBytes([{ name: 'S', heads: ['a'], rows: [row] }]))).toEqual({ S: [['a'], row] })
})

it('cuts what a spreadsheet would call damage, behind a mark', async () => {
  const found = await read(await workbookBytes([{ name: 'S', heads: [], rows: [['长'.repeat(longestCell + 5)]] }]))
  const [cell = ''] = found.S?.[0] ?? []
  expect([cell.length, cell.at(-1)]).toEqual([longestCell, '…'])
})

it('names sheets as spreadsheets allow, none twice', async () => {
  const sheet = (name: string) => ({ name, heads: ['a'], rows: [] })
  const found = await read(await workbookBytes(['一/二:三', '一/二:三', "'x'", '', '长'.repeat(60)].map(sheet)))
  expect(Object.keys(found)).toEqual(['一 二 三', '一 二 三 2', 'x', 'Sheet', '长'.repeat(31)])
})

it('stops taking rows when nobody reads on, and tells a row that fails', async () => {
  let stopped = false
  async function* endless() {
    try {
      for (let at = 0; ; at += 1) yield [`row ${at}`, `${Math.random()}`]
    } finally {
      stopped = true
    }
  }
  for await (const piece of workbookFile([{ name: 'S', heads: ['a', 'b'], rows: endless() }])) if (piece.length > 1000) break
  await expect.poll(() => stopped).toBe(true)
  async function* failing() {
    yield ['a']
    throw new Error('gone')
  }
  await expect(workbookBytes([{ name: 'S', heads: ['a'], rows: failing() }])).rejects.toThrow('gone')
})

const shared = (texts: readonly string[]) => ({
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId8" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId9" Type="x/styles" Target="styles.xml"/></Relationships>',
  'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="171" formatCode="0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>',
})

it('reads what spreadsheets write: shared texts with runs and readings, moments, yes and no, errors, places left out', async () => {
  const rows =
    '<row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" s="1"><v>45931.5</v></c><c s="2"><v>1.5</v></c><c s="3"><v>45931</v></c></row>' +
    '<row><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>a&#128512;b</v></c><c><v>33010020250000417</v></c></row>'
  const texts = ['<r><t>粗</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 体</t></r><rPh sb="0" eb="1"><t>cu</t></rPh>']
  const { S } = await read(zipOf({ ...workbookOf({ S: rows }), ...shared(texts) }))
  expect(S?.[1]).toEqual(['', '粗 体', '', '2025-10-01T12:00:00', '1.5', '2025-10-01T00:00:00'])
  expect(S?.[2]).toEqual(['true', '#REF!', 'a\u{1F600}b', '3.3010020250000416e+16'])
})

it('finds each of many shared texts, in any order', async () => {
  const count = 2_000
  const places = Array.from({ length: count }, (_, at) => (at * 769) % count)
  const rows = places.map((at) => `<row><c t="s"><v>${at}</v></c></row>`).join('')
  const texts = Array.from({ length: count }, (_, at) => `<t>text ${at}</t>`)
  const { S } = await read(zipOf({ ...workbookOf({ S: rows }), ...shared(texts) }))
  expect(S).toEqual(places.map((at) => [`text ${at}`]))
})

it.each([
  ['a declaration of kinds', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>', '损坏'],
  ['an end too soon', '<worksheet><sheetData><row>', '损坏'],
  ['what is no XML', 'x'.repeat(40), '损坏'],
  ['a text without an end', `<worksheet>${'a'.repeat((1 << 20) + 70_000)}`, '损坏'],
  ['a column far out', '<worksheet><row r="1"><c r="ZZZ1"><v>1</v></c></row></worksheet>', '列'],
])('refuses a sheet with %s', async (_, xml, said) => {
  const book = zipOf({ ...workbookOf({ S: '' }), 'xl/worksheets/sheet1.xml': xml })
  await expect(read(book)).rejects.toMatchObject({ words: { zh: expect.stringContaining(said) } })
})

it('reads a file on disk as it reads bytes, and says which is cut off', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-workbook-'))
  try {
    const path = join(folder, 'book.xlsx')
    const rows = Array.from({ length: 5_000 }, (_, at) => [`row ${at}`, at])
    const bytes = await workbookBytes([{ name: 'S', heads: ['a', 'b'], rows }])
    await writeFile(path, bytes)
    expect(await sheetsIn(await fileSource(path))).toEqual(await read(bytes))
    expect(await zipPlaces(bytesSource(bytes.subarray(0, bytes.length - 30)))).toBeNull()
  } finally {
    await rm(folder, { recursive: true })
  }
})
