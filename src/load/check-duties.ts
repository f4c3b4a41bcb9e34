import type { Duty, Opening, Regulation, Rung } from '../core/index.js'
import type { Checked, Remark, RuleCheck } from './check-rules.js'

/** A duty that nothing meets and nothing cancels stays open for ever. */
const neverMet: RuleCheck = ({ regulation, reachable }) =>
  Object.values(regulation.duties)
    .filter((duty) => ![...duty.metBy, ...duty.cancelledBy].some(({ act }) => reachable.acts.has(act)))
    .map((duty) => ({ code: 'duty-never-met', path: ['duties', duty.id], args: { duty: duty.id } }))

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
    if (rung.moment.kind !== 'before' || duty.within?.kind !== 'period') return null
    const { period } = duty.within
    return period.unit === rung.moment.period.unit && rung.moment.period.amount >= period.amount ? 'rung-at-once' : null
  })

/** A rung that alerts, urges, deducts, refers and opens nothing. */
const idleRungs: RuleCheck = ({ regulation }) =>
  eachRung(regulation, (duty, rung) => {
    const does = rung.alert !== null || rung.urges.length > 0 || rung.deducts > 0 || rung.refersTo !== null || rung.criticisms > 0
    const isWaitedFor = Object.values(regulation.duties).some((each) =>
      each.opens.some((opening) => opening.on === 'rung' && opening.duty === duty.id && opening.rung === rung.id),
    )
    return does || isWaitedFor ? null : 'rung-idle'
  })

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

export const dutyChecks: readonly RuleCheck[] = [neverOpened, neverMet, neverResumed, deadRungs, idleRungs, grantsNothing]
