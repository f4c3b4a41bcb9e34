import { createReadStream, existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { openStore } from '../src/store/index.js'
import { build } from './build.js'
import { startChild } from './child.js'
import { cpuOfTree } from './cpu.js'
import { startDatabaseServer, temporaryFolder } from './database.js'
import { figure, note } from './figure.js'
import { oneOffice, putOffice, root } from './office.js'
import type { Scale } from './scale.js'

/** Real messages are no part of the project: they are read where they lie, and nothing of them is printed. */
const messages = resolve(root, process.env.BENCH_MESSAGES ?? '../shared/data/messages.jsonl')

type Report = { readonly read: number; readonly imported: number; readonly refused: readonly unknown[] }

/** `huiyin import`, as an operator runs it: from the command to its end, each message accepted as well. */
export async function benchImport({ importedRows }: Scale): Promise<void> {
  if (!existsSync(messages)) {
    note('Skipped: there are no messages to import (BENCH_MESSAGES names a file of JSON lines).')
    return
  }
  build()
  const { folder, remove } = temporaryFolder()
  const file = join(folder, 'messages.jsonl')
  writeFileSync(file, await firstLines(messages, importedRows))
  const server = await startDatabaseServer(true)
  const database = await server.create('imported')
  const office = oneOffice()
  const store = await openStore(database)
  await putOffice(store, office)
  await store.close()
  const before = cpuOfTree(server.pid)
  const since = performance.now()
  const args = ['dist/main.js', 'import', file, '--government', office.government.id, '--accept', '--json']
  const env = { DATABASE_URL: database.url, HUIYIN_DATA: database.keysFolder, HUIYIN_KEYS: database.keysFolder }
  const command = startChild(args, env)
  await command.ended()
  const seconds = (performance.now() - since) / 1000
  const postgres = cpuOfTree(server.pid) - before
  const { read, imported, refused } = reportIn(command.output())
  note(
    `${read} real messages, ${imported} imported and accepted, ${refused.length} refused; PostgreSQL with fsync on; the start of the command included.`,
  )
  figure(`import of ${read} messages`, seconds, 's')
  figure('imported and accepted', imported / seconds, 'rows per second')
  figure('CPU of PostgreSQL', (postgres * 1000) / read, 'ms per row')
  await server.stop()
  await remove()
}

async function firstLines(from: string, count: number): Promise<string> {
  const lines: string[] = []
  for await (const line of createInterface({ input: createReadStream(from) })) {
    if (lines.length >= count) break
    if (line.trim() !== '') lines.push(line)
  }
  return `${lines.join('\n')}\n`
}

function reportIn(output: string): Report {
  const line = output.split('\n').find((each) => each.startsWith('{'))
  if (line === undefined) throw new Error(`import gave no report:\n${output.slice(0, 2000)}`)
  return JSON.parse(line)
}
