import { type OfficeDuty, type OfficeLimit, unreachable } from '../../core/index.js'
import { sayDiscretion } from './say-duty.js'
import { sayRungs } from './say-ladder.js'
import { sayWithin } from './say-limit.js'
import { allOf, fieldName, nameOf, roleName, type Saying } from './saying.js'
import { type SaidRule, type Told, tell, unless } from './told.js'

const told: Told<OfficeDuty> = {
  id: 'not said: it is the name within the files',
  name: 'said with the head of the rule',
  every: ({ every, holder, opens, within }, saying) => {
    const { rule } = saying.words
    const by = within === null ? null : sayOfficeLimit(saying, { within, opens })
    return [rule.office.owes(rule.every[every], roleName(saying, holder), rule.opens[opens], by)]
  },
  holder: 'said with every',
  opens: 'said with every',
  within: 'said with every',
  discretion: ({ discretion }, saying) => sayDiscretion(saying, discretion),
  needs: ({ needs }, saying) => unless(needs.length === 0, () => saying.words.rule.act.needs(allOf(saying, needs, fieldName))),
  takes: ({ takes }, saying) => unless(takes.length === 0, () => saying.words.rule.act.takes(allOf(saying, takes, fieldName))),
  ladder: 'said with a rule for each rung, by its own clause',
  clause: 'said with the clauses that stand beside the rule',
  note: 'not said: it is a remark of the authors',
}

/** A limit of the office's own duties: it may count periods. */
export function sayOfficeLimit(saying: Saying, { within, opens }: { within: OfficeLimit; opens: OfficeDuty['opens'] }): string {
  switch (within.kind) {
    case 'periods':
      return saying.words.rule.office.periods[opens](within.periods)
    case 'period':
    case 'yearly':
      return sayWithin(saying, within)
    default:
      return unreachable(within)
  }
}

/** What the office itself owes, period after period. */
export function sayOfficeDuty(saying: Saying, duty: OfficeDuty): readonly SaidRule[] {
  const base = { kind: 'officeDuty' as const, name: nameOf(saying, duty.id, duty.name), duties: [] }
  const clauses = [
    ...duty.clause,
    ...(duty.within?.kind !== 'yearly' && duty.within?.clause !== undefined ? [duty.within.clause] : []),
  ]
  return [
    { ...base, id: `officeDuty/${duty.id}`, says: tell(told, duty, saying), clauses },
    ...sayRungs(saying, { ...base, id: `officeDuty/${duty.id}` }, duty.ladder),
  ]
}
