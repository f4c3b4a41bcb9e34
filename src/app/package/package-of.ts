import { day, type Instant, startOfDay } from '../../core/index.js'
import type { MatterFilter, MatterId, MatterRow } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { PaperFile } from '../documents/index.js'
import { gateOf } from '../gate.js'
import { openMatter } from '../matter/open-matter.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { tombstoneFor } from '../retention/index.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { packageWords } from '../words/package.js'
import { retentionWords } from '../words/retention.js'
import { makePackage, witnessed } from './make-package.js'
import { matterFiles, type PackageReader, type PackedMatter } from './matter-files.js'

/** A package on its way out: what to call it, and its bytes, made as they are read. */
export type OutgoingPackage = { readonly name: string; readonly bytes: AsyncGenerator<Uint8Array, void> }

export const packageType = 'application/zip'

/** A package of one matter, which is small enough to be held. */
export async function wholePackage({ name, bytes }: OutgoingPackage): Promise<PaperFile> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return { name, type: packageType, bytes: Buffer.concat(pieces) }
}

type OfMatter = { readonly matter: MatterId; readonly number: string; readonly purpose: string }

/** 单件归档包; null: there is no such matter, or none for them. */
export async function packageOfMatter(deps: Deps, reader: PackageReader, asked: OfMatter): Promise<OutgoingPackage | null> {
  const { matter, number, purpose } = asked
  // What happened until now is witnessed before it is told.
  await witnessed(deps)
  const packed = await matterFiles(deps, reader, matter)
  if (packed === null) return null
  return { name: `${number}.zip`, bytes: makePackage(deps, reader, { matters: each([packed]), only: matter, purpose }) }
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values
}

/** A year as its archive takes it (`filter`), or the matters that somebody asked for (`numbers`). */
export type OfMany = {
  readonly name: string
  readonly of: { readonly filter: MatterFilter } | { readonly numbers: readonly string[] }
  readonly purpose: string
  readonly onProgress?: (matters: number) => void
}

/** 成批的归档包 (for a review body, a court, an archive): every matter of a list that its reader sees, one at a time. */
export function packageOfMany(deps: Deps, reader: PackageReader, asked: OfMany): OutgoingPackage {
  const { name, purpose } = asked
  return {
    name: `${name}.zip`,
    bytes: makePackage(deps, reader, { matters: manyMatters(deps, reader, asked), only: 0, purpose }),
  }
}

async function* manyMatters(deps: Deps, reader: PackageReader, asked: OfMany): AsyncGenerator<PackedMatter> {
  const { onProgress = () => {} } = asked
  await witnessed(deps)
  let done = 0
  for await (const { matter } of listed(deps, reader, asked)) {
    const packed = await matterFiles(deps, reader, matter)
    if (packed === null) continue
    yield packed
    done += 1
    onProgress(done)
  }
}

async function* listed(deps: Deps, { office, actor }: PackageReader, { of }: OfMany): AsyncGenerator<Pick<MatterRow, 'matter'>> {
  const gate = gateOf(office, actor)
  if ('numbers' in of) yield* await deps.store.findByNumbers(office.id, of.numbers, gate)
  else yield* deps.store.exportMatters(office.id, { filter: of.filter, gate })
}

/** 单件归档包 for one of the staff, as the matter stands or as it stood. */
export async function packMatter(
  deps: Deps,
  viewer: Viewer,
  { matter, purpose }: Pick<OfMatter, 'matter' | 'purpose'>,
): Promise<Outcome<{ file: PaperFile }>> {
  const opened = await openMatter(deps, viewer.office, matter, viewer.actor)
  const number = opened?.loaded.row.number ?? ''
  const made = opened === null ? null : await packageOfMatter(deps, viewer, { matter, number, purpose })
  return made === null ? failed(wordsOf(viewer.lang), 'not-found') : { ok: true, file: await wholePackage(made) }
}

/** 成批的归档包 for one of the staff: matters by their numbers, or what was received in a year. A number that is not theirs to see is refused, not left out. */
export async function packMany(
  deps: Deps,
  viewer: Viewer,
  { numbers, year, purpose }: { readonly numbers: readonly string[]; readonly year: number | null; readonly purpose: string },
): Promise<Outcome<{ made: OutgoingPackage }>> {
  const { office, actor } = viewer
  const of = year === null ? { numbers } : { filter: ofYear(office, year) }
  const lacking = await lackingOf(deps, { office, actor }, of)
  if (lacking === null)
    return { ok: true, made: packageOfMany(deps, viewer, { name: year === null ? nameOf(numbers) : String(year), of, purpose }) }
  const told = await Promise.all(
    lacking.map(async (each) => (await tombstoneFor(deps, viewer, each))?.says ?? retentionWords[viewer.lang].notThere(each)),
  )
  const detail = year === null ? told.join('\n') : packageWords(viewer.lang).noneOf(year)
  return failed(wordsOf(viewer.lang), 'not-found', detail === '' ? {} : { detail })
}

const nameOf = (numbers: readonly string[]): string => numbers.join('-').slice(0, 60)

/** The numbers that are not their reader's to see; none of a list in which there is nothing at all. Null: there is all that was asked for. */
export async function lackingOf(
  deps: Deps,
  { office, actor }: Pick<Viewer, 'office' | 'actor'>,
  of: OfMany['of'],
): Promise<readonly string[] | null> {
  const gate = gateOf(office, actor)
  if ('filter' in of)
    return (await deps.store.listMatters(office.id, { ...of, gate, page: { limit: 1 } })).rows.length === 0 ? [] : null
  const known = new Set((await deps.store.findByNumbers(office.id, of.numbers, gate)).map(({ number }) => number))
  const lacking = [...new Set(of.numbers)].filter((each) => !known.has(each))
  return lacking.length > 0 || known.size === 0 ? lacking : null
}

/** What was received in a year, rounds of the office's own duties among it. */
export function ofYear({ calendar }: Pick<Office, 'calendar'>, year: number): MatterFilter {
  const from = (of: number): Instant => startOfDay(day(`${of}-01-01`), calendar.zone)
  return { receivedFrom: from(year), receivedBefore: from(year + 1), rounds: 'beside' }
}
