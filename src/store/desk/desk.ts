import type { Ask } from '../database/transaction.js'
import { toldGate } from '../gate.js'
import { iso } from '../moments.js'
import { afterKey, countCap, pageLimit, pageOf } from '../search/page.js'
import type { GovernmentId, QueuedDuty } from '../types.js'
import type { Desk, DeskAsked, DeskGroup } from './desk-types.js'
import { type Counted, countsOf, withInstants } from './list-duties.js'

/** The desk in groups, by one statement. Of each duty of each holder the first rows come straight from the index `duty_desk`, and are merged. */
export async function readDesk(ask: Ask, government: GovernmentId, asked: DeskAsked): Promise<Desk> {
  const limit = pageLimit(asked.page)
  const { rows, groups, counts, spare } = (await ask('work_desk', government, valuesOf(government, asked, limit + 1))) as Found
  return {
    counts: countsOf(counts),
    groups: Object.keys(asked.groups).map((group) => {
      const own = rows.filter((each) => each.group === group).map((each) => withInstants(each))
      const found = groups.find((each) => each.group === group)
      return {
        ...pageOf(own, limit + spare, ({ dueAt, openedAt, matter, key }) => [dueAt, openedAt, matter, key]),
        group,
        count: Math.min(found?.count ?? 0, countCap),
        late: Math.min(found?.late ?? 0, countCap),
        waitingSince: found == null || found.waitingSince === null ? null : Date.parse(found.waitingSince),
        alert: found?.alert ?? null,
      }
    }),
  }
}

type FoundGroup = Pick<DeskGroup, 'group' | 'count' | 'late' | 'alert'> & { readonly waitingSince: string | null }
type Found = {
  readonly rows: readonly (QueuedDuty & { readonly group: string })[]
  readonly groups: readonly FoundGroup[]
  readonly counts: Counted
  /** So many more rows of a group may stand than were asked for. */
  readonly spare: number
}

function valuesOf(government: GovernmentId, asked: DeskAsked, most: number): readonly unknown[] {
  const { holders, persons = [], house = null, keptBy = null, gate, groups, shown = null, regulations = null, page } = asked
  const sorted = Object.entries(groups).flatMap(([group, duties]) => duties.map((duty) => ({ group, ...duty })))
  return [
    government,
    sorted.map(({ group }) => group),
    sorted.map(({ duty }) => duty),
    sorted.map(({ regulation }) => regulation ?? ''),
    shown,
    regulations,
    holders.map(({ role }) => role),
    holders.map(({ unit }) => unit ?? ''),
    ['', ...persons],
    house,
    keptBy,
    ...toldGate(gate),
    ...placeAfter(page),
    most,
    iso(asked.now),
    iso(asked.tonight),
    iso(asked.soon),
  ]
}

/** Behind which row the page begins. */
function placeAfter(page: DeskAsked['page']): readonly [due: string, opened: string, matter: number, key: string] {
  const after = afterKey(page, ['moment', 'moment', 'number', 'string'])
  if (after === null) return ['-infinity', '-infinity', 0, '']
  const [due, opened, matter, key] = after
  return [due === null ? 'infinity' : iso(Number(due)), iso(Number(opened)), Number(matter), String(key)]
}
