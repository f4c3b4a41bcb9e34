import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readInstant, shanghai } from '../../core/index.js'
import type { Finding } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { readShape } from '../format/shape-findings.js'
import { readYaml, type YamlDocument } from '../format/yaml-file.js'
import { type ScenarioInput, type StepInput, scenarioSchema } from './schema-scenario.js'

/** 情景. A worked example with real dates; `lines` says where each step stands in its file. */
export type Scenario = ScenarioInput & { readonly file: string; readonly line: number; readonly lines: readonly number[] }

export type LoadedScenarios = { readonly scenarios: readonly Scenario[]; readonly findings: readonly Finding[] }

/** Reads every example of a file. */
export const loadScenarios = (file: string): LoadedScenarios => parseScenarios(file, readFileSync(file, 'utf8'))

/** Reads every example of a text. */
export function parseScenarios(file: string, text: string): LoadedScenarios {
  const { documents, findings } = readYaml(file, text)
  const found: Finding[] = [...findings]
  const scenarios = documents.flatMap((document) => {
    if (document.data === null) return []
    const read = readShape(document, scenarioSchema)
    found.push(...read.findings, ...(read.value === null ? [] : wrongSteps(document, read.value)))
    return read.value === null ? [] : [placed(document, read.value)]
  })
  return found.length > 0 ? { scenarios: [], findings: found } : { scenarios, findings: found }
}

const placed = (document: YamlDocument, scenario: ScenarioInput): Scenario => ({
  ...scenario,
  file: document.file,
  line: document.place([]).line,
  lines: scenario.steps.map((_, index) => document.place(['steps', index]).line),
})

/** A step is an act by somebody, or something expected; its time is a real one. */
function wrongSteps(document: YamlDocument, { steps }: ScenarioInput): readonly Finding[] {
  return steps.flatMap((step, index) => {
    const report = (key: string, code: string, args: Readonly<Record<string, string>>) =>
      makeFinding({ file: document.file, ...document.place(['steps', index, key]) }, code, args)
    const isTime = readInstant(step.at, shanghai) !== null
    return [
      ...(isTime ? [] : [report('at', 'bad-time', { word: step.at })]),
      ...lacking(step).map(({ key, word }) => report(key, 'missing-key', { word })),
      ...(step.act !== undefined && step.officeDuty !== undefined
        ? [report('officeDuty', 'exactly-one', { words: 'act, officeDuty' })]
        : []),
    ]
  })
}

/** What a step must say beside what it says. */
function lacking(step: StepInput): readonly { readonly key: string; readonly word: string }[] {
  const key = step.act === undefined ? 'officeDuty' : 'act'
  if (step[key] === undefined) return step.expect === undefined ? [{ key: 'at', word: 'act / officeDuty / expect' }] : []
  return [
    ...(step.by === undefined ? [{ key, word: 'by' }] : []),
    ...(key === 'officeDuty' && step.period === undefined ? [{ key, word: 'period' }] : []),
  ]
}

/** Every scenario file named, or below a folder named; of a regulation's folder those in `scenarios/` alone. */
export function scenarioFiles(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => name.endsWith('.yaml')).map((name) => join(path, name))
  const inFolders = files.filter((file) => /[\\/]scenarios[\\/]/.test(file))
  return inFolders.length > 0 ? inFolders : files
}
