import type { Act, Condition, Duty, Regulation } from '../../core/index.js'
import type { Path } from '../format/yaml-file.js'

/** A condition, where it stands, and what is sure to hold beside it whenever it is weighed. */
export type PlacedCondition = { readonly condition: Condition; readonly path: Path; readonly given: readonly Condition[] }

/** Every condition of the rules with its place. */
export function conditionsIn(regulation: Regulation): readonly PlacedCondition[] {
  const { acts, duties, stages, prohibitions, visibility } = regulation
  return [
    ...Object.values(acts).flatMap(ofAct),
    ...Object.values(duties).flatMap(ofDuty),
    ...Object.values(stages).flatMap((stage) =>
      stage.next.flatMap((each, index) =>
        placed(each.when, ['stages', stage.id, 'next', index, 'when'], [{ op: 'stage', stages: [stage.id] }]),
      ),
    ),
    ...prohibitions.flatMap((each, index) => placed(each.when, ['prohibitions', index, 'when'])),
    ...visibility.matters.flatMap((each, index) => placed(each.when, ['visibility', 'matters', index, 'when'])),
    ...visibility.fields.flatMap((each, index) => placed(each.when, ['visibility', 'fields', index, 'when'])),
    ...visibility.hiddenFrom.flatMap((each, index) => placed(each.when, ['visibility', 'hiddenFrom', index, 'when'])),
    ...placed(visibility.public?.when ?? null, ['visibility', 'public', 'when']),
  ]
}

const placed = (condition: Condition | null, path: Path, given: readonly Condition[] = []): readonly PlacedCondition[] =>
  condition === null ? [] : [{ condition, path, given }]

function ofAct(act: Act): readonly PlacedCondition[] {
  const at = (...rest: Path): Path => ['acts', act.id, ...rest]
  const during = act.of === 'matter' ? act.from : act.during
  const given: readonly Condition[] = act.starts || during.length === 0 ? [] : [{ op: 'stage', stages: during }]
  return [
    ...placed(act.when, at('when'), given),
    ...act.needsWhen.flatMap((each, index) => placed(each.when, at('needsWhen', index, 'when'), given)),
    ...act.to.flatMap((each, index) => placed(each.when, at('to', index, 'when'), given)),
    // What follows is weighed when the act has been done, perhaps in another stage.
    ...act.follows.flatMap((each) => placed(each.when, at('follows', each.act))),
    ...placed(act.within?.unless ?? null, at('within', 'unless'), given),
    ...placed(act.slip?.when ?? null, at('slip', 'when')),
  ]
}

function ofDuty(duty: Duty): readonly PlacedCondition[] {
  const at = (...rest: Path): Path => ['duties', duty.id, ...rest]
  const given: readonly Condition[] = duty.of === 'assignment' ? [{ op: 'part', roles: duty.parts }] : []
  const effects = (['opens', 'metBy', 'reopenedBy', 'cancelledBy', 'pausedBy', 'resumedBy', 'tightenedBy'] as const).flatMap(
    (key) => duty[key].flatMap((each, index) => placed(each.when, at(key, index, 'when'))),
  )
  return [
    ...effects,
    ...placed(duty.appliesTo, at('appliesTo'), given),
    ...placed(duty.extend?.unless ?? null, at('extend', 'unless')),
    ...(duty.extend?.totals ?? []).flatMap((each, index) => placed(each.when, at('extend', 'total', index, 'when'))),
    ...duty.ladder.flatMap((rung, index) => placed(rung.unless, at('ladder', index, 'unless'))),
  ]
}
