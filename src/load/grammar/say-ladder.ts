import type { Rung } from '../../core/index.js'
import { sayCondition } from './say-condition.js'
import { sayTime } from './say-limit.js'
import { sayMoment } from './say-moment.js'
import { allOf, nameOf, quoted, roleName, type Saying } from './saying.js'
import { type SaidRule, type Told, tell, unless } from './told.js'

const told: Told<Rung> = {
  id: 'not said: it is the name within the files',
  moment: ({ moment }, saying) => [sayMoment(saying, moment)],
  at: ({ at }, saying) => (at === null ? [] : [saying.words.rule.rung.at(sayTime(at))]),
  earlierOnDayOff: ({ earlierOnDayOff }, saying) =>
    earlierOnDayOff === null ? [] : [saying.words.rule.rung.earlierOnDayOff(sayTime(earlierOnDayOff))],
  alert: ({ alert }, saying) =>
    alert === null ? [] : [saying.words.rule.rung.alert(quoted(nameOf(saying, alert, saying.regulation.alerts[alert]?.name)))],
  urges: ({ urges }, saying) => unless(urges.length === 0, () => saying.words.rule.rung.urges(allOf(saying, urges, roleName))),
  deducts: ({ deducts }, saying) => unless(deducts === 0, () => saying.words.rule.rung.deducts(deducts)),
  refersTo: ({ refersTo }, saying) => (refersTo === null ? [] : [saying.words.rule.rung.refers(roleName(saying, refersTo))]),
  criticisms: ({ criticisms }, saying) => unless(criticisms === 0, () => saying.words.rule.rung.criticisms(criticisms)),
  unless: (rung, saying) => (rung.unless === null ? [] : [saying.words.rule.unless(sayCondition(saying, rung.unless))]),
  isCourtesy: ({ isCourtesy }, saying) => unless(!isCourtesy, () => saying.words.rule.rung.courtesy),
  clause: 'said with the clauses that stand beside the rule',
}

type Head = Pick<SaidRule, 'id' | 'name' | 'duties'>

/** What happens by itself, rung by rung. */
export const sayRungs = (saying: Saying, { id, name, duties }: Head, ladder: readonly Rung[]): readonly SaidRule[] =>
  ladder.map((rung) => ({
    id: `${id}/${rung.id}`,
    kind: 'rung',
    name,
    says: tell(told, rung, saying),
    clauses: rung.clause,
    duties,
  }))
