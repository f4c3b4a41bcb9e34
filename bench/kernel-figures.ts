import { addWorkdays, compile, type Day, day, derive, instant, type MatterEvent } from '../src/core/index.js'
import { type Library, loadLibrary, loadScenarios, runScenario } from '../src/load/index.js'
import { eventsOf, sequence, walk } from '../test/walk.js'
import type { Bound } from './figure.js'

const eventsPerMatter = 30

/** Matters with exactly 30 events each, walked by open acts in a fixed sequence. */
function sampleMatters(
  program: ReturnType<typeof compile>,
  calendar: Parameters<typeof walk>[1],
  count: number,
): readonly (readonly MatterEvent[])[] {
  const found: (readonly MatterEvent[])[] = []
  for (let seed = 1; found.length < count && seed < 20_000; seed += 1) {
    const events = eventsOf(walk(program, calendar, 60, sequence(seed)))
    if (events.length >= eventsPerMatter) found.push(events.slice(0, eventsPerMatter))
  }
  return found
}

/** How often `work` is done per CPU second: the median of nine thirds of a second, once the code is warm. */
function perCpuSecond(work: () => number): number {
  const rates: number[] = []
  for (let batch = 0; batch < 12; batch += 1) rates.push(batchRate(work))
  const steady = rates.slice(3).sort((a, b) => a - b)
  return steady[Math.floor(steady.length / 2)] ?? 0
}

function batchRate(work: () => number): number {
  const start = process.cpuUsage()
  for (let done = 0; ; ) {
    done += work()
    const used = process.cpuUsage(start)
    const spent = (used.user + used.system) / 1e6
    if (spent >= 1 / 3) return done / spent
  }
}

/** The matter of `whole-life.yaml`, as its events. */
function wholeLife(library: Library): { program: ReturnType<typeof compile>; events: readonly MatterEvent[] } {
  const [scenario] = loadScenarios('bench/whole-life.yaml').scenarios
  if (scenario === undefined) throw new Error('no life')
  const { regulation, steps, failures } = runScenario(scenario, library)
  if (regulation === null || failures.length > 0) throw new Error(JSON.stringify(failures))
  return { program: compile(regulation), events: steps.flatMap((step) => step.events) }
}

type Reduced = { stage: string; facts: Record<string, unknown>; counts: Record<string, number>; at: number }

/** What a service without rules of its own would keep: the last act as the stage, what was stated, how often each act was done. */
function reduced(events: readonly MatterEvent[]): Reduced {
  const state: Reduced = { stage: '', facts: {}, counts: {}, at: 0 }
  for (const event of events) {
    state.at = event.at
    if (event.kind !== 'act') continue
    state.stage = event.act
    state.counts[event.act] = (state.counts[event.act] ?? 0) + 1
    for (const [field, value] of Object.entries(event.with)) state.facts[field] = value
  }
  return state
}

/** What a process of its own found, a line each. */
export type KernelFigure = { readonly name: string; readonly value: number; readonly unit: string; readonly bound: Bound }

const figure = (name: string, value: number, unit: string, bound: Bound = {}): void =>
  console.log(JSON.stringify({ name, value, unit, bound } satisfies KernelFigure))

/** Run from the project's folder, as a bundle: the way the product runs. */
function measure(): void {
  const library = loadLibrary({ regulations: 'regulations', calendars: 'calendars' })
  const calendar = library.calendar()
  const { program: ruled, events: life } = wholeLife(library)
  const end = instant(Date.parse('2026-03-01T00:00:00Z'))
  const lives = perCpuSecond(() => {
    for (let i = 0; i < 50; i += 1) derive({ program: ruled, calendar, events: life, now: end })
    return 50
  })
  const reductions = perCpuSecond(() => {
    for (let i = 0; i < 50; i += 1) reduced(life)
    return 50
  })
  const name = `derive, ${ruled.regulation.id}, one matter's whole life in ${life.length} events`
  figure(`${name}, to a plain reducer of the same events`, lives / reductions, 'times', { atLeast: 1 / 6 })
  figure(name, lives, 'per CPU second')
  for (const [id, versions] of library.regulations) {
    const regulation = versions[0]
    if (regulation === undefined) continue
    const program = compile(regulation)
    const matters = sampleMatters(program, calendar, 50)
    const now = instant(Date.parse('2026-03-01T00:00:00Z'))
    if (matters.length === 0) continue
    const rate = perCpuSecond(() => {
      for (const events of matters) derive({ program, calendar, events, now })
      return matters.length
    })
    figure(`derive, ${id}, ${matters.length} matters walked at random, ${eventsPerMatter} events each`, rate, 'per CPU second')
  }
  const first = day('2017-01-01')
  const days = Array.from({ length: day('2026-12-31') - first + 1 }, (_, i) => (first + i) as Day)
  let sink = 0
  const rate = perCpuSecond(() => {
    for (const on of days) sink ^= addWorkdays(on, 15, calendar)
    return days.length
  })
  figure(`add 15 workdays, every day of 2017 to 2026 (checksum ${sink})`, rate, 'per CPU second', { atLeast: 10_000_000 })
}

measure()
