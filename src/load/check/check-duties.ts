import type { Condition, Duty, Opening, Period, Regulation, Rung } from '../../core/index.js'
import { plainPeriod } from './check-limits.js'
import { reachableAfter } from './reachable.js'
import type { Checked, Remark, RuleCheck } from './rule-check.js'

/** A duty that nothing meets, not even silence: whoever owes it can do nothing about it. */
const neverMet: RuleCheck = ({ regulation, reachable }) =>
  Object.values(regulation.duties)
    .filter((duty) => !(duty.lapses && duty.within !== null) && !duty.metBy.some(({ act }) => reachable.acts.has(act)))
    .map((duty) => ({ code: 'duty-never-met', path: ['duties', duty.id], args: { duty: duty.id } }))

/** A duty that could have been met before it opened, and not after. */
const metOnlyBefore: RuleCheck = (checked) =>
  Object.values(checked.regulation.duties)
    .filter((duty) => duty.metBy.some(({ act }) => checked.reachable.acts.has(act)) && isShutOut(duty, checked))
    .map((duty) => ({ code: 'duty-met-only-before', path: ['duties', duty.id, 'metBy'], args: { duty: duty.id } }))

function isShutOut(duty: Duty, { regulation, reachable }: Checked): boolean {
  const starts = duty.opens.map((opening) => stagesAfter(opening, regulation))
  if (starts.some((stages) => stages === null)) return false
  const below = reachableAfter(
    starts.flatMap((stages) => stages ?? []),
    regulation,
    reachable,
  )
  return !duty.metBy.some(
    ({ act }) => below.acts.has(act) || duty.opens.some((opening) => opening.on === 'act' && opening.act === act),
  )
}

/** Where a matter can stand when a duty has just opened; null where that cannot be said. */
function stagesAfter(opening: Opening, { acts }: Regulation): readonly string[] | null {
  if (opening.on === 'stage') return [opening.stage]
  const act = opening.on === 'act' ? acts[opening.act] : undefined
  if (act === undefined || act.of !== 'matter') return null
  return act.to.some((passage) => passage.when === null)
    ? act.to.map((passage) => passage.to)
    : [...act.from, ...act.to.map((passage) => passage.to)]
}

/** Silence answers at a due time: without a limit there is none. */
const neverLapses: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties)
    .filter(({ lapses, within }) => lapses && within === null)
    .map(({ id }) => ({ code: 'duty-never-lapses', path: ['duties', id, 'lapses'], args: { duty: id } }))

const neverOpened: RuleCheck = (checked) =>
  Object.values(checked.regulation.duties)
    .filter((duty) => !duty.opens.some((opening) => canOpen(opening, checked)))
    .map((duty) => ({ code: 'duty-never-opened', path: ['duties', duty.id], args: { duty: duty.id } }))

function canOpen(opening: Opening, { regulation, reachable }: Checked): boolean {
  switch (opening.on) {
    case 'act':
      return reachable.acts.has(opening.act)
    case 'stage':
      return reachable.stages.has(opening.stage)
    case 'turn':
      return regulation.signOffs[opening.signOff]?.sentBy.some((act) => reachable.acts.has(act)) === true
    case 'due':
      return regulation.duties[opening.duty]?.within != null
    case 'rung': {
      const duty = regulation.duties[opening.duty]
      return duty?.within != null || duty?.ladder.find((rung) => rung.id === opening.rung)?.moment.kind === 'after'
    }
  }
}

/** A rung that hangs on a due time there is not is never reached; one that comes before the whole limit is reached at once. */
const deadRungs: RuleCheck = ({ regulation }) =>
  eachRung(regulation, (duty, rung) => {
    if (duty.within === null && rung.moment.kind !== 'after') return 'rung-never-reached'
    const length = plainPeriod(duty.within)
    if (rung.moment.kind !== 'before' || length === null) return null
    const [limit, before] = [inMinutes(length), inMinutes(rung.moment.period)]
    return limit.unit === before.unit && before.amount >= limit.amount ? 'rung-at-once' : null
  })

const inMinutes = (period: Period): Period => (period.unit === 'hours' ? { amount: period.amount * 60, unit: 'minutes' } : period)

/** The worst alert that stands is the one people see: a milder one that comes no earlier never shows. */
const hiddenAlerts: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties).flatMap(({ id, ladder }) =>
    ladder.flatMap((rung, index) => {
      const worse = ladder.find((other) => outranks(other, rung, regulation))
      if (worse === undefined) return []
      return [{ code: 'alert-never-seen', path: ['duties', id, 'ladder', index], args: { rung: rung.id, other: worse.id } }]
    }),
  )

/** A worse alert that comes no later. */
function outranks(other: Rung, rung: Rung, { alerts }: Regulation): boolean {
  const rank = (each: Rung): number => alerts[each.alert ?? '']?.rank ?? 0
  if (rung.alert === null || other.unless !== null || rank(other) <= rank(rung)) return false
  const [one, two] = [other.moment, rung.moment]
  if (one.kind !== two.kind || one.period.unit !== two.period.unit) return false
  return one.kind === 'before' ? one.period.amount >= two.period.amount : one.period.amount <= two.period.amount
}

/** A rung that alerts, urges, deducts, refers and opens nothing. */
const idleRungs: RuleCheck = ({ regulation }) =>
  eachRung(regulation, (duty, rung) => {
    const isWaitedFor = Object.values(regulation.duties).some((each) =>
      each.opens.some((opening) => opening.on === 'rung' && opening.duty === duty.id && opening.rung === rung.id),
    )
    return !isIdle(rung) || isWaitedFor ? null : 'rung-idle'
  })

/** It alerts, urges, deducts and refers nothing. */
const isIdle = (rung: Rung): boolean =>
  rung.alert === null && rung.urges.length === 0 && rung.deducts === 0 && rung.refersTo === null && rung.criticisms === 0

function eachRung(regulation: Regulation, look: (duty: Duty, rung: Rung) => string | null): readonly Remark[] {
  return Object.values(regulation.duties).flatMap((duty) =>
    duty.ladder.flatMap((rung, index) => {
      const code = look(duty, rung)
      return code === null ? [] : [{ code, path: ['duties', duty.id, 'ladder', index], args: { rung: rung.id } }]
    }),
  )
}

/** Granting an extension must say how long. */
const grantsNothing: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties).flatMap(({ id, extend }) => {
    if (extend === null) return []
    const granting = regulation.acts[extend.granted]
    const stated = [...(granting?.needs ?? []), ...(granting?.takes ?? []), ...Object.keys(granting?.sets ?? {})]
    if (stated.includes(extend.amount)) return []
    return [{ code: 'grant-without-amount', path: ['duties', id, 'extend'], args: { act: extend.granted, field: extend.amount } }]
  })

/** What stops a clock needs something that starts it again. */
const neverResumed: RuleCheck = ({ regulation, reachable }) =>
  Object.values(regulation.duties)
    .filter((duty) => duty.pausedBy.length > 0 && !duty.resumedBy.some(({ act }) => reachable.acts.has(act)))
    .map((duty) => ({ code: 'duty-never-resumed', path: ['duties', duty.id], args: { duty: duty.id } }))

/** Owed by a unit, once in the matter, with nothing that says by which: it would stand on nobody's desk. */
const onNoDesk: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties)
    .filter(({ holder, of, named }) => regulation.roles[holder]?.kind === 'unit' && of === 'matter' && named === null)
    .map(({ id }) => ({ code: 'duty-on-no-desk', path: ['duties', id, 'of'], args: { duty: id } }))

/**
 * What is owed to whoever wrote is met by an act that could say what was done, and need not: an empty one would do. That a matter is accepted
 * is said by accepting it.
 */
const metByEmptyAct: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties)
    .filter(({ claimant }) => regulation.roles[claimant ?? '']?.kind === 'requester')
    .flatMap(({ id, metBy }) =>
      [...new Set(metBy.map(({ act }) => act))]
        .flatMap((act) => regulation.acts[act] ?? [])
        .filter(({ needs, takes, needsWhen }) => needs.length === 0 && needsWhen.length === 0 && takes.length > 0)
        .filter((act) => !regulation.meaning.marks.accepted.some((mark) => mark.on === 'act' && mark.act === act.id))
        .map((act) => ({ code: 'duty-met-by-empty-act', path: ['duties', id, 'metBy'], args: { duty: id, act: act.id } })),
    )

/** Only one whom a field names may do what meets it: on every other desk of the role it would stand in vain. */
const onOtherDesks: RuleCheck = ({ regulation }) =>
  Object.values(regulation.duties).flatMap(({ id, holder, named, metBy }) => {
    const theirs = metBy.flatMap(({ act }) => regulation.acts[act] ?? []).filter(({ by }) => by.includes(holder))
    const fields = theirs.map(({ when }) => viewerIn(when))
    const [field] = fields
    if (field == null || field === named?.field || fields.some((each) => each !== field)) return []
    return [{ code: 'duty-on-other-desks', path: ['duties', id, 'holder'], args: { duty: id, field } }]
  })

/** The field that must name whoever acts. */
function viewerIn(when: Condition | null): string | null {
  if (when?.op === 'viewer') return when.field
  return when?.op === 'all' ? (when.of.map(viewerIn).find((field) => field !== null) ?? null) : null
}

export const dutyChecks: readonly RuleCheck[] = [
  neverOpened,
  neverMet,
  neverLapses,
  metOnlyBefore,
  neverResumed,
  deadRungs,
  hiddenAlerts,
  idleRungs,
  grantsNothing,
  onNoDesk,
  onOtherDesks,
  metByEmptyAct,
]
