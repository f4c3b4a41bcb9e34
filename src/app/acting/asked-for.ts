import type { FieldView } from '../../contract/index.js'
import type { ActOffer, Given, Sight } from '../../core/index.js'

/**
 * 所请. A field that says how long is granted begins with how long was asked for; whoever decides changes it or not. Nothing where the act grants
 * nothing by this field, nobody said how long, or the reader does not see it.
 */
export function askedFor(
  { program, events }: Given,
  { act, assignment, item }: ActOffer,
  sight: Sight,
  field: string,
): Pick<FieldView, 'prefill'> {
  if (sight.fields[field]?.as !== 'shown') return {}
  const extensions = Object.values(program.regulation.duties).flatMap(({ extend }) => extend ?? [])
  const granting = extensions.find(({ granted, amount }) => granted === act && amount === field)
  if (granting === undefined) return {}
  const request = events.findLast(
    (event) =>
      event.kind === 'act' && event.act === granting.asked && event.assignment === assignment && (event.item ?? null) === item,
  )
  const value = request?.kind === 'act' ? request.with[field] : undefined
  return typeof value === 'number' || typeof value === 'string' ? { prefill: String(value) } : {}
}
