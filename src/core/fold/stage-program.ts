import { type Condition, isAboutShares } from '../rules/condition.js'
import type { Passage, Regulation, Stage } from '../rules/regulation.js'
import type { MarkMade, Opened } from './duty-program.js'

/** A stage of the matter or of a share, with what comes of entering it. */
export type StageProgram = {
  readonly id: string
  readonly isEnd: boolean
  readonly heldBy: Stage['heldBy']
  readonly next: readonly PassageProgram[]
  /** It moves on by the shares alone: then nothing else need make it look. */
  readonly movesByShares: boolean
  /** Duties that open when the matter enters it, and marks it makes. */
  readonly opens: readonly Opened[]
  readonly marks: readonly MarkMade[]
  /** Duties that nothing can meet any more from here on. */
  readonly outOfReach: ReadonlySet<string>
}
export type PassageProgram = { readonly to: StageProgram; readonly when: Condition | null }

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Stages by id. */
export type Stages = ReadonlyMap<string, StageProgram>

/** Where a matter stands before it was opened. */
export const unopened: StageProgram = {
  id: '',
  isEnd: false,
  heldBy: 'nobody',
  next: [],
  movesByShares: true,
  opens: [],
  marks: [],
  outOfReach: new Set(),
}

/** Each with what opens and what it means as it is entered. */
export function stagePrograms(
  stages: Regulation['stages'],
  opens: ReadonlyMap<string, readonly Opened[]>,
  marks: (stage: string) => readonly MarkMade[],
  outOfReach: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Stages {
  const made = new Map<string, Mutable<StageProgram>>()
  for (const { id, isEnd, heldBy, next } of Object.values(stages)) {
    const movesByShares = next.every((each) => each.when !== null && isAboutShares(each.when))
    made.set(id, {
      id,
      isEnd,
      heldBy,
      next: [],
      movesByShares,
      opens: opens.get(id) ?? [],
      marks: marks(id),
      outOfReach: outOfReach.get(id) ?? new Set(),
    })
  }
  for (const stage of made.values()) stage.next = passagesTo(made, stages[stage.id]?.next ?? [])
  return made
}

export const passagesTo = (stages: Stages, passages: readonly Passage[]): readonly PassageProgram[] =>
  passages.map(({ to, when }) => ({ to: stageNamed(stages, to), when }))

export function stageNamed(stages: Stages, id: string): StageProgram {
  const stage = stages.get(id)
  if (stage === undefined) throw new Error(`the regulation has no stage ${id}`)
  return stage
}
