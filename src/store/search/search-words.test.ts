import { expect, it } from 'vitest'
import { indexWords, narrowedQuery, receivedBetween, receivedWords, searchQuery, searchWords, spanBegin } from './search-words.js'

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
  expect(searchQuery('路灯坏')).toBe("'路灯' & '灯坏'")
  expect(searchQuery('路')).toBe("'路':*")
  expect(searchQuery('路', true)).toBe("'!路':*")
})

it('asks for nothing where only signs were typed', () => {
  expect(searchQuery("'& | !")).toBeNull()
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

it('lets the last character of each run be found alone', () => {
  const words = indexWords('linhai', { ...plain, searchText: '\u6E05\u6EAA\u8DEF\uFF0C\u6C34\u7BA1' })
  expect(words.slice(5)).toEqual(['\u6E05\u6EAA', '\u6EAA\u8DEF', '\u6C34\u7BA1', '\u8DEF', '\u7BA1'])
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

it('knows whose a matter is, on which day it came and what it is, by words that no text has', () => {
  expect(indexWords('linhai', plain)).toEqual([
    ...['@linhai', '@linhai/00010', '@linhai/0001', '@linhai/000', '@linhai=regulation/demo'],
  ])
  expect(
    indexWords('linhai', {
      ...plain,
      ...{ category: 'water', channel: 'web', units: ['roads', '#lead', 'roads'], publishedAt: 5 },
    }).slice(4),
  ).toEqual([
    '@linhai=regulation/demo',
    '@linhai=category/water',
    '@linhai=channel/web',
    '@linhai=unit/roads',
    '@linhai=unit/#lead',
    '@linhai=published/yes',
  ])
})

it('asks for one of several values of each trait, with what was typed or alone', () => {
  const narrowings = [
    { trait: 'category', oneOf: ['water', "o'clock"] },
    { trait: 'unit', oneOf: ['roads'] },
  ] as const
  expect(narrowedQuery('linhai', "'路灯'", narrowings)).toBe(
    "('@linhai=category/water' | '@linhai=category/o''clock') & '@linhai=unit/roads' & '路灯'",
  )
  expect(narrowedQuery('linhai', null, narrowings.slice(1))).toBe("'@linhai=unit/roads'")
  expect(narrowedQuery('linhai', "'路灯'", [])).toBe("'路灯'")
  const endless = [{ trait: 'category', oneOf: ['x'.repeat(3000)] }] as const
  expect(narrowedQuery('linhai', null, endless).length).toBeLessThan(300)
})

it('says on which day a matter came and in which many, and asks for a span of time by few words', () => {
  expect(receivedWords('linhai', Date.parse('2026-03-02T23:59:59.999Z'))).toEqual([
    '@linhai/05022',
    '@linhai/0502',
    '@linhai/050',
  ])
  expect(receivedWords('linhai', Date.parse('1969-12-31T00:00:00Z'))[0]).toBe('@linhai/00000')
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
