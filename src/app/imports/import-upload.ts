import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportAsked, type ImportPreviewView, type ImportReportView, importMost } from '../../contract/index.js'
import type { Deps, Viewer } from '../deps.js'
import { fileName } from '../files/file-name.js'
import { kindsToldApart } from '../office.js'
import type { Outcome } from '../outcome.js'
import { TableRefused } from '../tables/table-refused.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { columnsOf, headsIn, type ImportFileAsked, importFile, kindAsked, previewFile, withSaved } from './import-file.js'
import type { RefusedRow } from './import-matters.js'
import { importable, importedKinds } from './import-plan.js'
import { mostUnpacked } from './import-rows.js'
import { refusedFileOf, refusedRowsIn } from './refused-table.js'

export type UploadedTable = { readonly name: string; readonly bytes: Uint8Array; readonly isTruncated: boolean }

/** What one request may cost: a workbook this large is read in about a second. */
const most = { file: importMost.megabytes, unpacked: mostUnpacked, rows: importMost.rows }
export const largestImport = most.file * 1024 * 1024
/** Of each list; all refused rows stand in the file. */
const told = 200

/** 导入. A file that somebody of the office brings in: in the same way, with the same sums, as on the command line. */
export const importUpload = (
  deps: Deps,
  viewer: Viewer,
  asked: ImportAsked,
  file: UploadedTable,
): Promise<Outcome<{ report: ImportReportView }>> =>
  withFile(viewer, asked, file, async (found, folder) => {
    const aside = await mkdtemp(join(folder, 'refused-'))
    const rows = refusedRowsIn(aside)
    const reading = importFile(deps, { ...found, onRefused: rows.add }, () => undefined)
    const { refused, automatic, left, notes, fileNotes, kind, ...report } = await reading
    return {
      report: {
        ...counted(report),
        columns: columnsOf(report),
        defaults: report.defaults,
        unused: [...report.unused],
        notes: [...fileNotes],
        refusedCount: refused.length,
        automaticCount: automatic.length,
        refused: listed(refused),
        automatic: listed(automatic),
        left: listed(left),
        told: listed(notes),
        refusedFile: await refusedFileOf(rows, aside, { kind, lang: viewer.lang }),
      },
    }
  })

/** 预览. What is in the file and how it would be read; nothing is written. */
export const previewUpload = (
  deps: Deps,
  viewer: Viewer,
  asked: ImportAsked,
  file: UploadedTable,
): Promise<Outcome<{ preview: ImportPreviewView }>> =>
  withFile(viewer, asked, file, async (found) => {
    const { office, lang } = viewer
    const heads = await headsIn(found)
    const fields = importable(kindAsked(withSaved(found)).regulation).map(({ field, isNeeded }) => ({
      id: field.id,
      name: nameIn(lang, field.name),
      isNeeded,
      options: field.options.map(({ id, name }) => ({ id, name: nameIn(lang, name) })),
    }))
    const beside = {
      heads: [...heads],
      fields,
      mappings: Object.keys(office.settings.importMappings),
      ...kindsFor(viewer, found),
    }
    try {
      const { fileNotes, rows, unused, kind: _, ...preview } = await previewFile(deps, { ...found, saveAs: null })
      const shown = rows.map(({ row, values, reason }) => ({ row, place: null, values: [...values], reason }))
      return { preview: { ...beside, ...preview, unused: [...unused], notes: [...fileNotes], rows: shown, refusal: null } }
    } catch (error) {
      // Its columns are there: somebody can say what they hold.
      if (!(error instanceof TableRefused) || heads.length === 0) throw error
      const nothing = { columns: {}, defaults: {}, unused: [...heads], headRow: null, sheet: null, notes: [], rows: [] }
      return { preview: { ...beside, ...nothing, refusal: error.words[lang] } }
    }
  })

/** Where there is a choice: the kinds, and which of them this is read as. */
function kindsFor({ office, actor, lang }: Viewer, found: ImportFileAsked): Pick<ImportPreviewView, 'kinds' | 'kind'> {
  const kinds = importedKinds(office, actor.role)
  const called = kindsToldApart(office, lang)
  const shown = kinds.length < 2 ? [] : kinds.map((each) => ({ id: each.regulation.id, name: called(each) }))
  return { kinds: shown, kind: kindAsked(withSaved(found)).regulation.id }
}

const counted = ({
  read,
  imported,
  known,
  headRow,
  sheet,
}: Pick<ImportReportView, Counted>): Pick<ImportReportView, Counted> => ({
  read,
  imported,
  known,
  headRow,
  sheet,
})
type Counted = 'read' | 'imported' | 'known' | 'headRow' | 'sheet'

const listed = (rows: readonly Omit<RefusedRow, 'cells'>[]): ImportReportView['refused'] =>
  rows.slice(0, told).map(({ row, place, reason }) => ({ row, place: place ?? null, reason }))

/** The file lies in a folder of its own while it is read, and nowhere afterwards. */
async function withFile<T>(
  { office, actor, lang, asOf }: Viewer,
  asked: ImportAsked,
  { name, bytes, isTruncated }: UploadedTable,
  work: (found: ImportFileAsked, folder: string) => Promise<T>,
): Promise<Outcome<T>> {
  const words = wordsOf(lang)
  if (asOf !== undefined) return failed(words, 'not-as-of')
  if (importedKinds(office, actor.role).length === 0) return failed(words, 'wrong-role')
  if (isTruncated || bytes.length > largestImport) return failed(words, 'attachment-too-large')
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-upload-'))
  try {
    const file = join(folder, shortName(name))
    await writeFile(file, bytes, { mode: 0o600 })
    const source = asked.source?.trim() || null
    const saveAs = asked.saveAs?.trim() || null
    const found = { ...asked, source, saveAs, office, file, person: actor.person, role: actor.role, most, lang }
    return { ok: true, ...(await work(found, folder)) }
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error
    return failed(words, 'file-refused', { detail: error.words[lang] })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Not longer than a folder takes, with its ending, by which mails are told. */
function shortName(name: string): string {
  const plain = fileName(name)
  const signs = [...plain]
  const short = signs.length > 60 ? [...signs.slice(0, 40), ...signs.slice(-20)].join('') : plain
  return short === '' || short.startsWith('.') ? `file${short}` : short
}
