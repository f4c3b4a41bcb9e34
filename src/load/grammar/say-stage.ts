import type { Stage } from '../../core/index.js'
import { sayWhen } from './say-condition.js'
import { allOf, nameOf, roleName, type Saying, type stageName } from './saying.js'
import { type SaidRule, type Told, tell, unless } from './told.js'

/** Of the matter or of a share: how its stages are named. */
type Naming = typeof stageName

const toldBy = (naming: Naming): Told<Stage> => ({
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  shown: 'not said: it is what the requester reads',
  explains: 'not said: it is what the requester reads',
  heldBy: 'not said: whose the days are stands beside each matter',
  isEnd: 'not said: that nothing follows is seen by what may be done there',
  keptFrom: ({ id, keptFrom }, saying) =>
    unless(keptFrom.length === 0, () => saying.words.rule.stageKeptFrom(naming(saying, id), allOf(saying, keptFrom, roleName))),
  // The first that holds is taken.
  next: ({ id, next }, saying) =>
    next.map(({ to, when }, at) => {
      const { rule } = saying.words
      const moves = sayWhen(saying, when, rule.moves(naming(saying, to)))
      return at === 0 ? rule.stage(naming(saying, id), moves) : rule.otherwise(moves)
    }),
})

/** Where a stage leads by itself, and from whom it is kept how a matter came there. */
export function sayStage(saying: Saying, stage: Stage, naming: Naming): readonly SaidRule[] {
  const says = tell(toldBy(naming), stage, saying)
  if (says.length === 0) return []
  return [{ id: `stage/${stage.id}`, kind: 'stage', name: nameOf(saying, stage.id, stage.name), says, clauses: [], duties: [] }]
}
