import type { Lang, TrackView } from '../contract/index.js'
import type { Actor } from '../core/index.js'
import { isMatterNumber, numberPrefixOf, seesAll } from '../store/index.js'
import type { Deps } from './deps.js'
import type { Office } from './office.js'
import { openMatter } from './open-matter.js'
import type { Outcome } from './outcome.js'
import { recordAct } from './record-act.js'
import { showingOf } from './showing.js'
import { failed } from './view-failure.js'
import { trackView } from './view-track.js'
import { wordsOf } from './words/index.js'

/** Whoever knows number and code. */
export const requester: Actor = { role: 'requester', unit: null, person: null }

export type Knock = { readonly number: string; readonly code: string; readonly address: string; readonly lang: Lang }

const minutes = 60_000
/** Wrong codes for one number, by whomever; and for one address, whatever the number. */
const perNumber = { tries: 5, windowMs: 15 * minutes }
const perAddress = { most: 30, windowMs: 15 * minutes }

type Door = { readonly office: Office; readonly matter: number }

/** Opens the door to one's own matter. A number that does not exist and a wrong code look alike. */
export async function knock(deps: Deps, { number, code, address, lang }: Knock): Promise<Outcome<Door>> {
  const words = wordsOf(lang)
  const typed = number.replace(/\s/g, '')
  const key = `code/${address}`
  const office = isMatterNumber(typed) ? await officeOfNumber(deps, typed) : null
  const checked =
    office === null
      ? ({ kind: 'wrong', triesLeft: null } as const)
      : await deps.store.checkQueryCode(office.id, typed, code, { at: deps.now(), ...perNumber })
  if (checked.kind === 'right' && office !== null) return { ok: true, office, matter: checked.matter }
  const wait = deps.tries.take(key, perAddress)
  if (checked.kind === 'locked' || wait !== null) {
    const seconds = wait ?? perNumber.windowMs / 1000
    return failed(words, 'too-many-tries', { detail: words.tryAgain(seconds), retryAfterSeconds: seconds })
  }
  return failed(words, 'wrong-code')
}

async function officeOfNumber(deps: Deps, number: string): Promise<Office | null> {
  const prefix = numberPrefixOf(number)
  const offices = await deps.offices.all()
  return offices.find(({ government }) => government.numberPrefix === prefix) ?? null
}

/** 查询。 A requester reads their own matter. */
export async function trackMatter(deps: Deps, asked: Knock): Promise<Outcome<{ track: TrackView }>> {
  const door = await knock(deps, asked)
  return door.ok ? readTrack(deps, door, asked.lang) : door
}

async function readTrack(deps: Deps, { office, matter }: Door, lang: Lang): Promise<Outcome<{ track: TrackView }>> {
  const opened = await openMatter(deps, office, matter, requester)
  if (opened === null) return failed(wordsOf(lang), 'not-found')
  const files = await deps.store.listAttachments(office.id, matter, seesAll)
  const { given, sight, loaded } = opened
  const showing = showingOf(office, lang, given.program)
  return { ok: true, track: trackView(showing, { row: loaded.row, given, actor: requester, sight, files }) }
}

/** An act of the requester on their own matter: supplement, withdraw, rate. */
export async function actAsRequester(
  deps: Deps,
  asked: Knock & { readonly act: string; readonly with: Readonly<Record<string, unknown>>; readonly revision: number | null },
): Promise<Outcome<{ track: TrackView }>> {
  const door = await knock(deps, asked)
  if (!door.ok) return door
  const { act, revision, lang } = asked
  const done = await recordAct(deps, { ...door, actor: requester, act, with: asked.with, revision, lang })
  return done.ok ? readTrack(deps, door, lang) : done
}

/** A file of one's own matter. */
export async function readOwnAttachment(deps: Deps, asked: Knock & { readonly attachment: string }) {
  const door = await knock(deps, asked)
  if (!door.ok) return door
  const found = await deps.store.readAttachment(door.office.id, asked.attachment, seesAll)
  if (found === null || found.info.matter !== door.matter) return failed(wordsOf(asked.lang), 'not-found')
  return { ok: true as const, file: found }
}
