import type { CandidatesView, SelectionsView, SelectionView } from '../../contract/index.js'
import { matterNameIn } from '../../core/index.js'
import type { SelectionRow } from '../../store/index.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { toTheMinute } from '../matter/view-parts.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { nameIn, wordsOf } from '../words/index.js'
import { selectionWords } from '../words/selections.js'
import { candidatesFor, mostAmong } from './candidates.js'
import { type AmongAsked, amongAsked, type Choosable, choosableBy, nameOfChoosable, offerView } from './offered.js'

const mostListed = 50

/** For which acts the viewer may choose matters, and which selections were made for them, newest first. */
export async function listSelections(deps: Deps, viewer: Viewer): Promise<SelectionsView> {
  const choosable = choosableBy(viewer)
  const rows = await deps.store.selections.list(viewer.office.id, choosable.map(nameOfChoosable), mostListed)
  const made = rows.map((row) => {
    const of = choosable.find((each) => nameOfChoosable(each) === `${row.regulation} ${row.act}`)
    return of === undefined ? [] : [selectionViewOf(deps, viewer, row, of)]
  })
  return { offers: choosable.map((each) => offerView(viewer, each)), made: await Promise.all(made.flat()) }
}

/** Among which matters would be chosen now. */
export async function readCandidates(deps: Deps, viewer: Viewer, asked: AmongAsked): Promise<Outcome<{ found: CandidatesView }>> {
  const among = amongAsked(viewer, asked)
  if (!among.ok) return among
  const found = await candidatesFor(deps, viewer, among.among)
  const words = selectionWords[viewer.lang]
  if (found === null) {
    const sentence = words.tooMany(mostAmong)
    const problems = [{ field: 'from', name: words.from, code: 'invalid', limit: mostAmong, sentence }]
    return failed(wordsOf(viewer.lang), 'invalid', { problems })
  }
  return { ok: true, found: { candidates: found.map(({ matter, number, title }) => ({ id: String(matter), number, title })) } }
}

/** The key under which the act is done once in each matter of it. */
export const onceIn = ({ selection }: Pick<SelectionRow, 'selection'>): string => `selection/${selection}`

/** A selection as its viewer may know it: numbers of matters they do not see are not told. */
export async function selectionViewOf(
  deps: Deps,
  viewer: Viewer,
  row: SelectionRow,
  { program, act }: Choosable,
): Promise<SelectionView> {
  const { office, actor, lang } = viewer
  const gate = gateOf(office, actor)
  const asked = { gate, once: onceIn(row) }
  const [seen, chosen] = await Promise.all([
    deps.store.selections.seen(office.id, { ...asked, numbers: row.among }),
    deps.store.selections.seen(office.id, { ...asked, numbers: row.chosen }),
  ])
  return {
    id: row.selection,
    name: nameIn(lang, act.name),
    kind: nameIn(lang, matterNameIn(program.regulation).name),
    byLot: row.byLot,
    at: toTheMinute(row.at, office.calendar.zone),
    who: office.people.get(row.account) ?? row.account,
    seed: row.seed,
    among: seen.length === row.among.length ? row.among.slice() : null,
    amongCount: row.among.length,
    chosen: row.chosen.flatMap((number) => {
      const found = chosen.find((each) => each.number === number)
      return found === undefined ? [] : [{ id: String(found.matter), number, isDone: found.isDone }]
    }),
    chosenCount: row.chosen.length,
  }
}
