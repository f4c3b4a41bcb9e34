import { type Deps, gateOf, listDuties, listMatters, listPublished, type Office, readBoard } from '../src/app/index.js'
import type { Actor } from '../src/core/index.js'
import type { MatterFilter, Store } from '../src/store/index.js'
import { planted, rareChannel } from './queue-seed-sql.js'

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
  const { id: government } = office
  const officer: Actor = { role: 'office', unit: null, person: 'a' }
  const clerk = (turn: number): Actor => ({ role: 'unit', unit: units[turn % units.length] ?? null, person: 'b' })
  const gate = (actor: Actor) => gateOf(office, actor)
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
    ...narrowings(office, units).map(({ what, filter }) => ({
      name: `first page with its total, narrowed to ${what}, the office`,
      run: () => listMatters(deps, viewer(officer), { filter, sort: 'received' as const, page }),
    })),
    { name: 'the supervision board with its counts', run: () => readBoard(deps, viewer(officer)) },
    { name: `public list, ${rows} rows with the total`, run: () => listPublished(deps, { ...published, words: null }) },
    {
      name: `public list, search, ${frequent.what}, with the total`,
      run: () => listPublished(deps, { ...published, words: frequent.text }),
    },
  ]
}

const month = 30 * 86_400_000

/** Every kind of filter, with frequent and with rare values, and pairs that people use. */
function narrowings({ program }: Office, units: readonly string[]): readonly { what: string; filter: MatterFilter }[] {
  const { regulation } = program
  const stage = (heldBy: string) => Object.values(regulation.stages).find((each) => each.heldBy === heldBy)?.id ?? ''
  const categories = (regulation.fields.category?.options ?? []).slice(0, 2).map(({ id }) => id)
  const [category = ''] = categories
  const alerts = Object.values(regulation.alerts).sort((one, other) => one.rank - other.rank)
  const [lowest = '', highest = ''] = [alerts[0]?.id, alerts.at(-1)?.id]
  const unit = units[0] ?? ''
  const now = Date.parse('2026-06-15T01:30:00Z')
  return [
    { what: 'a stage that most are in', filter: { stages: [stage('nobody')] } },
    { what: 'a stage that few are in', filter: { stages: [stage('unit')] } },
    { what: 'a category', filter: { categories: [category] } },
    { what: 'a unit', filter: { units: [unit] } },
    { what: 'a frequent channel', filter: { channels: ['phone'] } },
    { what: 'a channel that 50 in a million came by', filter: { channels: [rareChannel] } },
    { what: 'a regulation', filter: { regulations: [regulation.id] } },
    { what: 'a regulation that no matter has', filter: { regulations: ['none'] } },
    { what: 'an alert', filter: { alerts: [highest] } },
    { what: 'a month a year ago', filter: { receivedFrom: now - 13 * month, receivedBefore: now - 12 * month } },
    { what: 'what is due by now', filter: { dueBefore: now } },
    { what: 'a unit and a stage that few are in', filter: { units: [unit], stages: [stage('unit')] } },
    { what: 'a unit and a category', filter: { units: [unit], categories: [category] } },
    { what: 'a unit and an alert', filter: { units: [unit], alerts: [lowest] } },
    { what: 'a category and a month a year ago', filter: { categories: [category], receivedBefore: now - 12 * month } },
    { what: 'a unit and a frequent phrase', filter: { units: [unit], text: frequent.text } },
    { what: 'a stage that few are in and what is due by now', filter: { stages: [stage('unit')], dueBefore: now } },
    { what: 'a frequent channel and a stage that few are in', filter: { channels: ['phone'], stages: [stage('unit')] } },
    { what: 'a rare channel and a frequent phrase', filter: { channels: [rareChannel], text: frequent.text } },
    { what: 'two stages', filter: { stages: [stage('unit'), stage('office')] } },
    { what: 'three units and two categories', filter: { units: units.slice(0, 3), categories } },
    {
      what: 'three units, two categories and two stages that few are in',
      filter: { units: units.slice(0, 3), categories, stages: [stage('unit'), stage('office')] },
    },
    {
      what: 'three units, two categories and a frequent phrase',
      filter: { units: units.slice(0, 3), categories, text: frequent.text },
    },
  ]
}

/** A desk that is shorter than a page would measure nothing. */
async function filled(found: ReturnType<Store['dutyQueue']>): Promise<unknown> {
  const { length } = (await found).rows
  if (length !== rows) throw new Error(`the desk has ${length} rows, not ${rows}`)
  return length
}
