import { dayText, type Fact, unreachable, type Value } from '../../core/index.js'
import { statusName, valueNamed } from './say-condition.js'
import {
  actName,
  allOf,
  fieldName,
  itemName,
  itemStageName,
  partName,
  roleName,
  type Saying,
  shareStageName,
  stageName,
  standingName,
  unitKindName,
} from './saying.js'

/** The fact that gave a plain condition its answer: "now “inquiry”", "done twice so far". */
export function sayFact(saying: Saying, fact: Fact): string {
  const { fact: words } = saying.words
  switch (fact.of) {
    case 'value':
      return fact.value === undefined || fact.value === null
        ? words.unknown
        : words.value(valuesIn(saying, fact.field, fact.value))
    case 'values': {
      if (fact.value === undefined || fact.value === null) return words.unknown
      const other =
        fact.other === undefined || fact.other === null ? words.unknown : valuesIn(saying, fact.otherField, fact.other)
      return words.other(valuesIn(saying, fact.field, fact.value), fieldName(saying, fact.otherField), other)
    }
    case 'day':
      return typeof fact.value === 'string' ? words.day(fact.value, dayText(fact.today)) : words.unknown
    case 'length': {
      const type = saying.regulation.fields[fact.field]?.type
      return words.length(fact.length, type === 'text' || type === 'longText')
    }
    case 'count':
      return words.times(fact.times)
    case 'latest':
      return words.latest(fact.act === null ? null : actName(saying, fact.act))
    case 'duty':
      return fact.statuses.length === 0 ? words.noDuty : words.statuses(allOf(saying, fact.statuses, statusName))
    case 'stage':
      return words.stage(stageName(saying, fact.stage))
    case 'part':
      return words.part(fact.part === null ? null : partName(saying, fact.part))
    case 'shares':
      return words.shares(sharesIn(saying, fact.shares))
    case 'items':
      return itemsSaid(saying, fact)
    case 'begun':
      return words.begun(fact.begun.length, fact.isOfEnds ? fact.begun.filter(({ isEnded }) => isEnded).length : null)
    case 'signOff':
      return words.signOff(standingName(saying, fact.standing))
    case 'unitKinds':
      return words.unitKinds(fact.kinds.length === 0 ? null : allOf(saying, [...new Set(fact.kinds)], unitKindName))
    case 'role':
      return words.role(fact.role === null ? null : roleName(saying, fact.role))
    default:
      return unreachable(fact)
  }
}

const valuesIn = (saying: Saying, field: string, value: Value): string => {
  const isList = Array.isArray(value) && saying.regulation.fields[field]?.type === 'choices'
  return isList ? saying.words.and(value.map((each: Value) => valueNamed(saying, field, each))) : valueNamed(saying, field, value)
}

/** Those that are meant, and in which stages they stand. */
function itemsSaid(saying: Saying, { kind, items }: Extract<Fact, { of: 'items' }>): string {
  const stages = items.flatMap(({ stage, isMeant }) => (isMeant ? [stage] : []))
  return saying.words.fact.items(
    itemName(saying, kind),
    stages.length,
    stages.length === 0 ? null : allOf(saying, stages, itemStageName),
  )
}

/** Part by part, in which stages the shares stand. */
function sharesIn(saying: Saying, shares: Extract<Fact, { of: 'shares' }>['shares']): readonly string[] {
  const parts = [...new Set(shares.map(({ part }) => part))]
  return parts.map((part) =>
    saying.words.fact.share(
      partName(saying, part),
      allOf(
        saying,
        shares.filter((share) => share.part === part).map(({ stage }) => stage),
        shareStageName,
      ),
    ),
  )
}
