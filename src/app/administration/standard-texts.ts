import type { KeptTexts, StandardTextView, TextRequest } from '../../contract/index.js'
import type { Act, Field } from '../../core/index.js'
import type { StandardText } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { named } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
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
  return {
    ok: true,
    texts: found.map(({ id, title, body, field }) => ({ id, title, text: body, field: field === '' ? null : field })),
  }
}

export async function listStandardTexts(deps: Deps, admin: SignedIn): Promise<KeptTexts> {
  const showing = showingOf(admin.office, admin.lang)
  const { acts, fields } = writtenIn(admin.office)
  const texts = await deps.store.administration.listStandardTexts(admin.office.id)
  return {
    texts: texts.map(({ id, title, body, act, field, revision }) => ({
      id,
      title,
      text: body,
      act: act === '' ? null : named(showing, act, acts.get(act)?.name),
      field: field === '' ? null : named(showing, field, fields.get(field)?.name),
      revision,
    })),
    acts: [...acts.values()]
      .map(({ id, name, takes }) => ({
        ...named(showing, id, name),
        fields: [...takes].flatMap((each) => {
          const field = fields.get(each)
          return field !== undefined && isFree(field) ? [named(showing, field.id, field.name)] : []
        }),
      }))
      .filter((act) => act.fields.length > 0),
  }
}

type Written = {
  readonly acts: ReadonlyMap<string, { readonly id: string; readonly name: Act['name']; readonly takes: ReadonlySet<string> }>
  readonly fields: ReadonlyMap<string, Field>
}

/** What is stated where, under every version that matters run under here; as the newest of a kind calls it. */
function writtenIn({ programs, versions }: Pick<Office, 'programs' | 'versions'>): Written {
  const all = [...new Set([...programs, ...versions])].map(({ regulation }) => regulation)
  const acts = new Map<string, { id: string; name: Act['name']; takes: Set<string> }>()
  const fields = new Map<string, Field>()
  for (const regulation of all) {
    for (const field of Object.values(regulation.fields)) if (!fields.has(field.id)) fields.set(field.id, field)
    for (const act of Object.values(regulation.acts)) {
      const known = acts.get(act.id) ?? { id: act.id, name: act.name, takes: new Set() }
      for (const id of [...act.needs, ...act.takes, ...act.needsWhen.flatMap((each) => each.fields)]) known.takes.add(id)
      acts.set(act.id, known)
    }
  }
  return { acts, fields }
}

/** Written freely; who somebody is comes from nobody's template. */
const isFree = ({ type, isIdentity }: Field): boolean => type === 'longText' && !isIdentity

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
  const { acts, fields } = writtenIn(office)
  return [
    ...(act === '' || acts.has(act) ? [] : [{ field: 'act', code: 'not-an-option' } as const]),
    ...(field === '' || fields.has(field) ? [] : [{ field: 'field', code: 'not-an-option' } as const]),
  ]
}
