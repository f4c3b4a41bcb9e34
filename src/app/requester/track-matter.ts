import type { Lang, TrackView } from '../../contract/index.js'
import type { Actor, Instant } from '../../core/index.js'
import { isMatterNumber, numberPrefixOf, seesAll } from '../../store/index.js'
import { recordAct } from '../acting/record-act.js'
import type { Deps } from '../deps.js'
import type { PaperFile } from '../documents/index.js'
import { admit } from '../entry/admit.js'
import { readKnock } from '../entry/read-knock.js'
import { handedOn } from '../files/attachments.js'
import { filesOpenTo } from '../files/kept-files.js'
import { openMatter } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { packageOfMatter, wholePackage } from '../package/index.js'
import { goneForOwner } from '../retention/index.js'
import { showingOf } from '../showing.js'
import { cameOf } from '../thread/index.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { trackView } from './view-track.js'

/** Whoever knows number and code. */
export const requester: Actor = { role: 'requester', unit: null, person: null }

export type Knock = {
  readonly number: string
  readonly code: string
  readonly address: string
  /** A challenge that was answered with before, solved. */
  readonly proof: string | null
  readonly lang: Lang
}

/** Whose matter was opened; kept sealed in a cookie instead of the code. */
export type OwnMatter = {
  readonly government: string
  readonly number: string
  /** When number and code were given; what was opened with a code that has been replaced since is closed. */
  readonly openedAt?: Instant
}
type Asked = OwnMatter & { readonly lang: Lang }

/** Wrong codes for one number from one address, and from one address for whatever numbers. An owner elsewhere never notices. */
const most = { perPlace: 5, perAddress: 30, perThing: Number.POSITIVE_INFINITY }

/** Opens one's own matter. A number that does not exist and a wrong code look alike, count alike and take as long. */
export async function knock(deps: Deps, asked: Knock): Promise<Outcome<{ own: OwnMatter }>> {
  const { address, proof, lang } = asked
  const words = wordsOf(lang)
  const { number, code } = readKnock(asked)
  // The check digit is no secret: what was mistyped is said, and is no guess.
  if (!isMatterNumber(number)) return failed(words, 'wrong-number')
  const admitted = await admit(deps, { about: `code/${number}`, address, device: null, proof, lang }, most)
  if (!admitted.ok) return admitted
  const office = await deps.offices.byPrefix(numberPrefixOf(number))
  if (office === null || !(await deps.store.isQueryCode(office.id, number, code))) return failed(words, 'wrong-code')
  deps.guesses.right(admitted.guess)
  return { ok: true, own: { government: office.id, number, openedAt: nowOf(deps, office) } }
}

type Opened = { readonly office: Office; readonly matter: number }

async function openOwn(deps: Deps, { government, number, openedAt, lang }: Asked): Promise<Outcome<Opened>> {
  const office = await deps.offices.get(government)
  const row = office === null ? null : await deps.store.findByNumber(government, number, seesAll)
  if (office === null) return failed(wordsOf(lang), 'not-found')
  if (row === null) return goneForOwner(deps, office, { number, lang })
  const renewedAt = openedAt === undefined ? null : await deps.store.codeRenewedAt(government, row.matter)
  if (openedAt !== undefined && renewedAt !== null && renewedAt >= openedAt) return failed(wordsOf(lang), 'wrong-code')
  return { ok: true, office, matter: row.matter }
}

/** 查询。 A requester reads their own matter. */
export async function trackMatter(deps: Deps, asked: Asked): Promise<Outcome<{ track: TrackView }>> {
  const opened = await openOwn(deps, asked)
  return opened.ok ? readTrack(deps, opened, asked.lang) : opened
}

async function readTrack(deps: Deps, { office, matter }: Opened, lang: Lang): Promise<Outcome<{ track: TrackView }>> {
  const opened = await openMatter(deps, office, matter, requester)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  const { given, sight, loaded } = opened
  const showing = showingOf(office, lang, given.program)
  const came = await cameOf(deps, { office, given, lang })
  return { ok: true, track: trackView(showing, { row: loaded.row, given, actor: requester, sight, files: loaded.files, came }) }
}

/** An act of the requester on their own matter: supplement, withdraw, rate. */
export async function actAsRequester(
  deps: Deps,
  asked: Asked & { readonly act: string; readonly with: Readonly<Record<string, unknown>>; readonly revision: number | null },
): Promise<Outcome<{ track: TrackView }>> {
  const opened = await openOwn(deps, asked)
  if (!opened.ok) return opened
  const { act, revision, lang } = asked
  const { office, matter } = opened
  const done = await recordAct(deps, { office, matter, actor: requester, act, with: asked.with, revision, lang })
  return done.ok ? readTrack(deps, opened, lang) : done
}

/** A file of one's own matter. */
export async function readOwnAttachment(deps: Deps, asked: Asked & { readonly attachment: string }) {
  const opened = await openOwn(deps, asked)
  if (!opened.ok) return opened
  const { office, matter } = opened
  const found = await deps.store.readAttachment(office.id, asked.attachment, seesAll)
  const own = found?.info.matter === matter ? await openMatter(deps, office, matter, requester) : null
  const isOpen = own !== null && filesOpenTo({ ...own, actor: requester }, [asked]).length > 0
  return handedOn(asked.lang, isOpen ? found : null)
}

/** 本人留存的归档包: what its requester sees of their own matter, with the seal that proves it. */
export async function packOwn(deps: Deps, asked: Asked): Promise<Outcome<{ file: PaperFile }>> {
  const opened = await openOwn(deps, asked)
  if (!opened.ok) return opened
  const { office, matter } = opened
  const made = await packageOfMatter(
    deps,
    { office, actor: requester, account: '' },
    { matter, number: asked.number, purpose: '' },
  )
  return made === null ? failed(wordsOf(asked.lang), 'not-found') : { ok: true, file: await wholePackage(made) }
}
