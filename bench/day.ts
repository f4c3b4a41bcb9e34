import { existsSync } from 'node:fs'
import { build } from './build.js'
import { startChild } from './child.js'
import { canReadCpu, residentOf } from './cpu.js'
import { startDatabaseServer } from './database.js'
import { figure, median, note } from './figure.js'
import type { Side } from './interface-sides.js'
import { oneOffice } from './office.js'
import { connections, type Playing, playActs, received, startBuild } from './played.js'
import type { Scale } from './scale.js'

/** The first warms up. */
const days = 6

/**
 * Days of letters with five acts each, through HTTP, here and in another build in turn (`BENCH_BEFORE` names its folder): acts for the same
 * processor time, and what the service holds in memory after each.
 */
export async function benchDay({ lettersADay }: Scale): Promise<void> {
  if (!canReadCpu) return note('Processor time of other processes can be read on Linux only: nothing was measured.')
  build()
  const server = await startDatabaseServer(true)
  const office = oneOffice()
  const load = startChild(['bench/ask-load.ts'])
  await load.answer()
  const playing: Playing = { server, load, office, goesTo: office.units[0]?.id ?? '' }
  const ours = await startBuild(playing, 'ours', '.')
  const folder = process.env.BENCH_BEFORE ?? ''
  // On a server of its own: what one build leaves to be swept up later is not counted to the other.
  const other = existsSync(`${folder}/dist/main.js`) ? await startDatabaseServer(true) : null
  const before = other === null ? null : await startBuild({ ...playing, server: other }, 'before', folder)
  const played = async (side: Side, day: number): Promise<number> =>
    (await playActs(playing, side, await received(playing, side, lettersADay, 2000 + day))).cpu
  const now: number[] = []
  const then: number[] = []
  const memory: number[] = []
  for (let day = 0; day < days; day += 1) {
    now.push(await played(ours, day))
    memory.push(residentOf(ours.server.pid))
    if (before !== null && day < days / 2) then.push(await played(before, day))
  }
  note(
    `${days} days of ${lettersADay} letters with five acts each, ${connections} clients, PostgreSQL ${server.version}, fsync on.`,
  )
  const [act, ofBefore] = [median(now.slice(1)), median(then.slice(1).length > 0 ? then.slice(1) : [Number.NaN])]
  figure('an act', act, 'ms of CPU')
  if (before === null) note('BENCH_BEFORE names no other build: a played day was not compared.')
  else figure('acts for the same CPU, to the build before', ofBefore / act, 'times', { atLeast: 3 })
  const [first = 0, last = 0] = [memory[1], memory.at(-1)]
  figure(`resident memory after day ${days}, to that after day 2`, last / first, 'times')
  note(`Resident memory after each day: ${memory.map((each) => each.toFixed(0)).join(', ')} MiB.`)
  for (const side of [ours, before]) await side?.server.stop()
  await load.stop()
  for (const each of [server, other]) await each?.stop()
}
