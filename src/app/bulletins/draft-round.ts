import type { DocumentRule, Program } from '../../core/index.js'
import { seesAll } from '../../store/index.js'
import type { Deps } from '../deps.js'
import { givenOf } from '../matter/open-matter.js'
import { platformAccount } from '../matter/view-matter.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import { answersOf } from './answers.js'
import { askedDays } from './asked-days.js'

/**
 * 自动起草. The bulletins of a round that has just opened, as drafts: what they begin with names their questions, which are answered when
 * somebody looks. Each once; a special one is begun by a person.
 */
export async function draftRound(deps: Deps, office: Office, { matter, life }: { matter: number; life: Program }): Promise<void> {
  const bulletins = Object.values(life.regulation.documents).filter(
    ({ asks, over }) => Object.keys(asks).length > 0 && over !== 'stated',
  )
  if (bulletins.length === 0) return
  const drafted = await deps.store.documents.list(office.id, matter)
  for (const rule of bulletins) {
    const { id: kind, writes } = rule
    if (drafted.some((row) => row.kind === kind)) continue
    const begun = Object.values(writes).flatMap(({ id, begins }) => (begins === '' ? [] : [[id, begins] as const]))
    const content = { written: Object.fromEntries(begun), fields: [] }
    // What a bulletin begins with stands in all of its kind: no other is found by it.
    const made = { matter, kind, account: platformAccount, at: nowOf(deps, office), content, prints: [] }
    await deps.store.documents.begin(office.id, made)
    await countAhead(deps, office, matter, rule)
  }
}

/** Counts for whoever will sign while little was written since the end of the round: what was counted is kept, and nobody waits for it. */
async function countAhead(deps: Deps, office: Office, matter: number, rule: DocumentRule): Promise<void> {
  const loaded = await deps.store.loadMatter(office.id, matter, seesAll)
  if (loaded === null) return
  const days = askedDays({ office }, givenOf(office, loaded, nowOf(deps, office)), rule, null)
  const program = office.programOf(loaded.row.regulation, loaded.row.regulationVersion)
  for (const role of rule.signs) {
    const actor = { role, unit: null, person: null }
    await answersOf(deps, { office, actor, account: platformAccount, lang: 'zh' }, { rule, program, days, as: 'then' })
  }
}
