import type { MatterFilter, MatterId, MatterRow } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { gateOf } from '../gate.js'
import { makePackage, witnessed } from './make-package.js'
import { matterFiles, type PackageReader, type PackedMatter } from './matter-files.js'

/** A package on its way out: what to call it, and its bytes, made as they are read. */
export type OutgoingPackage = { readonly name: string; readonly bytes: AsyncGenerator<Uint8Array, void> }

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
