import {
  type ActEvent,
  type DutyState,
  decide,
  derive,
  type Given,
  type MatterEvent,
  type Program,
  type Refusal,
  type Regulation,
} from '../../core/index.js'

/** A duty as it stood, and as it would have stood. Null: there would be, or was, no such duty. */
export type Compared = { readonly key: string; readonly before: DutyState | null; readonly after: DutyState | null }

export type Replayed = {
  readonly duties: readonly Compared[]
  /** Extensions that would not have been granted, with what stands in the way. */
  readonly notGranted: readonly Refusal[]
}

/** Replays one matter's acts under another program, and sets each duty beside what it was. Pure: nothing is recorded. */
export function replay(real: Given, changed: Program): Replayed {
  // Rungs follow from due times: recorded ones belong to the numbers they were reached under.
  const events = real.events.filter(({ kind }) => kind === 'act')
  const given = { ...real, events }
  const { kept, notGranted } = keptUnder(given, changed)
  const before = derive(given).duties
  const after = derive({ ...given, program: changed, events: kept }).duties
  const keys = [...new Set([...before, ...after].map(({ key }) => key))]
  const find = (duties: readonly DutyState[], key: string) => duties.find((duty) => duty.key === key) ?? null
  return {
    duties: keys.map((key) => ({ key, before: find(before, key), after: find(after, key) })),
    notGranted,
  }
}

/** Its time passed before it was met; what was cancelled counts for nobody. */
export const isLate = (duty: DutyState | null): boolean => duty !== null && duty.status !== 'cancelled' && duty.isLate

type Kept = { readonly kept: readonly MatterEvent[]; readonly notGranted: readonly Refusal[] }

/** Without extensions that go beyond what the changed numbers allow, and that went through under the real ones. */
function keptUnder(given: Given, changed: Program): Kept {
  const extending = extendingActs(changed.regulation)
  const kept: MatterEvent[] = []
  const notGranted: Refusal[] = []
  for (const [index, event] of given.events.entries()) {
    const isExtending = event.kind === 'act' && extending.has(event.act)
    const refusal = isExtending ? beyond({ ...given, program: changed, events: kept }, event) : null
    const isNew = refusal !== null && isExtending && beyond({ ...given, events: given.events.slice(0, index) }, event) === null
    if (isNew) notGranted.push(refusal)
    else kept.push(event)
  }
  return { kept, notGranted }
}

/** What refuses an extension that goes beyond what is allowed; null where it does not. */
function beyond(given: Given, event: ActEvent): Refusal | null {
  const decision = decide({ ...given, now: event.at }, { act: event.act, by: event.by, with: event.with })
  return !decision.ok && decision.refusal.code === 'limit-reached' ? decision.refusal : null
}

const extendingActs = ({ duties }: Regulation): ReadonlySet<string> =>
  new Set(Object.values(duties).flatMap(({ extend }) => (extend === null ? [] : [extend.granted])))
