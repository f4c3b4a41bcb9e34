import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Name, readInstant, shanghai } from '../../core/index.js'
import { isRecord } from '../format/edit.js'
import type { Finding } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import { wrongFormat } from '../format/format-version.js'
import { readShape, wordArgs } from '../format/shape-findings.js'
import { readYaml, type YamlDocument } from '../format/yaml-file.js'
import { nameOf } from '../grammar/reading.js'
import { type PreludeInput, preludeSchema, type ScenarioInput, type StepInput, scenarioSchema } from './schema-scenario.js'

/** 情景. A worked example with real dates; `lines` says where each step stands in its file. */
export type Scenario = Omit<ScenarioInput, 'title'> & {
  readonly title: Name
  readonly file: string
  readonly line: number
  readonly lines: readonly number[]
}

export type LoadedScenarios = { readonly scenarios: readonly Scenario[]; readonly findings: readonly Finding[] }

/** Reads every example of a file, with the preludes that stand beside it in `preludes.yaml`. */
export function loadScenarios(file: string): LoadedScenarios {
  const beside = join(dirname(file), 'preludes.yaml')
  const shared = existsSync(beside) && beside !== file ? readPreludes(beside) : noPreludes
  return parseScenarios(file, readFileSync(file, 'utf8'), shared)
}

/** How examples may begin, by name. */
type Preludes = { readonly byName: ReadonlyMap<string, PreludeInput>; readonly findings: readonly Finding[] }
const noPreludes: Preludes = { byName: new Map(), findings: [] }

const kept = new Map<string, { readonly text: string; readonly preludes: Preludes }>()

/** A file of preludes serves every file beside it: it is read once for as long as it stays as it is. */
function readPreludes(file: string): Preludes {
  const text = readFileSync(file, 'utf8')
  const before = kept.get(file)
  if (before?.text === text) return before.preludes
  const preludes = preludesIn(documentsIn(file, text).documents)
  kept.set(file, { text, preludes })
  return preludes
}

function preludesIn(documents: readonly YamlDocument[]): Preludes {
  const read = documents.filter(isPrelude).map((document) => ({ document, ...readShape(document, preludeSchema) }))
  return {
    byName: new Map(read.flatMap(({ value }) => (value === null ? [] : [[value.prelude, value] as const]))),
    findings: read.flatMap(({ document, value, findings }) => [
      ...findings,
      ...(value === null ? [] : wrongSteps(document, value)),
    ]),
  }
}

const isPrelude = ({ data }: YamlDocument): boolean => isRecord(data) && 'prelude' in data

/** Reads every example of a text. */
export function parseScenarios(file: string, text: string, shared: Preludes = noPreludes): LoadedScenarios {
  const { documents, findings } = documentsIn(file, text)
  const own = preludesIn(documents)
  const preludes = new Map([...shared.byName, ...own.byName])
  const found: Finding[] = [...findings, ...own.findings]
  const scenarios = documents.flatMap((document) => {
    if (document.data === null || isPrelude(document)) return []
    const read = readShape(document, scenarioSchema)
    found.push(...read.findings)
    if (read.value === null) return []
    const begun = beginning(document, read.value, preludes)
    found.push(...wrongSteps(document, read.value), ...begun.findings)
    return [placed(document, read.value, begun.steps)]
  })
  return found.length > 0 ? { scenarios: [], findings: found } : { scenarios, findings: found }
}

/** The documents of a text of the present format. */
function documentsIn(file: string, text: string): { documents: readonly YamlDocument[]; findings: readonly Finding[] } {
  const { documents, findings } = readYaml(file, text)
  const [first] = documents
  const wrong = first === undefined || first.data === null ? [] : wrongFormat(first)
  return wrong.length > 0 ? { documents: [], findings: wrong } : { documents, findings }
}

/** The steps before its own: those of the prelude it names, and of what that one names. */
function beginning(
  document: YamlDocument,
  { given }: ScenarioInput,
  preludes: ReadonlyMap<string, PreludeInput>,
): { readonly steps: readonly StepInput[]; readonly findings: readonly Finding[] } {
  const steps: StepInput[] = []
  const seen = new Set<string>()
  for (let name = given; name !== undefined && !seen.has(name); ) {
    seen.add(name)
    const prelude = preludes.get(name)
    if (prelude === undefined) {
      const args = wordArgs(name, [...preludes.keys()])
      return { steps, findings: [makeFinding({ file: document.file, ...document.place(['given']) }, 'unknown-prelude', args)] }
    }
    steps.unshift(...prelude.steps)
    name = prelude.given
  }
  return { steps, findings: [] }
}

/** What is given stands in the file where it is named. */
const placed = (document: YamlDocument, scenario: ScenarioInput, given: readonly StepInput[]): Scenario => ({
  ...scenario,
  title: nameOf(scenario.title),
  steps: [...given, ...scenario.steps],
  file: document.file,
  line: document.place([]).line,
  lines: [
    ...given.map(() => document.place(['given'], 'key').line),
    ...scenario.steps.map((_, index) => document.place(['steps', index]).line),
  ],
})

/** A step is an act by somebody, or something expected; its time is a real one. */
function wrongSteps(document: YamlDocument, { steps }: Pick<ScenarioInput, 'steps'>): readonly Finding[] {
  return steps.flatMap((step, index) => {
    const report = (key: string, code: string, args: Readonly<Record<string, string>>) =>
      makeFinding({ file: document.file, ...document.place(['steps', index, key]) }, code, args)
    const isTime = readInstant(step.at, shanghai) !== null
    return [
      ...(isTime ? [] : [report('at', 'bad-time', { word: step.at })]),
      ...lacking(step).map(({ key, word }) => report(key, 'missing-key', { word })),
    ]
  })
}

/** What a step must say beside what it says. */
function lacking(step: StepInput): readonly { readonly key: string; readonly word: string }[] {
  const key = step.officeDuty === undefined && step.act !== undefined ? 'act' : 'officeDuty'
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
