import { join } from 'node:path'
import { expect, it } from 'vitest'
import { faultyRegulations, fixtures, sharedClauses } from '../../../test/fixtures/expected-findings.js'
import { type Finding, loadRegulation, parseRegulation } from '../index.js'

const brief = ({ code, line, column }: Finding) => `${code} ${line}:${column}`
const parsed = (text: string, clauses = sharedClauses.text) =>
  parseRegulation({ rules: { file: 'regulation.yaml', text }, clauses: { file: 'clauses.yaml', text: clauses } })

it.each(faultyRegulations('wrong'))('$name: $expected', ({ text, expected }) => {
  const { findings, regulation } = parsed(text)
  expect(findings.map(brief)).toEqual(expected)
  expect(regulation === null).toBe(expected.length > 0)
})

it('says everything in both languages', () => {
  const said = faultyRegulations('wrong').flatMap(({ text }) => parsed(text).findings)
  expect(said.filter(({ message, advice }) => !message.zh || !message.en || !advice.zh || !advice.en)).toEqual([])
})

it('takes the nearest word for advice', () => {
  const several = faultyRegulations('wrong').find((each) => each.name === 'several.yaml')
  expect(parsed(several?.text ?? '').findings.map((each) => each.advice.en)).toEqual([
    'did you mean: office',
    'did you mean: received',
    'did you mean: reply',
    'Add colour:',
    'did you mean: colour',
  ])
})

it('loads what docs/regulation-format.md shows', () => {
  const { regulation, findings } = loadRegulation(join(fixtures, 'example-mailbox', '2025-01-01'))
  expect(findings).toEqual([])
  expect(regulation?.title).toEqual({ zh: '示例区长信箱办理办法', en: '示例区长信箱办理办法' })
  expect(regulation?.effectiveTo).toBe('2026-12-31')
})

it('refuses a folder with another name than the regulation', () => {
  const { text } = faultyRegulations('wrong').find((each) => each.name === 'good.yaml') ?? { text: '' }
  const texts = { rules: { file: 'r', text }, clauses: sharedClauses }
  const { findings, regulation } = parseRegulation(texts, { id: 'small', version: '2025-02-01' })
  expect(findings.map(brief)).toEqual(['wrong-name 4:10'])
  expect(regulation).toBeNull()
})

it('names the file that is missing', () => {
  const { findings } = loadRegulation(join(fixtures, 'wrong'))
  expect(findings.map(({ code, message }) => [code, message.en])).toEqual([
    ['missing-file', 'the file regulation.yaml is missing'],
  ])
})

it('reports clauses at their own file', () => {
  const good = faultyRegulations('wrong').find((each) => each.name === 'good.yaml')?.text ?? ''
  const { findings } = parsed(good, sharedClauses.text.replace('kind: scope, zh: 来信收下。', 'knd: scope, zh: 来信收下。'))
  expect(findings.map((each) => `${each.file} ${brief(each)}`)).toEqual([
    'clauses.yaml missing-key 4:3',
    'clauses.yaml unknown-key 4:56',
  ])
})

it('reads clauses that lie in several files as one, and names the file of each', () => {
  const good = faultyRegulations('wrong').find((each) => each.name === 'good.yaml')?.text ?? ''
  const [head = '', first = '', ...rest] = sharedClauses.text.split(/^(?= {2}")/m)
  const parts = (last: string) => [
    { file: 'clauses.yaml', text: `${head}${first}` },
    { file: 'clauses/2-more.yaml', text: `format: 4\nclauses:\n${rest.join('')}${last}` },
  ]
  const read = (last: string) => parseRegulation({ rules: { file: 'regulation.yaml', text: good }, clauses: parts(last) })
  expect(read('').findings).toEqual([])
  expect(Object.keys(read('').regulation?.clauses ?? {})).toEqual(['1', '2', '3'])
  expect(read('  "1": { cite: "1" }\n').findings.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'clauses/2-more.yaml duplicate-key',
  ])
})
