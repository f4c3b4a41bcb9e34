import {
  type AssessedLine,
  addMilliseconds,
  assess,
  type Calendar,
  type DutyState,
  daysCharged,
  dueText,
  type Given,
  instantText,
  isKeptFrom,
  type MatterState,
  permittedActs,
  publicView,
  type Regulation,
  retentionOf,
  sightOf,
  tallyOf,
  whyNotMoved,
  whyNotOwed,
  whyNotPublic,
} from '../../core/index.js'
import { each } from '../grammar/reading.js'
import { checkReminded } from './check-told.js'
import { type Difference, differs } from './difference.js'
import { actorOf, isBlind, isHolder } from './scenario-actor.js'
import type { Expectation, ExpectedDuty } from './schema-scenario.js'

export type Standing = { readonly given: Given; readonly state: MatterState }

type Check = (expected: Expectation, standing: Standing) => readonly Difference[]

/** Compares a matter with what a scenario expects. What is not named is not checked. */
export const checkExpectation: Check = (expected, standing) => checks.flatMap((check) => check(expected, standing))

const regulationOf = ({ given }: Standing): Regulation => given.program.regulation

const stage: Check = ({ stage, shown }, standing) => [
  ...differs('stage', stage, standing.state.stage).map((each) => ({
    ...each,
    because: whyNotMoved(standing.given, stage ?? ''),
  })),
  ...differs('shown', shown, regulationOf(standing).stages[standing.state.stage]?.shown),
]

const assignments: Check = ({ assignments }, { state }) =>
  (assignments ?? []).flatMap((expected, index) => {
    const found = state.assignments.filter((share) => share.unit === expected.unit)
    const fits = found.some(
      (share) => (expected.part ?? share.part) === share.part && (expected.stage ?? share.stage) === share.stage,
    )
    if (fits) return []
    const actual = state.assignments.map(({ unit, part, stage }) => ({ unit, part, stage }))
    return [{ what: `assignments[${index}]`, expected, actual }]
  })

const items: Check = ({ items }, { state }) =>
  each(items, []).flatMap(({ value: { item: id, of, stage, facts } }) => {
    const found = state.items.find((item) => item.id === id)
    const at = `items.${id}`
    if (found === undefined) return [{ what: at, expected: of ?? true, actual: state.items.length }]
    return [
      ...differs(`${at}.of`, of, found.kind),
      ...differs(`${at}.stage`, stage, found.stage),
      ...Object.entries(facts ?? {}).flatMap(([field, expected]) => differs(`${at}.${field}`, expected, found.facts[field])),
    ]
  })

/** Each expected duty takes one that stands; what fits none is compared with the one that comes closest. */
const duties: Check = ({ duties }, { given, state }) => {
  const left = [...state.duties]
  return each(duties, []).flatMap(({ value: expected }) => {
    const { holder, item } = expected
    const isMeant = (duty: DutyState): boolean =>
      (holder === undefined || isHolder(holder, duty)) && (item === undefined || duty.item === item)
    const candidates = left.filter((duty) => duty.duty === expected.duty && isMeant(duty))
    const [best] = candidates
      .map((duty) => ({ duty, wrong: dutyDifferences(expected, duty, given.calendar) }))
      .sort((a, b) => a.wrong.length - b.wrong.length || b.duty.openedAt - a.duty.openedAt)
    const because = whyNotOwed(given, expected.duty)
    if (best === undefined)
      return [{ what: `duties.${expected.duty}`, expected, actual: dutiesBrief(state, given.calendar), because }]
    left.splice(left.indexOf(best.duty), 1)
    return best.wrong.map((each) => ({ ...each, because }))
  })
}

const dutiesBrief = (state: MatterState, calendar: Calendar): unknown =>
  state.duties.map((duty) => `${duty.duty} ${duty.unit ?? duty.holder} ${duty.status} ${dueOf(duty, calendar) ?? '-'}`)

const dueOf = (duty: DutyState, calendar: Calendar): string | null =>
  duty.dueAt === null ? null : dueText(duty.dueAt, calendar.zone)

function dutyDifferences(expected: ExpectedDuty, duty: DutyState, calendar: Calendar): readonly Difference[] {
  const at = `duties.${expected.duty}${expected.holder === undefined ? '' : `@${expected.holder}`}`
  const wanted = expected.due == null ? expected.due : wallTime(expected.due)
  return [
    ...differs(`${at}.status`, expected.status, duty.status),
    ...differs(`${at}.due`, wanted, dueOf(duty, calendar)),
    ...differs(`${at}.alert`, expected.alert, duty.alert),
    ...differs(`${at}.workdaysLate`, expected.workdaysLate, duty.workdaysLate),
    ...differs(`${at}.late`, expected.late, duty.isLate),
    ...differs(`${at}.deducted`, expected.deducted, duty.deducted),
    ...differs(`${at}.criticisms`, expected.criticisms, duty.criticisms),
    ...differs(`${at}.provisional`, expected.provisional, duty.isProvisional),
    ...differs(`${at}.held`, expected.held, duty.isHeld),
    ...differs(`${at}.extensions`, expected.extensions, duty.extensions),
  ]
}

/** `2025-10-13` alone is the end of that day. */
export const wallTime = (written: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written} 24:00` : written)

const noDuties: Check = ({ noDuties }, { state, given }) =>
  each(noDuties, []).flatMap(({ value: name }) => {
    const owed = state.duties.filter((duty) => duty.duty === name && ['open', 'paused', 'overdue'].includes(duty.status))
    const actual = owed.map((duty) => `${duty.unit ?? duty.holder} ${duty.status} ${dueOf(duty, given.calendar) ?? '-'}`)
    return owed.length === 0 ? [] : [{ what: `noDuties.${name}`, expected: [], actual }]
  })

const rungs: Check = ({ rungs }, { state, given }) =>
  each(rungs, []).flatMap(({ value: expected }) => {
    const { duty, rung, at, holder } = expected
    const owed = state.duties.filter((each) => each.duty === duty && (holder === undefined || isHolder(holder, each)))
    const momentsIn = (one: DutyState) =>
      one.reached.map((each) => ({ rung: each.rung, at: instantText(each.at, given.calendar.zone) }))
    const found = owed.find((one) =>
      momentsIn(one).some((each) => each.rung === rung && (at === undefined || sameTime(at, each.at))),
    )
    if (found !== undefined) return checkReminded(expected, found, given)
    return [{ what: `rungs.${duty}/${rung}`, expected: at ?? true, actual: owed.flatMap(momentsIn) }]
  })

const noRungs: Check = ({ noRungs }, { state, given }) =>
  each(noRungs, []).flatMap(({ value: { duty, rung, holder } }) => {
    const reached = state.duties
      .filter((one) => one.duty === duty && (holder === undefined || isHolder(holder, one)))
      .flatMap((one) => one.reached.filter((turn) => turn.rung === rung))
      .map((turn) => instantText(turn.at, given.calendar.zone))
    return reached.length === 0 ? [] : [{ what: `noRungs.${duty}/${rung}`, expected: [], actual: reached }]
  })

/** `2025-10-13 24:00` and `2025-10-14 00:00` are one moment. */
function sameTime(a: string, b: string): boolean {
  const plain = (text: string) => {
    const [on = '', time = '00:00'] = text.split(/[ T]/)
    return time.startsWith('24') ? Date.parse(`${on}T00:00:00Z`) + 86_400_000 : Date.parse(`${on}T${time.padStart(5, '0')}Z`)
  }
  return plain(a) === plain(b)
}

const alerts: Check = ({ alerts }, { state }) => {
  if (alerts === undefined) return []
  const standing = [...new Set(state.duties.flatMap((duty) => (duty.alert === null ? [] : [duty.alert])))].sort()
  return differs(
    'alerts',
    each(alerts, [])
      .map((entry) => entry.value)
      .sort(),
    standing,
  )
}

/** Of a share by its unit: `answer@roads`. What was never sent up is unsent. */
const signOffs: Check = ({ signOffs }, { state }) =>
  Object.entries(signOffs ?? {}).flatMap(([name, expected]) => {
    const [id, unit] = name.split('@')
    const share = unit === undefined ? null : (state.assignments.findLast((each) => each.unit === unit)?.id ?? null)
    const found = state.signOffs.find((each) => each.signOff === id && each.assignment === share)
    return differs(`signOffs.${name}`, expected, found?.standing ?? 'unsent')
  })

const facts: Check = ({ facts }, standing) =>
  Object.entries(facts ?? {}).flatMap(([field, expected]) => {
    const { state } = standing
    const stated = [state.facts, ...state.assignments.map((share) => share.facts)].map((from) => from[field])
    const actual = stated.find((value) => value !== undefined) ?? regulationOf(standing).fields[field]?.default
    return differs(`facts.${field}`, expected, actual)
  })

const may: Check = (expected, standing) =>
  (['may', 'mayNot'] as const).flatMap((key) =>
    Object.entries(expected[key] ?? {}).flatMap(([who, acts]) => {
      const actor = actorOf(who, regulationOf(standing), standing.state)
      const isThere = standing.given.events.length === 0 || !isBlind(standing.given, actor)
      const offers = isThere ? permittedActs(standing.given, actor) : []
      return each(acts, []).flatMap(({ value: act }) => {
        const found = offers.filter((offer) => offer.act === act)
        const isOpen = found.some((offer) => offer.refusal === null)
        if (isOpen === (key === 'may')) return []
        const refused = found.find((offer) => offer.refusal !== null)?.refusal
        const difference = {
          what: `${key}.${who}.${act}`,
          expected: key === 'may',
          actual: isOpen || (refused?.code ?? 'wrong-role'),
        }
        return [refused == null ? difference : { ...difference, because: refused.because }]
      })
    }),
  )

const sight: Check = ({ sees, shows }, standing) => {
  const look = (who: string) => sightOf(standing.given, actorOf(who, regulationOf(standing), standing.state))
  return [
    ...Object.entries(sees ?? {}).flatMap(([who, expected]) => differs(`sees.${who}`, expected, look(who).sees)),
    ...Object.entries(shows ?? {}).flatMap(([who, fields]) => {
      const sight = look(who)
      return Object.entries(fields).flatMap(([field, as]) => differs(`shows.${who}.${field}`, as, sight.fields[field]?.as))
    }),
  ]
}

const publicPage: Check = (expected, { given }) =>
  expected.public === undefined
    ? []
    : differs('public', expected.public, publicView(given) !== null).map((each) => ({ ...each, because: whyNotPublic(given) }))

/** Exactly these fields stand on the public page. */
/** Acts done that a viewer's timeline shows, and those it leaves out. */
const finds: Check = (expected, { given, state }) =>
  (['finds', 'findsNot'] as const).flatMap((key) =>
    Object.entries(expected[key] ?? {}).flatMap(([who, acts]) => {
      const { role } = actorOf(who, given.program.regulation, state)
      const found = given.events.filter((event) => !isKeptFrom(given, event, role))
      const names = found.flatMap((event) => (event.kind === 'act' ? [event.act] : []))
      const wrong = each(acts, []).filter(({ value }) => names.includes(value) !== (key === 'finds'))
      return wrong.length === 0 ? [] : [{ what: `${key}.${who}`, expected: acts, actual: [...new Set(names)] }]
    }),
  )

const publicShows: Check = (expected, { given }) => {
  if (expected.publicShows === undefined) return []
  const wanted = each(expected.publicShows, []).map((entry) => entry.value)
  return differs('publicShows', wanted.sort(), Object.keys(publicView(given) ?? {}).sort())
}

const charged: Check = ({ charged }, { state, given }) => {
  if (charged === undefined) return []
  const charges = daysCharged(state, given.calendar, given.now)
  return Object.entries(charged).flatMap(([who, expected]) => {
    const mine = charges.filter((charge) => charge.unit === who || (charge.unit === null && charge.by === who))
    return differs(
      `charged.${who}`,
      expected,
      mine.reduce((sum, charge) => sum + charge.workdays, 0),
    )
  })
}

const criticised: Check = ({ criticised }, { state }) => {
  const named = [
    ...state.marks.filter(({ mark }) => mark === 'criticised').map(({ unit }) => ({ unit, times: 1 })),
    ...state.duties.map(({ unit, criticisms }) => ({ unit, times: criticisms })),
  ]
  const totals: Record<string, number> = {}
  for (const { unit, times } of named) if (unit !== null && times > 0) totals[unit] = (totals[unit] ?? 0) + times
  return differs('criticised', criticised, totals)
}

/** The scenario's matter alone, over all its life. */
const assessed: Check = ({ assessed: expected }, { given }) =>
  Object.entries(expected ?? {}).flatMap(([unit, lines]) => {
    const first = given.events[0]?.at ?? given.now
    // A moment before the first, for what fell due as it came; a moment after the present one, for what happens now.
    const span = { from: addMilliseconds(first, -1), before: addMilliseconds(given.now, 1) }
    const found = assess(Object.values(given.program.regulation.assessment), tallyOf(given, { unit, ...span }), 0).lines
    return Object.entries(lines).flatMap(([id, value]) => {
      const line = found.find((each) => each.id === id)
      return differs(`assessed.${unit}.${id}`, value, line === undefined ? undefined : lineText(line))
    })
  })

const lineText = ({ points, number, of }: AssessedLine): number | string => points ?? (of === null ? number : `${number}/${of}`)

const retention: Check = ({ retention: expected }, { given }) => differs('retention', expected, retentionOf(given)?.id ?? 'none')

const checks: readonly Check[] = [
  stage,
  assignments,
  items,
  duties,
  noDuties,
  rungs,
  noRungs,
  alerts,
  facts,
  signOffs,
  may,
  sight,
  publicPage,
  publicShows,
  finds,
  charged,
  criticised,
  assessed,
  retention,
]
