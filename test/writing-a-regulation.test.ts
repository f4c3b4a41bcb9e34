import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import {
  checkRules,
  findingText,
  loadLibrary,
  loadRegulation,
  loadScenarios,
  parseRegulation,
  runScenario,
  scenarioFiles,
} from '../src/load/index.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const guide = readFileSync(join(root, 'docs/writing-a-regulation.md'), 'utf8')

/** Blocks begin with the name of the file they belong to; those of one file follow one another. */
const files = new Map<string, string>()
for (const [, name = '', text = ''] of guide.matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)) {
  files.set(name, `${files.get(name) ?? ''}${text}`)
}
const textOf = (name: string): string => files.get(name) ?? ''

describe('the example of the guide', () => {
  let regulations = ''
  let folder = ''
  beforeAll(() => {
    regulations = mkdtempSync(join(tmpdir(), 'huiyin-guide-'))
    folder = join(regulations, 'example-town', '2025-03-01')
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  })
  afterAll(() => rmSync(regulations, { recursive: true }))

  it('names a file in every block of YAML', () => {
    expect([...files.keys()]).toEqual(['clauses.yaml', 'regulation.yaml', 'scenarios/national-day.yaml'])
    expect(guide.match(/^```yaml$/gm)).toHaveLength(guide.match(/^```yaml\n# \S+\.yaml$/gm)?.length ?? 0)
  })

  it('is sound', () => {
    const loaded = loadRegulation(folder)
    expect([...loaded.findings, ...checkRules(loaded)].map((each) => findingText(each, 'en'))).toEqual([])
  })

  it('does what its scenarios say', () => {
    const library = loadLibrary({ regulations, calendars: join(root, 'calendars') })
    const loaded = scenarioFiles(join(folder, 'scenarios')).map(loadScenarios)
    expect(loaded.flatMap(({ findings }) => findings.map((each) => findingText(each, 'en')))).toEqual([])
    const scenarios = loaded.flatMap((each) => each.scenarios)
    expect(scenarios).toHaveLength(4)
    expect(scenarios.flatMap((each) => runScenario(each, library).failures)).toEqual([])
  })
})

/** What the rows of the table may name beside the example. */
const beside = {
  roles: { supervision: { name: '政府督查', kind: 'outside' } },
  fields: {
    kind: { name: '类别', type: 'choice', options: { complaint: '投诉', other: '其他' } },
    urgent: { name: '急办', type: 'boolean' },
    limit: { name: '期限', type: 'limit' },
    meetingDate: { name: '会议日期', type: 'date' },
    material: { name: '材料', type: 'longText' },
    reader: { name: '阅批的领导', type: 'person' },
    answeringUnit: { name: '答复的单位', type: 'unit' },
    recusedPerson: { name: '回避的人', type: 'person' },
    drawRecord: { name: '选取经过', type: 'text' },
  },
  acts: {
    requestMaterial: { name: '要材料', by: 'unit', of: 'assignment', from: 'working', clause: '5.1' },
    declareInterest: { name: '申请回避', by: 'office', from: 'handling', takes: 'recusedPerson', clause: '7' },
    supplement: { name: '补充', by: 'requester', from: 'handling', needs: 'material', clause: '5.1' },
  },
} as const

type Rules = Record<string, Record<string, Record<string, unknown>>>
const places: Readonly<Record<string, readonly [table: string, entry: string]>> = {
  义务: ['duties', 'reply'],
  行为: ['acts', 'approve'],
  表单项: ['fields', 'remark'],
}

/** The example with a fragment put into its place. */
function exampleWith(place: string, fragment: string): string {
  const rules: Rules = parse(textOf('regulation.yaml'))
  for (const [table, entries] of Object.entries(beside)) rules[table] = { ...rules[table], ...entries }
  const written: Record<string, unknown> = parse(fragment)
  if (place === '办法') return stringify({ ...rules, ...written }, { aliasDuplicateObjects: false })
  const [table = '', entry = ''] = places[place] ?? []
  const { within: _, ...rest } = rules[table]?.[entry] ?? { name: '备注' }
  const isFree = table === 'duties' && !('discretion' in written) && !('within' in written)
  const limit = isFree ? { within: { workdays: 5 } } : {}
  const extend = 'discretion' in written ? { extend: undefined, ladder: undefined } : {}
  rules[table] = { ...rules[table], [entry]: { ...rest, ...limit, ...extend, ...written } }
  return stringify(rules, { aliasDuplicateObjects: false })
}

const rows = guide
  .slice(guide.indexOf('| 条文说 |'))
  .split('\n')
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\||\|$/g, '').trim()))
  .filter(([, place = '']) => place in places || place === '办法')
  .map(([said = '', place = '', written = '']) => [said, place, /`([^`]+)`/.exec(written)?.[1] ?? ''] as const)

describe('the table of the guide', () => {
  it('is found', () => {
    expect(rows.length).toBeGreaterThan(30)
  })

  it.each(rows)('%s: in %s, %s', (_said, place, fragment) => {
    const loaded = parseRegulation({
      rules: { file: 'regulation.yaml', text: exampleWith(place, fragment) },
      clauses: { file: 'clauses.yaml', text: textOf('clauses.yaml') },
    })
    const errors = [...loaded.findings, ...checkRules(loaded)].filter((each) => each.level === 'error')
    expect(errors.map((each) => findingText(each, 'en'))).toEqual([])
    expect(loaded.regulation).not.toBeNull()
  })
})
