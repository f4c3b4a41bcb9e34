import { readFile } from 'node:fs/promises'
import type { Lang } from '../../contract/index.js'
import { type Calendar, dayText, type Regulation } from '../../core/index.js'
import { canonical, type MatterId } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { moment } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import { packageWords } from '../words/package.js'
import { type CatalogueLine, catalogue } from './catalogue.js'
import { type PackageReader, type PackedMatter, rulesPath } from './matter-files.js'
import { html, type Line, type Markup, page, saidTable, section, table } from './page.js'
import { type PackageFile, zipped } from './zip.js'

/** What goes into a package, one matter after the other, and what it says of itself. */
export type PackageAsked = {
  readonly matters: AsyncIterable<PackedMatter>
  /** The one matter it is of, which its seal then names; 0: of several. */
  readonly only: MatterId | 0
  /** For whom and what for; stands in the package and in the log. */
  readonly purpose: string
}

type Packed = { isWhole: boolean; readonly lines: CatalogueLine[]; readonly regulations: Map<string, Regulation> }

/**
 * 归档包, piece by piece: what its reader sees of each matter, the rules and days it ran under, a catalogue, and a seal over every byte
 * before it, which is witnessed before it leaves. Whoever stops reading stops the making; nothing is sealed then.
 */
export function makePackage(deps: Deps, reader: PackageReader, asked: PackageAsked): AsyncGenerator<Uint8Array, void> {
  const packed: Packed = { isWhole: true, lines: [], regulations: new Map() }
  return zipped(filesOf(deps, reader, asked, packed), (hash) => sealed(deps, reader, asked, { hash, packed }))
}

async function* filesOf(
  deps: Deps,
  reader: PackageReader,
  { matters, purpose }: PackageAsked,
  packed: Packed,
): AsyncGenerator<PackageFile> {
  yield { path: 'verify.mjs', bytes: await readFile(deps.verifier) }
  for await (const { files, regulation, line, isWhole } of matters) {
    yield* files
    packed.lines.push(line)
    packed.regulations.set(rulesPath(regulation), regulation)
    packed.isWhole = packed.isWhole && isWhole
  }
  for (const [path, regulation] of packed.regulations) yield { path, bytes: json(regulation) }
  const { office, asOf } = reader
  yield { path: 'calendar.json', bytes: json(calendarTold(office.calendar)) }
  yield { path: 'catalogue.csv', bytes: catalogue(packed.lines) }
  const { zone } = office.calendar
  const told = {
    madeAt: moment(nowOf(deps, office), zone).shown,
    asOf: asOf === undefined ? '' : moment(asOf, zone).shown,
    ...{ purpose, edition: editionOf(reader, packed), government: office.government.name },
  }
  yield { path: 'package.json', bytes: json({ format: 1, ...told, governmentId: office.id, matters: packed.lines.length }) }
  const bodies = { zh: cover('zh', told, packed), en: cover('en', told, packed) }
  yield { path: 'index.html', bytes: page(packageWords('zh').title(told.government), bodies) }
}

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)

type Edition = 'whole' | 'seen' | 'requester'
const editionOf = ({ office, actor }: PackageReader, { isWhole }: Packed): Edition => {
  if (office.roles.get(actor.role)?.kind === 'requester') return 'requester'
  return isWhole ? 'whole' : 'seen'
}

/** The days that are off or worked otherwise, each with the notice that says so. */
const calendarTold = ({ id, knownFrom, knownThrough, grounds }: Calendar) => ({
  id,
  knownFrom: dayText(knownFrom),
  knownThrough: dayText(knownThrough),
  days: [...grounds].sort(([a], [b]) => a - b).map(([on, ground]) => ({ on: dayText(on), ...ground })),
})

type Told = Readonly<Record<'madeAt' | 'asOf' | 'purpose' | 'government', string>> & { readonly edition: Edition }

/** The page that whoever opens the package begins with. */
function cover(lang: Lang, told: Told, { lines }: Packed): Markup {
  const words = packageWords(lang)
  const lead: readonly Line[] = [
    [words.edition, words.editions[told.edition]],
    [words.madeAt, told.madeAt],
    [words.asOf, told.asOf],
    [words.purpose, told.purpose],
  ]
  const rows = lines.map(({ matterNumber, title, datedOn }) => [
    html`<a href="matters/${matterNumber}/index.html">${matterNumber}</a>`,
    title,
    datedOn,
  ])
  return html`<h1>${words.title(told.government)}</h1>${saidTable(lead)}${section(
    words.matters,
    table([words.number, words.what, words.receivedAt], rows),
  )}${words.checks.map((check) => html`<p>${check}</p>`)}<p>${words.identity}</p><p class="soft">${words.metadata}</p>`
}

/** 封存. The hash goes into the record of packages and into the log, is witnessed, and the seal says by which witness. */
async function sealed(
  deps: Deps,
  reader: PackageReader,
  { only, purpose }: PackageAsked,
  { hash, packed }: { readonly hash: string; readonly packed: Packed },
): Promise<PackageFile> {
  const { office, account, actor } = reader
  const at = deps.now()
  const edition = editionOf(reader, packed)
  const detail = { hash, edition, role: actor.role, matters: packed.lines.length, purpose }
  const since = await deps.store.packages.seal(office.id, {
    ...{ hash, matter: only, edition, account, at },
    entry: { at, account, kind: 'package-made', about: only === 0 ? '' : String(only), detail },
  })
  await witnessed(deps)
  const proof = await deps.store.packages.provePackage(office.id, { hash, matter: only, at: since })
  if (proof === null) throw new Error(`package ${hash} was not witnessed`)
  return { path: 'seal.json', bytes: Buffer.from(canonical({ format: 1, hash, matter: only, proof })) }
}

/** An address that does not take a witness now is told it with the next ones; it stands all the same. */
export const witnessed = (deps: Deps): Promise<void> => deps.witness().catch(() => undefined)
