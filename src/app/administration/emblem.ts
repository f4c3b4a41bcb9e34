import { createHash } from 'node:crypto'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { fileKind } from '../files/file-kind.js'
import type { Outcome } from '../outcome.js'
import { withoutPlace } from '../pictures/without-place.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { administer, wrongly } from './administer.js'

/** In bytes: every page shows it. */
export const largestEmblem = 200_000
/** Those that every browser shows, and that hold no script. */
const shown: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

type Sent = { readonly name: string; readonly bytes: Uint8Array; readonly isTruncated: boolean }

/** 徽标. A picture by its bytes, without what it tells of where and with what it was made. */
export async function setEmblem(
  deps: Deps,
  admin: SignedIn,
  { file, revision }: { readonly file: Sent; readonly revision: number },
): Promise<Outcome<{ done: { readonly emblem: string } }>> {
  if (!admin.isAdmin) return failed(wordsOf(admin.lang), 'admin-only')
  if (file.isTruncated || file.bytes.length > largestEmblem)
    return wrongly(admin.lang, [{ field: 'emblem', code: 'too-large', limit: largestEmblem / 1000 }])
  const kind = await fileKind(file.name, file.bytes)
  const bytes = kind === null || !shown.includes(kind.type) ? null : withoutPlace(kind.type, file.bytes)
  if (kind === null || bytes === null) return wrongly(admin.lang, [{ field: 'emblem', code: 'no-picture' }])
  const emblem = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ settings: { emblem }, revision })
    await changing.putEmblem({ type: kind.type, bytes })
    return { done: { emblem }, entry: { kind: 'emblem-changed', about: '', detail: { to: emblem } } }
  })
}

/** Its pages show the mark of the product again. */
export const removeEmblem = (deps: Deps, admin: SignedIn, revision: number): Promise<Outcome<{ done: object }>> =>
  administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ settings: { emblem: '' }, revision })
    await changing.putEmblem(null)
    return { done: {}, entry: { kind: 'emblem-changed', about: '', detail: { to: '' } } }
  })

/** As it stands on the pages; null: none. */
export const readEmblem = async (deps: Deps, government: string) => {
  const office = await deps.offices.get(government)
  return office === null || office.settings.emblem === '' ? null : deps.store.administration.findEmblem(office.id)
}
