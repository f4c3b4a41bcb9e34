import type { FormRequest, FormSettings } from '../../contract/index.js'
import { type Program, startingAct } from '../../core/index.js'
import { webChannel } from '../acting/submit-matter.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { named } from '../matter/view-parts.js'
import { sortingField, sortingNamed } from '../meaning-of.js'
import { kindsToChoose, type Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { adviceIn, nameIn, wordsOf } from '../words/index.js'
import { administer, textWrong, type Wrong, wrongly } from './administer.js'
import { formOf, orderedFields } from './form-settings.js'
import { readSettings } from './settings.js'
import { hasDoor, programAtDoor } from './view-government.js'

const longestHint = 200
const longestNotice = 2000

/** What has no door for the public has no form; an office of such a kind alone sets its channels. */
function programOfForm(office: Office, asked: string | null): Program | null {
  const first = programAtDoor(office, null)
  return asked === first?.regulation.id ? first : programAtDoor(office, asked)
}

/** None where there is no choice. */
function kindsWithForms({ programs }: Office): readonly Program[] {
  const open = programs.filter(hasDoor)
  return open.length < 2 ? [] : open
}

/** 表单. What a regulation asks of who writes, and what this office set beside it; null: no regulation of this office. */
export async function readFormSettings(
  deps: Deps,
  { office, lang }: SignedIn,
  asked: string | null,
): Promise<Outcome<{ form: FormSettings }>> {
  const program = programOfForm(office, asked)
  if (program === null) return failed(wordsOf(lang), 'kind-unknown')
  const { regulation } = program
  const [revision, row] = await Promise.all([
    deps.store.administration.governmentRevision(office.id),
    deps.store.findGovernment(office.id),
  ])
  const settings = row === null ? office.settings : readSettings(row.settings)
  const form = formOf({ settings, program: office.program }, regulation)
  const showing = showingOf(office, lang, program)
  const { fields } = regulation
  const act = startingAct(regulation, 'requester')
  const view: FormSettings = {
    revision,
    regulation: regulation.id,
    kinds: kindsToChoose(office, kindsWithForms(office), lang),
    notice: form.notice,
    regulationNotice: regulation.portal.notice.map((line) => nameIn(lang, line)),
    act: act === null ? '' : named(showing, act.id, act.name).name,
    fields: orderedFields(regulation, form.order).flatMap((id) => {
      const field = fields[id]
      if (field === undefined) return []
      const { type, hint, least, most } = field
      const isNeeded = act?.needs.includes(id) ?? false
      return [
        {
          ...named(showing, id, field.name),
          type,
          isNeeded,
          hint: adviceIn(lang, hint),
          least,
          most,
          ownHint: form.hints[id] ?? '',
        },
      ]
    }),
    channels: (sortingField(regulation, 'channel')?.options ?? []).map(({ id }) => ({
      id,
      name: sortingNamed(showing, 'channel', id)?.name ?? id,
      isOffered: !form.closedChannels.includes(id),
      isPortal: id === webChannel(office, program),
    })),
  }
  return { ok: true, form: view }
}

/** Order and hints are the office's; which fields there are, and which are needed, stays the regulation's. */
export async function changeForm(deps: Deps, admin: SignedIn, asked: FormRequest): Promise<Outcome<{ done: object }>> {
  const { office } = admin
  const program = programOfForm(office, asked.regulation ?? null)
  if (program === null) return failed(wordsOf(admin.lang), 'kind-unknown')
  const { regulation } = program
  const known = orderedFields(regulation, [])
  const channels = (sortingField(regulation, 'channel')?.options ?? []).map(({ id }) => id)
  const isStrange = asked.order.some((id) => !known.includes(id)) || new Set(asked.order).size !== asked.order.length
  const wrong: readonly Wrong[] = [
    ...textWrong('notice', asked.notice, longestNotice).filter(({ code }) => code !== 'needed'),
    ...(isStrange ? [{ field: 'order', code: 'not-an-option' } as const] : []),
    ...Object.values(asked.hints).flatMap((hint) =>
      textWrong('hints', hint, longestHint).filter(({ code }) => code !== 'needed'),
    ),
    ...(asked.closedChannels.some((id) => !channels.includes(id)) ? [{ field: 'channels', code: 'not-an-option' } as const] : []),
    // Without it the portal would take what it may not take.
    ...(asked.closedChannels.includes(webChannel(office, program)) ? [{ field: 'channels', code: 'in-use' } as const] : []),
  ]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const hints = Object.entries(asked.hints).flatMap(([id, hint]) =>
    known.includes(id) && hint.trim() ? [[id, hint.trim()]] : [],
  )
  const { order, closedChannels } = asked
  const form = { notice: asked.notice.trim(), order, hints: Object.fromEntries(hints), closedChannels }
  const row = await deps.store.findGovernment(office.id)
  const { forms } = readSettings(row?.settings ?? {})
  return administer(deps, admin, async (changing) => {
    await changing.changeGovernment({ settings: { forms: { ...forms, [regulation.id]: form } }, revision: asked.revision })
    const detail = { regulation: regulation.id, changed: closedChannels.join(' '), earlier: formOf(office, regulation) }
    return { done: {}, entry: { kind: 'form-changed', about: '', detail } }
  })
}
