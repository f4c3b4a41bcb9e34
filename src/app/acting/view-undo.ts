import type { MatterView } from '../../contract/index.js'
import { type Actor, type Given, undoable, undoFor } from '../../core/index.js'
import { named } from '../matter/view-parts.js'
import type { Showing } from '../showing.js'

/** What somebody may still take back, and for how long. */
export function undoView(showing: Showing, given: Given, actor: Actor): MatterView['undo'] {
  const acts = undoable(given, actor)
  const [first] = acts
  if (first === undefined) return null
  const { regulation } = given.program
  return {
    names: acts.filter(({ by }) => by.person !== null).map(({ act }) => named(showing, act, regulation.acts[act]?.name).name),
    seconds: Math.floor((first.at + undoFor - given.now) / 1000),
  }
}
