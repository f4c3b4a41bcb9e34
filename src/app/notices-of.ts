import type { ActEvent, Given, MatterEvent, MatterState, RungEvent } from '../core/index.js'
import { derive } from '../core/index.js'
import type { NewNotice, NoticeTo } from '../store/index.js'

/** Who must be told of what was recorded: those an act names, and those a rung urges. Texts are made when they are read. */
export function noticesOf(given: Given, events: readonly MatterEvent[]): readonly NewNotice[] {
  if (!events.some((event) => tells(given, event).length > 0)) return []
  const state = derive(given)
  return events.flatMap((event) =>
    receivers(given, state, event).map((to) => ({ to, kind: event.kind, body: { seq: event.seq } })),
  )
}

function tells(given: Given, event: MatterEvent): readonly string[] {
  const { regulation } = given.program
  const roles = event.kind === 'act' ? (regulation.acts[event.act]?.tells ?? []) : (rungOf(given, event)?.urges ?? [])
  // The requester looks at the tracking page.
  return roles.filter((role) => regulation.roles[role] !== undefined && regulation.roles[role].kind !== 'requester')
}

const rungOf = ({ program }: Given, event: RungEvent) =>
  program.regulation.duties[event.duty]?.ladder.find((each) => each.id === event.rung)

function receivers(given: Given, state: MatterState, event: MatterEvent): readonly NoticeTo[] {
  const { regulation } = given.program
  return tells(given, event).flatMap((role): readonly NoticeTo[] => {
    const kind = regulation.roles[role]?.kind
    if (kind === 'office' || kind === 'leader') return [{ role }]
    if (kind !== 'unit') return []
    return unitsMeant(state, event).map((unit) => ({ unit, role }))
  })
}

/** The unit of the share it is about, or every unit that has the matter in hand. */
function unitsMeant(state: MatterState, event: MatterEvent): readonly string[] {
  const share = event.kind === 'act' ? shareOf(state, event) : (state.duties.find(({ key }) => key === event.key)?.unit ?? null)
  if (share !== null) return [share]
  const since = state.assignments.filter((each) => each.endedAt === null || each.endedAt === event.at)
  return [...new Set(since.map((each) => each.unit))]
}

const shareOf = (state: MatterState, event: ActEvent): string | null =>
  state.assignments.find((each) => each.id === event.assignment)?.unit ?? null
