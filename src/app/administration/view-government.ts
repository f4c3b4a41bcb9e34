import type { GovernmentView } from '../../contract/index.js'
import {
  dayAt,
  hasRequester,
  type Instant,
  listComma,
  matterNameIn,
  notInForce,
  type Program,
  startingAct,
} from '../../core/index.js'
import { fieldView } from '../acting/view-act.js'
import { regulationView } from '../matter/view-matter.js'
import { clauseViews, named, toTheMinute } from '../matter/view-parts.js'
import { sortingField } from '../meaning-of.js'
import { type Office, toldApart } from '../office.js'
import { type Showing, showingOf } from '../showing.js'
import { adviceIn, nameIn } from '../words/index.js'
import { formOf, hintWith, orderedFields } from './form-settings.js'

export type Counts = GovernmentView['counts']

/** A government as the portal shows it, with the form of the first act. */
export function governmentView(
  { office, program }: { readonly office: Office; readonly program: Program },
  lang: 'zh' | 'en',
  { now, counts }: { readonly now: Instant; readonly counts: Counts },
): GovernmentView {
  const showing = showingOf(office, lang, program)
  const { regulation } = program
  const act = startingAct(regulation, 'requester')
  const { portal } = office.settings
  const form = formOf(office, regulation)
  return {
    id: office.id,
    name: office.government.name,
    regulation: { ...regulationView(showing), status: statusOf(showing, office.settings) },
    portalName: nameIn(lang, regulation.portal.name),
    calls: {
      matter: nameIn(lang, matterNameIn(regulation).name),
      write: nameIn(lang, matterNameIn(regulation).write),
      hotline: portal.hotline === '' ? nationalHotline : portal.hotline,
    },
    hasDoor: act !== null,
    isOutward: office.programs.some(isOutward),
    known: knownLists(office, lang),
    door: doorOf(office, program),
    doors: doorsOf(office, lang),
    notice: [...regulation.portal.notice.map((line) => nameIn(lang, line)), ...linesOf(portal.notice), ...linesOf(form.notice)],
    promises: regulation.portal.promises.map((line) => nameIn(lang, line)),
    form: orderedFields(regulation, form.order).flatMap((id) => {
      const field = regulation.fields[id]
      if (field === undefined) return []
      const view = fieldView(showing, field, { isNeeded: act?.needs.includes(id) ?? false })
      const isConditional = act?.needsWhen.some(({ fields }) => fields.includes(id)) === true && !view.isNeeded
      return [{ ...view, ...(isConditional ? { isConditional } : {}), hint: hintWith(view.hint, form.hints[id]) }]
    }),
    formClauses: clauseViews(regulation, act?.clause ?? []),
    categories: publicCategories(showing),
    closed: closedBecause(showing, now),
    counts,
    emblem: office.settings.emblem === '' ? null : office.settings.emblem,
    registrations: {
      contact: portal.contact,
      address: portal.address,
      icp: portal.icp,
      police: portal.police,
      site: portal.site,
    },
    rehearsal: office.isRehearsal ? toTheMinute(now, office.calendar.zone) : null,
  }
}

/** As what its text stands there: by what the office itself has recorded, else as the text is known. */
function statusOf({ program, words, lang }: Showing, { renewals }: Office['settings']): string {
  const { id, version, status } = program.regulation
  const renewal = renewals.findLast((each) => each.regulation === id && each.version === version)
  return renewal === undefined ? (adviceIn(lang, status) ?? '') : words.recordedForce(renewal)
}

/** Whether the public begins matters of this kind. */
export const hasDoor = ({ regulation }: Program): boolean => startingAct(regulation, 'requester') !== null

/** Whether such matters are anybody's outside, or read there. */
const isOutward = ({ regulation }: Program): boolean => hasRequester(regulation) || regulation.visibility.public !== null

/** 名单. Of all its regulations, in their words. */
function knownLists({ programs }: Office, lang: 'zh' | 'en'): string {
  const names = programs.flatMap(({ regulation }) =>
    Object.values(regulation.requesterLists).map(({ name }) => nameIn(lang, name)),
  )
  return [...new Set(names)].join(listComma[lang])
}

/** The kind of matter that the portal speaks of: the one that is named, else the first with a door for the public. */
export function programAtDoor({ program, programs }: Office, door: string | null): Program | null {
  if (door !== null) return programs.find((each) => each.regulation.id === door && hasDoor(each)) ?? null
  return programs.find(hasDoor) ?? program
}

const doorOf = (office: Office, program: Program): string =>
  program === programAtDoor(office, null) ? '' : program.regulation.id

/** Of two kinds that go by the same words the regulation stands beside them: a citizen chooses among them. */
function doorsOf(office: Office, lang: 'zh' | 'en'): GovernmentView['doors'] {
  const open = office.programs.filter(hasDoor)
  if (open.length < 2) return []
  const matter = toldApart(open, ({ regulation }) => nameIn(lang, matterNameIn(regulation).name), lang)
  const write = toldApart(open, ({ regulation }) => nameIn(lang, matterNameIn(regulation).write), lang)
  return open.map((program) => ({
    door: doorOf(office, program),
    matter: matter(program),
    write: write(program),
    text: nameIn(lang, program.regulation.title).replace(/^《|》$/g, ''),
  }))
}

/** 政务服务便民热线, the same in every place. */
const nationalHotline = '12345'

/** Of every kind whose category the public reads. */
function publicCategories({ office, lang }: Showing): GovernmentView['categories'] {
  const open = office.programs.filter(
    ({ regulation: { visibility, meaning } }) => visibility.public?.fields.includes(meaning.category ?? '') === true,
  )
  const options = open.flatMap(({ regulation }) => sortingField(regulation, 'category')?.options ?? [])
  const first = options.filter(({ id }, at) => options.findIndex((other) => other.id === id) === at)
  return first.map(({ id, name }) => ({ id, name: nameIn(lang, name) }))
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function closedBecause(showing: Showing, now: Instant): string | null {
  const { office } = showing
  const { regulation } = showing.program
  const act = startingAct(regulation, 'requester')
  if (act === null) return showing.words.failures['not-permitted']
  const force = act.needsForce ? notInForce(regulation, dayAt(now, office.calendar.zone)) : null
  return force === null ? null : showing.words.notInForce(named(showing, regulation.id, regulation.title).name, force)
}
