import { join } from 'node:path'
import { expect, it } from 'vitest'
import { faultyRegulations, fixtures, sharedClauses } from '../../../test/fixtures/expected-findings.js'
import { checkRules, type Finding, loadRegulation, parseRegulation } from '../index.js'

const brief = ({ code, line, column }: Finding) => `${code} ${line}:${column}`
const checked = (text: string, clauses = sharedClauses.text) =>
  checkRules(parseRegulation({ rules: { file: 'regulation.yaml', text }, clauses: { file: 'clauses.yaml', text: clauses } }))

it.each(faultyRegulations('senseless'))('$name: $expected', ({ text, expected }) => {
  expect(checked(text).map(brief)).toEqual(expected)
})

const good = faultyRegulations('senseless').find((each) => each.name === 'good.yaml')?.text ?? ''
const fourth = (rest: string) =>
  `${sharedClauses.text}  "4": { cite: "4", shown: 第四条, kind: scope, zh: 附则。, en: Rest.${rest} }\n`

it.each([
  [', status: executed', 'clause-without-rule 7:3'],
  ['', 'clause-without-status 7:3'],
  [', status: form', 'clause-without-why 7:3'],
])('a clause with "%s": %s', (rest, expected) => {
  const findings = checked(good, fourth(rest))
  expect(findings.map((each) => `${each.file} ${brief(each)}`)).toEqual([`clauses.yaml ${expected}`])
})

it('finds nothing in a sound regulation but a day and two limits that nobody can put right', () => {
  const found = checkRules(loadRegulation(join(fixtures, 'example-mailbox', '2025-01-01')))
  expect(found.map(({ code, line }) => [code, line])).toEqual([
    ['stated-never-corrected', 66],
    ['stated-never-corrected', 68],
    ['stated-never-corrected', 69],
  ])
})
