import { actsAskedFor, fieldsRead, type PlainCondition, type Regulation, type Sight, unreachable } from '../../core/index.js'

/** Who reads an explanation: their role, what they see of the matter, and what they state themselves. */
export type Reader = { readonly role: string; readonly sight: Sight; readonly states: readonly string[] }

type Known = { readonly mayKnow: (condition: PlainCondition) => boolean; readonly mayKnowAct: (act: string) => boolean }

/**
 * What an explanation may tell a reader. A field that is not simply shown to them, an act kept from them, and whatever rests on
 * either is left out; to a requester also what they were never told of.
 */
export function knownTo(regulation: Regulation, { role, sight, states }: Reader): Known {
  const isRequester = regulation.roles[role]?.kind === 'requester'
  const mayKnowAct = (id: string): boolean => {
    const act = regulation.acts[id]
    if (act === undefined || act.keptFrom.includes(role)) return false
    return !isRequester || act.starts || act.by.includes(role) || act.tells.includes(role)
  }
  const mayKnowField = (id: string): boolean =>
    states.includes(id) || (sight.fields[id]?.as === 'shown' && statersOf(regulation, id).every(mayKnowAct))
  const mayKnow = (condition: PlainCondition): boolean => {
    switch (condition.op) {
      case 'count':
        return mayKnowAct(condition.act)
      case 'latest':
        return [...condition.is, ...condition.others].every(mayKnowAct)
      case 'duty':
        return actsOfDuty(regulation, condition.duty).every((act) => regulation.acts[act]?.keptFrom.includes(role) !== true)
      case 'assignments':
      case 'signOff':
        return !isRequester
      case 'items':
        return actsOnItems(regulation, condition.of).every(mayKnowAct) && fieldsRead(condition).every(mayKnowField)
      case 'begun':
        return (
          !isRequester && beginnersOf(regulation, condition.kind).every(mayKnowAct) && fieldsRead(condition).every(mayKnowField)
        )
      case 'day':
        return fieldsRead(condition).every(mayKnowField) && actsAskedFor(condition).every(mayKnowAct)
      case 'unitKind':
      case 'is':
      case 'between':
      case 'half':
      case 'filled':
      case 'length':
      case 'same':
      case 'viewer':
      case 'stage':
      case 'part':
      case 'actor':
        return fieldsRead(condition).every(mayKnowField)
      default:
        return unreachable(condition)
    }
  }
  return { mayKnow, mayKnowAct }
}

const beginnersOf = ({ acts }: Regulation, kind: string | null): readonly string[] =>
  Object.values(acts).flatMap(({ id, begins }) => (begins.some((each) => kind === null || each.kind === kind) ? [id] : []))

/** Acts that state items of a kind, or are of one. */
const actsOnItems = (regulation: Regulation, kind: string): readonly string[] => [
  ...Object.values(regulation.fields).flatMap(({ id, items }) => (items === kind ? statersOf(regulation, id) : [])),
  ...Object.values(regulation.acts).flatMap(({ id, item }) => (item === kind ? [id] : [])),
]

const statersOf = (regulation: Regulation, field: string): readonly string[] => statersIn(regulation).get(field) ?? []

/** By which acts each field is stated; asked for every condition that is told of, and the same as long as the text is. */
function statersIn(regulation: Regulation): ReadonlyMap<string, readonly string[]> {
  const known = stated.get(regulation)
  if (known !== undefined) return known
  const found = new Map<string, string[]>()
  for (const { id, needs, takes, needsWhen, sets } of Object.values(regulation.acts)) {
    const own = [...needs, ...takes, ...needsWhen.flatMap(({ fields }) => fields), ...Object.keys(sets)]
    for (const field of new Set(own)) found.set(field, [...(found.get(field) ?? []), id])
  }
  stated.set(regulation, found)
  return found
}
const stated = new WeakMap<Regulation, ReadonlyMap<string, readonly string[]>>()

type Opening = Regulation['duties'][string]['opens'][number]

const openersOf = (opening: Opening, signOffs: Regulation['signOffs']): readonly string[] => {
  if (opening.on === 'act') return [opening.act]
  return opening.on === 'turn' ? (signOffs[opening.signOff]?.sentBy ?? []) : []
}

/** Acts by which a duty's standing betrays what was done. */
function actsOfDuty({ duties, signOffs }: Regulation, id: string): readonly string[] {
  const duty = duties[id]
  if (duty === undefined) return []
  const { opens, metBy, reopenedBy, cancelledBy, pausedBy, resumedBy, forgivenBy } = duty
  const effects = [...metBy, ...reopenedBy, ...cancelledBy, ...pausedBy, ...resumedBy, ...forgivenBy].map(({ act }) => act)
  return [...opens.flatMap((opening) => openersOf(opening, signOffs)), ...effects]
}
