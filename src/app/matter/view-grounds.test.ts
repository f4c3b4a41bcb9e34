import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  type Act,
  type ActEvent,
  compile,
  derive,
  type Field,
  type Given,
  type Option,
  type Regulation,
  sightOf,
} from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { at, root } from '../app.fixtures.js'
import { requester } from '../index.js'
import type { Office } from '../office.js'
import { trackView } from '../requester/view-track.js'
import { wordsOf } from '../words/index.js'
import { isOver } from './view-grounds.js'

const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const regulations = readdirSync(join(root, 'regulations'))
  .flatMap((folder) => library.regulations.get(folder) ?? [])
  .filter(({ acts }) => Object.values(acts).some(({ by }) => by.includes('requester')))

const reason = 'because of this'
type Case = { readonly regulation: Regulation; readonly act: Act; readonly field: Field; readonly option: Option }

/** An act the requester is told of, or that ends the matter. */
const isForRequester = ({ stages }: Regulation, { tells, to }: Act): boolean =>
  tells.includes('requester') || to.some((passage) => isOver(stages[passage.to]))

/** Every ground that an act may state to the requester. */
const cases: readonly Case[] = regulations.flatMap((regulation) =>
  Object.values(regulation.acts)
    .filter((act) => act.starts === false && isForRequester(regulation, act))
    .flatMap((act) =>
      [...act.needs, ...act.takes].flatMap((id) => {
        const field = regulation.fields[id]
        if (field === undefined || !field.options.some(({ advice }) => advice !== null)) return []
        return field.options.map((option) => ({ regulation, act, field, option }))
      }),
    ),
)

/** As the requester reads it after the act. */
function tracked({ regulation, act, field, option }: Case) {
  const program = compile(regulation)
  const opening = Object.values(regulation.acts).find(({ starts }) => starts !== false)
  const event = (seq: number, id: string, role: string, stated: ActEvent['with']): ActEvent => ({
    kind: 'act',
    seq,
    act: id,
    by: { role, unit: null, person: null },
    at: at(`2025-03-1${seq} 10:00`),
    with: stated,
    assignment: null,
  })
  const after = (events: readonly ActEvent[]): Given => ({
    ...{ program, calendar: library.calendar(), events, now: at('2025-03-14 10:00') },
  })
  const decided = [
    event(1, opening?.id ?? '', opening?.by[0] ?? '', { title: 'title', body: 'body' }),
    event(2, act.id, act.by[0] ?? '', { [field.id]: option.id, reason }),
  ]
  // What is kept from them until it is settled is settled.
  const { stage } = derive(after(decided))
  const isKept = regulation.stages[stage]?.keptFrom.includes('requester') === true
  const settling = Object.values(regulation.acts).find(
    ({ from, to, tells }) => isKept && from.includes(stage) && to.length > 0 && tells.includes('requester'),
  )
  const given = after(settling === undefined ? decided : [...decided, event(3, settling.id, settling.by[0] ?? '', {})])
  const office = {
    id: regulation.id,
    government: { name: regulation.id },
    units: new Map(),
    people: new Map(),
    program,
  } as unknown as Office
  const showing = { lang: 'zh' as const, words: wordsOf('zh'), office, program }
  return trackView(showing, {
    row: { number: '1' },
    given,
    actor: requester,
    sight: sightOf(given, requester),
    files: [],
    came: [],
  })
}

const isReasonNeeded = ({ act, option }: Case): boolean =>
  [
    ...act.needs,
    ...act.needsWhen.flatMap(({ fields, when }) => (JSON.stringify(when).includes(`"${option.id}"`) ? fields : [])),
  ].includes('reason')

it('every regulation under which citizens write has grounds for saying no', () => {
  const isOpen = ({ acts }: Regulation) =>
    Object.values(acts).some(({ starts, by }) => starts !== false && by.includes('requester'))
  const open = [...new Set(regulations.filter(isOpen).map(({ id }) => id))].sort()
  expect(open.length).toBeGreaterThan(3)
  expect([...new Set(cases.map(({ regulation }) => regulation.id))].sort()).toEqual(expect.arrayContaining(open))
})

it.each(cases.map((each) => [each.regulation.id, each.act.id, each.option.id, each] as const))(
  '%s %s %s: the ground, its clause and where to go',
  (_regulation, _act, _option, { ...each }) => {
    const [found] = tracked(each).grounds
    const clauses = each.option.clause.length > 0 ? each.option.clause : each.act.clause
    expect(found).toMatchObject({ ground: each.option.name.zh, advice: each.option.advice?.zh ?? '' })
    expect(found?.clauses.map(({ id }) => id)).toEqual([...new Set(clauses)])
    const said = tracked(each)
    expect(JSON.stringify([said.answers, said.grounds])).toContain(reason)
    expect(clauses).not.toEqual([])
    // Where the text knows no other way to go, the office must say its reasons in words.
    expect(each.option.advice !== null || isReasonNeeded(each)).toBe(true)
  },
)
