import { expect, it } from 'vitest'
import { csvRecords } from './csv-records.js'

const read = (text: string, separator = ',') =>
  [...csvRecords(text, separator)].map(({ row, cells, broken }) => [row, cells, broken?.en ?? null])
const whole = (text: string, separator?: string) =>
  read(text, separator).map(([, cells, broken]) => (broken === null ? cells : broken))

const open = (line: number) => expect.stringContaining(`On line ${line} of the file`)
const doubtful = (line: number) => expect.stringContaining(`left open on line ${line}`)

it('reads quotes, doubled ones, and line breaks within them', () => {
  expect(whole('n,a,b\r\n1,"x ""y""","one\r\ntwo"\r\n2,z,"" \r\n')).toEqual([
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
])('reads %s', (_, text) => {
  expect(whole(text)).toEqual([
    ['n', 'a'],
    ['1', 'b'],
    ['2', 'c'],
  ])
})

it('keeps a break of the other kind within quotes, and names a row that has one outside', () => {
  expect(whole('n,a\r1,"b\nc"\r')).toEqual([
    ['n', 'a'],
    ['1', 'b\nc'],
  ])
  expect(whole('n,a\n1,b\rc\n2,d\n')).toEqual([['n', 'a'], expect.stringContaining('line ends of another kind'), ['2', 'd']])
})

it('gives up one row to a quotation that is never closed, and none of the next', () => {
  expect(whole('n,a,b\n1,x,"open\n2,y,p\n3,z,"closed"\n4,w,q\n')).toEqual([
    ['n', 'a', 'b'],
    open(2),
    ['2', 'y', 'p'],
    ['3', 'z', 'closed'],
    ['4', 'w', 'q'],
  ])
})

it('does so at the end of the file too, and keeps what may belong to it apart', () => {
  expect(whole('n,a,b\n1,x,p\n2,y,"open\nstill its text\n3,z,q\n')).toEqual([
    ['n', 'a', 'b'],
    ['1', 'x', 'p'],
    open(3),
    doubtful(3),
    ['3', 'z', 'q'],
  ])
})

it('is not fooled by a mark that closes it by chance rows later', () => {
  expect(whole('n,a,b\n1,x,"open\n2,y,p\n3,z,15"\n4,w,q\n')).toEqual([
    ['n', 'a', 'b'],
    open(2),
    ['2', 'y', 'p'],
    ['3', 'z', '15"'],
    ['4', 'w', 'q'],
  ])
})

it('refuses a row with text behind a closing mark, whose words end nobody knows where', () => {
  expect(whole('n,a,b\n1,x,"he said "well" and left"\n2,y,p\n')).toEqual([['n', 'a', 'b'], open(2), ['2', 'y', 'p']])
})

it('keeps a letter that holds a list of its own', () => {
  expect(whole('n,a,b\n1,x,"first\nsecond, third, fourth\nfifth"\n')[1]).toEqual([
    '1',
    'x',
    'first\nsecond, third, fourth\nfifth',
  ])
})

it('counts rows as a spreadsheet does, blank ones too', () => {
  expect(read('n,a\n\n1,b\n').map(([row]) => row)).toEqual([1, 2, 3])
})
