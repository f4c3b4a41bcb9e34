import { join } from 'node:path'
import { addWorkdays, compile, type Day, day, derive, instant, type MatterEvent } from '../src/core/index.js'
import { type Library, loadLibrary, loadScenarios, runScenario } from '../src/load/index.js'
import { eventsOf, sequence, walk } from '../test/walk.js'
import { figure } from './figure.js'

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

/** Runs `work` for about `seconds` of CPU and answers how often per CPU second. */
function perCpuSecond(seconds: number, work: () => number): number {
  for (let i = 0; i < 3; i += 1) work()
  const start = process.cpuUsage()
  let done = 0
  for (;;) {
    done += work()
    const used = process.cpuUsage(start)
    const spent = (used.user + used.system) / 1e6
    if (spent >= seconds) return done / spent
  }
}

/** The matter of `whole-life.yaml`, as its events. */
function wholeLife(library: Library): { program: ReturnType<typeof compile>; events: readonly MatterEvent[] } {
  const [scenario] = loadScenarios(join(import.meta.dirname, 'whole-life.yaml')).scenarios
  if (scenario === undefined) throw new Error('no life')
  const { regulation, steps, failures } = runScenario(scenario, library)
  if (regulation === null || failures.length > 0) throw new Error(JSON.stringify(failures))
  return { program: compile(regulation), events: steps.flatMap((step) => step.events) }
}

export async function benchKernel(): Promise<void> {
  const library = await loadLibrary({ regulations: 'regulations', calendars: 'calendars' })
  const calendar = library.calendar()
  const { program: ruled, events: life } = wholeLife(library)
  const end = instant(Date.parse('2026-03-01T00:00:00Z'))
  const lives = perCpuSecond(3, () => {
    for (let i = 0; i < 50; i += 1) derive({ program: ruled, calendar, events: life, now: end })
    return 50
  })
  figure(`derive, ${ruled.regulation.id}, one matter's whole life in ${life.length} events`, lives, 'per CPU second', {
    atLeast: 50_000,
  })
  for (const [id, versions] of library.regulations) {
    const regulation = versions[0]
    if (regulation === undefined) continue
    const program = compile(regulation)
    const matters = sampleMatters(program, calendar, 50)
    const now = instant(Date.parse('2026-03-01T00:00:00Z'))
    if (matters.length === 0) continue
    const rate = perCpuSecond(3, () => {
      for (const events of matters) derive({ program, calendar, events, now })
      return matters.length
    })
    figure(`derive, ${id}, ${matters.length} matters walked at random, ${eventsPerMatter} events each`, rate, 'per CPU second')
  }
  const first = day('2017-01-01')
  const days = Array.from({ length: day('2026-12-31') - first + 1 }, (_, i) => (first + i) as Day)
  let sink = 0
  const rate = perCpuSecond(2, () => {
    for (const on of days) sink ^= addWorkdays(on, 15, calendar)
    return days.length
  })
  figure(`add 15 workdays, every day of 2017 to 2026 (checksum ${sink})`, rate, 'per CPU second', { atLeast: 10_000_000 })
}
