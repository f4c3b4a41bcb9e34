import type { FieldProblemView, SelectionView } from '../../contract/index.js'
import type { SelectionRow } from '../../store/index.js'
import { recordAct } from '../acting/record-act.js'
import type { Deps, Viewer } from '../deps.js'
import { gateOf } from '../gate.js'
import { nowOf } from '../now-of.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import { wordsOf } from '../words/index.js'
import { selectionWords } from '../words/selections.js'
import { candidatesFor, mostAmong } from './candidates.js'
import { drawn, newSeed } from './lot.js'
import { type AmongAsked, amongAsked, type Choosable, choosableBy, nameOfChoosable } from './offered.js'
import { onceIn, selectionViewOf } from './read-selections.js'

type Asked = AmongAsked & { readonly amount?: number | undefined; readonly numbers?: readonly string[] | undefined }

/**
 * 选取. Chooses matters among all in which the viewer could do an act, by lot or by hand. The choice is kept for ever before anything is done in
 * them: who does not like what was drawn cannot draw unseen until they do.
 */
export async function choose(deps: Deps, viewer: Viewer, asked: Asked): Promise<Outcome<{ selection: SelectionView }>> {
  const found = amongAsked(viewer, asked)
  if (!found.ok) return found
  const { choosable, among } = found
  const { office, account, lang } = viewer
  const words = selectionWords[lang]
  const candidates = await candidatesFor(deps, viewer, among)
  if (candidates === null) return problem(viewer, 'from', words.tooMany(mostAmong))
  if (candidates.length === 0) return problem(viewer, 'from', words.none)
  const numbers = candidates.map(({ number }) => number)
  const { amount, numbers: named = [] } = asked
  if (choosable.byLot && (amount === undefined || amount > numbers.length))
    return problem(viewer, 'amount', words.howMany(numbers.length))
  const unknown = named.filter((each) => !numbers.includes(each))
  if (!choosable.byLot && (named.length === 0 || unknown.length > 0)) return problem(viewer, 'numbers', words.notAmong(unknown))
  const seed = choosable.byLot ? newSeed() : ''
  const chosen = choosable.byLot ? drawn(seed, numbers, amount ?? 0) : [...new Set(named)].sort()
  const at = nowOf(deps, office)
  const { program, act, byLot } = choosable
  const id = await deps.store.selections.add(
    office.id,
    { regulation: program.regulation.id, act: act.id, byLot, account, at, seed, among: numbers, chosen },
    (selection) => ({
      ...{ at, account, kind: 'matters-chosen', about: String(selection) },
      detail: { act: `${program.regulation.id} ${act.id}`, among: String(numbers.length), chosen: String(chosen.length) },
    }),
  )
  const row = await deps.store.selections.find(office.id, id)
  if (row === null) throw new Error(`selection ${id} was not kept`)
  return { ok: true, selection: await selectionViewOf(deps, viewer, row, choosable) }
}

/** Does the act in each that was chosen and in which it was not done yet; what refuses it there meanwhile leaves it open. */
export async function finishSelection(deps: Deps, viewer: Viewer, id: number): Promise<Outcome<{ selection: SelectionView }>> {
  const { office, lang, actor } = viewer
  const row = await deps.store.selections.find(office.id, id)
  const choosable = row === null ? undefined : choosableOf(viewer, row)
  if (row === null || choosable === undefined) return failed(wordsOf(lang), 'not-found')
  const once = onceIn(row)
  const seen = await deps.store.selections.seen(office.id, { gate: gateOf(office, actor), numbers: row.chosen, once })
  for (const { matter, number, isDone } of seen) {
    if (isDone) continue
    const place = row.chosen.indexOf(number) + 1
    const record = selectionWords[lang].record({ id, place, chosen: row.chosen.length, among: row.among.length, seed: row.seed })
    const stated = { [choosable.record]: record }
    await recordAct(deps, { office, matter, actor, act: row.act, with: stated, revision: null, lang, once, isChosen: true })
  }
  return { ok: true, selection: await selectionViewOf(deps, viewer, row, choosable) }
}

const choosableOf = (viewer: Viewer, { regulation, act }: SelectionRow): Choosable | undefined =>
  choosableBy(viewer).find((each) => nameOfChoosable(each) === `${regulation} ${act}`)

function problem({ lang }: Viewer, field: 'from' | 'amount' | 'numbers', sentence: string): Outcome<never> {
  const name = field === 'numbers' ? '' : selectionWords[lang][field]
  const problems: FieldProblemView[] = [{ field, name, code: 'invalid', limit: null, sentence }]
  return failed(wordsOf(lang), 'invalid', { problems })
}
