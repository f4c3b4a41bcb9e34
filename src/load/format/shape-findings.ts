import type { z } from 'zod'
import type { Finding } from './finding.js'
import { makeFinding } from './finding-text.js'
import type { FindingArgs } from './finding-text-table.js'
import { nearest } from './nearest.js'
import type { Path, YamlDocument } from './yaml-file.js'

type Issue = z.core.$ZodIssue

/** Reads a document in a shape. Every part that does not fit is a finding at its place. */
export function readShape<T extends z.ZodType>(
  document: YamlDocument,
  schema: T,
  data: unknown = document.data,
): { value: z.output<T> | null; findings: readonly Finding[]; wrong: readonly Path[] } {
  const read = schema.safeParse(data, { reportInput: true })
  if (read.success) return { value: read.data, findings: [], wrong: [] }
  const findings: Finding[] = []
  for (const issue of read.error.issues) tell(issue, [], { document, schema, findings })
  return { value: null, findings, wrong: read.error.issues.flatMap(pathsIn) }
}

type Telling = { readonly document: YamlDocument; readonly schema: z.ZodType; readonly findings: Finding[] }

/** Where an issue stands; unknown keys stand in themselves. */
function pathsIn(issue: Issue): readonly Path[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path]
}

type Add = (code: string, args: FindingArgs, at?: Path, where?: 'key' | 'value') => void

function tell(issue: Issue, base: Path, to: Telling): void {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))]
  const add: Add = (code, args, at = path, where = 'value') => {
    to.findings.push(makeFinding({ file: to.document.file, ...to.document.place(at, where) }, code, args))
  }
  const isMissing = 'input' in issue ? issue.input === undefined : issue.code === 'invalid_type'
  if (isMissing && issue.code !== 'unrecognized_keys') {
    add('missing-key', { word: String(path.at(-1) ?? '') }, path.slice(0, -1), 'key')
    return
  }
  switch (issue.code) {
    case 'invalid_union':
      tellUnion(issue, path, to, add)
      return
    case 'unrecognized_keys':
      for (const key of issue.keys) add('unknown-key', wordArgs(key, allowedKeys(to.schema, path)), [...path, key], 'key')
      return
    case 'invalid_key':
      add('bad-identifier', { word: String(path.at(-1)) }, path, 'key')
      return
    case 'invalid_type':
      add('wrong-kind', { expected: issue.expected, got: kindOf(issue.input) })
      return
    case 'invalid_value':
      add('unknown-word', wordArgs(String(issue.input), issue.values.map(String)))
      return
    case 'too_small':
      add('too-small', { bound: String(issue.minimum) })
      return
    case 'too_big':
      add('too-big', { bound: String(issue.maximum) })
      return
    case 'invalid_format':
      add('bad-format', { word: String(issue.input), pattern: issue.pattern ?? issue.format })
      return
    default:
      add('bad-value', { detail: issue.message })
  }
}

/** Of several shapes, speaks of the one that was meant: the kind fits, and the least is wrong with it. */
function tellUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, to: Telling, add: Add): void {
  const [meant] = issue.errors.filter((branch) => !branch.some(isOtherKind)).sort((a, b) => weight(a) - weight(b))
  if (meant) {
    for (const each of meant) tell(each, path, to)
    return
  }
  const expected = [...new Set(issue.errors.flatMap((branch) => branch.flatMap(expectedKinds)))]
  add('wrong-kind', { expected: expected.join(' '), got: kindOf(issue.input) })
}

/** Whether the value as a whole is of another kind, so that this branch was never meant. */
function isOtherKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false
  if (issue.code === 'invalid_type') return true
  if (issue.code === 'invalid_value') return typeof issue.input !== 'string'
  return issue.code === 'invalid_union' && issue.errors.every((branch) => branch.some(isOtherKind))
}

const weight = (branch: readonly Issue[]): number =>
  branch.reduce((sum, each) => sum + (each.code === 'unrecognized_keys' ? each.keys.length : 1), 0)

function expectedKinds(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_type') return [issue.expected]
  return issue.code === 'invalid_union' ? issue.errors.flatMap((branch) => branch.flatMap(expectedKinds)) : []
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

export function wordArgs(word: string, allowed: readonly string[]): FindingArgs {
  const shown = allowed.length > 16 ? `${allowed.slice(0, 16).join(' ')} …` : allowed.join(' ')
  return { word, near: nearest(word, allowed) ?? '', allowed: shown }
}

type Definition = {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly getter?: () => z.ZodType
}

/** The keys the schema allows at a path; among several shapes, those of all. */
function allowedKeys(schema: z.ZodType, path: Path): readonly string[] {
  const definition = schema.def as unknown as Definition
  if (definition.innerType) return allowedKeys(definition.innerType, path)
  if (definition.getter) return allowedKeys(definition.getter(), path)
  if (definition.options) return [...new Set(definition.options.flatMap((each) => allowedKeys(each, path)))]
  const [step, ...rest] = path
  if (definition.shape) {
    if (step === undefined) return Object.keys(definition.shape)
    const next = definition.shape[String(step)]
    return next ? allowedKeys(next, rest) : []
  }
  const inner = definition.valueType ?? definition.element
  return inner && step !== undefined ? allowedKeys(inner, rest) : []
}
