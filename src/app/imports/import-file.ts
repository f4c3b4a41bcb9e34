import { basename } from 'node:path'
import type { Lang } from '../../contract/index.js'
import type { Program } from '../../core/index.js'
import type { SavedMapping } from '../administration/settings.js'
import type { Deps } from '../deps.js'
import type { Office } from '../office.js'
import { TableRefused } from '../tables/table-refused.js'
import { fileFaults } from '../words/table-faults.js'
import { headsOf } from './import-mapping.js'
import { type ImportReport, importMatters, type RefusedRow } from './import-matters.js'
import { importedKinds, plansFor, statedBy } from './import-plan.js'
import type { ImportRow } from './import-row.js'
import { type FileLimits, holdsMails, type OpenedFile, openRows } from './import-rows.js'

export type ImportFileAsked = SavedMapping & {
  readonly office: Office
  readonly file: string
  /** What the ids in the file belong to; the file's name unless said. */
  readonly source: string | null
  /** The name of what was saved before; what is said now holds against it. */
  readonly mapping: string | null
  /** Under which name what was said is kept for the next file. */
  readonly saveAs: string | null
  readonly isAccepting: boolean
  readonly isTrial: boolean
  readonly takesAutomatic: boolean
  /** Takes each refused row with its cells, in their order; then the report names them without. */
  readonly onRefused?: ((row: RefusedRow) => Promise<void>) | undefined
  /** Who brings it in; null: the command line. */
  readonly person?: string | null
  /** The role they do it in; null: the command line. */
  readonly role?: string | null
  /** What is read at most; more is refused before anything is written. */
  readonly most?: FileLimits & { readonly rows: number }
  readonly lang: Lang
}

/** Where the table was found in the file, beside what became of its rows. */
export type FileReport = ImportReport & Where
type Where = {
  readonly headRow: number | null
  readonly sheet: string | null
  readonly fileNotes: readonly string[]
  /** What it came as. */
  readonly kind: OpenedFile['kind']
}

/** 导入文件. Throws `TableRefused` for a file that cannot be read whole, or holds nothing. */
export async function importFile(deps: Deps, asked: ImportFileAsked, onProgress: (done: number) => void): Promise<FileReport> {
  const said = withSaved(asked)
  const opened = await open(said)
  const rows = said.most === undefined ? opened.rows : await noMoreThan(said.most.rows, opened.rows)
  const report = await importMatters(deps, matterAsked(said, rows), onProgress)
  if (report.read === 0) throw new TableRefused(fileFaults.noRows)
  if (asked.saveAs !== null) await save(deps, said, asked.saveAs)
  return { ...report, ...whereOf(opened, asked.lang) }
}

/** 预览. The first rows as they would come in, each under the names of the fields, and why one would not. Nothing is written. */
export type ImportPreview = Where & {
  readonly columns: Readonly<Record<string, string>>
  readonly unused: readonly string[]
  readonly defaults: Readonly<Record<string, string>>
  readonly rows: readonly PreviewRow[]
}
type PreviewRow = {
  readonly row: number
  readonly values: readonly { readonly name: string; readonly value: string }[]
  readonly reason: string | null
}

const previewed = 5

export async function previewFile(deps: Deps, asked: ImportFileAsked): Promise<ImportPreview> {
  const said = withSaved(asked)
  const opened = await open(said)
  const rows = await firstOf(opened.rows)
  if (rows.length === 0) throw new TableRefused(fileFaults.noRows)
  const report = await importMatters(deps, { ...matterAsked(said, each(rows)), isTrial: true }, () => {})
  if (asked.saveAs !== null) await save(deps, said, asked.saveAs)
  return {
    columns: columnsOf(report),
    unused: report.unused,
    defaults: report.defaults,
    rows: rows.map((row) => previewOf(said, row, report)),
    ...whereOf(opened, asked.lang),
  }
}

/** Field by field, the column it is taken from; `source` and `time` among them. */
export const columnsOf = ({ mapping }: Pick<ImportReport, 'mapping'>): Readonly<Record<string, string>> => ({
  ...mapping?.fields,
  ...(mapping?.source ? { source: mapping.source } : {}),
  ...(mapping?.time ? { time: mapping.time } : {}),
})

function previewOf(asked: ImportFileAsked, row: ImportRow, { refused }: ImportReport): PreviewRow {
  const reason = refused.find((each) => each.row === row.row && each.place === row.place)?.reason ?? null
  if ('broken' in row) return { row: row.row, values: [], reason }
  const [plan] = plansFor(Object.keys(row.cells), matterAsked(asked, each([])))
  if (plan === undefined) return { row: row.row, values: [], reason }
  const { fields } = plan.program.regulation
  const values = Object.entries(statedBy(plan, row)).map(([id, value]) => {
    const field = fields[id]
    const option = field?.options.find((each) => each.id === value)
    return { name: field?.name[asked.lang] || id, value: option?.name[asked.lang] ?? String(value) }
  })
  return { row: row.row, values, reason }
}

/** What was saved, with what is said now over it. */
export function withSaved(asked: ImportFileAsked): ImportFileAsked {
  if (asked.mapping === null) return asked
  const { importMappings } = asked.office.settings
  const saved = importMappings[asked.mapping]
  if (saved === undefined) throw new TableRefused(fileFaults.noSuchMapping(asked.mapping, Object.keys(importMappings)))
  return {
    ...asked,
    map: { ...saved.map, ...asked.map },
    set: { ...saved.set, ...asked.set },
    head: asked.head ?? saved.head,
    sheet: asked.sheet ?? saved.sheet,
    kind: asked.kind ?? saved.kind,
  }
}

async function save(deps: Deps, { office, map, set, head, sheet, kind }: ImportFileAsked, name: string): Promise<void> {
  const importMappings = { ...office.settings.importMappings, [name]: { map, set, head, sheet, kind } }
  await deps.store.administration.patchSettings(office.id, { importMappings })
  deps.offices.forget(office.id)
}

const open = ({ file, map, head, sheet, most, ...asked }: ImportFileAsked): Promise<OpenedFile> =>
  openRows(file, { isHead: headsOf(kindAsked(asked).regulation, map), headRow: head, sheet }, most)

/** The kind that is named or was saved; else the first that comes in from files. */
export function kindAsked({ office, kind, role = null }: Pick<ImportFileAsked, 'office' | 'kind' | 'role'>): Program {
  const kinds = importedKinds(office, role)
  const found = kind === null ? kinds[0] : kinds.find(({ regulation }) => regulation.id === kind)
  if (found === undefined) throw new TableRefused(fileFaults.noSuchKind(kinds.map(({ regulation }) => regulation.id)))
  return found
}

const matterAsked = (asked: ImportFileAsked, rows: AsyncIterable<ImportRow>): Parameters<typeof importMatters>[1] => ({
  office: asked.office,
  program: kindAsked(asked),
  rows,
  // A Message-ID is one of a kind, whichever folder its mail lies in.
  source: asked.source ?? (holdsMails(asked.file) ? 'mail' : basename(asked.file)),
  map: asked.map,
  set: asked.set,
  isAccepting: asked.isAccepting,
  isTrial: asked.isTrial,
  person: asked.person ?? null,
  lang: asked.lang,
  takesAutomatic: asked.takesAutomatic,
  onRefused: asked.onRefused,
})

const whereOf = ({ headRow, sheet, notes, kind }: OpenedFile, lang: Lang): Where => ({
  kind,
  headRow,
  sheet,
  fileNotes: notes.map((note) => note[lang]),
})

async function firstOf(rows: AsyncIterable<ImportRow>, most = previewed): Promise<readonly ImportRow[]> {
  const found: ImportRow[] = []
  for await (const row of rows) {
    found.push(row)
    if (found.length >= most) break
  }
  return found
}

/** All of them, or the file is refused before the first is taken. */
async function noMoreThan(most: number, rows: AsyncIterable<ImportRow>): Promise<AsyncIterable<ImportRow>> {
  const found = await firstOf(rows, most + 1)
  if (found.length > most) throw new TableRefused(fileFaults.tooManyAtOnce(most))
  return each(found)
}

/** The heads of the columns, whether or not it is known what they hold. */
export async function headsIn(asked: ImportFileAsked): Promise<readonly string[]> {
  const rows = await firstOf((await open(withSaved(asked))).rows)
  return Object.keys(rows.flatMap((row) => ('cells' in row ? [row.cells] : []))[0] ?? {})
}

async function* each(rows: readonly ImportRow[]): AsyncIterable<ImportRow> {
  yield* rows
}
