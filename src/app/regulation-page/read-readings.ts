import type { Readings } from '../../contract/index.js'
import { sayOthers, sayTaken } from '../../load/index.js'
import type { Deps, Viewer } from '../deps.js'
import { clauseViews, named, roleName } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { sayingFor } from '../saying-for.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { type VersionAsked, versionShown } from './version-shown.js'

/** The readings taken where the text leaves a choice, and the words that a person weighs. */
export function readReadings(deps: Deps, viewer: Viewer, asked: VersionAsked): Outcome<{ readings: Readings }> {
  const showing = versionShown(deps, viewer, asked)
  if (showing === null) return failed(wordsOf(viewer.lang), 'not-found')
  const { regulation } = showing.program
  const saying = sayingFor(showing)
  const duties = Object.values(regulation.duties)
  return {
    ok: true,
    readings: {
      parameters: Object.values({ ...regulation.parameters, ...regulation.readings }).map(
        ({ id, value, asks, alternatives, clause }) => {
          const { question, taken } = sayTaken(saying, value, nameIn(viewer.lang, asks))
          return {
            id,
            asks: question,
            value: taken,
            alternatives: [...sayOthers(saying, alternatives)],
            clauses: clauseViews(regulation, clause),
          }
        },
      ),
      discretions: Object.values(regulation.discretions).map(({ id, words, judge, clause }) => ({
        id,
        words: words === null ? saying.words.rule.untimed : nameIn(viewer.lang, words),
        judge: roleName(showing, judge),
        duties: duties.filter(({ discretion }) => discretion === id).map((duty) => named(showing, duty.id, duty.name).name),
        clauses: clauseViews(regulation, clause),
      })),
    },
  }
}
