import type { RequirementView } from '../../contract/index.js'
import { type Given, type RequirementState, sightOf } from '../../core/index.js'
import { sayBecause } from '../../load/index.js'
import { sayingFor } from '../saying-for.js'
import type { Showing } from '../showing.js'
import { type About, sayTo } from '../view-failure.js'
import { clauseViews, holderView, moment, named, personName } from './view-parts.js'

/** 要件 of an act as its reader may know them; why something is lacking is left out where it rests on what is kept from them. */
export function requirementViews(
  showing: Showing,
  given: Given,
  states: readonly RequirementState[],
  about: Omit<About, 'stage'>,
): RequirementView[] {
  const { regulation } = given.program
  return states.map((state) => {
    const rule = regulation.requirements[state.requirement]
    return {
      ...named(showing, state.requirement, rule?.name),
      standing: state.standing,
      clauses: clauseViews(regulation, rule?.clause ?? []),
      because: state.standing === 'lacking' ? becauseOf(showing, given, state, about) : [],
      waived: state.standing === 'waived' ? waivedBy(showing, given, state, about.reader) : null,
    }
  })
}

function becauseOf(showing: Showing, given: Given, { explanation }: RequirementState, about: Omit<About, 'stage'>) {
  const { regulation } = given.program
  const said = sayBecause(sayingFor(showing), [{ kind: 'needs', explanation }], sayTo(given, about))
  return said.map(({ says, now, opens }) => ({
    says,
    now,
    opens: opens.map((act) => named(showing, act, regulation.acts[act]?.name)),
  }))
}

type Waived = Extract<RequirementState, { readonly standing: 'waived' }>

function waivedBy(showing: Showing, given: Given, { waiver: { at, by, with: stated } }: Waived, reader: About['reader']) {
  const sight = reader === null ? null : (reader.sight ?? sightOf(given, reader.actor))
  const isRequester = reader !== null && given.program.regulation.roles[reader.actor.role]?.kind === 'requester'
  const isReasonShown = sight === null || (sight.fields.reason?.as ?? 'shown') === 'shown'
  return {
    at: moment(at, given.calendar.zone),
    // A citizen is answered by an office, not by a person.
    by: { ...holderView(showing, by.role, by.unit, at), person: isRequester ? null : personName(showing, by) },
    reason: isReasonShown && typeof stated.reason === 'string' ? stated.reason : '',
  }
}
