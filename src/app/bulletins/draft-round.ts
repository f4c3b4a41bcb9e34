import type { Program } from '../../core/index.js'
import type { Deps } from '../deps.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { platformAccount } from '../view-matter.js'

/**
 * 自动起草. The bulletins of a round that has just opened, as drafts: what they begin with names their questions, which are answered when
 * somebody looks. Each once.
 */
export async function draftRound(deps: Deps, office: Office, { matter, life }: { matter: number; life: Program }): Promise<void> {
  const bulletins = Object.values(life.regulation.documents).filter(({ asks }) => Object.keys(asks).length > 0)
  if (bulletins.length === 0) return
  const drafted = await deps.store.documents.list(office.id, matter)
  for (const { id: kind, writes } of bulletins) {
    if (drafted.some((row) => row.kind === kind)) continue
    const begun = Object.values(writes).flatMap(({ id, begins }) => (begins === '' ? [] : [[id, begins] as const]))
    const content = { written: Object.fromEntries(begun), fields: [] }
    await deps.store.documents.begin(office.id, { matter, kind, account: platformAccount, at: nowOf(deps, office), content })
  }
}
