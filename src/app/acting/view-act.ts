import type { ActView, FieldView, Lang } from '../../contract/index.js'
import {
  type Act,
  type ActEvent,
  type ActOffer,
  type Actor,
  actsNamed,
  type Field,
  fieldsRead,
  type Given,
  isFilled,
  isForRequester,
  type MatterState,
  nameOfAct,
  optionsMeant,
  type Part,
  type Payload,
  permittedActs,
  permittedRuns,
  type Regulation,
  type Sight,
  type Value,
} from '../../core/index.js'
import type { AttachmentInfo } from '../../store/index.js'
import { formOf } from '../administration/form-settings.js'
import { filesToChoose, filledBefore } from '../files/originals.js'
import { knownTo } from '../matter/known-to.js'
import { itemNamed } from '../matter/view-items.js'
import { clauseViews, dueMoment, named, partNamed, unitNamed } from '../matter/view-parts.js'
import { requirementViews } from '../matter/view-requirements.js'
import type { Showing } from '../showing.js'
import { refusalView } from '../view-failure.js'
import { adviceIn, nameIn } from '../words/index.js'
import { askedFor } from './asked-for.js'
import { prefillView } from './prefill.js'

type Viewing = {
  readonly actor: Actor
  readonly sight: Sight
  readonly files?: readonly AttachmentInfo[]
  /** Closed acts come without a form, but for this one: most are never opened, and theirs are the greater part of all. Absent: all have one. */
  readonly closedForm?: string | null
}

/** The usual runs open to a viewer, then the acts of their role, each with its form and the clause that forbids it now. */
export function actViews(showing: Showing, given: Given, state: MatterState, viewer: Viewing): ActView[] {
  const offers = [...permittedRuns(given, viewer.actor), ...permittedActs(given, viewer.actor)]
  return offers.map((offer) => actView(showing, given, state, offer, viewer))
}

function actView(showing: Showing, given: Given, state: MatterState, offer: ActOffer, viewer: Viewing): ActView {
  const { sight, files = [] } = viewer
  const { regulation } = given.program
  const acts = actsNamed(regulation, offer.act)
  const isOwn = (id: string): boolean => acts.some(({ needs, takes }) => needs.includes(id) || takes.includes(id))
  const isStart = acts.some(({ starts }) => starts)
  const facts = isStart ? {} : factsAround(state, offer)
  // Names of officials are offered to officials.
  const isStaff = regulation.roles[viewer.actor.role]?.kind !== 'requester'
  const begins = (field: Field) => beginsWith(showing, given, field, { offer, viewer, standing: restated(acts, facts, state) })
  const staff = isStaff ? { unit: viewer.actor.unit, begins } : {}
  const below = { ...handedOn(acts, offer), ...namedIn(acts), isLed: !isStart && isLed(state) }
  const deciding = hasForm(offer, viewer) ? decidingFields(regulation, acts, offer) : new Set<string>()
  const { ids, lifting } = orderedFields(acts, offer)
  const told = (id: string) => (isStaff && !isStart ? toldOf(regulation, id) : {})
  const isKnown = (id: string): boolean => offer.takes.includes(id) && sight.fields[id]?.as === 'shown'
  return {
    act: offer.act,
    name: named(showing, offer.act, nameOfAct(regulation, offer.act)).name,
    clauses: clauseViews(regulation, offer.clause),
    refusal:
      offer.refusal === null
        ? null
        : refusalView(showing, given, offer.refusal, { act: offer.act, stage: state.stage, reader: viewer }),
    fields: (hasForm(offer, viewer) ? ids : []).flatMap((id) => {
      const field = regulation.fields[id]
      if (field === undefined || (field.isForStaff && !isStaff)) return []
      const isForPublic = field.redacts.length > 0
      const value = isForPublic && isStaff ? filledBefore(showing, state, sight, field) : standsIn(facts, field, isKnown(id))
      const view = fieldView(showing, field, { ...askedBy(offer, id, isOwn(id)), value, ...staff, ...below })
      return [
        {
          ...view,
          ...(deciding.has(id) ? { decides: true } : {}),
          ...(lifting.has(id) && !view.isNeeded ? { lifts: true } : {}),
          ...(field.type === 'choice' ? { options: choosable(given, offer, viewer, view) } : {}),
          ...(isForPublic ? { isForPublic } : {}),
          ...(isForPublic && isStaff && field.type === 'attachments'
            ? { options: filesToChoose(field, state, { sight, files }).map(fileOption) }
            : {}),
          ...(isOwn(id) ? {} : { isConditional: true }),
          ...(isOwn(id) && isStaff ? begins(field) : {}),
          ...told(id),
        },
      ]
    }),
    ...(offer.requirements.length === 0
      ? {}
      : { requirements: requirementViews(showing, given, offer.requirements, { act: offer.act, reader: viewer }) }),
    unit: offer.unit,
    unitName: offer.unit === null ? null : unitNamed(showing, offer.unit).name,
    item: offer.item,
    itemName: itemNamed(showing, state, offer.item, sight),
    until: offer.until === null ? null : dueMoment(offer.until, given.calendar.zone),
    note: notesOf(showing.lang, acts),
    joins: regulation.usualRuns[offer.act] === undefined ? [] : acts.map(({ id, name }) => named(showing, id, name)),
    meets: [...offer.meets],
    hasCause: offer.hasCause,
  }
}

type Begun = { readonly offer: ActOffer; readonly viewer: Viewing; readonly standing: Payload }

/** With what somebody of the staff finds a field filled in. */
const beginsWith = (showing: Showing, given: Given, field: Field, { offer, viewer: { actor, sight }, standing }: Begun) => ({
  ...prefillView(showing, given, field, offer.unit ?? actor.unit),
  ...askedFor(given, offer, sight, field.id),
  ...(isFilled(standing[field.id]) && sight.fields[field.id]?.as === 'shown' ? { prefill: standing[field.id] } : {}),
})

/** What the platform states again as it stands where it does the act, somebody who does it by hand finds as it stands, too. */
function restated(acts: readonly Act[], facts: Payload, { events }: MatterState): Payload {
  const again = acts.flatMap(({ restates }) => restates)
  const stated = again.flatMap((id) => {
    const last = events.findLast((event): event is ActEvent => event.kind === 'act' && isFilled(event.with[id]))
    return last === undefined ? [] : [[id, last.with[id] ?? null] as const]
  })
  return again.length === 0 ? {} : { ...facts, ...Object.fromEntries(stated) }
}

/**
 * A decided act is stated anew: only what describes the matter is filled in before. A yes or no that need not be answered is shown as it stands:
 * what is left as it is shown is not sent, so a “no” before a fact that says yes would be recorded as a yes.
 */
const standsIn = (facts: Payload, { id, type }: Field, isKnown: boolean): Value | undefined =>
  (type === 'choice' || type === 'boolean') && isKnown ? facts[id] : undefined

/** Of the options of a choice, those with which the act can still be done, as far as the viewer may know. */
function choosable(
  given: Given,
  { act, unit, item }: ActOffer,
  { actor: by, sight }: Viewing,
  { id, options }: FieldView,
): FieldView['options'] {
  const named = { ...(unit === null ? {} : { unit }), ...(item === null ? {} : { item }) }
  const { mayKnow } = knownTo(given.program.regulation, { role: by.role, sight, states: [id] })
  const choosing = { field: id, options: options.map((option) => option.id), isKnown: mayKnow }
  const can = optionsMeant(given, { act, by, with: named }, choosing)
  return options.filter((option) => can.includes(option.id))
}

const hasForm = ({ act, refusal }: ActOffer, { closedForm = act }: Viewing): boolean => refusal === null || closedForm === act

/** Fields on which it hangs what else the form asks for, or what must exist. */
function decidingFields({ requirements }: Regulation, acts: readonly Act[], { needsWhen }: ActOffer): ReadonlySet<string> {
  const asked = acts.flatMap(({ requires }) => requires.flatMap((id) => requirements[id] ?? []))
  const conditions = [...needsWhen, ...asked].flatMap(({ when }) => when ?? [])
  return new Set([...conditions, ...asked.map(({ met }) => met)].flatMap(fieldsRead))
}

/** The fields of a form as they stand; those on which it hangs whether what is asked for now is still asked for stand before it. */
function orderedFields(acts: readonly Act[], { needs, takes, needsWhen }: ActOffer) {
  const always = needs.filter((id) => acts.some((act) => act.needs.includes(id)))
  const standing = needsWhen.filter(({ fields }) => fields.some((id) => needs.includes(id) && !always.includes(id)))
  const lifting: ReadonlySet<string> = new Set(standing.flatMap(({ when }) => when ?? []).flatMap(fieldsRead))
  const also = needsWhen.flatMap(({ fields }) => fields)
  const ids = [...new Set([...always, ...takes.filter((id) => lifting.has(id)), ...needs, ...takes, ...also])]
  return { ids, lifting }
}

/** Of the matter, in the share and of the item that an act is about. */
function factsAround({ facts, assignments, items }: MatterState, { assignment, item }: ActOffer): Payload {
  const own = [...assignments.filter(({ id }) => id === assignment), ...items.filter(({ id }) => id === item)]
  return Object.assign({}, facts, ...own.map((each) => each.facts))
}

const fileOption = ({ attachment, name }: AttachmentInfo): FieldView['options'][number] => ({
  id: attachment,
  name,
  advice: '',
  clauses: [],
})

/** What is said of each of several acts that are done at once, a sentence each. */
const notesOf = (lang: Lang, acts: readonly Act[]): string =>
  acts
    .map(({ note }) => adviceIn(lang, note) ?? '')
    .filter((note) => note !== '')
    .join(lang === 'zh' ? '。' : '. ')

/** 答复. Long words in which the requester or the public reads what became of it; and what the public reads. */
const toldOf = (regulation: Regulation, id: string): Pick<FieldView, 'isReply' | 'isSeenByPublic'> => ({
  ...(regulation.fields[id]?.type === 'longText' && isForRequester(regulation, id) ? { isReply: true } : {}),
  ...(isSeenByPublic(regulation, id) ? { isSeenByPublic: true } : {}),
})

/** By itself, or through what is said anew in its place. */
const isSeenByPublic = ({ visibility, fields }: Regulation, id: string): boolean =>
  (visibility.public?.fields ?? []).some((each) => each === id || fields[each]?.redacts.includes(id) === true)

/** What an act of a share hands on goes to units below the one whose share it is. */
const handedOn = (acts: readonly Act[], { unit }: ActOffer): Pick<Asked, 'below'> =>
  unit !== null && acts.some(({ of, assigns }) => of === 'assignment' && assigns !== null) ? { below: unit } : {}

/** In which parts an act of the matter names units, where it says so. */
function namedIn(acts: readonly Act[]): Pick<Asked, 'parts'> {
  const parts = acts.find((act) => act.of === 'matter' && act.assigns !== null && act.parts.length > 0)?.parts
  return parts === undefined ? {} : { parts }
}

/** Whether a unit has the lead now. */
const isLed = ({ assignments }: MatterState): boolean =>
  assignments.some(({ part, endedAt }) => part === 'lead' && endedAt === null)

type Asked = {
  readonly isNeeded: boolean
  /** It is only ever there because it is needed. */
  readonly isConditional?: boolean
  readonly value?: Value | undefined
  /** The unit in which it is filled in, null in none; left out: not by staff. */
  readonly unit?: string | null
  readonly below?: string
  readonly parts?: readonly Part[]
  readonly isLed?: boolean
  /** With what a field of an item is begun. */
  readonly begins?: (field: Field) => Pick<FieldView, 'prefill'>
}

/** A field of a form; units and people are offered by name. */
export function fieldView(showing: Showing, field: Field, asked: Asked): FieldView {
  const { regulation } = showing.program
  const options =
    field.type === 'person' || field.type === 'people'
      ? peopleOffered(showing, asked.unit, field.roles)
      : field.type === 'requesters'
        ? requestersOffered(showing, field, asked.unit)
        : field.type === 'unit' || field.type === 'assignments'
          ? [...showing.office.units.values()]
              .filter(({ successor }) => successor == null)
              .filter(({ parent }) => asked.below === undefined || field.type !== 'assignments' || parent === asked.below)
              .map(({ unit, name }) => ({ id: unit, name, advice: '', clauses: [] }))
          : offered(showing, field).map((option) => ({
              id: option.id,
              name: nameIn(showing.lang, option.name),
              advice: adviceIn(showing.lang, option.advice),
              clauses: clauseViews(regulation, option.clause),
            }))
  const value = asked.value ?? begunWith(field, asked)
  return {
    id: field.id,
    name: nameIn(showing.lang, field.name),
    type: field.type,
    options,
    least: field.least,
    most: field.most,
    hint: adviceIn(showing.lang, asked.unit === undefined ? field.hint : (field.hintForStaff ?? field.hint)),
    isNeeded: asked.isNeeded,
    isIdentity: field.isIdentity,
    ...(field.content === null ? {} : { content: field.content }),
    ...(field.items === null ? {} : { row: rowOf(showing, field.items, asked) }),
    ...(field.type === 'person' && field.roles.length > 0 ? { isOneOffered: true } : {}),
    ...(field.type === 'limit' ? { units: [...field.units] } : {}),
    ...(field.type === 'assignments'
      ? {
          parts: (asked.below === undefined ? (asked.parts ?? field.parts) : (['subordinate'] as const)).map((id) => ({
            id,
            name: partNamed(showing, id),
          })),
          needsLead: field.needsLead && asked.below === undefined,
          ...(asked.isLed === true && asked.below === undefined ? { isLed: true } : {}),
        }
      : {}),
    ...(value === undefined || value === null ? {} : { value }),
  }
}

const askedBy = ({ needs }: ActOffer, id: string, isOwn: boolean): Asked => ({
  isNeeded: needs.includes(id),
  isConditional: !isOwn,
})

/** A yes or no that must be answered begins unanswered: the “no” that stands for nothing stated yet would be recorded as somebody's answer. */
const begunWith = (field: Field, { isNeeded, isConditional = false }: Asked): Value | undefined =>
  field.type === 'boolean' && field.default === false && (isNeeded || isConditional) ? undefined : field.default

/** The fields of one item. */
function rowOf(showing: Showing, kind: string, asked: Asked): FieldView[] {
  const { items, fields } = showing.program.regulation
  const rule = items[kind]
  if (rule === undefined) return []
  const { needs, takes } = rule
  const staff = asked.unit === undefined ? {} : { unit: asked.unit }
  return [...needs, ...takes].flatMap((id) => {
    const field = fields[id]
    if (field === undefined) return []
    return [{ ...fieldView(showing, field, { isNeeded: needs.includes(id), ...staff }), ...asked.begins?.(field) }]
  })
}

/** A unit names its own people, the office anybody's; to whoever is neither nobody is named. */
const peopleOffered = (showing: Showing, unit: string | null | undefined, roles: readonly string[]): FieldView['options'] =>
  unit === undefined
    ? []
    : showing.office.posts
        .filter((post) => (roles.length > 0 ? roles.includes(post.role) : unit === null || post.unit === unit))
        .sort((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
        .map(({ account, unit: of }) => ({
          id: account,
          name: [showing.office.people.get(account) ?? account, of === null || unit !== null ? '' : unitNamed(showing, of).name]
            .filter((part) => part !== '')
            .join(' · '),
          advice: '',
          clauses: [],
        }))
        .filter((each, at, all) => all.findIndex(({ id }) => id === each.id) === at)

/** Whoever stands on a list that the field asks for, with what they are there; to a requester nobody is named. */
function requestersOffered(
  { office, lang, program: { regulation } }: Showing,
  { lists }: Field,
  unit: Asked['unit'],
): FieldView['options'] {
  if (unit === undefined) return []
  const collator = new Intl.Collator('zh-Hans-CN')
  return [...office.requesters]
    .filter(([, { list, isDisabled }]) => !isDisabled && (lists.length === 0 || lists.includes(list)))
    .map(([id, { list, standing }]) => {
      const of = regulation.requesterLists[list]
      const parts = [office.people.get(id) ?? id, of === undefined ? '' : nameIn(lang, of.name), standing]
      return { id, name: parts.filter((part) => part !== '').join(' · '), advice: '', clauses: [] }
    })
    .sort((a, b) => collator.compare(a.name, b.name))
}

/** An office need not offer every channel of its regulation. */
const offered = ({ office, program: { regulation } }: Showing, { id, options }: Field): Field['options'] =>
  id === regulation.meaning.channel
    ? options.filter((option) => !formOf(office, regulation).closedChannels.includes(option.id))
    : options
