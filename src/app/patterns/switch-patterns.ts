import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'

/** The office looks at what is conspicuous, or leaves it. */
export async function switchPatterns(deps: Deps, viewer: Viewer, { isOn }: { readonly isOn: boolean }): Promise<Outcome<object>> {
  const { office, lang, actor } = viewer
  if (office.roles.get(actor.role)?.kind !== 'office') return failed(wordsOf(lang), 'wrong-role')
  await deps.store.administration.patchSettings(office.id, { tellsPatterns: isOn })
  deps.offices.forget(office.id)
  return { ok: true }
}
