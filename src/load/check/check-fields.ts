import type { Regulation } from '../../core/index.js'
import { fieldsAsked, fieldsUsed, fieldsWritten } from '../grammar/fields-used.js'
import type { RuleCheck } from './rule-check.js'

/** The regulation, and those of the matters that the calendar opens. */
const withLives = (regulation: Regulation): readonly Regulation[] => [
  regulation,
  ...Object.values(regulation.officeDuties).map(({ life }) => life),
]

/** A rule that hangs on a field no act states is always answered the same way. */
const neverWritten: RuleCheck = ({ regulation }) => {
  const written = fieldsWritten(regulation)
  return fieldsUsed(regulation)
    .filter(({ field }) => !written.has(field))
    .map(({ field, path }) => ({ code: 'field-never-written', path, args: { field } }))
}

const neverUsed: RuleCheck = ({ regulation }) => {
  const used = new Set(
    withLives(regulation).flatMap((each) => [...fieldsWritten(each), ...fieldsUsed(each).map(({ field }) => field)]),
  )
  return Object.keys(regulation.fields)
    .filter((field) => !used.has(field))
    .map((field) => ({ code: 'never-used', path: ['fields', field], args: { word: field } }))
}

/** A field for yes and no that acts set and nobody states says no more than that they were done. */
const rememberedOnly: RuleCheck = ({ regulation }) => {
  const asked = fieldsAsked(regulation)
  return Object.values(regulation.acts).flatMap((act) =>
    Object.keys(act.sets)
      .filter((field) => regulation.fields[field]?.type === 'boolean' && !asked.has(field))
      .map((field) => ({ code: 'remembered-only', path: ['acts', act.id, 'sets', field], args: { word: field } })),
  )
}

/** What staff alone state is refused of a requester: an act of theirs that needs it could never be done. */
const staffFieldAsked: RuleCheck = ({ regulation: { acts, fields, roles } }) =>
  Object.values(acts).flatMap(({ id, by, needs }) =>
    needs
      .filter((field) => fields[field]?.isForStaff === true && by.some((role) => roles[role]?.kind === 'requester'))
      .map((field) => ({ code: 'staff-field-asked', path: ['acts', id, 'needs'], args: { field } })),
  )

const unusedAlerts: RuleCheck = ({ regulation }) => {
  const owed = withLives(regulation).flatMap(({ duties }) => Object.values(duties))
  const used = new Set(owed.flatMap((duty) => duty.ladder.map((rung) => rung.alert)))
  return Object.keys(regulation.alerts)
    .filter((alert) => !used.has(alert))
    .map((alert) => ({ code: 'never-used', path: ['alerts', alert], args: { word: alert } }))
}

const unusedRequirements: RuleCheck = ({ regulation }) => {
  const used = new Set(Object.values(regulation.acts).flatMap(({ requires }) => requires))
  return Object.keys(regulation.requirements)
    .filter((id) => !used.has(id))
    .map((id) => ({ code: 'never-used', path: ['requirements', id], args: { word: id } }))
}

const unusedShownStates: RuleCheck = ({ regulation }) => {
  const used = new Set(Object.values(regulation.stages).map((stage) => stage.shown))
  return Object.keys(regulation.shownStates)
    .filter((state) => !used.has(state))
    .map((state) => ({ code: 'never-used', path: ['shownStates', state], args: { word: state } }))
}

export const fieldChecks: readonly RuleCheck[] = [
  neverWritten,
  neverUsed,
  rememberedOnly,
  staffFieldAsked,
  unusedAlerts,
  unusedRequirements,
  unusedShownStates,
]
