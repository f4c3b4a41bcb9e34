import type { OfficeDuty, Opening } from '../../core/index.js'
import { sayAct } from './say-act.js'
import { sayDuty } from './say-duty.js'
import type { Saying } from './saying.js'
import type { SaidRule } from './told.js'

/** What the office itself owes, round after round: when the calendar opens it, the duty, the act that does it, and what else may be done. */
export function sayOfficeDuty(saying: Saying, { id, every, edge, opening, life }: OfficeDuty): readonly SaidRule[] {
  const { rule } = saying.words
  // When the calendar opens it is said with the round.
  const isOfLife = (each: Opening): boolean => each.on !== 'act' || each.act !== opening
  const inside = { ...saying, regulation: life }
  const [head, ...parts] = Object.values(life.duties).flatMap((duty) =>
    sayDuty(inside, { ...duty, opens: duty.opens.filter(isOfLife) }),
  )
  const acts = Object.values(life.acts).filter((act) => act.id !== opening)
  const doing = acts.filter((act) => act.id === id).flatMap((act) => sayAct(inside, act).flatMap(({ says }) => says))
  const beside = acts.filter((act) => act.id !== id).flatMap((act) => sayAct(inside, act))
  if (head === undefined) return []
  const says = [rule.rounds(rule.every[every], rule.edge[edge]), ...head.says, ...doing]
  return [{ ...head, kind: 'officeDuty' as const, says }, ...parts, ...beside].map((each) => ({
    ...each,
    id: `officeDuty/${each.id}`,
  }))
}
