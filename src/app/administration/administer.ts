import type { Lang } from '../../contract/index.js'
import { readDay, seenLength } from '../../core/index.js'
import { ChangedMeanwhile, type Changing, type NewAudit } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import type { Failure, Outcome } from '../outcome.js'
import { failed, failure } from '../view-failure.js'
import { type AdminField, type AdminProblem, adminWords } from '../words/administration.js'
import { wordsOf } from '../words/index.js'

export type Wrong = {
  readonly field: AdminField
  /** What stands beside the field, where that says more than the field by itself. */
  readonly called?: AdminField
  readonly code: AdminProblem
  readonly limit?: number
}
export type Entry = Pick<NewAudit, 'kind' | 'about' | 'detail'>

/** What is wrong, field by field, in sentences that say what to do. */
export const wrongly = (lang: Lang, wrong: readonly Wrong[]): { readonly ok: false; readonly failure: Failure } =>
  failed(wordsOf(lang), 'invalid', {
    problems: wrong.map(({ field, called = field, code, limit }) => {
      const name = adminWords[lang].fields[called]
      return { field, name, code, limit: limit ?? null, sentence: adminWords[lang].problems[code](name, limit ?? 0) }
    }),
  })

/** One change of one administrator, together with the entry that tells of it. Null: it was not there to change. */
export async function administer<T extends object>(
  deps: Deps,
  admin: SignedIn,
  work: (changing: Changing) => Promise<{ readonly done: T; readonly entry: Entry } | null>,
): Promise<Outcome<{ done: T }>> {
  const words = wordsOf(admin.lang)
  if (!admin.isAdmin) return failed(words, 'admin-only')
  const { account, office } = admin
  try {
    const done = await deps.store.administration.change(office.id, async (changing) => {
      const made = await work(changing)
      return made === null ? null : { done: made.done, entry: { ...made.entry, at: deps.now(), account } }
    })
    deps.offices.forget(office.id)
    return done === null ? failed(words, 'not-found') : { ok: true, done }
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { ok: false, failure: failure(words, 'changed-meanwhile') }
    throw error
  }
}

export function textWrong(field: AdminField, text: string, most: number, called = field): readonly Wrong[] {
  const length = seenLength(text)
  if (length === 0) return [{ field, called, code: 'needed' }]
  return length > most ? [{ field, called, code: 'too-long', limit: most }] : []
}

export const dayWrong = (field: AdminField, text: string): readonly Wrong[] => {
  if (text.trim() === '') return [{ field, code: 'needed' }]
  return readDay(text) === null ? [{ field, code: 'not-a-day' }] : []
}
