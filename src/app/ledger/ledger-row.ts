import type { LedgerRow, OwedBy } from '../../contract/index.js'
import {
  type DutyState,
  derive,
  isDutyKeptFrom,
  isFilled,
  isSettled,
  type LedgerColumn,
  type MatterState,
} from '../../core/index.js'
import type { MatterRow } from '../../store/index.js'
import type { Viewer } from '../deps.js'
import { matterRowView } from '../desk/view-lists.js'
import type { Opened } from '../matter/open-matter.js'
import { itemsToldTo, stateToldTo, toldEvents } from '../matter/told-events.js'
import { dutyHead } from '../matter/view-duty.js'
import { itemNamed, itemViews } from '../matter/view-items.js'
import { moment, named, partNamed, roleName, unitNamed } from '../matter/view-parts.js'
import { valueText } from '../matter/view-values.js'
import { isTitleShown } from '../meaning-of.js'
import { type Showing, showingOf } from '../showing.js'

type Told = {
  readonly showing: Showing
  readonly opened: Opened
  readonly role: string
  /** As it would stand without what is kept from the viewer. */
  readonly told: MatterState
  readonly state: MatterState
  readonly duties: readonly DutyState[]
}
type OwedDuty = OwedBy['duties'][number]

/** One matter in a ledger, and who owes what in it. */
export function ledgerRow(
  { office, lang, actor }: Viewer,
  row: MatterRow,
  opened: Opened,
  columns: readonly LedgerColumn[],
): LedgerRow {
  const { given, sight } = opened
  const { regulation } = given.program
  const showing = showingOf(office, lang, given.program)
  const state = derive(given)
  const duties = state.duties.filter(({ duty }) => !isDutyKeptFrom(given.program, duty, actor.role))
  const told = { showing, opened, role: actor.role, told: stateToldTo(given, actor.role, state), state, duties }
  const owed = holdersIn(told)
  return {
    matter: matterRowView(showing, isTitleShown(regulation, sight) ? row : { ...row, title: row.number }),
    isEnd: regulation.stages[state.stage]?.isEnd === true,
    cells: columns.map((column) => cellOf(told, column)),
    owed,
    late: owed.reduce((sum, { late }) => sum + late, 0),
    items: counted(told),
  }
}

/** The items with which there is something to be done, as far as the viewer is told of them: one that is over as it is stated only tells. */
function owing({ opened: { given }, role, state }: Told): MatterState['items'] {
  const { items: kinds, itemStages } = given.program.regulation
  return itemsToldTo(given, role, state).filter(({ kind }) => itemStages[kinds[kind]?.begins ?? '']?.isEnd !== true)
}

function counted(told: Told): LedgerRow['items'] {
  const items = owing(told)
  return { over: items.filter(({ endedAt }) => endedAt !== null).length, all: items.length }
}

const nothing = { text: '', duty: null }

function cellOf(told: Told, { of, id }: LedgerColumn): LedgerRow['cells'][number] {
  switch (of) {
    case 'field':
      return { ...nothing, text: statedIn(told, id) }
    case 'act':
      return { ...nothing, text: lastDone(told, id) }
    case 'duty': {
      const pressing = [...told.duties].filter(({ duty }) => duty === id).sort(byNearness)[0]
      return pressing === undefined ? nothing : { ...nothing, duty: dutyOf(told, pressing) }
    }
  }
}

/** Of the matter; where only units stated it, of the first share that did. */
function statedIn({ showing, opened: { sight }, told }: Told, id: string): string {
  const field = showing.program.regulation.fields[id]
  if (field === undefined || field.isIdentity || sight.fields[id]?.as !== 'shown') return ''
  const facts = [told.facts, ...told.assignments.map((each) => each.facts)].find((each) => isFilled(each[id]))
  return facts === undefined ? '' : valueText(showing, field, facts[id])
}

function lastDone({ opened: { given }, role, showing }: Told, act: string): string {
  const done = toldEvents(given, { isRequester: false, role }).filter(({ event }) => event.kind === 'act' && event.act === act)
  const last = done.at(-1)?.event
  if (last === undefined) return ''
  const on = moment(last.at, given.calendar.zone).shown.slice(0, 10)
  return done.length === 1 ? on : showing.words.timesDone(on, done.length)
}

const dutyOf = ({ showing, opened: { given, sight }, state }: Told, duty: DutyState): OwedDuty => ({
  ...dutyHead(showing, given, duty, given.program.regulation.duties[duty.duty]),
  itemName: itemNamed(showing, state, duty.item, sight),
})

const isLate = ({ status }: Pick<DutyState, 'status'>): boolean => status === 'overdue'

/** Late before open before what is settled, each by its due time. */
const byNearness = (one: DutyState, other: DutyState): number =>
  rank(one) - rank(other) || (one.dueAt ?? Number.MAX_SAFE_INTEGER) - (other.dueAt ?? Number.MAX_SAFE_INTEGER)
const rank = ({ status }: DutyState): number => (isLate({ status }) ? 0 : isSettled(status) ? 2 : 1)

/** Shares as they were given, and the other sides that still owe something; whoever is latest first. */
function holdersIn(told: Told): OwedBy[] {
  const { showing, state, duties } = told
  const open = duties.filter(({ status }) => !isSettled(status)).sort(byNearness)
  const items = itemsIn(told)
  const shares = state.assignments.map((share): OwedBy => {
    const own = open.filter(({ unit, item, assignment }) => assignment === share.id && item === null && unit === share.unit)
    return owedBy(told, own, {
      key: `share ${share.id}`,
      name: unitNamed(showing, share.unit).name,
      part: partNamed(showing, share.part),
      stage: named(showing, share.stage, showing.program.regulation.assignmentStages[share.stage]?.name),
      isOver: share.endedAt !== null,
      items: items.filter(({ share: of }) => of === share.id).map(({ view }) => view),
    })
  })
  const named_ = new Set(shares.flatMap(({ duties: some }) => some.map(({ key }) => key)))
  const rest = open.filter(({ key, item }) => item === null && !named_.has(key))
  const sides = [...new Set(rest.map((duty) => sideOf(told, duty)))].map((name): OwedBy => {
    const own = rest.filter((duty) => sideOf(told, duty) === name)
    return owedBy(told, own, { key: `side ${name}`, name, part: null, stage: null, isOver: false, items: [] })
  })
  const loose = items.filter(({ share }) => share === null).map(({ view }) => view)
  const own: readonly OwedBy[] =
    loose.length === 0
      ? []
      : [owedBy(told, [], { key: 'matter', name: '', part: null, stage: null, isOver: false, items: loose })]
  return [...own, ...shares, ...sides].sort((one, other) => other.late - one.late)
}

const sideOf = ({ showing }: Told, { holder, unit }: DutyState): string =>
  unit === null ? roleName(showing, holder) : unitNamed(showing, unit).name

type Head = Omit<OwedBy, 'duties' | 'late'>

function owedBy(told: Told, duties: readonly DutyState[], head: Head): OwedBy {
  const late = duties.filter(isLate).length + head.items.filter(({ duty }) => duty !== null && isLate(duty)).length
  return { ...head, duties: duties.map((duty) => dutyOf(told, duty)), late }
}

type ItemIn = { readonly share: number | null; readonly view: OwedBy['items'][number] }

/** As they were stated, those below one behind it; each with the nearest duty of its own. */
function itemsIn(told: Told): readonly ItemIn[] {
  const { showing, opened, state, duties } = told
  const views = itemViews(showing, { state: { ...state, items: owing(told) }, sight: opened.sight, duties })
  const found = views.map(({ clock: _, unit: __, ...view }): ItemIn => {
    const duty = duties.filter(({ item, status }) => item === view.id && !isSettled(status)).sort(byNearness)[0]
    const share = state.items.find(({ id }) => id === view.id)?.assignment ?? null
    return { share, view: { ...view, duty: duty === undefined ? null : dutyOf(told, duty) } }
  })
  const below = (above: number | null): readonly ItemIn[] =>
    found.filter(({ view }) => view.above === above).flatMap((each) => [each, ...below(each.view.id)])
  return below(null)
}
