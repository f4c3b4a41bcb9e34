import type { FieldSight, MatterSight, Prohibition, Recusal, Visibility } from '../../core/index.js'
import { sayCondition, sayWhen } from './say-condition.js'
import { actName, allOf, fieldName, nameOf, oneOf, roleName, roleTitle, type Saying } from './saying.js'
import { type SaidRule, type Told, tell } from './told.js'

const toldProhibition: Told<Prohibition> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  acts: ({ acts, when }, saying) => [sayWhen(saying, when, saying.words.rule.forbids(oneOf(saying, acts, actName)))],
  when: 'said with acts',
  clause: 'said with the clauses that stand beside the rule',
}

type Sighting = Pick<MatterSight, 'to' | 'when'>

/** The first that fits decides: whether a rule speaks to somebody to whom one before it speaks under a condition. */
const isAfter = <T extends Sighting>(rules: readonly T[], rule: T): boolean =>
  rules.slice(0, rules.indexOf(rule)).some(({ to, when }) => when !== null && to.some((role) => rule.to.includes(role)))

const toldMatter: Told<MatterSight> = {
  to: 'said with sees',
  sees: (each, saying) => {
    const { to, sees, when } = each
    const { rule } = saying.words
    const words = rule.sees[sees]
    const roles = allOf(saying, to, roleName)
    if (isAfter(saying.regulation.visibility.matters, each)) return [rule.otherwise(sayWhen(saying, when, words.here(roles)))]
    return [when === null ? words.ever(roles) : sayWhen(saying, when, words.here(roles))]
  },
  when: 'said with sees',
  clause: 'said with the clauses that stand beside the rule',
}

const toldField: Told<FieldSight> = {
  fields: (each, saying) => {
    const { fields, to, as, when } = each
    const { rule } = saying.words
    const said = sayWhen(saying, when, rule.look[as](allOf(saying, to, roleName), allOf(saying, fields, fieldName)))
    const before = saying.regulation.visibility.fields.filter((other) => other.fields.some((field) => fields.includes(field)))
    return [isAfter(before, each) ? rule.otherwise(said) : said]
  },
  to: 'said with fields',
  as: 'said with fields',
  when: 'said with fields',
  clause: 'said with the clauses that stand beside the rule',
}

const toldHidden: Told<Visibility['hiddenFrom'][number]> = {
  field: ({ field, when }, saying) => {
    const isUnit = saying.regulation.fields[field]?.type === 'unit'
    return [sayWhen(saying, when, saying.words.rule.hiddenFrom(fieldName(saying, field), isUnit))]
  },
  when: 'said with field',
  clause: 'said with the clauses that stand beside the rule',
}

const toldPublic: Told<NonNullable<Visibility['public']>> = {
  fields: ({ fields, when }, saying) => [
    saying.words.rule.when(sayCondition(saying, when), saying.words.rule.publishes(allOf(saying, fields, fieldName))),
  ],
  when: 'said with fields',
  clause: 'said with the clauses that stand beside the rule',
}

const toldRecusal: Told<Recusal> = {
  declared: ({ declared, field, lifted }, saying) => [
    saying.words.rule.recusal(
      oneOf(saying, declared, actName),
      fieldName(saying, field),
      lifted.length === 0 ? '' : oneOf(saying, lifted, actName),
    ),
  ],
  field: 'said with declared',
  lifted: 'said with declared',
  clause: 'said with the clauses that stand beside the rule',
}

export const sayProhibition = (saying: Saying, each: Prohibition): SaidRule => ({
  id: `prohibition/${each.id}`,
  kind: 'prohibition',
  name: nameOf(saying, each.id, each.name),
  says: tell(toldProhibition, each, saying),
  clauses: each.clause,
  duties: [],
})

type Sight = Pick<SaidRule, 'id' | 'name' | 'says' | 'clauses'>

const seen = ({ id, ...rest }: Sight): SaidRule => ({ id: `visibility/${id}`, kind: 'visibility', duties: [], ...rest })

const told: { readonly [K in keyof Visibility]-?: (saying: Saying, visibility: Visibility) => readonly SaidRule[] } = {
  matters: (saying, { matters }) =>
    matters.map((each, at) =>
      seen({
        id: `matters/${at}`,
        name: allOf(saying, each.to, roleTitle),
        says: tell(toldMatter, each, saying),
        clauses: each.clause,
      }),
    ),
  fields: (saying, { fields }) =>
    fields.map((each, at) =>
      seen({
        id: `fields/${at}`,
        name: allOf(saying, each.to, roleTitle),
        says: tell(toldField, each, saying),
        clauses: each.clause,
      }),
    ),
  hiddenFrom: (saying, { hiddenFrom }) =>
    hiddenFrom.map((each, at) =>
      seen({
        id: `hiddenFrom/${at}`,
        name: fieldName(saying, each.field),
        says: tell(toldHidden, each, saying),
        clauses: each.clause,
      }),
    ),
  public: (saying, { public: shown }) =>
    shown === null
      ? []
      : [
          seen({
            id: 'public',
            name: saying.words.rule.topic.published,
            says: tell(toldPublic, shown, saying),
            clauses: shown.clause,
          }),
        ],
}

/** Who sees which matters and fields, and what everybody may read. */
export function sayVisibility(saying: Saying, visibility: Visibility): readonly SaidRule[] {
  const looking: Saying = { ...saying, who: 'looks' }
  return (['matters', 'fields', 'hiddenFrom', 'public'] as const).flatMap((key) => told[key](looking, visibility))
}

export const sayRecusal = (saying: Saying, recusal: Recusal): SaidRule =>
  seen({
    id: 'recusal',
    name: oneOf(saying, recusal.declared, actName),
    says: tell(toldRecusal, recusal, saying),
    clauses: recusal.clause,
  })
