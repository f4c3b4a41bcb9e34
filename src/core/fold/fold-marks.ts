import type { ActEvent } from '../events/event.js'
import type { Naming } from '../rules/assessment-rule.js'
import type { MarkName } from '../rules/mark-name.js'
import type { Mark } from '../rules/meaning.js'
import type { ActProgram, MarkMade } from './program.js'
import { type Scope, scopeOfEvent, shareOf } from './scope.js'
import type { StageProgram } from './stage-program.js'
import { FactView, holdsFor, type Working } from './working.js'

/** Notes what an act means to figures and lists, in its share. */
export const noteActMarks = (working: Working, { marks }: ActProgram, event: ActEvent): void =>
  note(working, marks, event, scopeOfEvent(working, event))

/** The same of a stage that the matter enters with an act. */
export const noteStageMarks = (working: Working, { marks }: StageProgram, event: ActEvent): void =>
  note(working, marks, event, null)

/** Notes which unit an act names in a bulletin, or praises, as the field stands once it is done. */
export function noteNamings(working: Working, { rule }: ActProgram, event: ActEvent): void {
  if (rule.criticises !== null) noteNaming(working, event, 'criticised', rule.criticises)
  if (rule.commends !== null) noteNaming(working, event, 'commended', rule.commends)
}

function noteNaming(working: Working, event: ActEvent, mark: Naming, field: string): void {
  const unit = new FactView(working, scopeOfEvent(working, event), event.with).value(field)
  if (typeof unit !== 'string' || unit === '') return
  working.marks.push({ mark, seq: event.seq, at: event.at, assignment: null, rating: null, unit })
}

/** One event makes a mark once, be it by the act or by the stage it leads to. */
function note(working: Working, made: readonly MarkMade[], event: ActEvent, scope: Scope | null): void {
  for (const { mark, when } of made) {
    if (isMade(working.marks, mark, event.seq)) continue
    if (!holdsFor(when, working, scope, event.with)) continue
    const { seq, at } = event
    const assignment = shareOf(scope)?.id ?? null
    working.marks.push({ mark, seq, at, assignment, rating: mark === 'rated' ? ratingIn(working, event) : null, unit: null })
  }
}

/** Marks stand in the order of their events: those of the one at hand are the last. */
function isMade(marks: readonly Mark[], mark: MarkName, seq: number): boolean {
  for (let i = marks.length - 1; i >= 0 && marks[i]?.seq === seq; i -= 1) if (marks[i]?.mark === mark) return true
  return false
}

function ratingIn({ program }: Working, event: ActEvent): string | null {
  const field = program.regulation.meaning.rating?.field
  const value = field === undefined ? undefined : event.with[field]
  return typeof value === 'string' ? value : null
}
