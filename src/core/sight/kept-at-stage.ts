import type { ActEvent } from '../events/event.js'
import { derive } from '../fold/derive.js'
import type { Given } from '../fold/working.js'
import type { Act, Regulation } from '../rules/regulation.js'

/** 尚未定下来. The roles from which a stage keeps the act that led to it, until one that leads on from there tells them. */
export function keptAtStage(given: Given, event: ActEvent): readonly string[] {
  const { acts, stages } = given.program.regulation
  const act = acts[event.act]
  if (act === undefined || !mayBeKept(act, stages)) return []
  const until = given.events.filter(({ seq }) => seq < event.seq)
  const { stage } = derive({ program: given.program, calendar: given.calendar, events: [...until, event], now: given.now })
  const kept = act.to.some(({ to }) => to === stage) ? (stages[stage]?.keptFrom ?? []) : []
  if (kept.length === 0) return []
  const told = acts[firstOnFrom(given, stage, event.seq)?.act ?? '']?.tells ?? []
  return kept.filter((role) => !told.includes(role))
}

const mayBeKept = ({ of, to }: Act, stages: Regulation['stages']): boolean =>
  of === 'matter' && to.some((passage) => (stages[passage.to]?.keptFrom.length ?? 0) > 0)

/** What decided it: a later one that is taken back decided nothing, and is not among the events. */
const firstOnFrom = ({ program, events }: Given, stage: string, after: number): ActEvent | undefined =>
  events.find((event): event is ActEvent => {
    const act = event.kind === 'act' && event.seq > after ? program.regulation.acts[event.act] : undefined
    return act !== undefined && act.of === 'matter' && act.to.length > 0 && act.from.includes(stage)
  })
