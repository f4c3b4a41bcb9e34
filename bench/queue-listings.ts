import { type Deps, gateOf, listDuties, listMatters, listPublished, type Office } from '../src/app/index.js'
import type { Actor } from '../src/core/index.js'
import type { Store } from '../src/store/index.js'
import { planted } from './queue-seed-sql.js'

/** One list as somebody asks for it; `turn` lets them take turns. */
export type Listing = { readonly name: string; readonly isDesk?: boolean; run(turn: number): Promise<unknown> }

const rows = 50
const frequent = { text: '加装电梯', what: 'a frequent phrase' }
const veryFrequent = { text: '路灯 老人', what: 'two very frequent words' }
/** What is searched for besides the planted words. */
export const searched = [frequent, veryFrequent]

type Desk = { readonly deps: Deps; readonly office: Office; readonly units: readonly string[] }

/** The lists of staff and of the public. */
export function listings(store: Store, { deps, office, units }: Desk): readonly Listing[] {
  const { id: government, program } = office
  const officer: Actor = { role: 'office', unit: null, person: 'a' }
  const clerk = (turn: number): Actor => ({ role: 'unit', unit: units[turn % units.length] ?? null, person: 'b' })
  const gate = (actor: Actor) => gateOf(program.regulation, actor)
  const viewer = (actor: Actor) => ({ office, actor, account: 'a', lang: 'zh' as const })
  const all = gate(officer)
  const page = { limit: rows }
  const queue = (actor: Actor) =>
    filled(store.dutyQueue(government, { holders: [{ role: actor.role, unit: actor.unit }], gate: gate(actor), page }))
  const list = (actor: Actor, filter = {}) => store.listMatters(government, { filter, gate: gate(actor), page })
  const published = { government, category: null, after: null, limit: rows, lang: 'zh' as const }
  return [
    { name: `my desk, ${rows} rows by due time`, isDesk: true, run: (turn) => queue(clerk(turn)) },
    { name: `the office's desk, ${rows} rows by due time`, run: () => queue(officer) },
    {
      name: 'my desk as the page shows it, with its four counters',
      run: (turn) => listDuties(deps, viewer(clerk(turn)), { show: 'all', page }),
    },
    { name: `first page of the matters, ${rows} rows, the office`, run: () => list(officer) },
    { name: `first page of the matters, ${rows} rows, a unit`, run: (turn) => list(clerk(turn)) },
    {
      name: 'the same page with its total, the office',
      run: () => listMatters(deps, viewer(officer), { filter: {}, sort: 'received', page }),
    },
    ...planted.map(({ word, oneIn }) => ({
      name: `search, a word that one matter in ${oneIn.toLocaleString('en')} has, the office`,
      run: () => list(officer, { text: word }),
    })),
    { name: `search, ${frequent.what}, the office`, run: () => list(officer, { text: frequent.text }) },
    { name: `search, ${frequent.what}, a unit`, run: (turn) => list(clerk(turn), { text: frequent.text }) },
    { name: `search, ${veryFrequent.what}, the office`, run: () => list(officer, { text: veryFrequent.text }) },
    { name: 'count of the matters, up to 1,000, the office', run: () => store.countMatters(government, { gate: all }) },
    {
      name: 'count of the matters, up to 1,000, a unit',
      run: (turn) => store.countMatters(government, { gate: gate(clerk(turn)) }),
    },
    { name: `public list, ${rows} rows with the total`, run: () => listPublished(deps, { ...published, words: null }) },
    {
      name: `public list, search, ${frequent.what}, with the total`,
      run: () => listPublished(deps, { ...published, words: frequent.text }),
    },
  ]
}

/** A desk that is shorter than a page would measure nothing. */
async function filled(found: ReturnType<Store['dutyQueue']>): Promise<unknown> {
  const { length } = (await found).rows
  if (length !== rows) throw new Error(`the desk has ${length} rows, not ${rows}`)
  return length
}
