import { type DayBound, type Field, unreachable } from '../../core/index.js'
import { valueNamed } from './say-condition.js'
import {
  actName,
  dutyName,
  fieldName,
  itemName,
  nameOf,
  oneOf,
  partName,
  requesterListName,
  roleName,
  type Saying,
} from './saying.js'
import { type SaidRule, type Told, tell, unless } from './told.js'

const isText = ({ type }: Field): boolean => type === 'text' || type === 'longText'

const told: Told<Field> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  type: ({ type }, saying) => [saying.words.rule.word.field[type]],
  options: 'said with a word for each option, by its own clause',
  least: (field, saying) => (field.least === null ? [] : [saying.words.rule.word.least(field.least, isText(field))]),
  most: (field, saying) => (field.most === null ? [] : [saying.words.rule.word.most(field.most, isText(field))]),
  units: ({ units }, saying) =>
    unless(units.length === 0, () =>
      saying.words.rule.word.units(
        saying.words.or(units.map((unit) => (unit === 'on' ? saying.words.rule.word.day : saying.words.unit(unit)))),
      ),
    ),
  parts: ({ parts }, saying) => unless(parts.length === 0, () => saying.words.rule.word.parts(oneOf(saying, parts, partName))),
  needsLead: ({ needsLead }, saying) => unless(!needsLead, () => saying.words.rule.word.needsLead),
  isIdentity: ({ isIdentity }, saying) => unless(!isIdentity, () => saying.words.rule.word.identity),
  content: 'not said: it is how a form is filled in',
  redacts: ({ redacts }, saying) =>
    unless(redacts.length === 0, () => saying.words.rule.word.redacts(oneOf(saying, redacts, fieldName))),
  items: ({ items }, saying) => (items === null ? [] : [saying.words.rule.word.items(itemName(saying, items))]),
  lists: ({ lists }, saying) =>
    unless(lists.length === 0, () => saying.words.rule.word.lists(oneOf(saying, lists, requesterListName))),
  roles: ({ roles, type }, saying) =>
    unless(roles.length === 0, () => saying.words.rule.word.roles(oneOf(saying, roles, roleName), type === 'person')),
  stands: (field, saying) => sayStanding(saying, field.stands),
  notBefore: ({ notBefore }, saying) =>
    notBefore === null ? [] : [saying.words.rule.word.notBefore(sayBound(saying, notBefore))],
  notAfter: ({ notAfter }, saying) => (notAfter === null ? [] : [saying.words.rule.word.notAfter(sayBound(saying, notAfter))]),
  default: ({ id, default: silent }, saying) =>
    silent === undefined ? [] : [saying.words.rule.word.silent(valueNamed(saying, id, silent))],
  prefill: 'not said: it is how a form is begun',
  hint: 'not said: it is advice to whoever fills it in, and stands on the form',
  hintForStaff: 'not said: it is advice to whoever fills it in, and stands on the form',
  isForStaff: ({ isForStaff }, saying) => unless(!isForStaff, () => saying.words.rule.word.forStaff),
  clause: 'said with the clauses that stand beside the rule',
}

/** Which of several statements stands; that it is the last goes without saying. */
function sayStanding(saying: Saying, stands: Field['stands']): readonly string[] {
  const { word: words } = saying.words.rule
  switch (stands.kind) {
    case 'latest':
      return []
    case 'earliest':
      return [words.earliest]
    case 'ranked': {
      const { by, order } = stands
      const named = (id: string): string => (by === null ? roleName(saying, id) : valueNamed(saying, by, id))
      return [words.ranked(by === null ? words.actingRole : fieldName(saying, by), order.map(named).join(saying.words.comma))]
    }
    default:
      return unreachable(stands)
  }
}

function sayBound(saying: Saying, bound: DayBound): string {
  const words = saying.words.rule.word.bound
  switch (bound.on) {
    case 'today':
      return words.today
    case 'act':
      return words.act(actName(saying, bound.act))
    case 'field':
      return words.field(fieldName(saying, bound.field))
    case 'duty':
      return words.duty(oneOf(saying, bound.duties, dutyName))
    default:
      return unreachable(bound)
  }
}

/** A field of a form, and each of its options. */
export const sayField = (saying: Saying, field: Field): readonly SaidRule[] => [
  {
    id: `word/field/${field.id}`,
    kind: 'word',
    name: nameOf(saying, field.id, field.name),
    says: tell(told, field, saying),
    clauses: field.clause,
    duties: [],
  },
  ...field.options.map(
    ({ id, name, clause }): SaidRule => ({
      id: `word/option/${field.id}/${id}`,
      kind: 'word',
      name: nameOf(saying, id, name),
      says: [saying.words.rule.word.option(fieldName(saying, field.id))],
      clauses: clause,
      duties: [],
    }),
  ),
]
