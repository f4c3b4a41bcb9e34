import {
  type ActEvent,
  type ActOffer,
  type Actor,
  type Calendar,
  type Decision,
  dayAt,
  dayText,
  decide,
  derive,
  type Field,
  Folded,
  type Given,
  heardAs,
  instant,
  type MatterEvent,
  type Payload,
  type Program,
  permittedActs,
  type Value,
} from '../src/core/index.js'

/** A source of numbers from 0 to below 1: a property test's, or a fixed sequence for a bench. */
export type Choice = () => number

const units = ['unitOne', 'unitTwo', 'unitThree']
const minute = 60_000

/** Everybody who could act: each role, a unit's roles once for each unit, each as a person of their own. */
export function everyActor(program: Program): readonly Actor[] {
  return Object.values(program.regulation.roles).flatMap(({ id, kind }): Actor[] => {
    if (kind === 'outside' || kind === 'system') return []
    if (kind === 'requester') return [{ role: id, unit: null, person: null }]
    if (kind === 'unit') return units.map((unit) => ({ role: id, unit, person: `${id}-of-${unit}` }))
    return [
      { role: id, unit: null, person: `${id}-one` },
      { role: id, unit: null, person: `${id}-two` },
    ]
  })
}

/** One item or two, each with what its kind needs. */
function itemsFor(given: Pick<Given, 'calendar' | 'now' | 'program'>, field: Field, choose: Choice): Value {
  const { items, fields } = given.program.regulation
  const needs = items[field.items ?? '']?.needs ?? []
  const one = (): Payload =>
    Object.fromEntries(
      needs.flatMap((id) => {
        const own = fields[id]
        return own === undefined ? [] : [[id, anyValue(own, given, choose)] as const]
      }),
    )
  return choose() < 0.5 ? [one()] : [one(), one()]
}

/** A value a field accepts. */
export function anyValue(field: Field, given: Pick<Given, 'calendar' | 'now' | 'program'>, choose: Choice): Value {
  const { calendar, now } = given
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(choose() * list.length)]
  switch (field.type) {
    case 'text':
    case 'longText':
      return '例'.repeat(Math.max(field.least ?? 1, Math.min(field.most ?? 12, 12)))
    case 'choice':
      return pick(field.options)?.id ?? ''
    case 'choices':
      return field.options
        .filter(() => choose() < 0.5)
        .map((option) => option.id)
        .slice(0, 3)
    case 'boolean':
      return choose() < 0.5
    case 'number':
      return (field.least ?? 1) + Math.floor(choose() * ((field.most ?? 5) - (field.least ?? 1) + 1))
    case 'date':
      // What has been cannot lie ahead.
      return field.notAfter === null ? '2025-12-01' : dayText(dayAt(now, calendar.zone))
    case 'time':
      return '2025-12-01 10:00'
    case 'unit':
      return pick(units) ?? ''
    case 'person':
    case 'matter':
      return 'M1'
    case 'people':
    case 'requesters':
      return ['P1', 'P2']
    case 'assignments': {
      const first = pick(units) ?? ''
      const second = units.find((unit) => unit !== first) ?? ''
      return choose() < 0.7
        ? [{ unit: first, role: 'lead' }]
        : [
            { unit: first, role: 'lead' },
            { unit: second, role: 'assist' },
          ]
    }
    case 'limit':
      return { workdays: Math.floor((field.least ?? 1) + choose() * ((field.most ?? 5) - (field.least ?? 1) + 1)) }
    case 'items':
      return itemsFor(given, field, choose)
    case 'attachments':
      return ['attachment-1']
  }
}

export const payloadFor = (given: Given, offer: ActOffer, choose: Choice): Payload =>
  Object.fromEntries([
    ...offer.needs.map((id) => [id, stated(given, id, choose)] as const),
    ...[...offer.takes, ...offer.needsWhen.flatMap((each) => each.fields)]
      .filter(() => choose() < 0.5)
      .map((id) => [id, stated(given, id, choose)] as const),
    ...(offer.item === null ? [] : [['item', offer.item] as const]),
    ...(offer.item !== null || offer.unit === null ? [] : [['unit', offer.unit] as const]),
  ])

function stated(given: Given, id: string, choose: Choice): Value {
  const field = given.program.regulation.fields[id]
  if (field === undefined) throw new Error(`no field ${id}`)
  return anyValue(field, given, choose)
}

export type Step = { readonly given: Given; readonly offer: ActOffer; readonly by: Actor; readonly decision: Decision }

/** Something that another matter did, where this one may hear of it as it stands: with what it learns of it. */
function heardOf(given: Folded, choose: Choice): readonly ActEvent[] {
  const { acts, fields } = given.program.regulation
  const { stage } = derive(given)
  const open = Object.values(acts).filter(({ hears, from }) => hears != null && from.includes(stage))
  const act = open[Math.floor(choose() * open.length)]
  if (act?.hears == null) return []
  const learned = Object.keys(act.hears.learns).flatMap((id) => {
    const field = fields[id]
    return field === undefined ? [] : [[id, anyValue(field, given, choose)] as const]
  })
  return heardAs(given, act, { kind: act.hears.kind, number: 'M1', seq: 1, isEnded: false }, Object.fromEntries(learned))
}

/**
 * Walks a matter from its first act, or from where it stands, by acts that are open, one after another, half of them new to it, and by
 * what it hears of others; time goes on by minutes to days.
 */
export function walk(
  program: Program,
  calendar: Calendar,
  length: number,
  choose: Choice,
  start = Date.parse('2025-09-01T02:00:00Z'),
  before: readonly MatterEvent[] = [],
): readonly Step[] {
  const steps: Step[] = []
  let events = before
  let now = start
  const hearsAny = Object.values(program.regulation.acts).some(({ hears }) => hears != null)
  for (let i = 0; i < length; i += 1) {
    const stood = Folded.of({ program, calendar, events, now: instant(now) })
    const heard = hearsAny && choose() < 0.3 ? heardOf(stood, choose) : []
    events = [...events, ...heard]
    const given = heard.length === 0 ? stood : stood.followedBy(heard)
    const open = everyActor(program).flatMap((by) =>
      permittedActs(given, by)
        .filter((offer) => offer.refusal === null)
        .map((offer) => ({ by, offer })),
    )
    const fresh = open.filter(({ offer }) => !events.some((event) => event.kind === 'act' && event.act === offer.act))
    const among = fresh.length > 0 && choose() < 0.5 ? fresh : open
    const chosen = among[Math.floor(choose() * among.length)]
    if (chosen === undefined) return steps
    const decision = decide(given, { act: chosen.offer.act, by: chosen.by, with: payloadFor(given, chosen.offer, choose) })
    steps.push({ given, ...chosen, decision })
    if (decision.ok) events = [...events, ...(decision.events as readonly ActEvent[])]
    now += Math.floor(choose() * (choose() < 0.3 ? 4 * 1440 : 120)) * minute
  }
  return steps
}

/** The events a walk left. */
export function eventsOf(steps: readonly Step[]): readonly MatterEvent[] {
  const last = steps[steps.length - 1]
  if (last === undefined) return []
  return last.decision.ok ? [...last.given.events, ...last.decision.events] : last.given.events
}

/** A fixed sequence of numbers (mulberry32), for benches. */
export function sequence(seed: number): Choice {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
