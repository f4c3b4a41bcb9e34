import type { Lang } from '../../contract/index.js'
import type { Actor, Program } from '../../core/index.js'
import { acceptingAct } from '../acting/accepting-act.js'
import { byImport } from '../acting/opener.js'
import { type SubmitAsked, type SubmitDone, submitMatter } from '../acting/submit-matter.js'
import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import type { Failure, Outcome } from '../outcome.js'
import { TableRefused } from '../tables/table-refused.js'
import { mailNotes, namelessFile } from '../words/mail-faults.js'
import { fileFaults, rowFaults } from '../words/table-faults.js'
import { type FirstRows, firstRows } from './first-rows.js'
import { fileField, keptOriginal, type SortedFiles, saveFiles, sortFiles } from './import-files.js'
import type { Mapping } from './import-mapping.js'
import { type Cells, cellError, mappedBy, originOf, type Plan, plansFor, type RowOrigin, statedBy } from './import-plan.js'
import type { ImportRow } from './import-row.js'
import { markOf, markSame, type RowWords, saySame, type WordsMark, wordsIn, wordsRecorded } from './import-words.js'

export type ImportAsked = {
  readonly office: Office
  /** Of the kind that the rows come in as. */
  readonly program: Program
  readonly rows: AsyncIterable<ImportRow>
  /** What the ids in the file belong to; the same id of the same source comes in once. */
  readonly source: string
  readonly map: Readonly<Record<string, string>>
  readonly set: Readonly<Record<string, string>>
  /** Each is accepted right away, by the act that the regulation says means so. */
  readonly isAccepting: boolean
  readonly isTrial: boolean
  readonly person: string | null
  readonly lang: Lang
  /** Mails that machines sent come in as well. */
  readonly takesAutomatic?: boolean
  /** Takes each refused row with its cells, in their order; then the report names them without. */
  readonly onRefused?: ((row: RefusedRow) => Promise<void>) | undefined
}

type Noted = { readonly row: number; readonly place?: string; readonly reason: string }
export type RefusedRow = Noted & { readonly cells: Readonly<Record<string, string>> }
export type ImportReport = {
  readonly read: number
  readonly imported: number
  readonly known: number
  readonly refused: readonly RefusedRow[]
  /** Mails that machines sent; not brought in. */
  readonly automatic: readonly Noted[]
  /** Files and parts that mails came in without. */
  readonly left: readonly Noted[]
  /** What else is to be known of rows that came in. */
  readonly notes: readonly Noted[]
  readonly mapping: Mapping | null
  /** Columns that nothing was taken from. */
  readonly unused: readonly string[]
  readonly defaults: Readonly<Record<string, string>>
}

const atOnce = 8

/** One import while it runs: its plans, made when the columns are known, and which row came first under each number. */
type Run = {
  readonly deps: Deps
  readonly asked: ImportAsked
  readonly plans: readonly Plan[]
  /** Of the rows that were not refused. */
  readonly first: FirstRows
  /** What becomes of the row under a number that is at work now. */
  readonly pending: Map<string, Promise<RowOutcome>>
}

/**
 * 导入. Messages from elsewhere, each in the same way as a new one. Each row read is imported, refused with its number and reason,
 * or known: recorded before under the same number with the same words. Throws `TableRefused` before the first is taken.
 */
export async function importMatters(deps: Deps, asked: ImportAsked, onProgress: (done: number) => void): Promise<ImportReport> {
  const counts = { read: 0, imported: 0, known: 0 }
  const refused: RefusedRow[] = []
  const automatic: Noted[] = []
  const left: Noted[] = []
  const notes: Noted[] = []
  if (asked.isAccepting && acceptingAct(asked.program.regulation) === null) throw new TableRefused(fileFaults.nothingAccepts)
  let run: Run = { deps, asked, plans: [], first: firstRows(), pending: new Map() }
  let columns: readonly string[] = []
  let batch: ImportRow[] = []
  const flush = async (): Promise<void> => {
    const outcomes = await Promise.all(batch.map((row) => importRow(run, row)))
    for (const [index, outcome] of outcomes.entries()) {
      const row = batch[index]
      if (row === undefined) continue
      const at = { row: row.row, ...(row.place === undefined ? {} : { place: row.place }) }
      if (outcome.kind === 'refused') {
        const found = { ...at, reason: outcome.reason, cells: 'cells' in row ? row.cells : {} }
        await asked.onRefused?.(found)
        refused.push(asked.onRefused === undefined ? found : { ...found, cells: {} })
      } else if (outcome.kind === 'automatic') automatic.push({ ...at, reason: outcome.reason })
      else counts[outcome.kind] += 1
      if (outcome.kind !== 'imported') continue
      left.push(...outcome.left.map((reason) => ({ ...at, reason })))
      notes.push(...outcome.notes.map((reason) => ({ ...at, reason })))
    }
    counts.read += batch.length
    batch = []
    onProgress(counts.read)
  }
  for await (const row of asked.rows) {
    if (run.plans.length === 0 && 'cells' in row) {
      columns = Object.keys(row.cells)
      run = { ...run, plans: plansFor(columns, asked) }
    }
    batch.push(row)
    if (batch.length >= atOnce) await flush()
  }
  await flush()
  refused.sort((a, b) => a.row - b.row)
  const [plan] = run.plans
  const mapping = plan?.mapping ?? null
  return {
    ...counts,
    refused,
    automatic,
    left,
    notes,
    mapping,
    unused: unusedOf(columns, mapping),
    defaults: plan?.defaults ?? {},
  }
}

function unusedOf(columns: readonly string[], mapping: Mapping | null): readonly string[] {
  const used = new Set([...Object.values(mapping?.fields ?? {}), mapping?.source, mapping?.time])
  return columns.filter((column) => !used.has(column))
}

type RowOutcome =
  | { readonly kind: 'imported'; readonly left: readonly string[]; readonly notes: readonly string[] }
  | { readonly kind: 'known' }
  | { readonly kind: 'automatic'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }

const refuse = (reason: string): RowOutcome => ({ kind: 'refused', reason })

async function importRow(run: Run, row: ImportRow): Promise<RowOutcome> {
  const { lang } = run.asked
  const [plan] = run.plans
  if ('broken' in row) return refuse(typeof row.broken === 'string' ? row.broken : row.broken[lang])
  if (plan === undefined) throw new Error('a row with cells before its columns')
  const wrong = cellError(plan, row)
  if (wrong !== null) return refuse(wrong[lang])
  const origin = originOf(plan, row)
  if ('unreadable' in origin) return refuse(origin.unreadable[lang])
  const words = wordsIn(plan.program.regulation, mappedBy(plan, row), origin.time)
  return inTurn(run, { row, origin, words })
}

type Read = { readonly row: Cells; readonly origin: RowOrigin; readonly words: RowWords }

/** Rows under one number go one after the other: what the first came to decides what the next one is. */
async function inTurn(run: Run, read: Read): Promise<RowOutcome> {
  const { id } = read.origin
  for (let ahead = run.pending.get(id); ahead !== undefined; ahead = run.pending.get(id)) await ahead
  const mark = markOf(read.words)
  const before = run.first.of(id)
  if (before === undefined) return beFirst(run, read, mark)
  return markSame(before.mark, mark) || !read.origin.hasOwnId
    ? { kind: 'known' }
    : refuse(rowFaults.otherWordsInRow(id, before.row)[run.asked.lang])
}

async function beFirst(run: Run, read: Read, mark: WordsMark): Promise<RowOutcome> {
  const { id } = read.origin
  const pending = receive(run, read)
  run.pending.set(id, pending)
  const outcome = await pending
  if (outcome.kind !== 'refused') run.first.put(id, { row: read.row.row, mark })
  run.pending.delete(id)
  return outcome
}

async function receive(run: Run, read: Read): Promise<RowOutcome> {
  const { deps, asked, plans } = run
  const { row, origin } = read
  const before = await deps.store.findImported(asked.office.id, asked.source, origin.id)
  if (before !== null) return knownAs(run, read, before)
  const { lang } = asked
  if (row.machine != null && asked.takesAutomatic !== true)
    return { kind: 'automatic', reason: mailNotes.automatic(row.machine)[lang] }
  const files = await sortFiles(row.files ?? [], lang)
  const source = { source: asked.source, id: origin.id, time: origin.time }
  const done = await firstReceived(plans, (each) => submitRow(deps, asked, each, { row, source, files }))
  // What is missing may be among what was left.
  if (!done.ok) return refuse([reasonOf(done.failure), ...files.left].join(' '))
  // Somebody else brought it in at this very moment.
  if (done.isRepeated && done.matter !== null) return knownAs(run, read, done.matter)
  return {
    kind: 'imported',
    left: done.left,
    notes: [
      ...(origin.told === null ? [] : [origin.told]),
      ...(row.notes ?? []),
      ...(done.originals.length === 0 ? [] : [mailNotes.keptWhole]),
    ].map((each) => each[lang]),
  }
}

/** Accepted in the same moment: a row that came in and was not accepted would be known the next time, and stay so. */
function acceptedBy(asked: ImportAsked): Pick<SubmitAsked, 'next'> {
  const act = asked.isAccepting ? acceptingAct(asked.program.regulation) : null
  return act === null ? {} : { next: { act, actor: officeActor(asked) } }
}

/** Known are the same words under the same number, and nothing else. */
async function knownAs({ deps, asked, plans }: Run, { origin, words }: Read, matter: number): Promise<RowOutcome> {
  const [plan] = plans
  if (!origin.hasOwnId || plan === undefined) return { kind: 'known' }
  const recorded = await wordsRecorded(deps, { government: asked.office.id, matter, regulation: plan.program.regulation })
  if (recorded === null || saySame(recorded.words, words)) return { kind: 'known' }
  return refuse(rowFaults.otherWords(origin.id, recorded.number)[asked.lang])
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

type Received = Outcome<SubmitDone & { readonly left: readonly string[]; readonly originals: readonly string[] }>
type RowGiven = { readonly row: Cells; readonly source: Origin; readonly files: SortedFiles }
type Origin = { readonly source: string; readonly id: string; readonly time: string | null }

/** Files are kept only of what would be received: asked first with names in their place. */
async function submitRow(deps: Deps, asked: ImportAsked, plan: Plan, { row, source, files }: RowGiven): Promise<Received> {
  const { office, lang, isTrial } = asked
  const { actor, program } = plan
  const stated = statedBy(plan, row)
  const field = files.kept.length === 0 ? null : fileField(plan.act, program.regulation, plan.mapping)
  const ask = (files: readonly string[], isTrial: boolean, originals: readonly string[] = []) => {
    const all = field === null ? stated : { ...stated, [field]: files }
    return submitMatter(deps, {
      office,
      actor,
      with: all,
      lang,
      opener: byImport(source, { program, files: originals }),
      ...acceptedBy(asked),
      isTrial,
    })
  }
  const names = files.kept.map(({ name }) => name || namelessFile[lang])
  const noPlace = field === null && names.length > 0 ? [mailNotes.noPlace(names)[lang]] : []
  const left = [...files.left, ...noPlace, ...(row.left ?? []).map((each) => each[lang])]
  if (isTrial || field !== null) {
    const trial = await ask(names, true)
    if (!trial.ok || isTrial) return trial.ok ? { ...trial, left, originals: [] } : trial
  }
  const saved = await saveFiles(deps, { government: office.id, lang }, field === null ? [] : files.kept)
  if (!saved.ok) return saved
  const originals = await keptOriginal(deps, office.id, row, left)
  const done = await ask(saved.ids, false, originals)
  return done.ok ? { ...done, left, originals } : done
}

const officeActor = ({ program, person }: ImportAsked): Actor => ({
  role: Object.values(program.regulation.roles).find(({ kind }) => kind === 'office')?.id ?? 'office',
  unit: null,
  person,
})

const reasonOf = ({ detail, problems }: Failure): string =>
  [detail, ...(problems ?? []).map(({ sentence }) => sentence)].join(' ')
