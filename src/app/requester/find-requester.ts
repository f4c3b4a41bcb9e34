import type { RequesterFound } from '../../contract/index.js'
import { rightsOf } from '../administration/role-rights.js'
import type { Deps, Viewer } from '../deps.js'
import { matterRowView } from '../desk/view-lists.js'
import { gateOf } from '../gate.js'
import { openMatter } from '../matter/open-matter.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { leastReason, mayReveal } from './reveal-identity.js'

/** More than so many under one name say nothing about anybody. */
const most = 50
/** So many are looked at: what may not be opened neither shows nor takes another's place. */
const mostOpened = 500

/**
 * 按姓名或电话查找. By the whole name or number, which is compared by a mark and never lies open. That it was asked, and for whose matters, is
 * recorded before anything is answered; who wrote stays closed.
 */
export async function findRequester(
  deps: Deps,
  viewer: Viewer,
  asked: { readonly who: string; readonly reason: string },
): Promise<Outcome<{ found: RequesterFound }>> {
  const { office, actor, account, lang } = viewer
  const words = wordsOf(lang)
  if (!rightsOf(office, actor.role).opensIdentities) return failed(words, 'wrong-role')
  const reason = asked.reason.trim()
  if ([...reason].length < leastReason) return failed(words, 'reason-missing')
  const gate = gateOf(office, actor)
  const matters = await deps.store.mattersOfRequester(office.id, { who: asked.who, gate, most: mostOpened })
  const opened = await Promise.all(matters.map((matter) => openMatter(deps, office, matter, actor)))
  const all = opened.flatMap((each) => (each !== null && mayReveal(each).length > 0 ? [each] : []))
  const open = all.slice(0, most)
  const at = nowOf(deps, office)
  const detail = { found: open.length }
  const entry = { at: deps.now(), account, kind: 'requester-sought', about: '', detail } as const
  await deps.store.recordSought(office.id, { matters: open.map(({ loaded }) => loaded.row.matter), account, at, reason, entry })
  const showing = showingOf(office, lang)
  return {
    ok: true,
    found: { rows: open.map(({ loaded }) => matterRowView(showing, loaded.row)), isCut: all.length > most },
  }
}
