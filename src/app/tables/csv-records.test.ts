import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRecords } from './csv-records.js'

async function* inPieces(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length)
}

const read = async (text: string, separator = ',', length = text.length) =>
  (await all(csvRecords(inPieces(text, length), separator))).map(({ row, cells, broken }) => [row, cells, broken?.en ?? null])
const whole = async (text: string, separator?: string) =>
  (await read(text, separator)).map(([, cells, broken]) => (broken === null ? cells : broken))

async function all<T>(each: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of each) found.push(one)
  return found
}

const open = (line: number) => expect.stringContaining(`On line ${line} of the file`)
const doubtful = (line: number) => expect.stringContaining(`left open on line ${line}`)

it('reads quotes, doubled ones, and line breaks within them', async () => {
  expect(await whole('n,a,b\r\n1,"x ""y""","one\r\ntwo"\r\n2,z,"" \r\n')).toEqual([
    ['n', 'a', 'b'],
    ['1', 'x "y"', 'one\r\ntwo'],
    ['2', 'z', ''],
  ])
})

it.each([
  ['lines of Unix', 'n,a\n1,b\n2,c\n'],
  ['lines of Windows', 'n,a\r\n1,b\r\n2,c\r\n'],
  ['lines of old Macs', 'n,a\r1,b\r2,c\r'],
  ['both of the first two', 'n,a\r\n1,b\n2,c'],
])('reads %s', async (_, text) => {
  expect(await whole(text)).toEqual([
    ['n', 'a'],
    ['1', 'b'],
    ['2', 'c'],
  ])
})

it('keeps a break of the other kind within quotes, and names a row that has one outside', async () => {
  expect(await whole('n,a\r1,"b\nc"\r')).toEqual([
    ['n', 'a'],
    ['1', 'b\nc'],
  ])
  expect(await whole('n,a\n1,b\rc\n2,d\n')).toEqual([
    ['n', 'a'],
    expect.stringContaining('line ends of another kind'),
    ['2', 'd'],
  ])
})

it('gives up one row to a quotation that is never closed, and none of the next', async () => {
  expect(await whole('n,a,b\n1,x,"open\n2,y,p\n3,z,"closed"\n4,w,q\n')).toEqual([
    ['n', 'a', 'b'],
    open(2),
    ['2', 'y', 'p'],
    ['3', 'z', 'closed'],
    ['4', 'w', 'q'],
  ])
})

it('does so at the end of the file too, and keeps what may belong to it apart', async () => {
  expect(await whole('n,a,b\n1,x,p\n2,y,"open\nstill its text\n3,z,q\n')).toEqual([
    ['n', 'a', 'b'],
    ['1', 'x', 'p'],
    open(3),
    doubtful(3),
    ['3', 'z', 'q'],
  ])
})

it('is not fooled by a mark that closes it by chance rows later', async () => {
  expect(await whole('n,a,b\n1,x,"open\n2,y,p\n3,z,15"\n4,w,q\n')).toEqual([
    ['n', 'a', 'b'],
    open(2),
    ['2', 'y', 'p'],
    ['3', 'z', '15"'],
    ['4', 'w', 'q'],
  ])
})

it('refuses a row with text behind a closing mark, whose words end nobody knows where', async () => {
  expect(await whole('n,a,b\n1,x,"he said "well" and left"\n2,y,p\n')).toEqual([['n', 'a', 'b'], open(2), ['2', 'y', 'p']])
})

it('keeps a letter that holds a list of its own', async () => {
  expect((await whole('n,a,b\n1,x,"first\nsecond, third, fourth\nfifth"\n'))[1]).toEqual([
    '1',
    'x',
    'first\nsecond, third, fourth\nfifth',
  ])
})

it('counts rows as a spreadsheet does, blank ones too', async () => {
  expect((await read('n,a\n\n1,b\n')).map(([row]) => row)).toEqual([1, 2, 3])
})

const word = fc.string({ unit: fc.constantFrom('a', '水', '"', '""', ',', '\n', '\r\n', '\r', ' ', '1'), maxLength: 30 })

it('reads the same however the text arrives', () =>
  fc.assert(
    fc.asyncProperty(word, fc.integer({ min: 1, max: 7 }), async (text, length) => {
      expect(await read(`n,a\n${text}`, ',', length)).toEqual(await read(`n,a\n${text}`))
    }),
  ))

it('goes on behind a quotation left open before more text than it holds at once', async () => {
  const rows = Array.from({ length: 400_000 }, (_, at) => `${at},row ${at},x`)
  const text = `n,a,b\n1,"open,x\n${rows.join('\n')}\n`
  const found = await read(text, ',', 65_536)
  expect(found).toHaveLength(400_002)
  expect(found[1]?.[2]).toContain('not closed')
  expect(found.slice(2).every(([, , broken]) => broken === null)).toBe(true)
})

it('reads a cell longer than a piece whole, and what follows it', async () => {
  const long = '水\n'.repeat(90_000)
  const found = await read(`n,a\n1,"${long}"\n2,b\n`, ',', 1000)
  expect(found[1]?.[1]).toEqual(['1', long])
  expect(found[2]?.[1]).toEqual(['2', 'b'])
})

it('takes a doubled mark for none, where the text is cut between the two, behind a quotation left open long before', async () => {
  const long = 'x'.repeat(100_000)
  const before = Array.from({ length: 400 }, (_, at) => `${at},${long},y\n`)
  async function* pieces() {
    yield 'n,a,b\n1,"open,x\n'
    yield* before
    yield `k,${long}"`
    yield '"and,more\n'
    yield* ['still its text\n', `z,${long}",w\n`, 'p,q,r\n']
  }
  const found = await all(csvRecords(pieces(), ','))
  expect(found.slice(-4).map(({ broken }) => broken?.en ?? null)).toEqual([null, doubtful(2), null, null])
})
