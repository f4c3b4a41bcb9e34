import { expect, it } from 'vitest'
import {
  foundBy,
  narrowedQueries,
  receivedBetween,
  searchQuery,
  searchWords,
  spanBegin,
  textRow,
  typedWords,
} from './search-words.js'

it('takes every two neighbouring characters, across no blank or sign', () => {
  expect(searchWords('路灯坏了，东风巷')).toEqual(['路灯', '灯坏', '坏了', '东风', '风巷'])
})

it('makes wide letters narrow and large ones small', () => {
  expect(searchWords('ＡＢ2')).toEqual(['ab', 'b2'])
})

it('takes traditional characters for the simplified ones', () => {
  expect(searchWords('路燈壞了')).toEqual(searchWords('路灯坏了'))
})

it('keeps characters outside the basic plane whole', () => {
  expect(searchWords('𠮷野家')).toEqual(['𠮷野', '野家'])
})

it('asks for all windows; for what begins with a single character', () => {
  const asked = (text: string, isPublic = false) => searchQuery(typedWords(text, isPublic) ?? { windows: [], isPublic })
  expect(asked('路灯坏')).toBe("'路灯' & '灯坏'")
  expect(asked('路')).toBe("'路':*")
  expect(asked('路', true)).toBe("'!路':*")
})

it('asks for nothing where only signs were typed', () => {
  expect(typedWords("'& | !")).toBeNull()
})

it.each([
  ['blanks of no width', '\u6E05\u200B\u6EAA\u200B\u8DEF', ['\u6E05\u6EAA', '\u6EAA\u8DEF']],
  ['a soft hyphen and a joiner', 'in\u00ADter\u2060net', ['in', 'nt', 'te', 'er', 'rn', 'ne', 'et']],
  ['marks of direction', '\u202B12\u202C3', ['12', '23']],
])('reads past %s', (_, text, words) => {
  expect(searchWords(text)).toEqual(words)
})

it.each([
  ['Tibetan', '\u0F56\u0F7C\u0F51', ['\u0F56\u0F7C', '\u0F7C\u0F51']],
  ['Thai', '\u0E17\u0E35\u0E48', ['\u0E17\u0E35', '\u0E35\u0E48']],
])('keeps the marks of %s within its words', (_, text, words) => {
  expect(searchWords(text)).toEqual(words)
})

it('keeps a text as runs, written plainly, and knows it by its windows and its characters', () => {
  const row = textRow({ ...plain, searchText: '\u6E05\u6EAA\u8DEF\uFF0C \u6C34\u200B\u7BA1\uFF10', publicText: '\u8DEF' })
  expect(row).toEqual({ known: '=regulation/demo', text: '\u6E05\u6EAA\u8DEF \u6C34\u7BA10', publicText: '\u8DEF' })
  const windows = ['\u6E05\u6EAA', '\u6EAA\u8DEF', '\u6C34\u7BA1', '\u7BA10']
  expect(foundBy(row)).toEqual(['=regulation/demo', ...windows, ...'\u6E05\u6EAA\u8DEF\u6C34\u7BA10', '!\u8DEF'])
})

it('keeps of an endless text as much as has twenty thousand windows', () => {
  const other = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => String.fromCodePoint(from + at)).join('')
  const repeated = '\u8DEF\u706F'.repeat(30_000)
  expect(textRow({ ...plain, searchText: repeated }).text).toBe(repeated)
  const endless = `${other(0x4e00, 20_000)}${other(0x20000, 9000)}`
  const kept = [...textRow({ ...plain, searchText: endless }).text]
  expect(new Set(kept.slice(1).map((character, at) => `${kept[at]}${character}`)).size).toBe(20_000)
})

const plain = {
  searchText: '',
  publicText: '',
  receivedAt: Date.parse('1970-01-17T00:00:00Z'),
  regulation: 'demo',
  category: null,
  channel: null,
  units: [],
  publishedAt: null,
}

it('knows what a matter is, line by line', () => {
  expect(textRow(plain).known).toBe('=regulation/demo')
  const units = ['roads', '#lead', 'roads']
  const more = { ...plain, category: 'wa\nter', channel: 'web', units, publishedAt: 5, links: ['2100000012'] }
  expect(textRow(more).known.split('\n')).toEqual([
    ...['=regulation/demo', '=category/wa ter', '=channel/web', '=unit/roads', '=unit/#lead', '=published/yes', '#2100000012'],
  ])
})

it('asks for one of several values of each trait, with what was typed or alone', () => {
  const narrowings = [
    { trait: 'category', oneOf: ['water', "o'clock"] },
    { trait: 'unit', oneOf: ['roads'] },
  ] as const
  expect(narrowedQueries('linhai', typedWords('路灯不亮'), narrowings)).toEqual([
    "'@linhai=category/water' | '@linhai=category/o''clock'",
    "'路灯'",
    "'@linhai=unit/roads'",
    "'灯不' & '不亮'",
  ])
  expect(narrowedQueries('linhai', null, narrowings.slice(1))).toEqual(["'@linhai=unit/roads'"])
  expect(narrowedQueries('linhai', typedWords('路灯不亮'), [])).toEqual(["'路灯' & '灯不' & '不亮'"])
  const endless = [{ trait: 'category', oneOf: ['x'.repeat(3000)] }] as const
  expect(narrowedQueries('linhai', null, endless)[0]?.length).toBeLessThan(300)
})

it('asks for a span of time by few words', () => {
  const asked = (since: string, until: string) => receivedBetween('linhai', Date.parse(since), Date.parse(until)).join(' ')
  expect(asked('2026-03-02T01:00:00Z', '2026-03-04T00:00:00Z')).toBe("'@linhai/05022' '@linhai/05023' '@linhai/05024'")
  expect(asked('2026-03-14T01:00:00Z', '2026-04-02T01:00:00Z')).toBe(
    "'@linhai/0502e' '@linhai/0502f' '@linhai/0503' '@linhai/05040' '@linhai/05041'",
  )
  expect(asked('2024-01-01T00:00:00Z', '2026-03-02T00:00:00Z').split(' ').length).toBeLessThan(40)
})

it('begins a long span where a word of many days begins', () => {
  const at = Date.parse('2026-03-20T05:00:00Z')
  const begin = (days: number) => new Date(spanBegin(at, days)).toISOString().slice(0, 10)
  expect([begin(1), begin(31), begin(32), begin(511), begin(512)]).toEqual([
    ...['2026-03-20', '2026-03-20', '2026-03-16', '2026-03-16', '2026-01-27'],
  ])
})
