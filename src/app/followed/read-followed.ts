import type { FollowedPage, FollowedRow, FollowedShow, ItemView } from '../../contract/index.js'
import { derive, isDutyKeptFrom, type Program, type Regulation } from '../../core/index.js'
import type { FollowedAsked, FollowedCount, Page, QueuedDuty, RatingCount } from '../../store/index.js'
import { listsFor, openedFor } from '../as-of.js'
import type { Deps, Viewer } from '../deps.js'
import { titleOf } from '../desk/view-lists.js'
import { gateOf } from '../gate.js'
import { dutyHead } from '../matter/view-duty.js'
import { itemNamed, itemViews } from '../matter/view-items.js'
import { clauseViews, named, stageNamed, unitNamed } from '../matter/view-parts.js'
import { isTitleShown } from '../meaning-of.js'
import { kindsToldApart, type Office } from '../office.js'
import { type Showing, showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'
import { overviewWords } from '../words/overview.js'

/** Each row is a matter read as a whole. */
const mostRows = 40

export type FollowedPlace = {
  /** A regulation and one of the duties it follows; what is not known is the first. */
  readonly kind: string | null
  readonly duty: string | null
  readonly unit: string | null
  readonly year: number | null
  readonly show: FollowedShow
}

/** What a role is told of: a duty that it must not know of is followed for others alone. */
const followedFor = (program: Program, role: string): readonly string[] =>
  program.regulation.meaning.followed.filter((duty) => !isDutyKeptFrom(program, duty, role))

/** Whether any regulation of the office follows something that this role may know of. */
export const followsAnything = ({ programs }: Pick<Office, 'programs'>, role: string): boolean =>
  programs.some((program) => followedFor(program, role).length > 0)

/** 逐年跟踪. Counted and listed through the gate; each row holds no more than its matter's own page would show this viewer. */
export async function readFollowed(deps: Deps, viewer: Viewer, place: FollowedPlace, page: Page): Promise<FollowedPage> {
  const { office, actor, lang } = viewer
  const programs = office.programs.filter((program) => followedFor(program, actor.role).length > 0)
  const program = programs.find(({ regulation }) => regulation.id === place.kind) ?? programs[0]
  const called = kindsToldApart(office, lang)
  const kinds = programs.map((each) => ({ id: each.regulation.id, name: called(each) }))
  if (program === undefined) return { ...nothing, kinds }
  const { regulation } = program
  const followed = followedFor(program, actor.role)
  const duty = followed.find((each) => each === place.duty) ?? followed[0] ?? ''
  return listsFor(deps, viewer, async ({ lists, office: then, now }) => {
    const showing = showingOf(then, lang, program)
    const { zone } = then.calendar
    const asked: FollowedAsked = { gate: gateOf(office, actor), regulation: regulation.id, duty, now, zone }
    const most = Math.min(page.limit ?? mostRows, mostRows)
    const [counts, rated, found] = [
      await lists.overview.countFollowed(office.id, asked),
      isRatedBy(regulation, duty) ? await lists.overview.countRatings(office.id, { ...asked, year: place.year }) : [],
      await lists.overview.listFollowed(office.id, { ...asked, part: place, page: { ...page, limit: most } }),
    ]
    const rows = await Promise.all(found.rows.map((row) => rowView(deps, viewer, row)))
    return {
      kinds,
      kind: regulation.id,
      duties: followed.map((id) => dutyNamed(showing, id)),
      duty,
      ...tableOf(showing, counts),
      ratings: ratingsOf(showing, rated),
      rows: rows.flatMap((row) => (row === null ? [] : [row])),
      next: found.next,
    }
  })
}

const nothing: Omit<FollowedPage, 'kinds'> = {
  ...{ kind: '', duties: [], duty: '', years: [], units: [], all: [], ratings: [], rows: [], next: null },
}

const withItem = (item: ItemView | undefined): FollowedRow['item'] => {
  if (item === undefined) return null
  const { clock: _clock, unit: _unit, ...told } = item
  return told
}

function dutyNamed(showing: Showing, id: string): FollowedPage['duties'][number] {
  const rule = showing.program.regulation.duties[id]
  return { ...named(showing, id, rule?.name), clauses: clauseViews(showing.program.regulation, rule?.clause ?? []) }
}

/** Whether an act that does this duty says how content somebody is. */
function isRatedBy({ meaning: { rating }, duties, acts }: Regulation, duty: string): boolean {
  const done = duties[duty]?.metBy.flatMap(({ act }) => acts[act] ?? []) ?? []
  return rating !== null && done.some(({ needs, takes }) => [...needs, ...takes].includes(rating.field))
}

const unitName = (showing: Showing, unit: string) =>
  unit === '' ? { id: '', name: overviewWords[showing.lang].noUnit } : unitNamed(showing, unit)

type Counted = FollowedPage['all'][number]
const zero = { open: 0, late: 0, done: 0, doneLate: 0 }

/** Whoever has most late comes first, then whoever owes most. */
function tableOf(showing: Showing, counts: readonly FollowedCount[]): Pick<FollowedPage, 'years' | 'units' | 'all'> {
  const years = [...new Set(counts.map(({ year }) => year))].sort((one, other) => one - other)
  const sumOf = (some: readonly FollowedCount[], year: number): Counted =>
    some.reduce<Counted>(
      (sum, each) =>
        each.year !== year
          ? sum
          : {
              year,
              open: sum.open + each.open,
              late: sum.late + each.late,
              done: sum.done + each.done,
              doneLate: sum.doneLate + each.doneLate,
            },
      { year, ...zero },
    )
  const units = [...new Set(counts.map(({ unit }) => unit))].map((unit) => {
    const own = counts.filter((each) => each.unit === unit)
    return { ...unitName(showing, unit), years: years.map((year) => sumOf(own, year)) }
  })
  const total = ({ years: each }: (typeof units)[number], of: 'late' | 'open' | 'done'): number =>
    each.reduce((sum, year) => sum + year[of], 0)
  return {
    years,
    units: units.sort(
      (one, other) =>
        total(other, 'late') - total(one, 'late') ||
        total(other, 'open') - total(one, 'open') ||
        total(other, 'done') - total(one, 'done') ||
        one.name.localeCompare(other.name),
    ),
    all: years.map((year) => sumOf(counts, year)),
  }
}

/** Each option in the regulation's order; who was found wanting most often comes first. */
function ratingsOf(showing: Showing, rated: readonly RatingCount[]): FollowedPage['ratings'] {
  const { fields, meaning } = showing.program.regulation
  const field = fields[meaning.rating?.field ?? '']
  const options = Object.values(field?.options ?? {})
  const poor = meaning.rating?.dissatisfied ?? []
  const rows = [...new Set(rated.map(({ unit }) => unit))].map((unit) => ({
    ...unitName(showing, unit),
    options: options.map(({ id, name }) => ({
      id,
      name: nameIn(showing.lang, name),
      count: rated.find((each) => each.unit === unit && each.rating === id)?.count ?? 0,
      isPoor: poor.includes(id),
    })),
  }))
  const wanting = ({ options: each }: (typeof rows)[number]): number =>
    each.reduce((sum, { isPoor, count }) => (isPoor ? sum + count : sum), 0)
  return rows.sort((one, other) => wanting(other) - wanting(one) || one.name.localeCompare(other.name))
}

async function rowView(deps: Deps, viewer: Viewer, row: QueuedDuty): Promise<FollowedRow | null> {
  const opened = await openedFor(deps, viewer, row.matter)
  if (opened === null) return null
  const { given, sight, office } = opened
  const { regulation } = given.program
  const state = derive(given)
  const duty = state.duties.find(({ key }) => key === row.key)
  if (duty === undefined) return null
  const showing = showingOf(office, viewer.lang, given.program)
  const share = state.assignments.find(({ id }) => id === duty.assignment)
  const unit = duty.unit ?? share?.unit ?? null
  const item = itemViews(showing, { state, sight, duties: [duty] }).find(({ id }) => id === duty.item)
  return {
    matter: String(row.matter),
    number: row.number,
    title: isTitleShown(regulation, sight) ? titleOf(showing, row) : row.number,
    stage: stageNamed(showing, state.stage),
    unit: unit === null ? null : unitNamed(showing, unit),
    duty: {
      ...dutyHead(showing, given, duty, regulation.duties[duty.duty]),
      itemName: itemNamed(showing, state, duty.item, sight),
    },
    item: withItem(item),
  }
}
