import {
  type DocumentRule,
  figuresDeclared,
  narrowedWays,
  placesIn,
  type Question,
  type Regulation,
  waysDeclared,
} from '../../core/index.js'
import { valueNames } from '../documents/tag-names.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import type { Remark, RuleCheck } from './rule-check.js'

/** Where papers are declared: with the regulation, and with each of the office's own duties. Figures are those of what people send in. */
type Place = { readonly of: Regulation; readonly life: Regulation; readonly rule: DocumentRule; readonly path: Path }

const placesOf = (of: Regulation): readonly Place[] => [
  ...Object.values(of.documents).map((rule) => ({ of, life: of, rule, path: ['documents', rule.id] })),
  ...Object.values(of.officeDuties).flatMap(({ id, life }) =>
    Object.values(life.documents).map((rule) => ({ of, life, rule, path: ['officeDuties', id, 'documents', rule.id] })),
  ),
]

const asksWrong: RuleCheck = ({ regulation }) =>
  placesOf(regulation).flatMap(({ of, rule, path }) =>
    Object.values(rule.asks).flatMap((question) => questionWrong(of, rule, question, [...path, 'asks', question.id])),
  )

/** A figure that the regulation has nothing for, a way of taking it apart that it has no field for, a column that is no question. */
function questionWrong(of: Regulation, { asks }: DocumentRule, question: Question, path: Path): readonly Remark[] {
  if (question.kind === 'assessed') {
    const known = Object.keys(of.assessment)
    return question.lines.flatMap(({ id }) =>
      known.includes(id) ? [] : [remark('undeclared-figure', [...path, 'assessed'], id, known)],
    )
  }
  if (question.kind !== 'apart') {
    const known = figuresDeclared(of)
    return known.includes(question.figure) ? [] : [remark('undeclared-figure', path, question.figure, known)]
  }
  const ways = waysDeclared(of)
  const isPlain = (each: Question) => each.kind === 'figure' && each.says !== 'sinceBefore' && each.says !== 'sinceLastYear'
  const figures = Object.values(asks).flatMap((each) => (isPlain(each) ? [each.id] : []))
  return [
    ...(ways.includes(question.by) ? [] : [remark('undeclared-figure', [...path, 'by'], question.by, ways)]),
    ...question.columns
      .filter((id) => !figures.includes(id))
      .map((id) => remark('unknown-question', [...path, 'columns'], id, figures)),
  ]
}

/** What it is narrowed to is something that this regulation tells matters apart by. */
const amongWrong: RuleCheck = ({ regulation }) =>
  placesOf(regulation).flatMap(({ of, rule, path }) =>
    narrowedWays.flatMap((way) => {
      const at = [...path, 'among', way]
      const field = of.fields[of.meaning[way] ?? '']
      const ways = narrowedWays.filter((each) => of.meaning[each] !== null)
      if (rule.among[way] === undefined) return []
      if (field === undefined) return [remark('undeclared-figure', at, way, ways)]
      const known = field.options.map(({ id }) => id)
      return rule.among[way].flatMap((id) => (known.includes(id) ? [] : [remark('unknown-option', at, id, known)]))
    }),
  )

/** Words that it begins with name what one text answers. */
const beginsWrong: RuleCheck = ({ regulation }) =>
  placesOf(regulation).flatMap(({ rule, path }) => {
    const questions = Object.values(rule.asks).flatMap(({ id, name, kind }) => (kind === 'figure' ? [name.zh, id] : []))
    const known = questions.length === 0 ? [] : [...questions, valueNames.spanName, valueNames.asOfDay]
    return Object.values(rule.writes).flatMap(({ id, begins }) =>
      placesIn(begins)
        .filter(({ name }) => !known.includes(name))
        .map(({ name }) => remark('unknown-question', [...path, 'writes', id, 'begins'], name, known)),
    )
  })

/** What issuing states, the act that it does takes. */
const givesWrong: RuleCheck = ({ regulation }) =>
  placesOf(regulation).flatMap(({ life, rule, path }) => {
    const act = rule.does === null ? undefined : life.acts[rule.does.act]
    const taken = act === undefined ? [] : [...act.needs, ...act.takes]
    const given = [
      ...Object.values(rule.writes).map(({ id, gives }) => ({ field: gives, at: [...path, 'writes', id, 'gives'] })),
      { field: rule.does?.number ?? null, at: [...path, 'does', 'number'] },
    ]
    return given.flatMap(({ field, at }) =>
      field === null || taken.includes(field) ? [] : [remark('gives-untaken', at, field, taken)],
    )
  })

/** Whoever issues it can do the act that is done with issuing. */
const signsWrong: RuleCheck = ({ regulation }) =>
  placesOf(regulation).flatMap(({ life, rule, path }) => {
    const by = rule.does === null ? null : (life.acts[rule.does.act]?.by ?? [])
    const others = by === null ? [] : rule.signs.filter((role) => !by.includes(role))
    return others.map((role) => remark('signer-without-act', [...path, 'does', 'act'], role, by ?? []))
  })

/** Whoever drafts, issues or reads it is somebody here: of a kind that has roles of its own, the common one is nobody. */
const nobodysPaper: RuleCheck = ({ regulation, written }) => {
  const own = written.roles ?? {}
  const wrongFor = (role: string, path: Path): readonly Remark[] => {
    const kind = regulation.roles[role]?.kind
    if (kind === 'outside') return [{ code: 'role-nobody-holds', path, args: { role } }]
    const others = Object.keys(own).filter((each) => own[each]?.kind === kind)
    return own[role] === undefined && others.length > 0 ? [remark('replaced-role', path, role, others)] : []
  }
  return placesOf(regulation).flatMap(({ rule, path }) => {
    const { by, signs, seenBy } = rule
    const named = { by, signs: without(signs, by), seenBy: without(seenBy, [...by, ...signs]) }
    return Object.entries(named).flatMap(([key, roles]) => roles.flatMap((role) => wrongFor(role, [...path, key])))
  })
}

/** Whoever drafts a share's paper has shares or sees to those of others, and what issuing does is done in one. */
const shareless: RuleCheck = ({ regulation }) =>
  placesOf(regulation).flatMap(({ life, rule, path }) => {
    const { of, by, does } = rule
    if (of === 'matter') return []
    const units = Object.values(life.roles).flatMap(({ id, kind }) => (kind === 'requester' || kind === 'outside' ? [] : [id]))
    const acts = Object.values(life.acts).flatMap(({ id, of: within }) => (within === 'assignment' ? [id] : []))
    const wrong = (key: string, word: string, known: readonly string[]) =>
      known.includes(word) ? [] : [remark('paper-without-share', [...path, key], word, known)]
    return [...by.flatMap((role) => wrong('by', role, units)), ...(does === null ? [] : wrong('does', does.act, acts))]
  })

const without = (roles: readonly string[], others: readonly string[]): readonly string[] =>
  roles.filter((role) => !others.includes(role))

function remark(code: string, path: Path, word: string, known: readonly string[]): Remark {
  const args = Object.entries(wordArgs(word, known)).map(([key, value]) => [key, value ?? ''] as const)
  return { code, path, args: Object.fromEntries(args) }
}

export const documentChecks: readonly RuleCheck[] = [
  asksWrong,
  amongWrong,
  beginsWrong,
  givesWrong,
  signsWrong,
  shareless,
  nobodysPaper,
]
