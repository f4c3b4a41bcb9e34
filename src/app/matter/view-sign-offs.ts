import type { SignOffView } from '../../contract/index.js'
import { type Given, isDutyKeptFrom, type LevelState, type MatterState, type SignOffState } from '../../core/index.js'
import { standingName } from '../../load/index.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'
import { clauseViews, holderView, moment, named, personName, unitNamed } from './view-parts.js'

/** 签批 as a signed-in person sees it: where each text stands, level by level; levels that are kept from their role are left out, and what has no others. */
export const signOffViews = (showing: Showing, given: Given, state: MatterState, role: string): SignOffView[] =>
  state.signOffs
    .filter(({ levels }) => levels.some(({ level }) => !isDutyKeptFrom(given.program, level, role)))
    .map((each) => signOffView(showing, given, state, each, role))

function signOffView(
  showing: Showing,
  given: Given,
  { assignments }: MatterState,
  signOff: SignOffState,
  role: string,
): SignOffView {
  const { regulation } = given.program
  const rule = regulation.signOffs[signOff.signOff]
  const share = assignments.find(({ id }) => id === signOff.assignment)
  return {
    ...named(showing, signOff.signOff, rule?.name),
    unit: share === undefined ? null : unitNamed(showing, share.unit),
    standing: { id: signOff.standing, name: standingName(sayingFor(showing), signOff.standing) },
    text: (rule?.text ?? []).map((field) => named(showing, field, regulation.fields[field]?.name)),
    levels: signOff.levels
      .filter(({ level }) => !isDutyKeptFrom(given.program, level, role))
      .map((level) => levelView(showing, given, level)),
    clauses: clauseViews(regulation, rule?.clause ?? []),
  }
}

function levelView(showing: Showing, given: Given, state: LevelState): SignOffView['levels'][number] {
  const level = { ...named(showing, state.level, given.program.regulation.duties[state.level]?.name), standing: state.standing }
  if (state.standing !== 'signed') return { ...level, signed: null }
  const { by, at, isJump } = state
  const who = by === null ? null : { ...holderView(showing, by.by.role, by.by.unit, at), person: personName(showing, by.by) }
  return { ...level, signed: { at: moment(at, given.calendar.zone), by: who, isJump } }
}
