import type { Lang, Named, NewUnit, UnitChange, UnitsView, UnitView } from '../../contract/index.js'
import { dayAt, dayText, isSameName, keptName, type UnitKind } from '../../core/index.js'
import type { Changing, Unit } from '../../store/index.js'
import type { Deps } from '../deps.js'
import type { SignedIn } from '../entry/signed-in.js'
import { nowOf } from '../now-of.js'
import type { Office } from '../office.js'
import type { Outcome } from '../outcome.js'
import { failed } from '../view-failure.js'
import type { AdminField } from '../words/administration.js'
import { nameIn, wordsOf } from '../words/index.js'
import { administer, dayWrong, textWrong, type Wrong, wrongly } from './administer.js'
import { nameThen, unitOn } from './unit-names.js'

const longestName = 60
const longestWords = 12
/** How a unit is kept of which nothing is said. */
const unclassed = 'unit'

const todayOf = (deps: Deps, office: Office): string => dayText(dayAt(nowOf(deps, office), office.calendar.zone))

/** 单位. The tree with the names over time, as they are kept. */
export async function listUnitsOverTime(deps: Deps, { office, lang }: SignedIn): Promise<UnitsView> {
  const today = todayOf(deps, office)
  const [units, open] = await Promise.all([deps.store.listUnits(office.id), deps.store.administration.openShares(office.id)])
  const kinds = unitKindsOf(office, lang)
  const known = new Map(units.map((each) => [each.unit, each]))
  const nameOf = (unit: string): string => {
    const found = known.get(unit)
    return found === undefined ? unit : unitOn(found, today).name
  }
  const view = (unit: Unit): UnitView => ({
    id: unit.unit,
    name: nameOf(unit.unit),
    parent: unit.parent,
    kind: kinds.find(({ id }) => id === unit.kind) ?? null,
    paperWords: unit.paperWords ?? null,
    names: [{ since: null, name: unit.name }, ...(unit.names ?? [])],
    successor: unit.successor == null ? null : { id: unit.successor, name: nameOf(unit.successor) },
    mergedOn: unit.mergedOn ?? null,
    isMerged: unitOn(unit, today).successor != null,
    openShares: open.get(unit.unit) ?? 0,
  })
  return { units: units.map(view), kinds: [...kinds], today }
}

/** 单位类别. Those that the regulations here speak of, by the names of the first that has each. */
export const unitKindsOf = (office: Office, lang: Lang): readonly Named[] =>
  unitKindsSaid(office).map(({ id, name }) => ({ id, name: nameIn(lang, name) }))

export const unitKindsSaid = ({ programs }: Pick<Office, 'programs'>): readonly UnitKind[] => {
  const all = programs.flatMap(({ regulation }) => Object.values(regulation.unitKinds))
  return all.filter(({ id }, at) => all.findIndex((each) => each.id === id) === at)
}

/** The units there are, and the kinds that the regulations here speak of. */
export type There = { readonly units: readonly Unit[]; readonly kinds: readonly string[] }

/** What is wrong with a unit that is to be added beside these. */
export function newUnitWrong({ units, kinds }: There, asked: NewUnit): readonly Wrong[] {
  const { id, name, parent, unitKind = null } = asked
  const at = id?.trim()
  return [
    ...textWrong('name', name, longestName, 'unitName'),
    ...(at === undefined || /^[A-Za-z0-9_-]{1,64}$/.test(at) ? [] : [{ field: 'unit', code: 'bad-id' } as const]),
    ...(units.some((each) => each.unit === at) ? [{ field: 'unit', code: 'taken' } as const] : []),
    ...(parent === null || units.some((each) => each.unit === parent)
      ? []
      : [{ field: 'parent', code: 'not-an-option' } as const]),
    ...(unitKind === null || kinds.includes(unitKind) ? [] : [{ field: 'unitKind', code: 'not-an-option' } as const]),
    ...sameNameWrong(units, { unit: null, name, parent }, 'name'),
  ]
}

/** Two of one name in one place: nobody who sends a matter could tell them apart. */
function sameNameWrong(units: readonly Unit[], asked: Placed, field: AdminField): readonly Wrong[] {
  const beside = units.filter(
    ({ unit, parent, successor }) => unit !== asked.unit && successor == null && (parent ?? null) === asked.parent,
  )
  return beside.some((each) => isSameName(lastName(each), asked.name)) ? [{ field, code: 'same-name' }] : []
}

type Placed = { readonly unit: string | null; readonly name: string; readonly parent: string | null }

const lastName = ({ name, names }: Unit): string => names?.at(-1)?.name ?? name

/** A unit as it will be kept: with an id of its own that no other has had, where none was said. */
export const unitMade = (units: readonly Unit[], { id, name, parent, unitKind = null }: NewUnit): Unit => ({
  unit: id?.trim() ?? freeId(units),
  name: keptName(name),
  kind: unitKind ?? unclassed,
  parent,
})

/** Units stay for ever, so the highest number was never given twice. */
const freeId = (units: readonly Unit[]): string => {
  const numbers = units.map(({ unit }) => Number(/^unit-([1-9]\d{0,8})$/.exec(unit)?.[1] ?? 0))
  return `unit-${Math.max(0, ...numbers) + 1}`
}

export async function addUnit(deps: Deps, admin: SignedIn, asked: NewUnit): Promise<Outcome<{ done: { id: string } }>> {
  const units = await deps.store.listUnits(admin.office.id)
  const kinds = unitKindsOf(admin.office, admin.lang).map(({ id }) => id)
  const wrong = newUnitWrong({ units, kinds }, asked)
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const unit = unitMade(units, asked)
  return administer(deps, admin, async (changing) => {
    if (!(await changing.addUnit(unit))) return null
    const kind = unit.kind === unclassed ? {} : { unitKind: unit.kind }
    return { done: { id: unit.unit }, entry: { kind: 'unit-added', about: unit.unit, detail: { name: unit.name, ...kind } } }
  })
}

/** A unit keeps its id whatever happens to it: matters of the past go on naming it. */
export async function changeUnit(
  deps: Deps,
  admin: SignedIn,
  id: string,
  change: UnitChange,
): Promise<Outcome<{ done: { id: string } }>> {
  const units = await deps.store.listUnits(admin.office.id)
  const known = units.find((each) => each.unit === id)
  if (known === undefined) return failed(wordsOf(admin.lang), 'not-found')
  const kinds = unitKindsOf(admin.office, admin.lang).map((each) => each.id)
  const wrong = changeWrong({ units, kinds }, known, change)
  if (wrong.length > 0) return wrongly(admin.lang, wrong)
  const before = nameThen(known, todayOf(deps, admin.office))
  return administer(deps, admin, async (changing) => ({
    done: { id },
    entry: { about: id, ...(await make(changing, id, change, before)) },
  }))
}

async function make(changing: Changing, unit: string, change: UnitChange, before: string) {
  switch (change.kind) {
    case 'rename': {
      const name = keptName(change.name)
      await changing.renameUnit({ unit, name, since: change.since })
      return { kind: 'unit-renamed', detail: { earlier: before, name, since: change.since } }
    }
    case 'move':
      await changing.moveUnit({ unit, parent: change.parent })
      return { kind: 'unit-moved', detail: { parent: change.parent ?? '' } }
    case 'classify':
      await changing.classifyUnit({ unit, kind: change.unitKind ?? unclassed })
      return { kind: 'unit-classified', detail: { unitKind: change.unitKind ?? '' } }
    case 'number':
      await changing.nameNumbers({ unit, paperWords: change.paperWords?.trim() || null })
      return { kind: 'unit-numbered', detail: { paperWords: change.paperWords?.trim() ?? '' } }
    case 'merge': {
      const on = change.successor === null ? null : change.on
      await changing.mergeUnit({ unit, successor: change.successor, on })
      return { kind: 'unit-merged', detail: { successor: change.successor ?? '', on: on ?? '' } }
    }
  }
}

function changeWrong({ units, kinds }: There, known: Unit, change: UnitChange): readonly Wrong[] {
  const isThere = (unit: string) => units.some((each) => each.unit === unit)
  switch (change.kind) {
    case 'rename':
      return [
        ...textWrong('name', change.name, longestName, 'unitName'),
        ...dayWrong('since', change.since),
        ...sameNameWrong(units, { unit: known.unit, name: change.name, parent: known.parent ?? null }, 'name'),
      ]
    case 'move':
      if (change.parent !== null && !isThere(change.parent)) return [{ field: 'parent', code: 'not-an-option' }]
      if (leadsTo(units, change.parent, known.unit, 'parent')) return [{ field: 'parent', code: 'itself' }]
      return sameNameWrong(units, { unit: known.unit, name: lastName(known), parent: change.parent }, 'parent')
    case 'classify':
      return change.unitKind === null || kinds.includes(change.unitKind) ? [] : [{ field: 'unitKind', code: 'not-an-option' }]
    case 'number':
      return change.paperWords === null ? [] : textWrong('paperWords', change.paperWords, longestWords)
    case 'merge':
      if (change.successor === null) return []
      if (!isThere(change.successor)) return [{ field: 'successor', code: 'needed' }, ...dayWrong('on', change.on)]
      if (leadsTo(units, change.successor, known.unit, 'successor')) return [{ field: 'successor', code: 'itself' }]
      return dayWrong('on', change.on)
  }
}

/** Whether one comes from a unit to another, step by step: such a step back would close a ring. */
function leadsTo(units: readonly Unit[], from: string | null, to: string, by: 'parent' | 'successor'): boolean {
  const seen = new Set<string>()
  for (let at: string | null | undefined = from; at != null && !seen.has(at); ) {
    if (at === to) return true
    seen.add(at)
    const here: string = at
    at = units.find((each) => each.unit === here)?.[by]
  }
  return false
}
