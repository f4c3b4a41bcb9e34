import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkRules, type Finding, parseRegulation } from '../index.js'

const clean = join(import.meta.dirname, '..', '..', '..', 'test', 'fixtures', 'faults', 'clean', 'tiny', '2025-01-01')
const textOf = (name: string): string => readFileSync(join(clean, name), 'utf8')

/** What the check says of the reply's limit, where clause 4 says this and nothing else. */
function found(limit: string, clause: string): readonly string[] {
  const rules = textOf('regulation.yaml').replace('within: { workdays: 15 }', `within: ${limit}`)
  const said = textOf('clauses.yaml').replace(/("4": .* zh: ).*( status)/, `$1"${clause}", en: x,$2`)
  const loaded = parseRegulation({ rules: { file: 'r', text: rules }, clauses: { file: 'c', text: said } })
  return numbersOf([...loaded.findings, ...checkRules(loaded)])
}

const numbersOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code }) => code).filter((code) => code.startsWith('number'))

it.each([
  ['{ workdays: 15 }', '十五个工作日内答复'],
  ['{ workdays: 15 }', '15日内答复'],
  ['{ workdays: 5 }', '3-5个工作日内答复'],
  ['{ hours: 48 }', '两天内答复'],
  ['{ hours: 24 }', '当日答复'],
  ['{ minutes: 30 }', '半小时内答复'],
  ['{ months: 6 }', '半年内答复'],
  ['{ calendarDays: 14 }', '两周内答复'],
  ['{ calendarDays: 1 }', '次日答复'],
  ['{ calendarDays: 0 }', '及时答复'],
  ['{ shortest: [{ workdays: 5 }, { calendarDays: 10 }] }', '五个工作日、十日取其短'],
])('%s is said by: %s', (limit, clause) => {
  expect(found(limit, clause)).toEqual([])
})

it.each([
  ['{ workdays: 5 }', '及时答复'],
  ['{ workdays: 5 }', '十五个工作日内答复'],
  ['{ workdays: 5 }', '五分'],
  ['{ workdays: 13 }', '按第十三条办理'],
  ['{ hours: 3 }', '三日内答复'],
  ['{ months: 3 }', '三日内答复'],
])('%s is not said by: %s', (limit, clause) => {
  expect(found(limit, clause)).toEqual(['number-without-clause'])
})

it.each([
  ['{ late: { workdays: 1 } ', '逾期的', []],
  ['{ late: { workdays: 4 } ', '逾期超过三个工作日的', []],
  ['{ late: { workdays: 4 } ', '逾期第三个工作日', ['number-without-clause']],
])('a rung %s, where the clause says %s', (rung, clause, expected) => {
  const rules = textOf('regulation.yaml')
    .replace(/ +- \{ late: .*\n/g, '')
    .replace(
      'ladder:\n',
      `ladder:\n      - ${rung}, alert: red, clause: "9" }\n      - { late: { workdays: 1 }, alert: yellow, clause: "6" }\n`,
    )
  const said = textOf('clauses.yaml').replace(/("9": .*?, zh: ).*/, `$1"${clause}", en: x, status: executed }`)
  const loaded = parseRegulation({ rules: { file: 'r', text: rules }, clauses: { file: 'c', text: said } })
  expect(numbersOf([...loaded.findings, ...checkRules(loaded)])).toEqual(expected)
})
