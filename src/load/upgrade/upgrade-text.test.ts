import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { wrongFormat } from '../format/format-version.js'
import { readYaml } from '../format/yaml-file.js'
import { parseRegulation, parseScenarios } from '../index.js'
import { upgradesIn } from './upgrade-folder.js'
import { upgradeText } from './upgrade-text.js'

const old = `# 小镇来信办法
regulation: small
version: 2025-01-01
transition: keeps-version # 老的不变
parameters:
  # 从哪天算
  start: { value: submit, asks: 从哪天算 }
  # 退回以后
  again: { value: 照旧, asks: 退回以后 }
acts:
  back: { name: 退回, by: unit, within: { workdays: 1, after: dispatch }, moves: { to: done, of: [lead] } }   # 一天
duties:
  reply:
    countFrom: $start
    opens: [{ act: dispatch, in: lead }, { rung: conclude/red }]
    appliesTo: { part: lead, same: [assignments.lead, leadUnit], assignments: { of: lead, every: done } }
  next:
    opens:
      - rung: reply/red
        when: { urgent: true }
`

const now = `# 小镇来信办法
format: 4
regulation: small
version: 2025-01-01
parameters:
  # 从哪天算
  start: { value: submit, asks: 从哪天算 }

readings:
  # 退回以后
  again: { value: 照旧, asks: 退回以后 }
acts:
  back: { name: 退回, by: unit, within: { workdays: 1, from: dispatch }, moves: { to: done, parts: [lead] } }   # 一天
duties:
  reply:
    from: $start
    opens: [{ act: dispatch, parts: lead }, { duty: conclude, rung: red }]
    appliesTo: { parts: lead, same: [{ field: assignments, part: lead }, leadUnit], assignments: { parts: lead, every: done } }
  next:
    opens:
      - duty: reply
        rung: red
        when: { urgent: true }
`

it('brings rules to the present format and leaves all else to the letter', () => {
  expect(upgradeText('rules', 'r.yaml', old)).toEqual({ file: 'r.yaml', text: now, isChanged: true, findings: [] })
})

it('changes nothing the second time', () => {
  expect(upgradeText('rules', 'r.yaml', now)).toEqual({ file: 'r.yaml', text: now, isChanged: false, findings: [] })
})

it('says the format of examples once, and takes out what said nothing', () => {
  const text = 'title: 一\nmatter: { kind: letter }\nsteps: []\n---\ntitle: 二\nmatter: { kind: letter }\nsteps: []\n'
  expect(upgradeText('scenarios', 's.yaml', text).text).toBe('format: 4\ntitle: 一\nsteps: []\n---\ntitle: 二\nsteps: []\n')
})

it('what the office owes is refused the second time by where its matter stands', () => {
  const step = (rest: string) => `title: 一\nsteps:\n  - { at: 2025-04-01 09:00, officeDuty: bulletin, ${rest} }\n`
  const of = (rest: string) => upgradeText('scenarios', 's.yaml', step(rest)).text
  expect(of('period: 2025-Q1, refused: limit-reached')).toBe(`format: 4\n${step('period: 2025-Q1, refused: wrong-stage')}`)
  const extended = 'act: askTime, period: 2025-Q1, refused: limit-reached'
  expect(of(extended)).toBe(`format: 4\n${step(extended)}`)
})

it('marks what only a person can decide, and tells where it stands', () => {
  const { text, findings } = upgradeText('rules', 'r.yaml', 'regulation: small\ntransition: at-once\n')
  expect(text).toBe(
    'format: 4\nregulation: small\n# upgrade: transition: at-once 没有意义，请删去 / transition: at-once means nothing: take it out\ntransition: at-once\n',
  )
  expect(findings.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(['transition-unknown 2:1'])
})

it.each([
  ['no format', '', 'old-format', 'script/huiyin upgrade regulations/small/2025-01-01'],
  ['an old one', 'format: 1\n', 'old-format', 'script/huiyin upgrade regulations/small/2025-01-01'],
  ['a newer one', 'format: 5\n', 'newer-format', 'Update the platform'],
])('%s is refused by every reader', (_, head, code, advice) => {
  const folder = 'regulations/small/2025-01-01'
  const rules = { file: `${folder}/regulation.yaml`, text: `${head}regulation: small\n` }
  const clauses = { file: `${folder}/clauses.yaml`, text: `${head}regulation: small\nclauses: {}\n` }
  const found = [
    ...parseRegulation({ rules, clauses }).findings,
    ...parseScenarios(`${folder}/scenarios/one.yaml`, `${head}title: t\n`).findings,
  ]
  expect(found.map((each) => each.code)).toEqual([code, code, code])
  expect(found.every((each) => each.advice.en.includes(advice))).toBe(true)
})

it.each([
  ['a word for a format', 'format: two\nregulation: small\n', 'unknown-format 1:9'],
  ['an empty format', 'regulation: small\nformat:\n', 'unknown-format 2:8'],
  ['a format below the first', 'format: 0\nregulation: small\n', 'unknown-format 1:9'],
  ['what is no text', '\uFFFD\uFFFD\u0000', 'no-table 1:1'],
  ['a list', '- regulation: small\n', 'no-table 1:1'],
  ['a file cut short', 'format: 3\nregulation: [small\n', 'yaml 3:1'],
])('%s is left as it is, and told', (_, text, found) => {
  const { findings, ...upgraded } = upgradeText('rules', 'r.yaml', text)
  expect(upgraded).toEqual({ file: 'r.yaml', text, isChanged: false })
  expect(findings.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([found])
})

it('says where an old format is brought to the present one, whichever file of a folder says so', () => {
  const folder = 'regulations/small/2025-01-01'
  const found = readYaml(`${folder}/clauses/1-scope.yaml`, 'format: 3\n').documents.flatMap(wrongFormat)
  expect(found.map(({ code, advice }) => `${code} ${advice.en}`)).toEqual([
    `old-format Run script/huiyin upgrade ${folder}; comments stay.`,
  ])
})

it('reads rules that lie in several files as one, each finding at its file', () => {
  const file = (name: string, text: string) => ({ file: name, text: `format: 4\n${text}` })
  const first = file(
    'regulation.yaml',
    'regulation: small\nversion: draft\ntitle: t\nissuer: i\neffective: {}\nstages: {}\nacts: {}\n',
  )
  const more = file('regulation/one.yaml', 'acts:\n  submit: { name: 提交, by: requestr, starts: received }\n')
  const clauses = file('clauses.yaml', 'regulation: small\nclauses: {}\n')
  const places = (rules: readonly { file: string; text: string }[]) =>
    parseRegulation({ rules, clauses }).findings.map((each) => `${each.file}:${each.line} ${each.code}`)
  expect(places([first, more])).toEqual([
    'regulation.yaml:1 meaning-absent',
    'regulation/one.yaml:3 unknown-role',
    'regulation/one.yaml:3 unknown-stage',
  ])
  expect(places([first, more, { ...more, file: 'regulation/two.yaml' }])).toEqual(['regulation/two.yaml:3 duplicate-key'])
})

it('begins an example with the steps its prelude gives', () => {
  const text = `format: 4
prelude: sent
steps:
  - { at: 2025-03-03 09:00, act: submit, by: requester }
---
prelude: accepted
given: sent
steps:
  - { at: 2025-03-03 10:00, act: accept, by: office }
---
title: t
regulation: small
given: accepted
steps:
  - { at: 2025-03-03 11:00, expect: { stage: accepted } }
`
  const { scenarios, findings } = parseScenarios('s.yaml', text)
  expect(findings).toEqual([])
  expect(scenarios.map((each) => [each.steps.map(({ at, act }) => `${at} ${act ?? ''}`), each.lines])).toEqual([
    [
      ['2025-03-03 09:00 submit', '2025-03-03 10:00 accept', '2025-03-03 11:00 '],
      [13, 13, 15],
    ],
  ])
  const wrong = parseScenarios('s.yaml', text.replace('given: accepted', 'given: acepted'))
  expect(wrong.findings.map((each) => `${each.code} ${each.line} ${each.advice.en}`)).toEqual([
    'unknown-prelude 13 did you mean: accepted',
  ])
})

it('what a unit is in a matter is its part; roles of people stay', () => {
  const text = (word: string, format: number) => `format: ${format}
title: 一
steps:
  - { at: 2025-01-06 09:00, act: dispatch, by: office, with: { assignments: [{ unit: roads, ${word}: lead }] } } # 主办
  - { at: 2025-01-06 10:00, expect: { assignments: [{ unit: roads, ${word}: lead, stage: handling }], facts: { named: { role: office } } } }
`
  expect(upgradeText('scenarios', 's.yaml', text('role', 2)).text).toBe(text('part', 4))
})

it.each([
  ['第十三条（二）', '{ zh: 第十三条（二）, en: Article 13(2) }'],
  ['第二十七条第一款', '{ zh: 第二十七条第一款, en: "Article 27, paragraph 1" }'],
  ['第十四条第（四）项', '{ zh: 第十四条第（四）项, en: Article 14(4) }'],
  ['"第三条末款"', '{ zh: "第三条末款", en: "Article 3, last paragraph" }'],
  ['第四条（二）1', '{ zh: 第四条（二）1, en: Article 4(2)1 }'],
  ['附件格式二', '{ zh: 附件格式二, en: Annex 2 }'],
  ['印发通知', '印发通知'],
  ['{ zh: 第一条, en: First }', '{ zh: 第一条, en: First }'],
])('a clause stands at %s, in English too: %s', (written, now) => {
  const text = (format: number, shown: string) => `format: ${format}
regulation: small
clauses:
  "1": { cite: "1", shown: ${shown}, kind: scope, zh: 一, en: One } # 第一条
`
  expect(upgradeText('clauses', 'clauses.yaml', text(3, written)).text).toBe(text(4, now))
})

it('what ties a text to another kind is rules to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ties-'))
  mkdirSync(join(folder, 'ties'))
  writeFileSync(join(folder, 'ties', 'order.yaml'), 'format: 3\nacts: {}\n')
  expect(upgradesIn(folder).map(({ text }) => text)).toEqual(['format: 4\nacts: {}\n'])
  rmSync(folder, { recursive: true })
})
