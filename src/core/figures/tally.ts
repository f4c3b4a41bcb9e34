import { derive } from '../fold/derive.js'
import type { DutyState } from '../fold/state.js'
import type { Given } from '../fold/working.js'
import type { AssessedFigure } from '../rules/assessment-rule.js'
import type { Duty, Regulation } from '../rules/regulation.js'
import type { Instant } from '../time/instant.js'
import { emptyTally, type Tally } from './assess.js'
import { countedMarks } from './counted-marks.js'

/** Of which unit, and from when until when: a mark of the last moment is of the next span, a duty due at 24:00 of this one. */
export type TallyAsked = {
  readonly unit: string
  readonly from: Instant
  readonly before: Instant
  /** Whether whoever asks may learn of a duty; without it everybody may. */
  readonly seesDuty?: (duty: string) => boolean
}

/**
 * With a soft duty, or one that silence answers, nobody is late, an internal one weighs on nobody, and a citizen is not measured.
 */
export const isDutyCounted = ({ roles }: Pick<Regulation, 'roles'>, { isSoft, lapses, isInternal, holder }: Duty): boolean =>
  !isSoft && !lapses && !isInternal && roles[holder]?.kind !== 'requester'

/** The day by which points are counted: that on which the duty was due; of one without, that on which it was opened. */
export const weighedAt = ({ dueAt, openedAt }: Pick<DutyState, 'dueAt' | 'openedAt'>): Instant => dueAt ?? openedAt

/** What one matter counts for in the assessment of a unit, from its events: as statistics count it, each figure once. */
export function tallyOf(given: Given, asked: TallyAsked): Tally {
  const state = derive(given)
  const { unit, from, before } = asked
  const shares = state.assignments.filter((share) => share.unit === unit).map(({ id }) => id)
  const isIts = (mark: { readonly unit: string | null; readonly assignment: number | null }): boolean =>
    mark.unit === null ? (mark.assignment === null ? shares.length > 0 : shares.includes(mark.assignment)) : mark.unit === unit
  const marks = countedMarks(given, state).filter((mark) => mark.at >= from && mark.at < before && isIts(mark))
  const { regulation } = given.program
  const duties = state.duties.filter((duty) => {
    const rule = regulation.duties[duty.duty]
    return duty.unit === unit && rule !== undefined && isDutyCounted(regulation, rule) && asked.seesDuty?.(duty.duty) !== false
  })
  const received = state.marks.find(({ mark }) => mark === 'received')?.at
  const isReceived = received !== undefined && received >= from && received < before && shares.length > 0
  const rating = marks.filter(({ mark, rating }) => mark === 'rated' && rating !== null).at(-1)?.rating ?? null
  const happened: readonly string[] = [...marks.map(({ mark }) => mark), ...(isReceived ? ['received'] : [])]
  return {
    figures: {
      ...emptyTally.figures,
      ...figuresOf(happened),
      ...ratedAs(regulation, rating),
      ...owedIn(duties.filter((duty) => isDueIn(duty, asked, given.now))),
    },
    criticisms: marks.reduce((sum, { mark, times }) => sum + (mark === 'criticised' ? times : 0), 0),
    taken: takenIn(duties.filter((duty) => duty.deducted > 0 && weighedAt(duty) > from && weighedAt(duty) <= before)),
  }
}

const figuresOf = (happened: readonly string[]): Partial<Record<AssessedFigure, number>> =>
  Object.fromEntries(
    (['received', 'answered', 'concluded', 'published', 'returned', 'extended', 'redone', 'rated', 'commended'] as const).map(
      (figure) => [figure, happened.includes(figure) ? 1 : 0],
    ),
  )

/** The latest rating counts. */
const ratedAs = ({ meaning }: Regulation, rating: string | null): Partial<Record<AssessedFigure, number>> =>
  Object.fromEntries(
    (['satisfied', 'dissatisfied', 'solved'] as const).map((as) => [
      as,
      rating !== null && meaning.rating?.[as].includes(rating) === true ? 1 : 0,
    ]),
  )

/** It fell due, and no request to extend it is undecided. */
const isDueIn = ({ dueAt, status, lateAt }: DutyState, { from, before }: TallyAsked, now: Instant): boolean =>
  dueAt !== null && dueAt > from && dueAt <= before && dueAt <= now && (status === 'met' || lateAt !== null)

/** A matter is late if one of its duties is, and open if one still is. */
function owedIn(due: readonly DutyState[]): Partial<Record<AssessedFigure, number>> {
  if (due.length === 0) return {}
  const isOpen = due.some(({ status }) => status !== 'met')
  const wasLate = due.some(({ status, isLate }) => status === 'met' && isLate)
  return { due: 1, onTime: isOpen || wasLate ? 0 : 1, lateClosed: wasLate && !isOpen ? 1 : 0, lateOpen: isOpen ? 1 : 0 }
}

const takenIn = (duties: readonly DutyState[]): Tally['taken'] => ({
  points: duties.reduce((sum, { deducted }) => sum + deducted, 0),
  matters: duties.length === 0 ? 0 : 1,
})
