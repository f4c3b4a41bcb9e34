import { expect, it } from 'vitest'
import { type Clause, filterClauses, readStatus } from './clause-filter.js'

const clause = (id: string, status: Clause['status'], zh: string, says: string): Clause => ({
  id,
  shown: { zh: `第${id}条`, en: `Article ${id}` },
  cite: id,
  kind: 'rule',
  zh,
  en: '',
  status,
  why: null,
  now: null,
  duties: [],
  carriedBy: null,
  rules: [{ id: 'x', kind: 'duty', name: 'Reply', says: [says] }],
})

const clauses = [
  clause('3', 'executed', '五个工作日内答复', '承办单位应在 5 个工作日内完成'),
  clause('4', 'form', '写明依据', '须写明依据'),
  clause('5', 'not-covered', '会议另行安排', ''),
]

it.each([
  ['', null, '3 4 5'],
  ['答复', null, '3'],
  ['承办 答复', null, '3'],
  ['第4条', null, '4'],
  ['REPLY', 'form', '4'],
  ['ｒｅｐｌｙ', null, '3 4 5'],
  ['nothing', null, ''],
] as const)('%j of status %j: %j', (text, status, found) => {
  expect(
    filterClauses(clauses, { text, status })
      .map(({ id }) => id)
      .join(' '),
  ).toBe(found)
})

it('reads a status from an address', () => {
  expect([readStatus('form'), readStatus('else'), readStatus(null)]).toEqual(['form', null, null])
})
