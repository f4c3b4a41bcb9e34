import type { Regulation } from '../rules/regulation.js'
import { assignmentsIn, type Payload, type Value } from '../values/value.js'
import type { ActRequest } from './act-request.js'

/** Stated beside an act's own fields by whoever decides it, never by whoever does it: of which kind each unit was that it names. */
const key = 'unitKinds'

/** The units that a value names. */
export const unitsIn = (value: Value | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : assignmentsIn(value).map(({ unit }) => unit)

/** What is known of the kinds of units beside what an act states. */
export function kindsStated(stated: Payload | null): Readonly<Record<string, string>> {
  const kinds = stated?.[key]
  return typeof kinds === 'object' && kinds !== null && !Array.isArray(kinds) ? (kinds as Readonly<Record<string, string>>) : {}
}

/** What an act states, with the kinds of the units that it names as they are at that moment, where the regulation speaks of kinds. */
export function withKinds({ fields, unitKinds }: Regulation, { with: { [key]: _, ...stated }, units }: ActRequest): Payload {
  const named = Object.entries(stated).flatMap(([id, value]) => {
    const type = fields[id]?.type
    return type === 'unit' || type === 'assignments' ? unitsIn(value) : []
  })
  const kinds = named.flatMap((unit) => {
    const kind = units?.get(unit)?.kind
    return kind !== undefined && unitKinds[kind] !== undefined ? [[unit, kind] as const] : []
  })
  return kinds.length === 0 ? stated : { ...stated, [key]: Object.fromEntries(kinds) }
}
