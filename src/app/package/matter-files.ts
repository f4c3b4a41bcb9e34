import { createHash } from 'node:crypto'
import type { Lang } from '../../contract/index.js'
import { derive, isKeptFrom, type MatterEvent, type Regulation } from '../../core/index.js'
import { type DocumentRow, type EventRow, type FactProof, type Instant, seesAll } from '../../store/index.js'
import { type OpenedFor, openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { fileOf } from '../documents/make-paper.js'
import { openBeside, rowThen } from '../documents/open-document.js'
import { fileName } from '../files/file-name.js'
import { filesOpenTo } from '../files/kept-files.js'
import { gateFor, type Opened } from '../matter/open-matter.js'
import { moment, unitNamed } from '../matter/view-parts.js'
import { viewIn } from '../matter/whole-view.js'
import { showingOf } from '../showing.js'
import { packageWords } from '../words/package.js'
import { type CatalogueLine, catalogueLine } from './catalogue.js'
import { type ListedFile, type PaperStanding, requesterPage, staffPage } from './matter-page.js'
import { page } from './page.js'
import type { PackageFile } from './zip.js'

/** Who a package is made for. Its requester sees their own matter; everybody else what the gate shows them. */
export type PackageReader = Omit<Viewer, 'lang'>

/** What a package holds of one matter, and what it needs beside it. */
export type PackedMatter = {
  readonly files: readonly PackageFile[]
  readonly regulation: Regulation
  readonly line: CatalogueLine
  readonly isWhole: boolean
}

type Kept = ListedFile & { readonly bytes: Uint8Array; readonly of: 'attachment' | 'document' }

/** 一件事项的归档内容, as its reader sees it; null: there is none, or none for them. */
export async function matterFiles(deps: Deps, reader: PackageReader, matter: number): Promise<PackedMatter | null> {
  const opened = await openedFor(deps, { ...reader, lang: 'zh' }, matter)
  if (opened === null) return null
  const { given, loaded } = opened
  const chain = await chainOf(deps, reader, opened)
  const kept = numbered([...(await attachments(deps, reader, opened)), ...(await papers(deps, reader, opened))])
  const views = { zh: await viewIn(deps, reader, opened, 'zh'), en: await viewIn(deps, reader, opened, 'en') }
  const { number } = loaded.row
  const folder = `matters/${number}`
  const { regulation } = given.program
  const bodyIn = (lang: Lang) => {
    const beside = { lang, files: kept, links: chain?.links.length ?? null }
    const view = views[lang]
    return view.kind === 'requester' ? requesterPage(view.view, beside) : staffPage(view.view, beside)
  }
  const told = {
    number,
    government: reader.office.id,
    // What the platform calls it inside is of use for the chain alone.
    matter: chain === null ? null : matter,
    regulation: rulesPath(regulation),
    calendar: 'calendar.json',
    asOf: new Date(given.now).toISOString(),
    files: kept.map(({ path, name, sm3, of, standing }) => ({ path, name, sm3, of, ...standing })),
    views: { zh: views.zh.view, en: views.en.view },
    chain: chain?.links ?? null,
    proof: chain?.proof ?? null,
  }
  return {
    files: [
      { path: `${folder}/matter.json`, bytes: Buffer.from(`${JSON.stringify(told, null, 1)}\n`) },
      { path: `${folder}/index.html`, bytes: page(number, { zh: bodyIn('zh'), en: bodyIn('en') }) },
      ...kept.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })),
    ],
    regulation,
    line: catalogueLine(showingOf(opened.office, 'zh', given.program), given, {
      number,
      view: views.zh.view,
      files: kept.length,
    }),
    isWhole: chain !== null,
  }
}

export const rulesPath = ({ id, version }: Regulation): string => `rules/${id}@${version}.json`

type Chain = { readonly links: readonly EventRow[]; readonly proof: FactProof | null }

/**
 * The links as they were recorded, for whoever sees all that they say. To others not even their number is told: what is kept from them
 * leaves no gap.
 */
async function chainOf(deps: Deps, reader: PackageReader, opened: OpenedFor): Promise<Chain | null> {
  const { office } = reader
  const { matter } = opened.loaded.row
  if (!seesEverything(reader, opened)) return null
  const last = opened.loaded.events.at(-1)?.seq ?? 0
  const links = (await deps.store.packages.links(office.id, matter)).filter(({ seq }) => seq <= last)
  const end = links.at(-1)
  if (end === undefined) return null
  // A rehearsal's clock runs ahead of those who witness.
  const since = end.recordedAt - office.aheadMs
  return { links, proof: await deps.store.packages.proveEvent(office.id, { matter, seq: end.seq, hash: end.hash, since }) }
}

function seesEverything({ office, actor }: PackageReader, { given, sight }: Opened): boolean {
  const { fields } = given.program.regulation
  // Units and the requester are not told who in the office did what.
  if (office.roles.get(actor.role)?.kind !== 'office') return false
  if (given.events.some((event) => isKeptFrom(given, event, actor.role))) return false
  const stated = new Set([...given.events.flatMap(namesIn), ...Object.keys(derive(given).facts)])
  return [...stated].every((id) => fields[id] === undefined || fields[id].isIdentity || sight.fields[id]?.as === 'shown')
}

const namesIn = (event: MatterEvent): readonly string[] => {
  if (event.kind === 'rung') return []
  return event.kind === 'undo' ? event.acts.flatMap((act) => keysIn(act.with)) : keysIn(event.with)
}

/** Names at any depth: fields of items stand below the field that states them. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
}

const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex')

type Unnumbered = Omit<Kept, 'path' | 'sm3'>

/** Files that this reader may open; what lies sealed stays where it is. */
async function attachments(
  deps: Deps,
  { office, actor }: PackageReader,
  { given, sight, loaded }: Opened,
): Promise<Unnumbered[]> {
  const gate = gateFor(office, actor)
  const through = gate === seesAll ? gate : { ...gate, rounds: 'beside' as const }
  const open: Unnumbered[] = []
  for (const { attachment } of filesOpenTo({ given, actor, sight }, loaded.files)) {
    const found = await deps.store.readAttachment(office.id, attachment, through)
    if (found?.kind === 'open') open.push({ name: found.info.name, bytes: found.bytes, of: 'attachment', standing: null })
  }
  return open
}

/** What was issued until then, as it was issued. */
async function papers(deps: Deps, reader: PackageReader, opened: Opened): Promise<Unnumbered[]> {
  const viewer: Viewer = { ...reader, lang: 'zh' }
  const { regulation } = opened.given.program
  if (Object.keys(regulation.documents).length === 0) return []
  const isIssued = (at: Instant | null): boolean => at !== null && at <= opened.given.now
  const rows = await deps.store.documents.list(reader.office.id, opened.loaded.row.matter)
  const made: Unnumbered[] = []
  for (const stored of rows.filter(({ issuedAt }) => isIssued(issuedAt)).reverse()) {
    const row = rowThen(stored, opened.given.now)
    if (row?.issuedAt == null) continue
    const document = await openBeside(deps, viewer, row, opened)
    if (document === null) continue
    const number = row.number === null ? '' : ` ${row.series}〔${row.year}〕${row.number}号`
    const { unit } = document.content
    const of = unit === null ? '' : ` ${unitNamed(showingOf(reader.office, 'zh', opened.given.program), unit).name}`
    made.push({
      name: `${document.rule.name.zh}${number}${of}${row.spoiledAt === null ? '' : packageWords('zh').isSpoiled}.docx`,
      bytes: await fileOf(deps, viewer, document, document.content.answers),
      of: 'document',
      standing: standingOf(row, opened),
    })
  }
  return made
}

function standingOf({ issuedAt, spoiledAt, spoiledWhy }: DocumentRow, { given }: Opened): PaperStanding | null {
  const when = (at: Instant) => moment(at, given.calendar.zone)
  return issuedAt === null
    ? null
    : { issuedAt: when(issuedAt), spoiledAt: spoiledAt === null ? null : when(spoiledAt), spoiledWhy }
}

/** Two files may have one name, and a folder takes none of these signs. */
const numbered = (files: readonly Unnumbered[]): readonly Kept[] =>
  files.map((file, at) => ({
    ...file,
    path: `files/${String(at + 1).padStart(2, '0')}-${fileName(file.name).replace(/[<>:"|?*#%]/g, '_')}`,
    sm3: sm3(file.bytes),
  }))
