import type { Lang, SoughtPage } from '../../contract/index.js'
import { dayAt, dayText, instant } from '../../core/index.js'
import { type Gate, isMatterNumber, seesAll, type Tombstone } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import type { Office } from '../office.js'
import type { Failure } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { retentionWords } from '../words/retention.js'

type Gone = { readonly ok: false; readonly failure: Failure }

/** What is said to whoever asks for a matter that is not there: that it was destroyed, if that is so and they may know, or nothing. */
async function goneOf(deps: Deps, office: Office, asked: Asked): Promise<Gone> {
  const words = wordsOf(asked.lang)
  const found = await deps.store.retention.findTombstone(office.id, asked.of, asked.gate)
  if (found === null) return failed(words, 'not-found')
  return failed(words, 'destroyed', { detail: saysOf(office, asked.lang, found) })
}

const saysOf = ({ calendar }: Office, lang: Lang, { number, destroyedAt }: Tombstone): string =>
  retentionWords[lang].destroyed(number, dayText(dayAt(instant(destroyedAt), calendar.zone)))

type Asked = {
  readonly of: { readonly matter: number } | { readonly number: string }
  readonly gate: Gate
  readonly lang: Lang
}

/** For one of the staff, through their gate. */
export const goneFor = (deps: Deps, { office, actor, lang }: Viewer, matter: number): Promise<Gone> =>
  goneOf(deps, office, { of: { matter: Number.isSafeInteger(matter) ? matter : 0 }, gate: gateOf(office, actor), lang })

/** For whoever has shown number and code. */
export const goneForOwner = (deps: Deps, office: Office, { number, lang }: { readonly number: string; readonly lang: Lang }) =>
  goneOf(deps, office, { of: { number }, gate: seesAll, lang })

/** For one of the staff who looked for it by its whole number, through their gate: its words are gone, so that no search finds it. */
export async function tombstoneFor(
  deps: Deps,
  { office, actor, lang }: Viewer,
  sought: string,
): Promise<SoughtPage['tombstone']> {
  const number = sought.trim()
  if (!isMatterNumber(number)) return null
  const found = await deps.store.retention.findTombstone(office.id, { number }, gateOf(office, actor))
  return found === null
    ? null
    : { id: String(found.matter), number, title: wordsOf(lang).failures.destroyed, says: saysOf(office, lang, found) }
}
