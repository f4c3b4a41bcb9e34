import type { NewCode } from '../../contract/index.js'
import type { Deps, Viewer } from '../deps.js'
import { openMatter } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { leastReason, mayReveal } from './reveal-identity.js'

/**
 * 补发查询码. A new code for whoever lost theirs, given by somebody who may see who wrote and has made sure that it is they. The old code
 * opens nothing from now on, nor does what was opened with it. Who, when and why is recorded with it.
 */
export async function renewCode(
  deps: Deps,
  { office, actor, account, lang }: Viewer,
  asked: { readonly matter: number; readonly reason: string },
): Promise<Outcome<{ renewed: NewCode }>> {
  const words = wordsOf(lang)
  const opened = await openMatter(deps, office, asked.matter, actor)
  if (opened === null) return failed(words, 'not-found')
  if (mayReveal(opened).length === 0) return failed(words, 'wrong-role')
  const reason = asked.reason.trim()
  if ([...reason].length < leastReason) return failed(words, 'reason-missing')
  // Nobody said who they are: there is nothing to hold anybody against.
  if (opened.loaded.row.requester === null) return failed(words, 'no-identity')
  const { number } = opened.loaded.row
  const code = await deps.store.renewCode(office.id, { matter: asked.matter, number, account, at: nowOf(deps, office), reason })
  return { ok: true, renewed: { number, code } }
}
