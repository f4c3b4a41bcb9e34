import { createWriteStream, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Deps, ofYear, packageOfMany, packageOfMatter, wholePackage } from '../src/app/index.js'
import { type Instant, instant } from '../src/core/index.js'
import { openStore } from '../src/store/index.js'
import { verifyPackage } from '../templates/package/verify.mjs'
import { startDatabaseServer, temporaryFolder } from './database.js'
import { figure, median, note } from './figure.js'
import { acts } from './letters.js'
import { done, submitted } from './lives.js'
import { appOver, officeOf, oneOffice, putOffice } from './office.js'
import type { Scale } from './scale.js'

const year = 2026
const began = Date.parse('2026-03-02T02:00:00Z')
const together = 32
const times = 9
const mebibyte = 1024 * 1024

/** 归档包: of one matter, and of a whole year, with the memory it takes. */
export async function benchPackages({ lettersStored }: Scale): Promise<void> {
  const server = await startDatabaseServer(false)
  const store = await openStore(await server.create('packages'))
  const { folder, remove } = temporaryFolder()
  try {
    const demo = oneOffice()
    await putOffice(store, demo)
    let now: Instant = instant(began)
    const deps: Deps = { ...appOver(store, began), now: () => now, witness: async () => void (await store.witness(now)) }
    const office = await officeOf(deps, demo)
    const matters: number[] = []
    while (matters.length < lettersStored) {
      now = instant(now + 60_000)
      const wave = Array.from({ length: Math.min(together, lettersStored - matters.length) }, (_, at) =>
        letter(matters.length + at),
      )
      matters.push(...(await Promise.all(wave.map((stated) => submitted(deps, office, stated)))))
    }
    const actor = { role: 'office', unit: null, person: 'first' }
    const [first = 1] = matters
    for (const { act } of acts) {
      now = instant(now + 3_600_000)
      await done(deps, { office, units: demo.units.map(({ id }) => id) }, { act, letter: 0, matter: first })
    }
    const reader = { office, actor, account: 'bench' }
    const taken: number[] = []
    for (let time = 0; time < times; time += 1) {
      const from = performance.now()
      const made = await packageOfMatter(deps, reader, { matter: first, number: 'one', purpose: '' })
      if (made !== null) await wholePackage(made)
      taken.push(performance.now() - from)
    }
    figure('package of a matter, sealed and witnessed', median(taken), 'ms')
    await benchYear(deps, { reader, file: join(folder, 'year.zip'), matters: lettersStored })
    note(
      `${lettersStored.toLocaleString('en')} letters, PostgreSQL ${server.version}; the year through the app into a file, without HTTP.`,
    )
  } finally {
    await store.close()
    await server.stop()
    await remove()
  }
}

type OfYear = { readonly reader: Parameters<typeof packageOfMany>[1]; readonly file: string; readonly matters: number }

async function benchYear(deps: Deps, { reader, file, matters }: OfYear): Promise<void> {
  const memory: number[] = []
  const onProgress = (count: number): void => {
    if (count % Math.ceil(matters / 20) === 0) memory.push(held() / mebibyte)
  }
  const from = performance.now()
  const asked = { name: '', of: { filter: ofYear(reader.office, year) }, purpose: '', onProgress }
  await pipeline(Readable.from(packageOfMany(deps, reader, asked).bytes), createWriteStream(file))
  const seconds = (performance.now() - from) / 1000
  figure('a year', matters / seconds, 'matters per second')
  figure('its file', statSync(file).size / mebibyte, 'MiB')
  const [early = 0] = memory
  figure('held in memory after a twentieth of it', early, 'MiB')
  figure('most held in memory', Math.max(...memory), 'MiB')
  const checking = performance.now()
  const report = verifyPackage(file)
  figure('checked', matters / ((performance.now() - checking) / 1000), 'matters per second')
  figure('findings', report.findings.length + Math.abs(report.matters - matters), 'findings', { atMost: 0 })
  rmSync(file)
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** What is still needed: garbage is no sign of growth. */
function held(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const letter = (at: number): Readonly<Record<string, unknown>> => ({
  channel: 'web',
  category: 'complaint',
  title: `路灯不亮第${at + 1}处`,
  body: '解放路东段的路灯连续五天不亮，晚上行人看不清路面，孩子放学要绕路，请尽快派人来看一看。',
})
