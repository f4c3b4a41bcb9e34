import type { AssessmentRecounted } from '../../contract/index.js'
import { addTally, emptyTally, endOfDay, startOfDay, type Tally, tallyOf } from '../../core/index.js'
import { listsFor, openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import type { Outcome } from '../outcome.js'
import type { DaySpan } from '../statistics/spans.js'
import { countAsked, dutyOf, keptFrom, spanAsked, uncountedMarks } from '../statistics/statistics-asked.js'
import { failed } from '../view-failure.js'
import { assessmentWords } from '../words/assessment.js'
import { wordsOf } from '../words/index.js'
import { type AssessmentAsked, assessing, partOf } from './assessment-asked.js'
import { talliesOf } from './read-assessment.js'

type Recounting = AssessmentAsked & {
  readonly unit: string
  readonly regulation: string
  /** More matters than this are not counted again. */
  readonly most: number
  readonly onProgress?: (matters: number) => void
}

/** So many are opened side by side. */
const together = 8

/**
 * 重算. What a unit's sheet rests on, counted once more without what statistics keep: each matter is opened and folded from its events, and counted
 * by the core's `tallyOf`. Costs what the unit had in that time.
 */
export async function recountAssessment(
  deps: Deps,
  viewer: Viewer,
  { most, onProgress = () => {}, ...asked }: Recounting,
): Promise<Outcome<{ recounted: AssessmentRecounted }>> {
  const found = spanAsked(deps, viewer, asked)
  if (!found.ok) return found
  const { span } = found
  const regulation = assessing(viewer.office).find(({ id }) => id === asked.regulation)
  if (regulation === undefined) return failed(wordsOf(viewer.lang), 'not-found')
  const matters = await mattersOf(deps, viewer, { ...asked, span })
  if (matters.length > most)
    return failed(wordsOf(viewer.lang), 'invalid', { detail: assessmentWords[viewer.lang].tooMany(matters.length, most) })
  let tally = emptyTally
  for (let at = 0; at < matters.length; at += together) {
    const some = await Promise.all(
      matters.slice(at, at + together).map((matter) => tallied(deps, viewer, { matter, ...asked, span })),
    )
    tally = some.reduce(addTally, tally)
    onProgress(Math.min(at + together, matters.length))
  }
  const told = (await talliesOf(deps, viewer, { regulation, span, unit: asked.unit })).get(asked.unit) ?? emptyTally
  const again = withoutKept(viewer, tally)
  return {
    ok: true,
    recounted: {
      tally: { ...again, figures: { ...again.figures } },
      matters: matters.length,
      isSame: JSON.stringify(withoutKept(viewer, told)) === JSON.stringify(again),
    },
  }
}

type OfUnit = { readonly unit: string; readonly regulation: string; readonly span: DaySpan }

/** Those in which anything of the unit was counted. */
async function mattersOf(deps: Deps, viewer: Viewer, { unit, regulation, span }: OfUnit): Promise<readonly number[]> {
  const ofKind = viewer.office.programs.find((each) => each.regulation.id === regulation)?.regulation
  const part = { ...(ofKind === undefined ? {} : partOf(viewer.office, ofKind)), unit }
  const [active, taken] = await listsFor(deps, viewer, ({ lists, now }) => {
    const what = countAsked(viewer, now, { span, part })
    return Promise.all([
      lists.statistics.findCounted(viewer.office.id, { ...what, figure: { figure: 'active', ratings: null } }),
      lists.statistics.findTaken(viewer.office.id, what),
    ])
  })
  return [...new Set([...active, ...taken])]
}

/** What one matter counts for; nothing where it cannot be opened any more. */
async function tallied(deps: Deps, viewer: Viewer, { matter, unit, span }: OfUnit & { readonly matter: number }): Promise<Tally> {
  const opened = await openedFor(deps, viewer, matter)
  if (opened === null) return emptyTally
  const { zone } = viewer.office.calendar
  const { regulation } = opened.given.program
  const kept = keptFrom(viewer.office, viewer.actor.role)
  const seesDuty = (duty: string): boolean => !kept.includes(dutyOf(regulation, duty))
  return tallyOf(opened.given, { unit, from: startOfDay(span.from, zone), before: endOfDay(span.to, zone), seesDuty })
}

/** What statistics do not tell this role is not told here. */
function withoutKept({ office, actor }: Viewer, tally: Tally): Tally {
  const kept = uncountedMarks(office, actor.role)
  return {
    figures: { ...tally.figures, ...(kept.includes('commended') ? { commended: 0 } : {}) },
    criticisms: kept.includes('criticised') ? 0 : tally.criticisms,
    taken: tally.taken,
  }
}
