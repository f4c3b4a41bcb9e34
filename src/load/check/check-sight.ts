import { type Act, type Condition, plainParts, type Regulation } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import type { Remark, RuleCheck } from './rule-check.js'

/**
 * What lists go by stands in a matter's row, worked out as something happens in it: a sight that changes with the day alone, or that hangs
 * on whom a field names that holds neither a unit nor a person, is not found there.
 */
const notWeighed: RuleCheck = ({ regulation }) => {
  const { matters, hiddenFrom } = regulation.visibility
  const rules = [
    ...matters.map(({ when }, index) => ({ when, path: ['visibility', 'matters', index, 'when'] })),
    ...hiddenFrom.map(({ when }, index) => ({ when, path: ['visibility', 'hiddenFrom', index, 'when'] })),
  ]
  return rules.flatMap(({ when, path }): readonly Remark[] => {
    const fields = when === null ? [] : notFound(when, regulation)
    return fields.length === 0 ? [] : [{ code: 'sight-not-weighed', path, args: { fields: fields.join(', ') } }]
  })
}

const notFound = (condition: Condition, { fields }: Regulation): readonly string[] =>
  plainParts(condition).flatMap((part) => {
    if (part.op === 'day') return [part.field]
    if (part.op !== 'viewer') return []
    const type = fields[part.field]?.type
    return type === 'unit' || type === 'person' || type === 'people' || type === 'requesters' ? [] : [part.field]
  })

/**
 * A role that owes something, and sees the matter only as whoever a field names, which may stay empty: then nobody of the role sees it, and
 * what is owed stands on no desk. Asked of offices and leaders; a unit sees what it has a share in.
 */
const unseenByHolder: RuleCheck = ({ regulation }) =>
  Object.values(regulation.roles)
    .filter(({ kind }) => kind === 'office' || kind === 'leader')
    .flatMap(({ id }) => {
      const owed = Object.values(regulation.duties).filter(({ holder }) => holder === id)
      // Of what the role owes as such every name counts; of what one person owes, theirs alone.
      return admittedByEmpty(regulation, id).flatMap((found) => {
        const duty = owed.find(({ named }) => named === null || named.field === found.field)
        return duty === undefined ? [] : [{ ...found, duty: duty.id, role: id }]
      })
    })
    .filter(({ path, field }, at, all) => all.findIndex((each) => each.path[2] === path[2] && each.field === field) === at)
    .map(({ path, field, role, duty }) => ({ code: 'duty-out-of-sight', path, args: { field, role, duty } }))

/** Fields by which this role comes to see a matter that it else does not see, and which no act must fill in. */
function admittedByEmpty(
  { visibility, acts }: Regulation,
  role: string,
): readonly { readonly path: Path; readonly field: string }[] {
  const rules = visibility.matters.map((rule, index) => ({ ...rule, index })).filter(({ to }) => to.includes(role))
  const last = rules.findIndex(({ sees }) => sees === 'none')
  return rules.slice(0, Math.max(last, 0)).flatMap(({ when, index }) =>
    viewersNamed(when)
      .filter((field) => !Object.values(acts).some((act) => mustState(act, field)))
      .map((field) => ({ path: ['visibility', 'matters', index, 'when'], field })),
  )
}

const mustState = ({ needs, needsWhen }: Act, field: string): boolean =>
  needs.includes(field) || needsWhen.some(({ fields }) => fields.includes(field))

/** Whom a condition lets in by name; not whom it keeps out. */
function viewersNamed(when: Condition | null): readonly string[] {
  if (when?.op === 'viewer') return [when.field]
  return when?.op === 'all' || when?.op === 'any' ? when.of.flatMap(viewersNamed) : []
}

export const sightChecks: readonly RuleCheck[] = [notWeighed, unseenByHolder]
