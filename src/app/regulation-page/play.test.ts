import { join } from 'node:path'
import { expect, it } from 'vitest'
import { begun, clausesInOrder, compile, type Regulation } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { officeForReading } from '../administration/regulations.js'
import { at, officer, root } from '../app.fixtures.js'
import type { Deps, Viewer } from '../deps.js'
import { playSteps } from './play.js'
import { readClauses } from './read-clauses.js'
import { scenariosOf } from './run-scenarios.js'
import { startPlay } from './start-play.js'
import { readWhatIfForm } from './what-if-form.js'

const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const asked = { id: 'dawukou-meetings', version: 'undated' }
/** As an office has it that has recorded its day of issue. */
const program = compile(begun(library.find(asked.id, asked.version) as Regulation, '2022-05-01'))
const office = officeForReading(program, { library } as Deps)
const viewer: Viewer = { office, actor: officer, account: 'li', lang: 'en' }
const deps = { library, now: () => at('2026-11-30 09:00') } as Deps

/** Its end, with whoever may act then. */
function played(scenario: number) {
  const started = startPlay(deps, viewer, { ...asked, scenario })
  if (!started.ok) throw new Error('no such scenario')
  const { steps, now } = started.start
  const found = playSteps(deps, viewer, { ...asked, steps, now, as: '' })
  if (!found.ok) throw new Error(found.failure.detail)
  return found.played
}

const every = (nth: number): readonly number[] =>
  scenariosOf(library, asked).flatMap((_, place) => (place % nth === 0 ? [place] : []))

it.each(every(40))(
  'whoever owes anything at the end of scenario %i can act in it, and it begins with somebody who may act',
  (scenario) => {
    const { duties, actors, as } = played(scenario)
    const owing = duties
      .filter(({ status }) => status === 'open' || status === 'overdue')
      .map(({ holder: { roleName, unitName } }) => (unitName === null ? roleName : `${unitName} · ${roleName}`))
    expect(actors.map(({ name }) => name)).toEqual(expect.arrayContaining(owing))
    const isOpen = actors.some(({ open }) => open > 0)
    expect(actors.find(({ value }) => value === as)?.open).toSatisfy((open) => open > 0 || !isOpen)
  },
)

it('names of each clause that is executed who carries it out: rules of its own, or those for matters of another kind', async () => {
  const counting = { ...deps, store: { rules: { countOwed: async () => [] } } } as unknown as Deps
  const found = await readClauses(counting, viewer, asked)
  if (!found.ok) throw new Error(found.failure.detail)
  const { clauses } = found.page
  const carried = clauses.filter(({ carriedBy }) => carriedBy !== null)
  expect(carried.map(({ id, carriedBy }) => [id, carriedBy?.id])).toEqual(
    clausesInOrder(program.regulation.clauses).flatMap(({ id, carriedBy }) => (carriedBy === undefined ? [] : [[id, carriedBy]])),
  )
  expect(carried.map(({ carriedBy }) => carriedBy?.name)).toContain('Dawukou executive meetings')
  expect(
    clauses.filter(({ status, rules, carriedBy }) => status === 'executed' && rules.length === 0 && carriedBy === null),
  ).toEqual([])
})

it('tells of each number to be tried what it counts, of one in the singular, and which of them is the limit', () => {
  const found = readWhatIfForm(deps, viewer, asked)
  if (!found.ok) throw new Error(found.failure.detail)
  const { dials } = found.form
  const ones = dials.filter(({ amount }) => amount === 1)
  expect(ones.length).toBeGreaterThan(0)
  expect(ones.filter(({ unit }) => unit.endsWith('s'))).toEqual([])
  expect(dials.filter(({ amount, unit }) => amount > 1 && !unit.endsWith('s'))).toEqual([])
  expect(dials.filter(({ isLimit, name }) => isLimit !== name.startsWith('limit'))).toEqual([])
})
