import type { GovernmentView } from '../contract/index.js'
import { dayAt, type Instant, isInForce } from '../core/index.js'
import type { Office } from './office.js'
import { showingOf } from './showing.js'
import { startingAct } from './starting-act.js'
import { fieldView } from './view-act.js'
import { regulationView } from './view-matter.js'
import { clauseViews, named } from './view-parts.js'
import { nameIn } from './words/index.js'

export type Counts = GovernmentView['counts']

/** A government as the portal shows it, with the form of the first act. */
export function governmentView(office: Office, lang: 'zh' | 'en', now: Instant, counts: Counts): GovernmentView {
  const showing = showingOf(office, lang)
  const { regulation } = office.program
  const act = startingAct(regulation, 'requester')
  const ids = act === null ? [] : [...new Set([...act.needs, ...act.takes, ...act.needsWhen.flatMap(({ fields }) => fields)])]
  return {
    id: office.id,
    name: office.government.name,
    regulation: { ...regulationView(showing), status: regulation.status },
    portalName: nameIn(lang, regulation.portal.name),
    notice: [...regulation.portal.notice],
    promises: [...regulation.portal.promises],
    form: ids.flatMap((id) => {
      const field = regulation.fields[id]
      // Which door a matter came in by is known here; nobody is asked.
      if (field === undefined || id === 'channel') return []
      return [fieldView(showing, field, { isNeeded: act?.needs.includes(id) ?? false })]
    }),
    formClauses: clauseViews(regulation, act?.clause ?? []),
    closed: closedBecause(office, lang, now),
    counts,
  }
}

function closedBecause(office: Office, lang: 'zh' | 'en', now: Instant): string | null {
  const showing = showingOf(office, lang)
  const { regulation } = office.program
  const act = startingAct(regulation, 'requester')
  if (act === null) return showing.words.failures['not-permitted']
  if (!act.needsForce || isInForce(regulation, dayAt(now, office.calendar.zone))) return null
  const title = named(showing, regulation.id, regulation.title).name
  return showing.words.notInForce(title, regulation.effectiveFrom, regulation.effectiveTo)
}
