import type { Clause, ClauseRef, FieldType, Name, Part, RoleKind } from '../../core/index.js'
import type { Finding } from '../format/finding.js'
import { makeFinding } from '../format/finding-text.js'
import type { FindingArgs } from '../format/finding-text-table.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path, YamlDocument } from '../format/yaml-file.js'
import type { NamedRung } from './rung-id.js'
import type { NameInput } from './shapes.js'

/** The kinds of thing a rule may name. */
export type Kind =
  | 'stage'
  | 'assignment-stage'
  | 'item-stage'
  | 'item'
  | 'act'
  | 'duty'
  | 'field'
  | 'role'
  | 'alert'
  | 'discretion'
  | 'requirement'
  | 'sign-off'
  | 'unit-kind'
  | 'requester-list'
  | 'shown-state'

/** A value with the place it was written at. */
export type At<T> = { readonly value: T; readonly path: Path }

type Table<T> = { readonly [id: string]: T } | undefined
type Listed<T> = T | readonly T[] | undefined

/** What a rule looks at in other parts of the file, as it is written there. */
export type Beside = {
  readonly fields?: Table<{
    readonly type: FieldType
    readonly options?: Table<unknown>
    readonly identity?: boolean | undefined
    readonly parts?: Listed<Part>
    readonly of?: string | undefined
  }>
  readonly roles?: Table<{ readonly kind: RoleKind }>
  readonly stages?: Table<{ readonly end?: boolean | undefined }>
  readonly assignmentStages?: Table<{ readonly end?: boolean | undefined }>
  readonly itemStages?: Table<{ readonly end?: boolean | undefined }>
  readonly unitKinds?: Table<string | { readonly level?: number | undefined }>
  readonly assessment?: Table<{ readonly name: NameInput }>
  readonly items?: Table<{ readonly needs: Listed<string>; readonly takes?: Listed<string> }>
  readonly acts?: Table<{
    readonly by: Listed<string>
    readonly starts?: unknown
    readonly of?: string | undefined
    readonly needs?: Listed<string>
    readonly takes?: Listed<string>
  }>
  readonly duties?: Table<{
    readonly holder: string
    readonly personIn?: string | undefined
    readonly ladder?: Listed<NamedRung>
    readonly opens?: unknown
    readonly metBy?: Listed<string | { readonly act: string }>
  }>
}

/** What the readers of rules share: what stands beside, what may be named, and where findings go. */
export type Reading = {
  readonly input: Beside
  readonly clauses: Readonly<Record<ClauseRef, Clause>>
  report(path: Path, code: string, args?: FindingArgs, at?: 'key' | 'value'): void
  /** The id as written; a finding where nothing of that kind has it. */
  name(kind: Kind, id: string, path: Path, at?: 'key' | 'value'): string
  known(kind: Kind): readonly string[]
}

/** Roles that are the same in every regulation, for those that do not name them themselves. */
export const commonRoles = {
  requester: { zh: '诉求人', en: 'Requester' },
  office: { zh: '牵头机构', en: 'Office' },
  unit: { zh: '承办单位', en: 'Unit' },
  leader: { zh: '领导', en: 'Leader' },
  system: { zh: '平台', en: 'Platform' },
} as const

export function startReading(
  input: Beside,
  clauses: Readonly<Record<ClauseRef, Clause>>,
  from: { readonly document: YamlDocument; readonly data: unknown },
): { reading: Reading; findings: Finding[] } {
  const findings: Finding[] = []
  // Names are taken from what stands there: an entry that is wrong in itself is still there to be named.
  const keysIn = (table: string): readonly string[] => Object.keys(recordIn(recordIn(from.data)[table]))
  const ids: Record<Kind, readonly string[]> = {
    stage: keysIn('stages'),
    'assignment-stage': keysIn('assignmentStages'),
    'item-stage': keysIn('itemStages'),
    item: keysIn('items'),
    act: keysIn('acts'),
    duty: keysIn('duties'),
    field: keysIn('fields'),
    role: [...new Set([...Object.keys(commonRoles), ...keysIn('roles')])],
    alert: keysIn('alerts'),
    discretion: keysIn('discretions'),
    requirement: keysIn('requirements'),
    'sign-off': keysIn('signOffs'),
    'unit-kind': keysIn('unitKinds'),
    'requester-list': keysIn('requesterLists'),
    'shown-state': keysIn('shownStates'),
  }
  const report: Reading['report'] = (path, code, args = {}, at) => {
    findings.push(makeFinding({ file: from.document.file, ...from.document.place(path, at) }, code, args))
  }
  const name: Reading['name'] = (kind, id, path, at) => {
    if (!ids[kind].includes(id)) report(path, `unknown-${kind}`, wordArgs(id, ids[kind]), at)
    return id
  }
  return { reading: { input, clauses, report, name, known: (kind) => ids[kind] }, findings }
}

const recordIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

/** Each entry of a list with its place; one value may stand alone. */
export function each<T>(value: T | readonly T[] | undefined | null, path: Path): readonly At<T>[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return [{ value: value as T, path }]
  return (value as readonly T[]).map((entry, index) => ({ value: entry, path: [...path, index] }))
}

export const nameOf = (written: NameInput): Name =>
  typeof written === 'string' ? { zh: written, en: written } : { zh: written.zh, en: written.en ?? written.zh }

/** Advice that may be left out, in both languages. */
export const adviceOf = (written: NameInput | undefined): Name | null => (written === undefined ? null : nameOf(written))

/** Names of one kind, each checked. */
export const named = (
  reading: Reading,
  kind: Kind,
  written: string | readonly string[] | undefined,
  path: Path,
): readonly string[] => each(written, path).map((entry) => reading.name(kind, entry.value, entry.path))

/** Clauses as written, resolved to ids: an id stands for itself, a cite for every entry that has it. */
export function clausesOf(reading: Reading, written: string | readonly string[] | undefined, path: Path): readonly ClauseRef[] {
  const found = each(written, path).flatMap(({ value, path: at }) => {
    if (value === '*' || Object.hasOwn(reading.clauses, value)) return [value]
    const cited = Object.values(reading.clauses).filter((clause) => clause.cite === value)
    if (cited.length === 0) reading.report(at, 'unknown-clause', wordArgs(value, Object.keys(reading.clauses)))
    return cited.map((clause) => clause.id)
  })
  return [...new Set(found)]
}
