import type { Gate, GovernmentId } from './types.js'

/** Collects the values of a statement while its text is written. */
export class Values {
  readonly list: unknown[] = []
  /** Adds a value; answers its placeholder. */
  add(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}

/**
 * 可见范围. The one condition that decides what a viewer gets: every list, count, search, export and read of a matter,
 * or of what hangs on a matter, contains it. `m` is the matter.
 */
export function visible(government: GovernmentId, gate: Gate, values: Values): string {
  const conditions = [`m.government = ${values.add(government)}`]
  if (gate.scope === 'none') conditions.push('false')
  else if (gate.scope !== 'all') conditions.push(`m.units && ${values.add(gate.scope.units)}::text[]`)
  if (gate.tombstones !== 'beside') conditions.push('m.destroyed_at is null')
  if (gate.rounds !== 'beside') conditions.push(`m.office_duty is ${gate.rounds === 'only' ? 'not ' : ''}null`)
  if (gate.notHiddenFrom.length > 0) conditions.push(`not m.hidden_from && ${values.add(gate.notHiddenFrom)}::text[]`)
  if (gate.exceptions !== undefined) {
    const { from, unless } = gate.exceptions
    conditions.push(`(not m.hidden_from && ${values.add(from)}::text[] or m.units && ${values.add(unless)}::text[])`)
  }
  return conditions.join(' and ')
}

/** The same inside a function of the database, which is told the gate in four lists. */
export const visibleIn = (government: string, [reached, readers, from, unless]: ToldGate<string>): string =>
  `m.government = ${government} and m.destroyed_at is null and (${reached} is null or m.units && ${reached}) and not m.hidden_from && ${readers}
   and (not m.hidden_from && ${from} or m.units && ${unless})`

type ToldGate<Each> = readonly [reached: Each, readers: Each, from: Each, unless: Each]

/** A gate as such a function is told it: whom the matter must reach (null: anybody), who reads it, and their exceptions. */
export const toldGate = ({ scope, notHiddenFrom, exceptions }: Gate): ToldGate<readonly string[] | null> => [
  scope === 'all' ? null : scope === 'none' ? [] : scope.units,
  notHiddenFrom,
  exceptions?.from ?? [],
  exceptions?.unless ?? [],
]
