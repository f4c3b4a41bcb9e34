import type { FormRequest, FormSettings } from '../../contract/index.js'
import { startingAct } from '../../core/index.js'
import type { Deps } from '../deps.js'
import { orderedFields } from '../form-settings.js'
import { sortingField, sortingNamed } from '../meaning-of.js'
import type { Outcome } from '../outcome.js'
import { readSettings } from '../settings.js'
import { showingOf } from '../showing.js'
import type { SignedIn } from '../signed-in.js'
import { webChannel } from '../submit-matter.js'
import { named } from '../view-parts.js'
import { administer, textWrong, type Wrong, wrongly } from './administer.js'

const longestHint = 200

/** 表单. What the regulation asks of who writes, and what this office set beside it. */
export async function readFormSettings(deps: Deps, { office, lang }: SignedIn): Promise<FormSettings> {
  const [revision, row] = await Promise.all([
    deps.store.administration.governmentRevision(office.id),
    deps.store.findGovernment(office.id),
  ])
  const { form } = row === null ? office.settings : readSettings(row.settings)
  const showing = showingOf(office, lang)
  const { regulation } = office.program
  const { fields } = regulation
  const act = startingAct(office.program.regulation, 'requester')
  return {
    revision,
    act: act === null ? '' : named(showing, act.id, act.name).name,
    fields: orderedFields(office.program.regulation, form.order).flatMap((id) => {
      const field = fields[id]
      if (field === undefined) return []
      const { type, hint, least, most } = field
      const isNeeded = act?.needs.includes(id) ?? false
      return [{ ...named(showing, id, field.name), type, isNeeded, hint, least, most, ownHint: form.hints[id] ?? '' }]
    }),
    channels: (sortingField(regulation, 'channel')?.options ?? []).map(({ id }) => ({
      id,
      name: sortingNamed(showing, 'channel', id)?.name ?? id,
      isOffered: !form.closedChannels.includes(id),
      isPortal: id === webChannel(office, office.program),
    })),
  }
}

/** Order and hints are the office's; which fields there are, and which are needed, stays the regulation's. */
export async function changeForm(deps: Deps, admin: SignedIn, asked: FormRequest): Promise<Outcome<{ done: object }>> {
  const { regulation } = admin.office.program
  const known = orderedFields(regulation, [])
  const channels = (sortingField(regulation, 'channel')?.options ?? []).map(({ id }) => id)
  const isStrange = asked.order.some((id) => !known.includes(id)) || new Set(asked.order).size !== asked.order.length
  const wrong: readonly Wrong[] = [
    ...(isStrange ? [{ field: 'order', code: 'not-an-option' } as const] : []),
    ...Object.values(asked.hints).flatMap((hint) =>
      textWrong('hints', hint, longestHint).filter(({ code }) => code !== 'needed'),
    ),
    ...(asked.closedChannels.some((id) => !channels.includes(id)) ? [{ field: 'channels', code: 'not-an-option' } as const] : []),
    // Without it the portal would take what it may not take.
    ...(asked.closedChannels.includes(webChannel(admin.office, admin.office.program))
      ? [{ field: 'channels', code: 'in-use' } as const]
      : []),
  ]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const hints = Object.entries(asked.hints).flatMap(([id, hint]) =>
    known.includes(id) && hint.trim() ? [[id, hint.trim()]] : [],
  )
  const form = { order: asked.order, hints: Object.fromEntries(hints), closedChannels: asked.closedChannels }
  return administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ settings: { form }, revision: asked.revision })
    const detail = { changed: form.closedChannels.join(' '), earlier: admin.office.settings.form }
    return { done: {}, entry: { kind: 'form-changed', about: '', detail } }
  })
}
