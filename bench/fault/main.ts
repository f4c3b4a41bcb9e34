import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from '../build.js'
import { cleanUp, cleanUpWhenInterrupted } from '../cleanup.js'
import { temporaryFolder } from '../database.js'
import { type Disk, makeDisk } from './disk.js'
import { letterOf } from './letter.js'
import { type Found, lookInto } from './look-into.js'
import {
  databaseProcesses,
  nothingTold,
  readiness,
  type Served,
  sendLetters,
  serve,
  signalAll,
  type Told,
  untilAcknowledged,
} from './served.js'

const letter = letterOf()
const second = 1000
let isWhole = true

/** Prints one line a fault; anything lost, answered as our own fault, or found by `verify` makes the whole run fail. */
function tell(fault: string, told: Told, found: Found, more = ''): void {
  const lost = told.numbers.filter((number) => !found.numbers.has(number)).length
  const faults = told.statuses.get('500') ?? 0
  const statuses = [...told.statuses]
    .sort()
    .map(([status, count]) => `${status}: ${count}`)
    .join(', ')
  if (lost + faults + found.findings > 0) isWhole = false
  console.log(
    `${fault.padEnd(34)} acknowledged ${told.numbers.length}, lost ${lost}, findings ${found.findings}; ${statuses}${more === '' ? '' : `; ${more}`}`,
  )
}

/** What keeps it from serving is said as it is, or the run fails. */
function mustSay(said: string, why: string): void {
  if (said.includes(`503 ${why}`)) return
  isWhole = false
  console.error(`/readyz does not say ${why}: ${said}`)
}

/** The demo's government stands before the first page is seeded; a letter is taken as soon as it does. */
async function whileWriting(served: Served, told: Told, milliseconds: number): Promise<void> {
  const letters = sendLetters(served, letter, told)
  await wait(milliseconds)
  await letters.stop()
}

async function untilTaken(served: Served, told: Told): Promise<void> {
  const letters = sendLetters(served, letter, told)
  await untilAcknowledged(told, 20)
  await letters.stop()
}

async function killed(folder: string, rounds: number, isDatabaseToo: boolean): Promise<void> {
  const told = nothingTold()
  for (let round = 0; round < rounds; round += 1) {
    const served = await serve(folder)
    const letters = sendLetters(served, letter, told)
    await untilAcknowledged(told, 20 + 7 * round)
    const database = isDatabaseToo ? databaseProcesses(folder).slice(0, 1) : []
    signalAll([served.child.pid, ...database], 'SIGKILL')
    await served.child.ended()
    await letters.stop()
  }
  tell(isDatabaseToo ? 'kill -9 of both' : 'kill -9 of Node', told, await lookInto(folder), `${rounds} rounds`)
}

async function databaseKilled(folder: string): Promise<void> {
  const told = nothingTold()
  const served = await serve(folder)
  const letters = sendLetters(served, letter, told)
  await untilAcknowledged(told, 20)
  signalAll(databaseProcesses(folder).slice(0, 1), 'SIGKILL')
  const since = performance.now()
  await untilAcknowledged(told, 12)
  const back = (performance.now() - since) / 1000
  await letters.stop()
  await served.child.stop()
  tell('kill -9 of PostgreSQL', told, await lookInto(folder), `written again after ${back.toFixed(1)} s`)
}

async function hung(folder: string): Promise<void> {
  const told = nothingTold()
  const served = await serve(folder)
  const letters = sendLetters(served, letter, told)
  await untilAcknowledged(told, 20)
  const processes = databaseProcesses(folder)
  signalAll(processes, 'SIGSTOP')
  await wait(second)
  const said = await readiness(served)
  await wait(20 * second)
  signalAll(processes, 'SIGCONT')
  await wait(5 * second)
  await letters.stop()
  await served.child.stop()
  tell('PostgreSQL hangs for 20 s', told, await lookInto(folder), said)
}

async function powerCuts(disk: Disk, rounds: number): Promise<void> {
  const told = nothingTold()
  for (let round = 0; round < rounds; round += 1) {
    const served = await serve(disk.folder)
    const letters = sendLetters(served, letter, told)
    // The first cut comes within seconds of the very first start.
    await untilAcknowledged(told, 5 + 20 * round)
    const database = databaseProcesses(disk.folder)
    disk.cut()
    signalAll([served.child.pid, ...database], 'SIGKILL')
    await served.child.ended()
    await letters.stop()
    await wait(500)
    disk.mountAgain()
  }
  tell('power cut', told, await lookInto(disk.folder), `${rounds} cuts, the first at the fifth letter after the very first start`)
}

/** The disk takes nothing for a while; then it is as before. */
async function refusing(
  name: string,
  disk: Disk,
  { begin, end, why }: { begin: () => void; end: () => void; why: string },
): Promise<void> {
  const told = nothingTold()
  const served = await serve(disk.folder)
  await untilTaken(served, told)
  begin()
  await whileWriting(served, told, 6 * second)
  const said = await readiness(served)
  mustSay(said, why)
  end()
  await wait(3 * second)
  const before = told.numbers.length
  await untilTaken(served, told)
  await served.child.stop()
  tell(name, told, await lookInto(disk.folder), `${said}; ${told.numbers.length - before} after it`)
}

/** The file system fails under the running product and may only be read; the operator mounts it again and starts. */
async function readOnly(disk: Disk): Promise<void> {
  const told = nothingTold()
  const served = await serve(disk.folder)
  await untilTaken(served, told)
  disk.becomeReadOnly()
  await whileWriting(served, told, 8 * second)
  const said = await readiness(served)
  mustSay(said, 'read-only')
  signalAll([served.child.pid, ...databaseProcesses(disk.folder)], 'SIGKILL')
  await served.child.ended()
  await wait(500)
  disk.mountAgain()
  const before = told.numbers.length
  const again = await serve(disk.folder)
  await untilTaken(again, told)
  await again.child.stop()
  tell('read-only file system', told, await lookInto(disk.folder), `${said}; ${told.numbers.length - before} after it`)
}

async function olderCopy(folder: string): Promise<void> {
  const [before, lost, after] = [nothingTold(), nothingTold(), nothingTold()]
  const [data, copy] = [join(folder, 'data'), join(folder, 'copy')]
  const serveFor = async (told: Told): Promise<void> => {
    const served = await serve(folder)
    await untilTaken(served, told)
    await served.child.stop()
  }
  await serveFor(before)
  execFileSync('cp', ['-a', data, copy])
  await serveFor(lost)
  rmSync(data, { recursive: true })
  execFileSync('cp', ['-a', copy, data])
  await serveFor(after)
  const given = new Set([...before.numbers, ...lost.numbers])
  const twice = after.numbers.filter((number) => given.has(number)).length
  if (twice > 0) isWhole = false
  tell(
    'restore of an older copy',
    { numbers: [...before.numbers, ...after.numbers], statuses: after.statuses },
    await lookInto(folder),
    `${lost.numbers.length} numbers given meanwhile, ${twice} given again`,
  )
}

async function onDisk(megabytes: number, work: (disk: Disk) => Promise<void>): Promise<void> {
  const disk = makeDisk(megabytes)
  if (disk === null) return console.log('power cut, full and read-only disk: not tried, this machine mounts no loop device')
  await work(disk)
}

const faults: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  node: (folder) => killed(folder, 4, false),
  both: (folder) => killed(folder, 4, true),
  database: databaseKilled,
  hung,
  copy: olderCopy,
  power: () => onDisk(700, (disk) => powerCuts(disk, 4)),
  readonly: () => onDisk(700, readOnly),
  full: () => onDisk(400, (disk) => refusing('disk full', disk, { begin: disk.fill, end: disk.makeRoom, why: 'full' })),
}

/** Those that are named, or all; each on a fresh folder. */
async function run(wanted: readonly string[]): Promise<void> {
  build()
  for (const [name, fault] of Object.entries(faults)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    try {
      await fault(temporaryFolder().folder)
    } catch (error) {
      isWhole = false
      console.error(`${name}: ${error instanceof Error ? error.message : error}`)
    }
    await cleanUp()
  }
}

cleanUpWhenInterrupted()
await run(process.argv.slice(2)).finally(cleanUp)
process.exitCode = isWhole ? 0 : 1
