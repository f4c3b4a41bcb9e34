import type { AssessmentRule } from '../../core/index.js'
import { nameOf, type Saying } from './saying.js'
import { type SaidRule, type Told, tell } from './told.js'

const told: Told<AssessmentRule> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  rests: ({ rests }, { words }) => {
    const { assessment } = words.rule
    if (rests.by === 'rungs') return [assessment.rungs]
    return [assessment[rests.by](assessment.figures[rests.figure])]
  },
  points: ({ rests, points }, { words }) => {
    const { assessment } = words.rule
    if (rests.by === 'rungs') return []
    return [points === null ? assessment.unstated : rests.by === 'share' ? assessment.whole(points) : assessment.each(points)]
  },
  most: ({ most }, { words }) => (most === null ? [] : [words.rule.assessment.most(most)]),
  clause: 'said with the clauses that stand beside the rule',
}

/** 考核: what a unit is assessed by, and what it brings or costs. */
export const sayAssessment = (saying: Saying, each: AssessmentRule): SaidRule => ({
  id: `assessment/${each.id}`,
  kind: 'assessment',
  name: nameOf(saying, each.id, each.name),
  says: tell(told, each, saying),
  clauses: each.clause,
  duties: [],
})
