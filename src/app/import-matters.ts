import { createHash } from 'node:crypto'
import type { Lang } from '../contract/index.js'
import { type Act, type Actor, compile, type Field, mostOf, type Program, type Regulation } from '../core/index.js'
import type { Deps } from './deps.js'
import { fileField, saveFiles, sortFiles } from './import-files.js'
import { defaultsFor, type Mapping, mapColumns, readCell } from './import-mapping.js'
import type { ImportFile, ImportRow } from './import-rows.js'
import { readLooseTime } from './import-time.js'
import type { Office } from './office.js'
import type { Failure, Outcome } from './outcome.js'
import { recordAct } from './record-act.js'
import { startingAct } from './starting-act.js'
import { type SubmitDone, submitMatter } from './submit-matter.js'
import { failed } from './view-failure.js'
import { wordsOf } from './words/index.js'

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
  /** A mail comes in without the files that cannot be kept; else it is refused with them. */
  readonly leavesFiles?: boolean
}

type Noted = { readonly row: number; readonly place?: string; readonly reason: string }
export type RefusedRow = Noted & { readonly cells: Readonly<Record<string, string>> }
export type ImportReport = {
  readonly read: number
  readonly imported: number
  readonly known: number
  readonly refused: readonly RefusedRow[]
  /** Files that rows came in without. */
  readonly left: readonly Noted[]
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
  const importing = importers(program.regulation, asked.person).map((each) => ({ ...each, program }))
  const counts = { read: 0, imported: 0, known: 0 }
  const refused: RefusedRow[] = []
  const left: Noted[] = []
  let plans: readonly Plan[] = []
  let batch: ImportRow[] = []
  const flush = async (): Promise<void> => {
    const outcomes = await Promise.all(batch.map((row) => importRow(deps, asked, plans, row)))
    for (const [index, outcome] of outcomes.entries()) {
      const row = batch[index]
      if (row === undefined) continue
      const at = { row: row.row, ...(row.place === undefined ? {} : { place: row.place }) }
      if (outcome.kind === 'refused') refused.push({ ...at, reason: outcome.reason, cells: 'cells' in row ? row.cells : {} })
      else counts[outcome.kind] += 1
      if (outcome.kind === 'imported') left.push(...outcome.left.map((reason) => ({ ...at, reason })))
    }
    counts.read += batch.length
    batch = []
    onProgress(counts.read)
  }
  for await (const row of asked.rows) {
    if (plans.length === 0 && 'cells' in row) plans = importing.map((each) => planFor(each, Object.keys(row.cells), asked))
    batch.push(row)
    if (batch.length >= atOnce) await flush()
  }
  await flush()
  refused.sort((a, b) => a.row - b.row)
  const [plan] = plans
  return { ...counts, refused, left, mapping: plan?.mapping ?? null, defaults: plan?.defaults ?? {} }
}

type Importer = { readonly program: Program; readonly act: Act; readonly actor: Actor }
type Plan = Importer & { readonly mapping: Mapping; readonly defaults: Readonly<Record<string, string>> }

function planFor(importing: Importer, columns: readonly string[], { map, set }: ImportAsked): Plan {
  const { regulation } = importing.program
  const { needs, takes } = importing.act
  // What a person set holds against a column that happens to be called so.
  const known = [...needs, ...takes].filter((id) => set[id] === undefined || map[id] !== undefined)
  const mapping = mapColumns(regulation, known, columns, map)
  return { ...importing, mapping, defaults: { ...defaultsFor(regulation, needs, mapping), ...set } }
}

/** Texts that were written elsewhere were written under other limits. */
function roomier(program: Program): Program {
  const { regulation } = program
  const wider = (field: Field): Field => {
    if (field.type === 'longText') return { ...field, least: null, most: Math.max(mostOf(field), longestBody) }
    if (field.type === 'text') return { ...field, least: null, most: Math.max(mostOf(field), longestTitle) }
    return field
  }
  const fields = Object.fromEntries(Object.values(regulation.fields).map((field) => [field.id, wider(field)]))
  return compile({ ...regulation, fields })
}

/**
 * The office registers what came in elsewhere; where it has no such act, or may not for this channel, it is received as
 * from the requester.
 */
function importers(regulation: Regulation, person: string | null): readonly { act: Act; actor: Actor }[] {
  const roles = Object.values(regulation.roles)
  const office = roles.find((role) => role.kind === 'office' && startingAct(regulation, role.id) !== null)
  const found = [
    ...(office === undefined ? [] : [{ role: office.id, unit: null, person }]),
    { role: 'requester', unit: null, person: null },
  ].flatMap((actor) => {
    const act = startingAct(regulation, actor.role)
    return act === null ? [] : [{ act, actor }]
  })
  if (found.length === 0) throw new Error(`${regulation.id}: nobody may open a matter`)
  return found
}

type RowOutcome =
  | { readonly kind: 'imported'; readonly left: readonly string[] }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly reason: string }

const refuse = (reason: string): RowOutcome => ({ kind: 'refused', reason })
type Cells = Extract<ImportRow, { readonly cells: unknown }>

async function importRow(deps: Deps, asked: ImportAsked, plans: readonly Plan[], row: ImportRow): Promise<RowOutcome> {
  if ('broken' in row) return refuse(row.broken)
  const [plan] = plans
  if (plan === undefined) return refuse('no columns')
  const { id, time } = originOf(plan, row.cells)
  if (time === 'unreadable') return refuse(`${plan.mapping.time}: ${row.cells[plan.mapping.time ?? ''] ?? ''}`)
  if ((await deps.store.findImported(asked.office.id, asked.source, id)) !== null) return { kind: 'known' }
  const files = await sortFiles(row.files ?? [], asked.lang)
  if (files.left.length > 0 && asked.leavesFiles !== true) return refuse(files.left.join(' '))
  const source = { source: asked.source, id, time }
  const done = await firstReceived(plans, (each) => submitRow(deps, asked, each, { row, source, files: files.kept }))
  if (!done.ok) return refuse(reasonOf(done.failure))
  if (done.isRepeated) return { kind: 'known' }
  const imported: RowOutcome = { kind: 'imported', left: files.left }
  if (asked.thenAct === null || done.matter === null) return imported
  const then = await recordAct(deps, {
    office: asked.office,
    matter: done.matter,
    actor: officeActor(plan, asked.person),
    act: asked.thenAct,
    with: {},
    revision: null,
    lang: asked.lang,
  })
  return then.ok ? imported : refuse(`${asked.thenAct}: ${reasonOf(then.failure)}`)
}

/** A prohibition speaks of who may bring this in; then the next may try. What the first was refused for is what is reported. */
async function firstReceived(plans: readonly Plan[], submit: (plan: Plan) => Promise<Received>): Promise<Received> {
  const [first, ...others] = plans
  if (first === undefined) throw new Error('nobody may open a matter')
  const done = await submit(first)
  if (done.ok || done.failure.code !== 'forbidden') return done
  for (const plan of others) {
    const next = await submit(plan)
    if (next.ok) return next
  }
  return done
}

type Received = Outcome<SubmitDone>
type RowGiven = { readonly row: Cells; readonly source: Origin; readonly files: readonly ImportFile[] }
type Origin = { readonly source: string; readonly id: string; readonly time: string | null }

/** Files are kept only of what would be received: asked first with names in their place. */
async function submitRow(deps: Deps, asked: ImportAsked, plan: Plan, { row, source, files }: RowGiven): Promise<Received> {
  const { office, lang } = asked
  const { actor, program } = plan
  const stated = statedBy(plan, row)
  const ask = (files: Readonly<Record<string, unknown>>, isTrial: boolean) =>
    submitMatter(deps, { office, actor, with: { ...stated, ...files }, lang, program, isStaff: true, source, isTrial })
  if (files.length === 0) return ask({}, asked.isTrial)
  const field = fileField(plan.act, program.regulation, plan.mapping)
  if (field === null) return failed(wordsOf(lang), 'attachment-unknown')
  const trial = await ask({ [field]: files.map(({ name }) => name) }, true)
  if (!trial.ok || asked.isTrial) return trial
  const saved = await saveFiles(deps, { government: office.id, lang }, files)
  return saved.ok ? ask({ [field]: saved.ids }, false) : saved
}

const officeActor = ({ program }: Plan, person: string | null): Actor => ({
  role: Object.values(program.regulation.roles).find(({ kind }) => kind === 'office')?.id ?? 'office',
  unit: null,
  person,
})

function statedBy({ program, mapping, defaults, act }: Plan, { cells, files }: Cells): Readonly<Record<string, unknown>> {
  const { fields } = program.regulation
  const stated: Record<string, unknown> = { ...defaults }
  for (const [field, column] of Object.entries(mapping.fields)) {
    const text = (cells[column] ?? '').trim()
    const isNames = files !== undefined && fields[field]?.type === 'attachments'
    if (text !== '' && !isNames) stated[field] = readCell(fields[field], text)
  }
  // A message without a title gets its first words as one; the text itself stays whole.
  if (stated.title === undefined && typeof stated.body === 'string' && act.needs.includes('title'))
    stated.title = firstWords(stated.body)
  return { ...stated, ...withSenderAddress(mapping, cells) }
}

/** Where a regulation has no field for it, the address of a mail stands behind the name: an answer must be able to find back. */
function withSenderAddress({ fields }: Mapping, cells: Cells['cells']): Readonly<Record<string, string>> {
  const { sender = '', senderAddress = '' } = cells
  const nameField = Object.entries(fields).find(([, column]) => column === 'sender')?.[0]
  if (senderAddress === '' || nameField === undefined || Object.values(fields).includes('senderAddress')) return {}
  return { [nameField]: `${sender} <${senderAddress}>`.trim() }
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
