import type { ActView, MatterView, SessionView } from '../../../contract/index.js'

/** The acts of a matter as they are offered to one person: the one that is due, the others that meet the same, the rest, and what is not offered. */
export type OfferedActs = {
  readonly primary: ActView | null
  /** The name of the duty that the first meets; null where it meets none. */
  readonly meets: string | null
  readonly beside: readonly ActView[]
  readonly rest: readonly ActView[]
  /** May be done, but nothing asks for it now; or may not be done. */
  readonly idle: readonly ActView[]
  readonly closed: readonly ActView[]
}

/**
 * One act is named by what is owed: of the offers that meet the most pressing duty of whoever looks (or the one they came for), the one which the
 * regulation names first among what meets it, a usual run before the acts it joins, unless it would begin by what was done already and nothing
 * asks for again. Nothing here knows an act or a duty.
 */
export function offeredActs(
  matter: Pick<MatterView, 'acts' | 'duties' | 'timeline'>,
  role: SessionView['role'],
  cameFor: string | null,
): OfferedActs {
  const open = matter.acts.filter(({ refusal }) => refusal === null)
  const offered = open.filter(({ hasCause }) => hasCause)
  const isMeeting = (key: string) => (act: ActView) => act.meets.includes(key)
  const own = ownDuties(matter.duties, role).map(({ key }) => key)
  const key = (cameFor === null ? own : [cameFor, ...own]).find((each) => offered.some(isMeeting(each))) ?? null
  const due = matter.duties.find((duty) => duty.key === key)
  const isAgain = ({ joins: [first] }: ActView): boolean =>
    first !== undefined &&
    matter.timeline.some(({ act }) => act === first.id) &&
    offered.some(({ act, meets }) => act === first.id && meets.length === 0)
  const meeting =
    key === null
      ? []
      : inOrder(
          offered.filter((act) => isMeeting(key)(act) && !isAgain(act)),
          due?.metBy ?? [],
        )
  const primary = meeting[0] ?? null
  const joined = primary?.joins.map(({ id }) => id) ?? []
  const beside = meeting.slice(1).filter(({ act }) => !joined.includes(act))
  return {
    primary,
    meets: due?.name ?? null,
    beside,
    rest: offered.filter((act) => act !== primary && !beside.includes(act)),
    idle: open.filter(({ hasCause }) => !hasCause),
    closed: matter.acts.filter(({ refusal }) => refusal !== null),
  }
}

/** As the regulation orders them; a usual run stands where the first act does that it joins, what is not named last. */
function inOrder(offers: readonly ActView[], metBy: readonly string[]): readonly ActView[] {
  const place = ({ act, joins }: ActView): number => {
    const places = [act, ...joins.map(({ id }) => id)].map((id) => metBy.indexOf(id)).filter((at) => at >= 0)
    return places.length === 0 ? metBy.length : Math.min(...places)
  }
  return [...offers].sort((one, other) => place(one) - place(other))
}

type Duty = MatterView['duties'][number]

/** What this person owes in the role they wear, the most pressing first; what has no time waits behind what has one. */
export function ownDuties(duties: readonly Duty[], role: SessionView['role']): readonly Duty[] {
  const own = duties.filter(
    ({ status, holder }) =>
      (status === 'open' || status === 'overdue' || status === 'paused') &&
      holder.role === role.role &&
      (holder.unit === null || holder.unit === role.unit?.id),
  )
  return [...own].sort((one, other) => Math.sign(timeOf(one) - timeOf(other)) || 0)
}

const timeOf = ({ dueAt }: Duty): number => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt.iso))
