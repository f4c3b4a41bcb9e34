import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { upgradesIn } from './upgrade-folder.js'

const fields = `format: 4
regulation: small
fields:
  asked: { name: 已申请, type: boolean }   # 没有人填
  listed: { name: 已挂牌, type: boolean }
  urgent: { name: 急办, type: boolean }
  named: { name: 已点名, type: boolean }
visibility:
  fields:
    - { fields: named, to: unit, as: hidden }
`
const acts = `format: 4
acts:
  submit: { name: 提交, by: requester, starts: received, takes: urgent }
  ask: { name: 申请, by: unit, of: assignment, from: working, sets: { asked: true }, clause: "1" }
  grant:
    name: 同意
    when: { asked: true, urgent: false }
    sets: { asked: false } # 办完了
    clause: "1"
  refuse: { name: 不同意, when: { asked: true }, sets: { asked: false } }
  list: { name: 挂牌, when: { listed: false }, sets: { listed: true, urgent: true } }
  name:
    name: 点名
    sets: { named: true }
`
const scenario = `format: 4
title: 一
steps:
  - { at: 2025-01-06 09:00, act: ask, by: unit }
  - { at: 2025-01-06 10:00, expect: { facts: { asked: true }, stage: handling } }
  - at: 2025-01-06 11:00
    expect:
      facts: { listed: false }
  - { at: 2025-01-06 12:00, expect: { facts: { asked: true, urgent: false } } }
`

/** The regulation as files lie in an office's folder. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'upgrade-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

const written = { 'regulation.yaml': fields, 'regulation/acts.yaml': acts, 'scenarios/one.yaml': scenario }

it('asks what was done where acts only remembered it, across all files; what a person states stays', () => {
  const found = upgradesIn(folderWith(written))
  expect(found.map(({ text }) => text)).toEqual([
    fields.replace('  asked: { name: 已申请, type: boolean }   # 没有人填\n  listed: { name: 已挂牌, type: boolean }\n', ''),
    `format: 4
acts:
  submit: { name: 提交, by: requester, starts: received, takes: urgent }
  ask: { name: 申请, by: unit, of: assignment, from: working, clause: "1" }
  grant:
    name: 同意
    when: { latest: { of: [ask, grant, refuse], is: ask }, urgent: false }
    clause: "1"
  refuse: { name: 不同意, when: { latest: { of: [ask, grant, refuse], is: ask } } }
  list: { name: 挂牌, when: { count: { list: { atMost: 0 } } }, sets: { urgent: true } }
  name:
    name: 点名
# upgrade: named 没有人填写，只是记着办过什么 / named is stated by nobody: it only remembers what was done
    sets: { named: true }
`,
    `format: 4
title: 一
steps:
  - { at: 2025-01-06 09:00, act: ask, by: unit }
  - { at: 2025-01-06 10:00, expect: { stage: handling } }
  - { at: 2025-01-06 12:00, expect: { facts: { urgent: false } } }
`,
  ])
  expect(found.flatMap(({ findings }) => findings).map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
    'remembered-only 14:13',
  ])
})

it('changes nothing more the second time', () => {
  const root = folderWith(written)
  for (const { file, text } of upgradesIn(root)) writeFileSync(file, text)
  const again = upgradesIn(root)
  expect(again.map(({ isChanged }) => isChanged)).toEqual([false, false, false])
  expect(again.map(({ text }) => text)).toEqual(again.map(({ file }) => readFileSync(file, 'utf8')))
})

it('says which acts ask for an extension, grant and refuse it, where that was understood', () => {
  const rules = `format: 4
regulation: small
duties:
  one: { name: 一, extend: { amount: workdays, granted: prolong } }
  two:
    extend:
      amount: workdays
  three: { extend: { asked: ask, granted: prolong, refused: refuse, amount: workdays } }
`
  expect(upgradesIn(folderWith({ 'regulation.yaml': rules })).map(({ text }) => text)).toEqual([
    `format: 4
regulation: small
duties:
  one: { name: 一, extend: { asked: requestExtension, refused: refuseExtension, amount: workdays, granted: prolong } }
  two:
    extend:
      asked: requestExtension
      granted: grantExtension
      refused: refuseExtension
      amount: workdays
  three: { extend: { asked: ask, granted: prolong, refused: refuse, amount: workdays } }
`,
  ])
})
