import { benchAsOf } from './as-of.js'
import { cleanUp, cleanUpWhenInterrupted } from './cleanup.js'
import { benchDay } from './day.js'
import { section } from './figure.js'
import { benchFuzz } from './fuzz.js'
import { benchImport } from './import.js'
import { benchInterface } from './interface.js'
import { benchKernel } from './kernel.js'
import { benchLeast } from './least.js'
import { benchLedgers } from './ledgers.js'
import { benchLists } from './lists.js'
import { benchMany } from './many.js'
import { benchMeeting } from './meeting.js'
import { benchOwed } from './owed.js'
import { benchPackages } from './packages.js'
import { benchPortal } from './portal.js'
import { benchQueue } from './queue.js'
import { describeMachine, writeResults } from './results.js'
import { benchRooms } from './rooms.js'
import { quick, type Scale, whole } from './scale.js'
import { benchSizes } from './sizes.js'
import { benchStart } from './start.js'
import { benchStatistics } from './statistics.js'
import { benchSubmit } from './submit.js'
import { benchVerify } from './verify.js'

const benches: Readonly<Record<string, (scale: Scale) => Promise<void>>> = {
  kernel: benchKernel,
  submit: benchSubmit,
  interface: benchInterface,
  day: benchDay,
  sizes: benchSizes,
  least: benchLeast,
  many: benchMany,
  queue: benchQueue,
  statistics: benchStatistics,
  'as-of': benchAsOf,
  start: benchStart,
  portal: benchPortal,
  rooms: benchRooms,
  meeting: benchMeeting,
  owed: benchOwed,
  import: benchImport,
  lists: benchLists,
  ledgers: benchLedgers,
  packages: benchPackages,
  verify: benchVerify,
  fuzz: benchFuzz,
}

const usage = `npm run bench [-- --quick] [name …]
Measures, and prints each figure beside its bound. Without names everything, and writes bench/results.md.
--quick tries the benches out with small counts: its figures say nothing.
BENCH_BEFORE=DIR plays the days on the built checkout in DIR too, beside this one (day).
${Object.keys(benches).join(', ')}`

/** Runs those that are wanted; one that fails is told and does not stop the others. */
async function run(wanted: readonly string[], scale: Scale): Promise<boolean> {
  let isWhole = true
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    section(name)
    try {
      await bench(scale)
    } catch (error) {
      isWhole = false
      console.error(error)
    } finally {
      await cleanUp()
    }
  }
  return isWhole
}

const asked = process.argv.slice(2)
const wanted = asked.filter((each) => !each.startsWith('--'))
const flags = asked.filter((each) => each.startsWith('--'))
const isUnknown = wanted.some((name) => !(name in benches)) || flags.some((flag) => flag !== '--quick')
if (isUnknown || flags.length > 1) {
  console.error(usage)
  process.exitCode = 2
} else {
  cleanUpWhenInterrupted()
  const isQuick = flags.length > 0
  const [machine, beganAt] = [describeMachine(), new Date()]
  console.log(`${machine.text}; load average ${machine.loadBefore}`)
  const isWhole = await run(wanted, isQuick ? quick : whole)
  if (!isWhole) process.exitCode = 1
  if (isWhole && wanted.length === 0 && !isQuick) writeResults(machine, beganAt)
}
