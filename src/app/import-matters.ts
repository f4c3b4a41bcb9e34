import { createHash } from 'node:crypto'
import type { Lang } from '../contract/index.js'
import { type Act, type Actor, compile, type Field, type Program, type Regulation } from '../core/index.js'
import type { Deps } from './deps.js'
import { defaultsFor, type Mapping, mapColumns, readCell } from './import-mapping.js'
import type { ImportRow } from './import-rows.js'
import { readLooseTime } from './import-time.js'
import type { Office } from './office.js'
import type { Failure } from './outcome.js'
import { recordAct } from './record-act.js'
import { startingAct } from './starting-act.js'
import { submitMatter } from './submit-matter.js'

export type ImportAsked = {
  readonly office: Office
  readonly rows: AsyncIterable<ImportRow>
  /** What the ids in the file belong to; the same id of the same source comes in once. */
  readonly source: string
  readonly map: Readonly<Record<string, string>>
  readonly set: Readonly<Record<string, string>>
  /** An act done to each right away. */
  readonly thenAct: string | null
  readonly isTrial: boolean
  readonly person: string | null
  readonly lang: Lang
}

export type RefusedRow = { readonly row: number; readonly reason: string; readonly cells: Readonly<Record<string, string>> }
export type ImportReport = {
  readonly read: number
  readonly imported: number
  readonly known: number
  readonly refused: readonly RefusedRow[]
  readonly mapping: Mapping | null
  readonly defaults: Readonly<Record<string, string>>
}

const atOnce = 8
const longestBody = 10_000
const longestTitle = 200

/** 导入. Messages from elsewhere, each through the same door as a new one; what is refused is named by its row, nothing is cut. */
export async function importMatters(deps: Deps, asked: ImportAsked, onProgress: (done: number) => void): Promise<ImportReport> {
  const { office } = asked
  const program = roomier(office.program)
  const { actor, act } = importer(program.regulation, asked.person)
  const counts = { read: 0, imported: 0, known: 0 }
  const refused: RefusedRow[] = []
  let plan: Plan | null = null
  let batch: ImportRow[] = []
  const flush = async (): Promise<void> => {
    const outcomes = await Promise.all(batch.map((row) => importRow(deps, asked, plan, row)))
    for (const [index, outcome] of outcomes.entries()) {
      const row = batch[index]
      if (outcome === 'imported' || outcome === 'known') counts[outcome] += 1
      else if (row !== undefined) refused.push({ row: row.row, reason: outcome.reason, cells: 'cells' in row ? row.cells : {} })
    }
    counts.read += batch.length
    batch = []
    onProgress(counts.read)
  }
  for await (const row of asked.rows) {
    if (plan === null && 'cells' in row) plan = planFor({ program, act, actor }, Object.keys(row.cells), asked)
    batch.push(row)
    if (batch.length >= atOnce) await flush()
  }
  await flush()
  refused.sort((a, b) => a.row - b.row)
  return { ...counts, refused, mapping: plan?.mapping ?? null, defaults: plan?.defaults ?? {} }
}

type Importer = { readonly program: Program; readonly act: Act; readonly actor: Actor }
type Plan = Importer & { readonly mapping: Mapping; readonly defaults: Readonly<Record<string, string>> }

function planFor(importing: Importer, columns: readonly string[], { map, set }: ImportAsked): Plan {
  const { regulation } = importing.program
  const { needs, takes } = importing.act
  const mapping = mapColumns(regulation, [...needs, ...takes], columns, map)
  return { ...importing, mapping, defaults: { ...defaultsFor(regulation, needs, mapping), ...set } }
}

/** Texts that were written elsewhere were written under other limits. */
function roomier(program: Program): Program {
  const { regulation } = program
  const wider = (field: Field): Field => {
    if (field.type === 'longText')
      return { ...field, least: null, most: field.most === null ? null : Math.max(field.most, longestBody) }
    if (field.type === 'text')
      return { ...field, least: null, most: field.most === null ? null : Math.max(field.most, longestTitle) }
    return field
  }
  const fields = Object.fromEntries(Object.values(regulation.fields).map((field) => [field.id, wider(field)]))
  return compile({ ...regulation, fields })
}

/** The office registers what came in elsewhere; where it has no such act, it is received as from the requester. */
function importer(regulation: Regulation, person: string | null): { act: Act; actor: Actor } {
  const roles = Object.values(regulation.roles)
  const office = roles.find((role) => role.kind === 'office' && startingAct(regulation, role.id) !== null)
  const role = office?.id ?? 'requester'
  const act = startingAct(regulation, role)
  if (act === null) throw new Error(`${regulation.id}: nobody may open a matter`)
  return { act, actor: { role, unit: null, person: office === undefined ? null : person } }
}

async function importRow(
  deps: Deps,
  asked: ImportAsked,
  plan: Plan | null,
  row: ImportRow,
): Promise<'imported' | 'known' | { reason: string }> {
  if ('broken' in row) return { reason: row.broken }
  if (plan === null) return { reason: 'no columns' }
  const { office, lang } = asked
  const { actor, program } = plan
  const stated = statedBy(plan, row.cells)
  const { id, time } = originOf(plan, row.cells)
  if (time === 'unreadable') return { reason: `${plan.mapping.time}: ${row.cells[plan.mapping.time ?? ''] ?? ''}` }
  if ((await deps.store.findImported(office.id, asked.source, id)) !== null) return 'known'
  const submission = { office, actor, with: stated, lang, program, isStaff: true, source: { source: asked.source, id, time } }
  const done = await submitMatter(deps, { ...submission, isTrial: asked.isTrial })
  if (!done.ok) return { reason: reasonOf(done.failure) }
  if (done.isRepeated) return 'known'
  if (asked.thenAct === null || done.matter === null) return 'imported'
  const then = await recordAct(deps, {
    office,
    matter: done.matter,
    actor: officeActor(plan, asked.person),
    act: asked.thenAct,
    with: {},
    revision: null,
    lang,
  })
  return then.ok ? 'imported' : { reason: `${asked.thenAct}: ${reasonOf(then.failure)}` }
}

const officeActor = ({ program }: Plan, person: string | null): Actor => ({
  role: Object.values(program.regulation.roles).find(({ kind }) => kind === 'office')?.id ?? 'office',
  unit: null,
  person,
})

function statedBy(
  { program, mapping, defaults, act }: Plan,
  cells: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const stated: Record<string, unknown> = { ...defaults }
  for (const [field, column] of Object.entries(mapping.fields)) {
    const text = (cells[column] ?? '').trim()
    if (text !== '') stated[field] = readCell(program.regulation.fields[field], text)
  }
  // A message without a title gets its first words as one; the text itself stays whole.
  if (stated.title === undefined && typeof stated.body === 'string' && act.needs.includes('title'))
    stated.title = firstWords(stated.body)
  return stated
}

const firstWords = (body: string): string => {
  const line =
    body
      .trim()
      .split(/[\n\u3002\uff01\uff1f!?]/)[0]
      ?.trim() ?? ''
  return [...line].slice(0, 30).join('')
}

function originOf(
  { mapping, program }: Plan,
  cells: Readonly<Record<string, string>>,
): { id: string; time: string | null | 'unreadable' } {
  const id = mapping.source === null ? '' : (cells[mapping.source] ?? '').trim()
  const written = mapping.time === null ? '' : (cells[mapping.time] ?? '').trim()
  const at = written === '' ? null : readLooseTime(written)
  return {
    id: id === '' ? contentId(program.regulation, cells) : id,
    time: written === '' ? null : at === null ? 'unreadable' : new Date(at).toISOString(),
  }
}

/** A row without an id is known by what it says. */
const contentId = (regulation: Regulation, cells: Readonly<Record<string, string>>): string =>
  `sm3:${createHash('sm3')
    .update(JSON.stringify([regulation.id, Object.values(cells)]))
    .digest('hex')}`

const reasonOf = ({ detail, problems }: Failure): string =>
  [detail, ...(problems ?? []).map(({ sentence }) => sentence)].join(' ')
