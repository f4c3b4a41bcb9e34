import type { KeptTexts, StandardTextView, TextRequest } from '../../contract/index.js'
import type { Act, Field } from '../../core/index.js'
import type { StandardText } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import type { SignedIn } from '../signed-in.js'
import { failed } from '../view-failure.js'
import { named } from '../view-parts.js'
import { wordsOf } from '../words/index.js'
import { administer, textWrong, type Wrong, wrongly } from './administer.js'

const longestTitle = 60
const longestText = 5000

/** 规范用语, for the form of an act; whoever wears no role gets none. */
export async function offerStandardTexts(
  deps: Deps,
  viewer: Viewer,
  of: { readonly act?: string; readonly field?: string },
): Promise<Outcome<{ texts: readonly StandardTextView[] }>> {
  if (viewer.actor.role === '') return failed(wordsOf(viewer.lang), 'wrong-role')
  const found = await deps.store.administration.listStandardTexts(viewer.office.id, of)
  return { ok: true, texts: found.map(({ id, title, body }) => ({ id, title, text: body })) }
}

export async function listStandardTexts(deps: Deps, admin: SignedIn): Promise<KeptTexts> {
  const showing = showingOf(admin.office, admin.lang)
  const { acts, fields } = showing.program.regulation
  const texts = await deps.store.administration.listStandardTexts(admin.office.id)
  return {
    texts: texts.map(({ id, title, body, act, field, revision }) => ({
      id,
      title,
      text: body,
      act: act === '' ? null : named(showing, act, acts[act]?.name),
      field: field === '' ? null : named(showing, field, fields[field]?.name),
      revision,
    })),
    acts: Object.values(acts)
      .map((act) => ({ ...named(showing, act.id, act.name), fields: fieldsWithText(showing, act) }))
      .filter((act) => act.fields.length > 0),
  }
}

/** Fields of an act that are written freely; who somebody is comes from nobody's template. */
function fieldsWithText(showing: Showing, act: Act): ReturnType<typeof named>[] {
  const { fields } = showing.program.regulation
  const ids = new Set([...act.needs, ...act.takes, ...act.needsWhen.flatMap((each) => each.fields)])
  const isFree = (field: Field | undefined): field is Field => field?.type === 'longText' && !field.isIdentity
  return [...ids]
    .map((id) => fields[id])
    .filter(isFree)
    .map(({ id, name }) => named(showing, id, name))
}

export async function saveStandardText(
  deps: Deps,
  admin: SignedIn,
  asked: TextRequest & { readonly id?: number; readonly revision?: number },
): Promise<Outcome<{ done: { id: number } }>> {
  const text = { act: asked.act, field: asked.field, title: asked.title.trim(), body: asked.text.trim() }
  const wrong = [
    ...textWrong('title', text.title, longestTitle),
    ...textWrong('text', text.body, longestText),
    ...place(admin, text),
  ]
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const { id, revision } = asked
  return administer(deps, admin, async (changing) => {
    if (id === undefined || revision === undefined) {
      const added = await changing.addStandardText(text)
      return { done: { id: added }, entry: { kind: 'text-added', about: String(added), detail: { title: text.title } } }
    }
    const before = await changing.changeStandardText({ ...text, id, revision })
    return { done: { id }, entry: { kind: 'text-changed', about: String(id), detail: changeOf(before, text.title) } }
  })
}

const changeOf = (before: StandardText, title: string) =>
  // The earlier wording is kept here: the text itself holds only the latest.
  ({ title, earlier: { title: before.title, body: before.body, act: before.act, field: before.field } })

export const removeStandardText = (
  deps: Deps,
  admin: SignedIn,
  asked: { readonly id: number; readonly revision: number },
): Promise<Outcome<{ done: object }>> =>
  administer(deps, admin, async (changing) => {
    const before = await changing.removeStandardText(asked)
    return { done: {}, entry: { kind: 'text-removed', about: String(asked.id), detail: changeOf(before, before.title) } }
  })

function place({ office }: SignedIn, { act, field }: { act: string; field: string }): readonly Wrong[] {
  const { acts, fields } = office.program.regulation
  return [
    ...(act === '' || acts[act] !== undefined ? [] : [{ field: 'act', code: 'not-an-option' } as const]),
    ...(field === '' || fields[field] !== undefined ? [] : [{ field: 'field', code: 'not-an-option' } as const]),
  ]
}
