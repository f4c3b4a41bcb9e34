import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'

/** The office looks at what is conspicuous, or leaves it; the log tells who turned it. */
export async function switchPatterns(deps: Deps, viewer: Viewer, { isOn }: { readonly isOn: boolean }): Promise<Outcome<object>> {
  const { office, lang, actor, account } = viewer
  if (office.roles.get(actor.role)?.kind !== 'office') return failed(wordsOf(lang), 'wrong-role')
  const kind = isOn ? 'patterns-switched-on' : 'patterns-switched-off'
  await deps.store.administration.change(office.id, async (changing) =>
    (await changing.chooseSettings({ tellsPatterns: isOn }))
      ? { done: {}, entry: { at: deps.now(), account, kind, about: '', detail: {} } }
      : null,
  )
  deps.offices.forget(office.id)
  return { ok: true }
}
