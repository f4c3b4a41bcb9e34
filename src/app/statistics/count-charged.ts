import type { ChargedView } from '../../contract/index.js'
import { daysByStage, instant } from '../../core/index.js'
import type { Deps, Viewer } from '../deps.js'
import { stateToldTo } from '../matter/told-events.js'
import { holderName, stageNamed, unitNamed } from '../matter/view-parts.js'
import { kindsToChoose } from '../office.js'
import type { Outcome } from '../outcome.js'
import { type Showing, showingOf } from '../showing.js'
import { nameIn } from '../words/index.js'
import { statisticsWords } from '../words/statistics.js'
import { type MarkedMatter, mostOpened, openBehind } from './open-behind.js'
import type { StatisticsAsked } from './statistics-asked.js'

type Row = ChargedView['byHolder'][number]
type Sum = { readonly name: string; workdays: number; readonly matters: Set<string> }
type Sums = Map<string, Sum>

/** 用时. The workdays from receipt to conclusion of the matters that were concluded in a time span: by who had them in hand, by stage, by kind. */
export async function countCharged(
  deps: Deps,
  viewer: Viewer,
  asked: StatisticsAsked,
): Promise<Outcome<{ charged: ChargedView }>> {
  const found = await openBehind(deps, viewer, { ...asked, figure: 'concluded' })
  if (!found.ok) return found
  const { count, matters } = found.behind
  const sums = { holder: new Map(), stage: new Map(), kind: new Map() } satisfies Record<string, Sums>
  for (const each of matters ?? []) addMatter(each, sums)
  return {
    ok: true,
    charged: {
      matters: count,
      most: matters === null ? mostOpened : null,
      unopened: matters === null ? 0 : count - matters.length,
      workdays: rowsOf(sums.kind).reduce((sum, { workdays }) => sum + workdays, 0),
      byHolder: rowsOf(sums.holder),
      byStage: rowsOf(sums.stage),
      byKind: rowsOf(sums.kind),
    },
  }
}

/** Until it was concluded for the last time in the time span. */
function addMatter({ opened, viewer, marks }: MarkedMatter, sums: Readonly<Record<'holder' | 'stage' | 'kind', Sums>>): void {
  const { given, loaded, office } = opened
  const { regulation } = given.program
  const showing = showingOf(office, viewer.lang, given.program)
  const kind = kindsToChoose(office, office.programs, viewer.lang).find(({ id }) => id === regulation.id)
  const inKind = (name: string) => (kind === undefined ? name : statisticsWords[viewer.lang].dutyOf(kind.name, name))
  const until = instant(Math.max(...marks.map(({ at }) => at)))
  const matter = String(loaded.row.matter)
  for (const { by, unit, stage, workdays } of daysByStage(stateToldTo(given, viewer.actor.role), given.calendar, until)) {
    // At rest for less than a day: it ended there.
    if (by === 'nobody' && workdays === 0) continue
    const add = (to: Sums, key: string, name: string) => addTo(to, { key, name, workdays, matter })
    // Units are the same in every kind of work; an office, a leader or a requester is that of its own.
    if (unit === null) add(sums.holder, `${regulation.id} ${by}`, inKind(unheldOr(showing, by)))
    else add(sums.holder, `unit ${unit}`, unitNamed(showing, unit).name)
    add(sums.stage, `${regulation.id} ${stage}`, inKind(stageNamed(showing, stage).name))
    add(sums.kind, regulation.id, kind?.name ?? nameIn(viewer.lang, regulation.title))
  }
}

const unheldOr = (showing: Showing, by: Parameters<typeof holderName>[1]): string =>
  by === 'nobody' ? statisticsWords[showing.lang].atRest : holderName(showing, by)

type Added = { readonly key: string; readonly name: string; readonly workdays: number; readonly matter: string }

function addTo(sums: Sums, { key, name, workdays, matter }: Added): void {
  const sum = sums.get(key) ?? { name, workdays: 0, matters: new Set<string>() }
  sum.workdays += workdays
  sum.matters.add(matter)
  sums.set(key, sum)
}

/** The most days first. */
const rowsOf = (sums: Sums): Row[] =>
  [...sums]
    .map(([id, { name, workdays, matters }]) => ({
      ...{ id, name, workdays, matters: matters.size },
      average: (workdays / matters.size).toFixed(1),
    }))
    .sort((one, other) => other.workdays - one.workdays || one.id.localeCompare(other.id))
