import type { CitingRule } from '../../contract/index.js'
import type { Act, ClauseRef, Duty, Limit, Name, Opening, Regulation, Rung } from '../../core/index.js'
import type { Showing } from '../showing.js'
import { alertView, named, roleName } from '../view-parts.js'
import { limitText, periodText, valueText } from '../view-values.js'
import { nameIn } from '../words/index.js'
import { type RuleWords, ruleWords } from '../words/regulation-page.js'

/** A rule in plain words, the clauses it cites, and the duties it weighs on. */
export type Citing = CitingRule & { readonly clauses: readonly ClauseRef[]; readonly duties: readonly string[] }

type At = { readonly showing: Showing; readonly regulation: Regulation; readonly words: RuleWords }

/** Everything of a regulation that cites a clause, in its own order. */
export function citingRules(showing: Showing): readonly Citing[] {
  const { regulation } = showing.program
  const at: At = { showing, regulation, words: ruleWords[showing.lang] }
  return [
    ...Object.values(regulation.acts).flatMap((act) => ofAct(at, act)),
    ...Object.values(regulation.duties).flatMap((duty) => ofDuty(at, duty)),
    ...Object.values(regulation.officeDuties).flatMap((duty) => ofOfficeDuty(at, duty)),
    ...ofProhibitions(at),
    ...ofVisibility(at),
    ...ofReadings(at),
    ...ofNames(at),
  ].filter(({ clauses }) => clauses.length > 0)
}

const list = ({ words }: At, names: readonly string[]): string => names.join(words.comma)
const sentence = ({ words }: At, parts: readonly string[]): string => parts.filter((part) => part !== '').join(words.stop)
const quoted = ({ showing }: At, id: string, name: Name | undefined): string => `“${named(showing, id, name).name}”`
const actName = (at: At, id: string): string => quoted(at, id, at.regulation.acts[id]?.name)
const acts = (at: At, ids: readonly string[]): string =>
  list(
    at,
    [...new Set(ids)].map((id) => actName(at, id)),
  )
const roles = (at: At, ids: readonly string[]): string =>
  list(
    at,
    ids.map((id) => roleName(at.showing, id)),
  )
const fieldName = ({ showing, regulation, words }: At, id: string): string =>
  id === 'identity' ? words.identity : named(showing, id, regulation.fields[id]?.name).name
const fieldNames = (at: At, ids: readonly string[]): string =>
  list(
    at,
    ids.map((id) => fieldName(at, id)),
  )
const stages = (at: At, of: Act['of'], ids: readonly string[]): string => {
  const all = of === 'assignment' ? at.regulation.assignmentStages : at.regulation.stages
  return list(
    at,
    [...new Set(ids)].map((id) => quoted(at, id, all[id]?.name)),
  )
}

function ofAct(at: At, act: Act): readonly Citing[] {
  const { showing, words } = at
  const base = { kind: 'act' as const, name: named(showing, act.id, act.name).name, duties: [] }
  const by = roles(at, act.by)
  const open = Object.values(at.regulation.stages).filter(({ isEnd }) => !isEnd).length
  const from = act.from.length >= open && act.of === 'matter' ? words.anyStage : stages(at, act.of, act.from)
  const says = sentence(at, [
    act.starts ? words.starts(by) : words.may(by, from),
    act.needs.length === 0 ? '' : words.states(fieldNames(at, act.needs)),
    act.to.length === 0
      ? ''
      : words.leadsTo(
          stages(
            at,
            act.of,
            act.to.map(({ to }) => to),
          ),
        ),
  ])
  const { within } = act
  return [
    { ...base, id: `act/${act.id}`, says, clauses: act.clause },
    ...(within === null
      ? []
      : [
          {
            ...base,
            id: `act/${act.id}/within`,
            says: words.within(
              limitText(showing, within.limit),
              named(showing, within.after, at.regulation.acts[within.after]?.name).name,
            ),
            clauses: within.clause,
          },
        ]),
    ...act.needsWhen.map((each, index) => ({
      ...base,
      id: `act/${act.id}/needs/${index}`,
      says: words.states(fieldNames(at, each.fields)),
      clauses: each.clause,
    })),
  ]
}

function ofDuty(at: At, duty: Duty): readonly Citing[] {
  const { showing, words } = at
  const base = { kind: 'duty' as const, name: named(showing, duty.id, duty.name).name, duties: [duty.id] }
  const holder = roleName(showing, duty.holder)
  const { extend, notAfter } = duty
  const totals = extend?.totals
    .map(({ total }) => words.atMost(periodText(showing, { amount: total, unit: extend.unit })))
    .join('')
  return [
    {
      ...base,
      id: `duty/${duty.id}`,
      says: sentence(at, [
        duty.within === null ? words.undated(holder) : words.owes(holder, limitText(showing, duty.within)),
        words.opens(
          list(
            at,
            duty.opens.map((each) => openingText(at, each)),
          ),
        ),
        duty.metBy.length === 0
          ? ''
          : words.metBy(
              acts(
                at,
                duty.metBy.map(({ act }) => act),
              ),
            ),
        duty.isSoft ? words.soft : '',
      ]),
      clauses: [...duty.clause, ...clausesIn(duty.within)],
    },
    ...(extend === null
      ? []
      : [
          {
            ...base,
            id: `duty/${duty.id}/extend`,
            says: words.extends(extend.times, totals ?? ''),
            clauses: [...extend.clause, ...extend.totals.flatMap(({ clause }) => clause)],
          },
        ]),
    ...(notAfter === null
      ? []
      : [
          {
            ...base,
            id: `duty/${duty.id}/notAfter`,
            says: words.notAfter(limitText(showing, notAfter.limit)),
            clauses: notAfter.clause,
          },
        ]),
    ...duty.ladder.map((rung) => rungOf(at, base, `rung/${duty.id}/${rung.id}`, rung)),
  ]
}

/** Parts of a limit may rest on clauses of their own. */
function clausesIn(limit: Limit | null): readonly ClauseRef[] {
  switch (limit?.kind) {
    case 'period':
      return limit.clause === undefined ? [] : [limit.clause]
    case 'set':
      return clausesIn(limit.fallback)
    case 'shortest':
      return limit.of.flatMap(clausesIn)
    default:
      return []
  }
}

function openingText(at: At, opening: Opening): string {
  const { words, regulation, showing } = at
  const dutyName = (id: string): string => named(showing, id, regulation.duties[id]?.name).name
  switch (opening.on) {
    case 'act':
      return actName(at, opening.act)
    case 'due':
      return words.openedBy.due(dutyName(opening.duty))
    case 'rung':
      return words.openedBy.rung(dutyName(opening.duty))
    case 'stage':
      return words.openedBy.stage(named(showing, opening.stage, regulation.stages[opening.stage]?.name).name)
  }
}

type Base = Pick<Citing, 'name' | 'duties'>

const rungOf = (at: At, base: Base, id: string, rung: Rung): Citing => ({
  ...base,
  id,
  kind: 'rung',
  says: sentence(at, [rungText(at.showing, rung), ...effectsOf(at, rung)]),
  clauses: rung.clause,
})

/** When a rung is reached, in words. */
export const rungText = (showing: Showing, { moment }: Pick<Rung, 'moment'>): string =>
  ruleWords[showing.lang].moment[moment.kind](periodText(showing, moment.period))

function effectsOf(at: At, rung: Rung): readonly string[] {
  const { showing, words } = at
  return [
    alertView(showing, rung.alert)?.name ?? '',
    rung.urges.length === 0 ? '' : words.urges(roles(at, rung.urges)),
    rung.deducts === 0 ? '' : words.deducts(rung.deducts),
    rung.refersTo === null ? '' : words.refers(roleName(showing, rung.refersTo)),
    rung.criticisms === 0 ? '' : words.criticism,
  ]
}

function ofOfficeDuty(at: At, duty: Regulation['officeDuties'][string]): readonly Citing[] {
  const { showing, words } = at
  const base = { kind: 'officeDuty' as const, name: named(showing, duty.id, duty.name).name, duties: [] }
  const says = `${words.every[duty.every]}${words.comma}${roleName(showing, duty.holder)}`
  return [
    { ...base, id: `officeDuty/${duty.id}`, says, clauses: duty.clause },
    ...duty.ladder.map((rung) => rungOf(at, base, `officeDuty/${duty.id}/${rung.id}`, rung)),
  ]
}

const ofProhibitions = (at: At): readonly Citing[] =>
  at.regulation.prohibitions.map((each) => ({
    id: `prohibition/${each.id}`,
    kind: 'prohibition',
    name: named(at.showing, each.id, each.name).name,
    says: at.words.forbids(acts(at, each.acts)),
    clauses: each.clause,
    duties: [],
  }))

function ofVisibility(at: At): readonly Citing[] {
  const { words, regulation } = at
  const { matters, fields, hiddenFrom, public: shown } = regulation.visibility
  const rule = (id: string, name: string, says: string, clauses: readonly ClauseRef[]): Citing => ({
    id: `visibility/${id}`,
    kind: 'visibility',
    name,
    says,
    clauses,
    duties: [],
  })
  return [
    ...matters.map((each, index) => rule(`matters/${index}`, roles(at, each.to), words.sees[each.sees], each.clause)),
    ...fields.map((each, index) =>
      rule(
        `fields/${index}`,
        roles(at, each.to),
        `${fieldNames(at, each.fields)}${words.comma}${words.look[each.as]}`,
        each.clause,
      ),
    ),
    ...hiddenFrom.map((each, index) =>
      rule(`hiddenFrom/${index}`, fieldName(at, each.field), words.hiddenFrom(fieldName(at, each.field)), each.clause),
    ),
    ...(shown === null ? [] : [rule('public', words.mattersSeen, words.published(fieldNames(at, shown.fields)), shown.clause)]),
    ...(regulation.recusal === null
      ? []
      : [
          rule(
            'recusal',
            acts(at, regulation.recusal.declared),
            words.recusal(acts(at, regulation.recusal.declared)),
            regulation.recusal.clause,
          ),
        ]),
  ]
}

function ofReadings(at: At): readonly Citing[] {
  const { showing, words, regulation } = at
  return [
    ...Object.values(regulation.parameters).map(({ id, asks, value, clause }) => ({
      id: `parameter/${id}`,
      kind: 'reading' as const,
      name: asks,
      says: words.reading(plainValue(showing, value)),
      clauses: clause,
      duties: [],
    })),
    ...Object.values(regulation.discretions).map(({ id, words: said, judge, clause }) => ({
      id: `discretion/${id}`,
      kind: 'reading' as const,
      name: said,
      says: words.judged(said, roleName(showing, judge)),
      clauses: clause,
      duties: [],
    })),
  ]
}

/** A parameter's value as people read it: what it names by its name. */
export function plainValue(showing: Showing, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => plainValue(showing, each)).join(showing.words.comma)
  if (typeof value === 'boolean') return value ? showing.words.yes : showing.words.no
  if (typeof value !== 'string') return JSON.stringify(value)
  const { regulation } = showing.program
  const { points } = ruleWords[showing.lang]
  if (value === 'highest' || value === 'sum') return points[value]
  const options = Object.values(regulation.fields).flatMap((field) => field.options)
  const { acts, roles, duties, stages, fields } = regulation
  const found =
    acts[value] ?? roles[value] ?? duties[value] ?? stages[value] ?? fields[value] ?? options.find(({ id }) => id === value)
  return found === undefined ? value : nameIn(showing.lang, found.name)
}

/** What cites by its name alone: roles, fields, options, the dates of the text itself. */
function ofNames(at: At): readonly Citing[] {
  const {
    showing,
    words,
    regulation,
    regulation: { fields },
  } = at
  const word = (id: string, name: Name, says: string, clauses: readonly ClauseRef[]): Citing => ({
    id: `word/${id}`,
    kind: 'word',
    name: nameIn(showing.lang, name),
    says,
    clauses,
    duties: [],
  })
  return [
    ...Object.values(regulation.roles).map(({ id, name, clause }) => word(`role/${id}`, name, words.role, clause)),
    ...Object.values(fields).flatMap((field) => [
      word(`field/${field.id}`, field.name, defaultText(at, field), field.clause),
      ...field.options.map((option) =>
        word(`option/${field.id}/${option.id}`, option.name, words.option(nameIn(showing.lang, field.name)), option.clause),
      ),
    ]),
    {
      id: 'word/inForce',
      kind: 'word',
      name: words.inForce,
      says: [regulation.effectiveFrom, regulation.effectiveTo].filter((each) => each !== null).join(' – '),
      clauses: regulation.effectiveClause,
      duties: [],
    },
  ]
}

const defaultText = ({ showing, words }: At, field: Regulation['fields'][string]): string =>
  field.default === undefined ? words.field : `${words.field}${words.comma}${valueText(showing, field, field.default)}`
