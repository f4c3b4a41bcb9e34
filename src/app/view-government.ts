import type { GovernmentView } from '../contract/index.js'
import { dayAt, type Instant, isInForce, matterNameIn } from '../core/index.js'
import { hintWith, orderedFields } from './form-settings.js'
import { sortingField } from './meaning-of.js'
import type { Office } from './office.js'
import { type Showing, showingOf } from './showing.js'
import { startingAct } from './starting-act.js'
import { fieldView } from './view-act.js'
import { regulationView } from './view-matter.js'
import { clauseViews, named, toTheMinute } from './view-parts.js'
import { nameIn } from './words/index.js'

export type Counts = GovernmentView['counts']

/** A government as the portal shows it, with the form of the first act. */
export function governmentView(office: Office, lang: 'zh' | 'en', now: Instant, counts: Counts): GovernmentView {
  const showing = showingOf(office, lang)
  const { regulation } = office.program
  const act = startingAct(regulation, 'requester')
  const { form, portal } = office.settings
  return {
    id: office.id,
    name: office.government.name,
    regulation: { ...regulationView(showing), status: regulation.status },
    portalName: nameIn(lang, regulation.portal.name),
    calls: {
      matter: nameIn(lang, matterNameIn(regulation).name),
      write: nameIn(lang, matterNameIn(regulation).write),
      hotline: portal.hotline === '' ? nationalHotline : portal.hotline,
    },
    hasDoor: act !== null,
    notice: [...regulation.portal.notice, ...linesOf(portal.notice)],
    promises: [...regulation.portal.promises],
    form: orderedFields(regulation, form.order).flatMap((id) => {
      const field = regulation.fields[id]
      if (field === undefined) return []
      const view = fieldView(showing, field, { isNeeded: act?.needs.includes(id) ?? false })
      return [{ ...view, hint: hintWith(view.hint, form.hints[id]) }]
    }),
    formClauses: clauseViews(regulation, act?.clause ?? []),
    categories: publicCategories(showing),
    closed: closedBecause(office, lang, now),
    counts,
    registrations: { contact: portal.contact, icp: portal.icp, police: portal.police, site: portal.site },
    rehearsal: office.isRehearsal ? toTheMinute(now, office.calendar.zone) : null,
  }
}

/** 政务服务便民热线, the same in every place. */
const nationalHotline = '12345'

/** None where the public does not read the category. */
function publicCategories({ program, lang }: Showing): GovernmentView['categories'] {
  const { visibility, meaning } = program.regulation
  if (visibility.public?.fields.includes(meaning.category ?? '') !== true) return []
  return (sortingField(program.regulation, 'category')?.options ?? []).map(({ id, name }) => ({ id, name: nameIn(lang, name) }))
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function closedBecause(office: Office, lang: 'zh' | 'en', now: Instant): string | null {
  const showing = showingOf(office, lang)
  const { regulation } = office.program
  const act = startingAct(regulation, 'requester')
  if (act === null) return showing.words.failures['not-permitted']
  if (!act.needsForce || isInForce(regulation, dayAt(now, office.calendar.zone))) return null
  const title = named(showing, regulation.id, regulation.title).name
  return showing.words.notInForce(title, regulation.effectiveFrom, regulation.effectiveTo)
}
