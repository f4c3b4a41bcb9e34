import { fieldsRead, type Limit, type Regulation } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'
import { conditionsIn } from './conditions-in.js'

/** A field that a rule reads, and where the rule stands. */
export type FieldUse = { readonly field: string; readonly path: Path }

/** Fields that some act asks for: they may come to hold any value of their kind. */
export function fieldsAsked({ acts }: Regulation): ReadonlySet<string> {
  return new Set(
    Object.values(acts).flatMap((act) => [...act.needs, ...act.takes, ...act.needsWhen.flatMap((each) => each.fields)]),
  )
}

/** Fields that some act states or sets. */
export function fieldsWritten(regulation: Regulation): ReadonlySet<string> {
  const set = Object.values(regulation.acts).flatMap((act) => Object.keys(act.sets))
  return new Set([...fieldsAsked(regulation), ...set])
}

/** Fields that conditions and limits hang on, and those a public page is to show. */
export function fieldsUsed(regulation: Regulation): readonly FieldUse[] {
  const { acts, duties, visibility, recusal } = regulation
  return [
    ...conditionsIn(regulation).flatMap(({ condition, path }) => fieldsRead(condition).map((field) => ({ field, path }))),
    ...Object.values(acts).flatMap((act) => limitFields(act.within?.limit ?? null, ['acts', act.id, 'within'])),
    ...Object.values(duties).flatMap((duty) => [
      ...limitFields(duty.within, ['duties', duty.id, 'within']),
      ...limitFields(duty.notAfter?.limit ?? null, ['duties', duty.id, 'notAfter']),
    ]),
    ...(recusal === null ? [] : [{ field: recusal.field, path: ['recusal', 'field'] }]),
    ...visibility.hiddenFrom.map((each, index) => ({
      field: each.field,
      path: ['visibility', 'hiddenFrom', index, 'field'],
    })),
    ...(visibility.public?.fields ?? []).map((field, index) => ({ field, path: ['visibility', 'public', 'fields', index] })),
  ]
}

function limitFields(limit: Limit | null, path: Path): readonly FieldUse[] {
  switch (limit?.kind) {
    case 'period':
      return limit.from?.on === 'field' ? [{ field: limit.from.field, path }] : []
    case 'before':
      return [{ field: limit.field, path }]
    case 'set':
      return [{ field: limit.field, path }, ...limitFields(limit.fallback, path)]
    case 'shortest':
      return limit.of.flatMap((each) => limitFields(each, path))
    default:
      return []
  }
}
