import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { byRequester, type Deps, requester, runTimers, submitMatter, verifyRecords } from '../src/app/index.js'
import { seedDemo } from '../src/main/seed-demo.js'
import { openStore } from '../src/store/index.js'
import { cpuOfTree } from './cpu.js'
import { startDatabaseServer, temporaryFolder } from './database.js'
import { letterOf } from './fault/letter.js'
import { figure, median, note } from './figure.js'
import { appOver, demoTexts } from './office.js'
import type { Scale } from './scale.js'

const rounds = 3
const together = 32
const leastPrefix = 10

/** Checking every chain and making every row anew, over matters that were worked on as the demo's are. */
export async function benchVerify({ demoCopies, verifiedLetters }: Scale): Promise<void> {
  const { folder, remove } = temporaryFolder()
  const server = await startDatabaseServer(false)
  const database = await server.create('worked')
  const store = await openStore(database)
  const deps = appOver(store, Date.now())
  for (let copy = 0; copy < demoCopies; copy += 1) {
    await seedDemo(deps, renamedDemo(folder, copy), () => {})
    if (process.stderr.isTTY) process.stderr.write(`\r${' '.repeat(15)}seeding: ${copy + 1} of ${demoCopies} copies of the demo `)
  }
  if (process.stderr.isTTY) process.stderr.write('\n')
  await receiveLetters(deps, verifiedLetters)
  await runTimers(deps, fail)
  await store.witness(Date.now())
  const times: { seconds: number; node: number; postgres: number; events: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [node, postgres, since] = [process.cpuUsage(), cpuOfTree(server.pid), performance.now()]
    const { governments, matters, events, findings } = await verifyRecords(deps, () => {})
    const { user, system } = process.cpuUsage(node)
    const seconds = (performance.now() - since) / 1000
    times.push({ seconds, node: (user + system) / 1e6, postgres: cpuOfTree(server.pid) - postgres, events })
    if (round > 0) continue
    note(
      `${events.toLocaleString('en')} events of ${matters.toLocaleString('en')} matters in ${governments} governments (the demo ${demoCopies} times), ${findings.length} findings; medians of ${rounds}.`,
    )
    for (const { government, matter, code, detail } of findings.slice(0, 5))
      note(`FINDING ${government}/${matter} ${code}: ${detail}`)
    figure('findings', findings.length, 'findings', { atMost: 0 })
  }
  figure('verify, all of it', median(times.map(({ seconds }) => seconds)), 's', { atMost: 120 })
  figure('verified', median(times.map(({ events, seconds }) => events / seconds)), 'events per second')
  figure('verified', median(times.map(({ events, node, postgres }) => events / (node + postgres))), 'events per CPU s')
  await store.close()
  await server.stop()
  await remove()
}

/** Letters that wait: one event each. */
async function receiveLetters(deps: Deps, amount: number): Promise<void> {
  const [office] = await deps.offices.all()
  if (office === undefined) throw new Error('no government')
  const stated = letterOf()
  for (let sent = 0; sent < amount; sent += together) {
    const batch = Array.from({ length: Math.min(together, amount - sent) }, (_, at) => sent + at)
    await Promise.all(
      batch.map(async (at) => {
        const letter = { ...stated.with, title: `路灯不亮 ${at}`, body: `东风巷口第 ${at} 盏路灯坏了，晚上看不见路。` }
        const done = await submitMatter(deps, { office, actor: requester, with: letter, lang: 'zh', opener: byRequester })
        if (!done.ok) throw new Error(JSON.stringify(done.failure))
      }),
    )
  }
}

function fail(error: unknown): never {
  throw error
}

/** A folder with the demo's files under other names, as if more governments worked with it. */
function renamedDemo(folder: string, copy: number): string {
  const root = join(folder, `copy-${copy}`)
  mkdirSync(join(root, 'demo'), { recursive: true })
  for (const [at, text] of demoTexts().entries()) {
    const demo = parse(text)
    const governments = demoTexts().length
    demo.government.id = `${demo.government.id}-${copy}`
    demo.government.numberPrefix = leastPrefix + copy * governments + at
    writeFileSync(join(root, 'demo', `${at}.yaml`), stringify(demo))
  }
  return root
}
