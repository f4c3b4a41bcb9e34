import type { FieldProblemView, SelectionOffer } from '../../contract/index.js'
import { type Act, endOfDay, matterNameIn, type Program, readDay, startOfDay } from '../../core/index.js'
import type { Viewer } from '../deps.js'
import { clauseViews } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { showingOf } from '../showing.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { selectionWords } from '../words/selections.js'
import type { Among } from './candidates.js'

export type Choosable = { readonly program: Program; readonly act: Act; readonly byLot: boolean; readonly record: string }

/** Every act that the viewer does only in matters chosen for it, whichever kind of matter it is of. */
export const choosableBy = ({ office, actor }: Viewer): readonly Choosable[] =>
  office.programs.flatMap((program) =>
    Object.values(program.regulation.acts).flatMap((act) =>
      act.chosen === null || !act.by.includes(actor.role)
        ? []
        : [{ program, act, byLot: act.chosen.by === 'lot', record: act.chosen.record }],
    ),
  )

export const nameOfChoosable = ({ program, act }: Pick<Choosable, 'program' | 'act'>): string =>
  `${program.regulation.id} ${act.id}`

export const offerView = ({ office, lang }: Viewer, { program, act, byLot }: Choosable): SelectionOffer => ({
  regulation: program.regulation.id,
  kind: nameIn(lang, matterNameIn(program.regulation).name),
  act: act.id,
  name: nameIn(lang, act.name),
  byLot,
  clauses: clauseViews(showingOf(office, lang, program).program.regulation, act.clause),
})

export type AmongAsked = {
  readonly regulation: string
  readonly act: string
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What is asked for, among the acts the viewer may choose for, with its days read. */
export function amongAsked(
  viewer: Viewer,
  { regulation, act, from, to }: AmongAsked,
): Outcome<{ choosable: Choosable; among: Among }> {
  const { office, lang } = viewer
  const choosable = choosableBy(viewer).find((each) => each.program.regulation.id === regulation && each.act.id === act)
  if (choosable === undefined) return failed(wordsOf(lang), 'not-found')
  const { zone } = office.calendar
  const [first, last] = [readDay(from ?? ''), readDay(to ?? '')]
  const wrong = (field: 'from' | 'to'): FieldProblemView => ({
    ...{ field, name: selectionWords[lang][field], code: 'no-day', limit: null, sentence: selectionWords[lang].noDay },
  })
  const problems = [...(from && first === null ? [wrong('from')] : []), ...(to && last === null ? [wrong('to')] : [])]
  if (problems.length > 0) return failed(wordsOf(lang), 'invalid', { problems })
  const days = { from: first === null ? null : startOfDay(first, zone), before: last === null ? null : endOfDay(last, zone) }
  return { ok: true, choosable, among: { program: choosable.program, act: choosable.act, ...days } }
}
