import { type DutyState, decide, derive, type Given, type MatterEvent, type Program, type Regulation } from '../../core/index.js'

/** A duty as it stood, and as it would have stood. Null: there would be, or was, no such duty. */
export type Compared = { readonly key: string; readonly before: DutyState | null; readonly after: DutyState | null }

export type Replayed = {
  readonly duties: readonly Compared[]
  /** Extensions that would not have been granted. */
  readonly notGranted: number
}

/** Replays one matter's acts under another program, and sets each duty beside what it was. Pure: nothing is recorded. */
export function replay(real: Given, changed: Program): Replayed {
  // Rungs follow from due times: recorded ones belong to the numbers they were reached under.
  const events = real.events.filter(({ kind }) => kind === 'act')
  const given = { ...real, events }
  const kept = keptUnder(given, changed)
  const before = derive(given).duties
  const after = derive({ ...given, program: changed, events: kept }).duties
  const keys = [...new Set([...before, ...after].map(({ key }) => key))]
  const find = (duties: readonly DutyState[], key: string) => duties.find((duty) => duty.key === key) ?? null
  return {
    duties: keys.map((key) => ({ key, before: find(before, key), after: find(after, key) })),
    notGranted: events.length - kept.length,
  }
}

/** Its time passed before it was met; what was cancelled counts for nobody. */
export const isLate = (duty: DutyState | null): boolean => duty !== null && duty.status !== 'cancelled' && duty.isLate

/** Without extensions that go beyond what the changed numbers allow, and that went through under the real ones. */
function keptUnder(given: Given, changed: Program): readonly MatterEvent[] {
  const extending = extendingActs(changed.regulation)
  if (!given.events.some((event) => event.kind === 'act' && extending.has(event.act))) return given.events
  const kept: MatterEvent[] = []
  for (const [index, event] of given.events.entries()) {
    if (event.kind === 'act' && extending.has(event.act)) {
      const asked = { act: event.act, by: event.by, with: event.with }
      const isBeyond = (program: Program, events: readonly MatterEvent[]): boolean => {
        const decision = decide({ ...given, program, events, now: event.at }, asked)
        return !decision.ok && decision.refusal.code === 'limit-reached'
      }
      if (isBeyond(changed, kept) && !isBeyond(given.program, given.events.slice(0, index))) continue
    }
    kept.push(event)
  }
  return kept
}

const extendingActs = ({ duties }: Regulation): ReadonlySet<string> =>
  new Set(Object.values(duties).flatMap(({ extend }) => (extend === null ? [] : [extend.granted])))
