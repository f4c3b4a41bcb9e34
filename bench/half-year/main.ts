import { verifyRecords } from '../../src/app/index.js'
import { type Day, dayText } from '../../src/core/index.js'
import { cleanUp, cleanUpWhenInterrupted } from '../cleanup.js'
import { startDatabaseServer } from '../database.js'
import { figuresDiffering, lateness, readLives, type Span } from './count.js'
import { playHalfYear } from './play.js'
import { type Amounts, wholeHalfYear } from './stories.js'

const usage = `npx tsx bench/half-year/main.ts [--one-of N] [--seed N]
Plays a half-year of an office that handles every kind of work, through the real store and use cases; then everything is verified, and its
figures are counted twice. --one-of 10: a tenth of it.`

const numberAfter = (name: string): number => {
  const place = process.argv.indexOf(name)
  return place < 0 ? 1 : Number(process.argv[place + 1])
}

/** Whole months, their quarters, and the half-year. */
function spansOf({ from, to }: Span): readonly Span[] {
  const months = new Map<string, Span>()
  for (let day = from; day <= to; day = (day + 1) as Day) {
    const month = dayText(day).slice(0, 7)
    months.set(month, { from: months.get(month)?.from ?? day, to: day })
  }
  const all = [...months.values()]
  const joined = (some: readonly Span[]): readonly Span[] => {
    const [first, last] = [some[0], some.at(-1)]
    return first === undefined || last === undefined ? [] : [{ from: first.from, to: last.to }]
  }
  return [...all, ...joined(all.slice(0, 3)), ...joined(all.slice(3)), { from, to }]
}

async function run(oneOf: number, seed: number): Promise<boolean> {
  const scaled = Object.entries(wholeHalfYear).map(([id, amount]) => [id, Math.ceil(amount / oneOf)])
  const server = await startDatabaseServer(false)
  const began = Date.now()
  const say = (text: string): void => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${text}`)
  const amounts = Object.fromEntries(scaled) as Amounts
  const database = await server.create('half')
  const { playing, stuck, ...played } = await playHalfYear(database, { seed, amounts, say })
  say(`seed ${seed}: ${playing.matters.size} stories, ${played.acts} acts told, ${playing.minded.size} done as they fell due`)
  const kinds = new Map<string, number>()
  for (const { kind, opens } of played.jobs) if (opens) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  for (const [kind, times] of [...kinds].sort()) say(`${kind}: ${times}`)
  const lives = await readLives(playing, database.connection)
  const { unknown, late } = lateness(lives, playing.deps.now())
  const verified = await verifyRecords(playing.deps, () => {})
  say(`verified: ${verified.matters} matters, ${verified.events} events`)
  const differing = await figuresDiffering(playing, lives, spansOf(played))
  say(`figures of ${spansOf(played).length} time spans counted twice`)
  const again = await verifyRecords(playing.deps, () => {})
  const wrong = [
    ...[...playing.refused].map(([what, times]) => `refused: ${what} (${times})`),
    ...[...verified.findings, ...again.findings].map((each) => `verify: ${JSON.stringify(each)}`),
    ...unknown.map((each) => `over, and nobody is late: ${each}`),
    ...differing.map((each) => `counted otherwise: ${each}`),
  ]
  for (const [duty, times] of late) say(`late: ${duty} ${times}`)
  for (const [why, times] of stuck) say(`not done by who minds what falls due: ${why} (${times})`)
  for (const each of wrong) say(each)
  await playing.deps.store.close()
  return wrong.length === 0
}

if (process.argv.includes('--help')) console.log(usage)
else {
  cleanUpWhenInterrupted()
  process.exitCode = (await run(numberAfter('--one-of'), numberAfter('--seed'))) ? 0 : 1
  await cleanUp()
}
