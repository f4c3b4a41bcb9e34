import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkTemplates, loadLibrary, parseRegulation, readTemplate } from '../index.js'

const clauses = `format: 4
regulation: small
clauses:
  "1": { cite: "1", shown: 第一条, kind: duty, status: executed, zh: 交办。, en: Assign. }
`
const rules = `format: 4
regulation: small
version: 2025-01-01
title: 示例
issuer: 示例
effective: { from: 2025-01-01, to: null, clause: "1" }
fields:
  subject: { name: 反映的事, type: text }
  phone: { name: 电话, type: text, identity: true }
stages: { received: { name: 收件, shown: waiting, heldBy: office, end: true } }
shownStates: { waiting: 待办 }
acts: { submit: { name: 提交, by: requester, starts: received, needs: [subject], takes: phone, clause: "1" } }
documents:
  sheet: { name: 交办单, template: sheet.docx, writes: { demands: { name: 办理要求 } }, clause: "1" }
meaning:
  fields: { title: subject, letter: subject, category: none, channel: none, answer: none, rating: none }
  marks: { received: submit, accepted: none, declined: none, answered: none, concluded: none, published: none, withheld: none, returned: none, extended: none, redone: none, rated: none }
`
const { regulation } = parseRegulation({
  rules: { file: 'regulation.yaml', text: rules },
  clauses: { file: 'clauses.yaml', text: clauses },
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-templates-'))
  mkdirSync(join(folder, 'documents'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A Word file of so many paragraphs; `|` parts the runs into which Word has cut one. */
function wordFile(...paragraphs: readonly string[]): Uint8Array {
  const zip = new PizZip()
  const runs = (text: string) => text.split('|').map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`)
  const body = paragraphs.map((text) => `<w:p>${runs(text).join('')}</w:p>`).join('')
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${types}"/></Types>`,
  )
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
  return zip.generate({ type: 'uint8array' })
}

function findingsOf(...paragraphs: readonly string[]): readonly string[] {
  if (regulation === null) throw new Error('the small regulation is not right')
  writeFileSync(join(folder, 'documents', 'sheet.docx'), wordFile(...paragraphs))
  return checkTemplates(folder, regulation).map(({ code, line, column, advice }) => `${code} ${line}:${column} ${advice.zh}`)
}

it('takes fields, what any matter has, what is written, lists with their columns, however Word cut them', () => {
  expect(findingsOf('{反映的事}：{事|由}', '{办理|要求}{^文号}无号{/文号}', '{#义务}', '{名称}{期限}{文号}', '{/义务}')).toEqual(
    [],
  )
})

it.each([
  ['a name that is nothing', ['甲', '乙{反应的事}'], ['unknown-in-template 2:2 是不是想写：{反映的事}']],
  ['a column outside its list', ['{期限}'], [expect.stringMatching(/^unknown-in-template 1:1 /)]],
  ['identity', ['{电话}'], [expect.stringMatching(/^identity-in-template 1:1 /)]],
  ['a list that does not end', ['{#义务}', '{名称}'], [expect.stringMatching(/^broken-template 1:1 /)]],
  ['an end of another', ['{#义务}{/经过}'], [expect.stringMatching(/^broken-template 1:6 /)]],
  ['a brace alone', ['关于{事由的函'], [expect.stringMatching(/^broken-template 1:3 /)]],
])('refuses %s, with its paragraph', (_, paragraphs, findings) => {
  expect(findingsOf(...paragraphs)).toEqual(findings)
})

it('refuses a template that is not there, and one that is no Word file', () => {
  if (regulation === null) throw new Error('the small regulation is not right')
  expect(checkTemplates(folder, regulation).map(({ code }) => code)).toEqual(['no-template'])
  writeFileSync(join(folder, 'documents', 'sheet.docx'), 'text')
  expect(checkTemplates(folder, regulation).map(({ code }) => code)).toEqual(['no-word-file'])
})

it('a name that templates used before goes on meaning the same, and is proposed to nobody', () => {
  expect(findingsOf('{办法}{规程}')).toEqual([])
  const told = findingsOf('{章程}').join()
  expect(told).toContain('办法')
  expect(told).not.toContain('规程')
})

it('every template we ship is there and names only what its regulation has', () => {
  const root = join(import.meta.dirname, '../../..')
  const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  expect(library.findings).toEqual([])
  const made = library.folders.flatMap(({ id, version }) =>
    Object.values(library.find(id, version)?.documents ?? {}).map(({ template }) => library.template(id, version, template)),
  )
  expect(made.length).toBeGreaterThan(1)
  expect(made.filter((bytes) => bytes === null || readTemplate(bytes).faults.length > 0)).toEqual([])
})
