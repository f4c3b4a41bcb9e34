import type { ActView, ContainerMove, ContainerView, MatterView } from '../../../contract/index.js'

/** What is worked on beside the agenda: one of those held, or an act of the container with what is stated by where it was chosen. */
export type Work =
  | { readonly of: 'held'; readonly id: string }
  | { readonly of: 'container'; readonly key: string; readonly given: Readonly<Record<string, unknown>> }

/** An act that treats one of those held, open to whoever looks. */
export type OpenMove = { readonly move: ContainerMove; readonly act: ActView }

/** The acts of one way of treating those held that are open now. */
export function openMoves({ moves }: ContainerView, { acts }: MatterView, as: ContainerMove['as']): readonly OpenMove[] {
  return moves
    .filter((move) => move.as === as)
    .flatMap((move) => {
      const act = acts.find((each) => each.act === move.act && each.refusal === null)
      return act === undefined ? [] : [{ move, act }]
    })
}

/** The open acts of the container that are about itself, and about none of those it holds. */
export const ownActs = ({ moves }: ContainerView, { acts }: MatterView): readonly ActView[] =>
  acts.filter(({ act, refusal }) => refusal === null && !moves.some((move) => move.act === act))

/** Whether naming the one is all that the act asks for. */
export const asksNoMore = ({ act, move }: OpenMove): boolean =>
  act.fields.every(({ id, isNeeded }) => id === move.field || !isNeeded)
