import type { FieldProblemView, SavedViewRequest, SavedViewView } from '../../contract/index.js'
import type { SavedView } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { roleName } from '../matter/view-parts.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { overviewWords } from '../words/overview.js'

const longestName = 30
const mostViews = 50

const rolesOf = ({ actor }: Viewer) => (actor.role === '' ? [] : [{ role: actor.role, unit: actor.unit }])

/** 常用筛选。 One's own, and those shared with the role one wears. */
export async function listSavedViews(deps: Deps, viewer: Viewer): Promise<readonly SavedViewView[]> {
  const found = await deps.store.overview.listSavedViews(viewer.office.id, { account: viewer.account, roles: rolesOf(viewer) })
  return found.map((view) => savedViewView(viewer, view))
}

/** Under a name that is taken it replaces what was there. */
export async function saveView(deps: Deps, viewer: Viewer, asked: SavedViewRequest): Promise<Outcome<{ view: SavedViewView }>> {
  const { office, account, actor, lang } = viewer
  const name = asked.name.trim()
  const wrong = wrongName(viewer, name)
  if (wrong !== null) return failed(wordsOf(lang), 'invalid', { problems: [wrong] })
  const role = asked.isShared ? actor.role : ''
  const view = { account, role, name, query: asked.query, createdAt: nowOf(deps, office) }
  const saved = await deps.store.overview.putSavedView(office.id, view, mostViews)
  if (saved !== null) return { ok: true, view: savedViewView(viewer, saved) }
  return failed(wordsOf(lang), 'invalid', { detail: overviewWords[lang].tooManyViews(mostViews) })
}

export async function removeSavedView(deps: Deps, viewer: Viewer, id: number): Promise<Outcome<object>> {
  const isRemoved = await deps.store.overview.removeSavedView(viewer.office.id, viewer.account, id)
  return isRemoved ? { ok: true } : failed(wordsOf(viewer.lang), 'not-found')
}

function wrongName({ lang }: Viewer, name: string): FieldProblemView | null {
  const words = overviewWords[lang]
  const length = [...name].length
  if (length > 0 && length <= longestName) return null
  const code = length === 0 ? 'needed' : 'too-long'
  const sentence = length === 0 ? words.nameNeeded : words.nameTooLong(longestName)
  return { field: 'name', name: words.viewName, code, limit: length === 0 ? null : longestName, sentence }
}

function savedViewView({ office, lang, account }: Viewer, view: SavedView): SavedViewView {
  const { id, name, query, role } = view
  const sharedWith = role === '' ? null : { id: role, name: roleName(showingOf(office, lang), role) }
  return { id, name, query, isOwn: view.account === account, sharedWith }
}
