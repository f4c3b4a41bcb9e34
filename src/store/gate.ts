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
  if (gate.notHiddenFrom.length > 0) conditions.push(`not m.hidden_from && ${values.add(gate.notHiddenFrom)}::text[]`)
  return conditions.join(' and ')
}
