import { type Condition, type Regulation, unreachable, type Value } from '../../core/index.js'
import { fieldsAsked } from '../grammar/fields-used.js'

type Op<K extends Condition['op']> = Extract<Condition, { op: K }>

/** Alternatives multiply; past this many nothing is claimed. */
const mostBranches = 200

/** Whether these can never hold together, whatever happens to a matter. In doubt: no. */
export function neverHold(conditions: readonly Condition[], regulation: Regulation): boolean {
  const branches = alternatives(conditions)
  return branches?.every((atoms) => clash(atoms, regulation)) ?? false
}

/** The ways in which all of these can hold: each a list of what must hold then. Null where there are too many. */
function alternatives(conditions: readonly Condition[]): readonly (readonly Condition[])[] | null {
  let branches: readonly (readonly Condition[])[] = [[]]
  for (const condition of conditions) {
    const ways = waysOf(condition)
    if (ways === null || ways.length * branches.length > mostBranches) return null
    branches = branches.flatMap((atoms) => ways.map((way) => [...atoms, ...way]))
  }
  return branches
}

function waysOf(condition: Condition): readonly (readonly Condition[])[] | null {
  if (condition.op === 'all') return alternatives(condition.of)
  if (condition.op !== 'any') return [[condition]]
  const ways = condition.of.map(waysOf)
  return ways.some((way) => way === null) ? null : ways.flatMap((way) => way ?? [])
}

const clash = (atoms: readonly Condition[], regulation: Regulation): boolean =>
  atoms.some((atom) => isImpossible(atom, regulation)) ||
  atoms.some((one, index) =>
    atoms.slice(index + 1).some((other) => excludes(one, other, regulation) || excludes(other, one, regulation)),
  )

/** What cannot be, taken alone. */
function isImpossible(atom: Condition, regulation: Regulation): boolean {
  switch (atom.op) {
    case 'is': {
      const held = valuesSet(atom.field, regulation)
      return held !== null && !atom.values.some((value) => held.includes(value))
    }
    case 'between': {
      const field = regulation.fields[atom.field]
      return isEmpty([atom, { atLeast: field?.least ?? null, atMost: field?.most ?? null }])
    }
    case 'length': {
      const { least, most, type } = regulation.fields[atom.field] ?? {}
      const isText = type === 'text' || type === 'longText'
      return isEmpty([
        atom,
        { atLeast: 0, atMost: isText ? (most ?? null) : null },
        { atLeast: (isText && least) || 0, atMost: null },
      ])
    }
    case 'count': {
      // Acts of shares are bounded in each share: together they may be more.
      const act = regulation.acts[atom.act]
      return isEmpty([atom, { atLeast: 0, atMost: act?.of === 'matter' ? act.times : null }])
    }
    case 'duty': {
      const duty = regulation.duties[atom.duty]
      if (duty === undefined) return false
      const canBe = (status: string): boolean =>
        status === 'paused'
          ? duty.pausedBy.length > 0
          : status === 'deducted'
            ? duty.ladder.some(({ deducts }) => deducts > 0)
            : status !== 'overdue' || duty.within !== null
      return !atom.statuses.some(canBe)
    }
    case 'all':
    case 'any':
    case 'not':
    case 'filled':
    case 'half':
    case 'same':
    case 'latest':
    case 'stage':
    case 'part':
    case 'assignments':
    case 'items':
    case 'begun':
    case 'signOff':
    case 'unitKind':
    case 'viewer':
    case 'actor':
    case 'day':
      return false
    default:
      return unreachable(atom)
  }
}

/** The values a field can come to hold, where no act asks people for it but some act sets it; else null. */
function valuesSet(field: string, regulation: Regulation): readonly Value[] | null {
  if (fieldsAsked(regulation).has(field)) return null
  const set = Object.values(regulation.acts).flatMap((act) => (field in act.sets ? [act.sets[field] ?? null].flat() : []))
  // What no act writes at all has a finding of its own.
  if (set.length === 0) return null
  const byDefault = regulation.fields[field]?.default
  return byDefault === undefined ? set : [...set, ...[byDefault].flat()]
}

/** Whether the one rules out the other. */
function excludes(one: Condition, other: Condition, regulation: Regulation): boolean {
  if (one.op === 'is' && other.op === 'is')
    return isSingle(one, regulation) && one.field === other.field && isApart(one.values, other.values)
  if (one.op === 'is' && other.op === 'not') return negates(other.of, one, regulation)
  if (one.op === 'is' && other.op === 'filled')
    return (
      one.field === other.field &&
      !other.isFilled &&
      !one.values.some((value) => value === false || value === '' || value === null)
    )
  if (one.op === 'filled' && other.op === 'filled') return one.field === other.field && one.isFilled !== other.isFilled
  if (one.op === 'stage' && other.op === 'stage') return isApart(one.stages, other.stages)
  if (one.op === 'part' && other.op === 'part') return isApart(one.parts, other.parts)
  if (one.op === 'between' && other.op === 'between') return one.field === other.field && isEmpty([one, other])
  if (one.op === 'count' && other.op === 'count') return one.act === other.act && isEmpty([one, other])
  if (one.op === 'latest' && other.op === 'latest')
    return one.is.every((act) => other.others.includes(act)) && other.is.every((act) => one.others.includes(act))
  return false
}

/** A field of lists can hold several at once. */
const isSingle = ({ field }: Op<'is'>, regulation: Regulation): boolean =>
  !['choices', 'assignments', 'items', 'attachments'].includes(regulation.fields[field]?.type ?? 'choices')

const negates = (denied: Condition, one: Op<'is'>, regulation: Regulation): boolean =>
  denied.op === 'is' &&
  denied.field === one.field &&
  isSingle(one, regulation) &&
  one.values.every((value) => denied.values.includes(value))

const isApart = <T>(some: readonly T[], others: readonly T[]): boolean => !some.some((each) => others.includes(each))

type Bounds = { readonly atLeast: number | null; readonly atMost: number | null }

/** Whether no number lies within all of these. */
const isEmpty = (bounds: readonly Bounds[]): boolean =>
  Math.max(...bounds.map(({ atLeast }) => atLeast ?? Number.NEGATIVE_INFINITY)) >
  Math.min(...bounds.map(({ atMost }) => atMost ?? Number.POSITIVE_INFINITY))
