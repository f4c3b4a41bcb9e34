import { type Act, type Condition, type Duty, fieldsRead, type Limit, type Regulation } from '../core/index.js'
import type { Path } from './yaml-file.js'

/** A field that a rule reads, and where the rule stands. */
export type FieldUse = { readonly field: string; readonly path: Path }

/** Fields that some act states or sets. */
export function fieldsWritten({ acts }: Regulation): ReadonlySet<string> {
  return new Set(
    Object.values(acts).flatMap((act) => [
      ...act.needs,
      ...act.takes,
      ...act.needsWhen.flatMap((each) => each.fields),
      ...Object.keys(act.sets),
    ]),
  )
}

/** Fields that conditions and limits hang on. */
export function fieldsUsed(regulation: Regulation): readonly FieldUse[] {
  const { visibility } = regulation
  return [
    ...Object.values(regulation.acts).flatMap(ofAct),
    ...Object.values(regulation.duties).flatMap(ofDuty),
    ...Object.values(regulation.stages).flatMap((stage) =>
      stage.next.flatMap((each, index) => read(each.when, ['stages', stage.id, 'next', index, 'when'])),
    ),
    ...regulation.prohibitions.flatMap((each, index) => read(each.when, ['prohibitions', index, 'when'])),
    ...visibility.matters.flatMap((each, index) => read(each.when, ['visibility', 'matters', index, 'when'])),
    ...visibility.fields.flatMap((each, index) => read(each.when, ['visibility', 'fields', index, 'when'])),
    ...visibility.hiddenFrom.flatMap((each, index) => [
      { field: each.field, path: ['visibility', 'hiddenFrom', index, 'field'] },
      ...read(each.when, ['visibility', 'hiddenFrom', index, 'when']),
    ]),
    ...read(visibility.public?.when ?? null, ['visibility', 'public', 'when']),
  ]
}

const read = (condition: Condition | null, path: Path): readonly FieldUse[] =>
  condition === null ? [] : fieldsRead(condition).map((field) => ({ field, path }))

function ofAct(act: Act): readonly FieldUse[] {
  const at = (...rest: Path): Path => ['acts', act.id, ...rest]
  return [
    ...read(act.when, at('when')),
    ...act.needsWhen.flatMap((each, index) => read(each.when, at('needsWhen', index, 'when'))),
    ...act.to.flatMap((each, index) => read(each.when, at('to', index, 'when'))),
    ...act.follows.flatMap((each) => read(each.when, at('follows', each.act))),
    ...read(act.within?.unless ?? null, at('within', 'unless')),
    ...limitFields(act.within?.limit ?? null, at('within')),
  ]
}

function ofDuty(duty: Duty): readonly FieldUse[] {
  const at = (...rest: Path): Path => ['duties', duty.id, ...rest]
  const effects = (['opens', 'metBy', 'reopenedBy', 'cancelledBy', 'pausedBy', 'resumedBy'] as const).flatMap((key) =>
    duty[key].flatMap((each, index) => read(each.when, at(key, index, 'when'))),
  )
  return [
    ...effects,
    ...read(duty.appliesTo, at('appliesTo')),
    ...limitFields(duty.within, at('within')),
    ...read(duty.extend?.unless ?? null, at('extend', 'unless')),
    ...duty.ladder.flatMap((rung, index) => read(rung.unless, at('ladder', index, 'unless'))),
  ]
}

function limitFields(limit: Limit | null, path: Path): readonly FieldUse[] {
  switch (limit?.kind) {
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
