// Alters or takes out each rule of each regulation in turn and asks whether a worked example notices: `npm run test:rules`.
import { availableParallelism } from 'node:os'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { listRegulations, loadRegulation, type Mutation, type Outcome } from '../src/load/index.js'
import { allMutationsOf, type Batch, type Tried } from './rules-worker.js'

const usage = `npm run test:rules [-- [--json] [--regulations DIR] [REGULATION…]]

Alters or takes out each rule of a regulation in turn, and all that rests on each executed clause, and runs the regulation's worked
examples. Says which changes none of them notices. Exit 1 where fewer than 97 of 100 are noticed, or an executed clause is not.`

const leastShare = 0.97
const batchSize = 25
const root = fileURLToPath(new URL('..', import.meta.url))

/** One regulation, mutated. */
type Report = {
  readonly regulation: string
  readonly version: string
  readonly mutations: number
  readonly noticedByScenario: number
  readonly refusedByCheck: number
  readonly share: number
  readonly unnoticed: readonly Unnoticed[]
  readonly executedClauses: number
  readonly unnoticedClauses: readonly string[]
}
type Unnoticed = { readonly place: string; readonly rule: string; readonly what: string; readonly clause: readonly string[] }

type Subject = { readonly folder: string; readonly loaded: ReturnType<typeof loadRegulation>; readonly all: readonly Mutation[] }

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean' }, regulations: { type: 'string' } },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const subjects = subjectsIn(values.regulations ?? join(root, 'regulations'), positionals)
  if (subjects === null) return 2
  const reports = reportsOf(subjects, await tryAll(subjects))
  console.log(values.json ? JSON.stringify(reports, null, 2) : reports.map(textOf).join('\n'))
  return reports.every(isGood) ? 0 : 1
}

const isGood = ({ share, unnoticedClauses }: Report): boolean => share >= leastShare && unnoticedClauses.length === 0

function subjectsIn(folder: string, wanted: readonly string[]): readonly Subject[] | null {
  const found = listRegulations(folder)
  const unknown = wanted.filter((id) => !found.some((each) => each.id === id))
  if (unknown.length > 0 || found.length === 0) {
    console.error(`no such regulation: ${unknown.join(', ')}; there are: ${found.map((each) => each.id).join(', ')}`)
    return null
  }
  return found
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .map((each) => ({ folder: each.folder, loaded: loadRegulation(each.folder) }))
    .map(({ folder: at, loaded }) => {
      if (loaded.regulation === null) throw new Error(`${at} cannot be read: script/huiyin check says why`)
      return { folder: at, loaded, all: allMutationsOf(loaded) }
    })
}

/** A thread does not inherit tsx on Node 20: it registers it before it reads anything of ours. */
const starter = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(new URL('./rules-worker.ts', import.meta.url).href)}) })`

/** What came of each mutation, by folder. Threads take the next batch when they have done one. */
async function tryAll(subjects: readonly Subject[]): Promise<ReadonlyMap<string, readonly Outcome[]>> {
  const batches = subjects.flatMap(({ folder, all }) => batchesOf(folder, all.length))
  const outcomes = new Map(subjects.map(({ folder }) => [folder, [] as Outcome[]]))
  const total = subjects.reduce((sum, { all }) => sum + all.length, 0)
  let done = 0
  const queue = [...batches]
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(starter, { eval: true, workerData: { calendars: join(root, 'calendars') } })
      const next = () => {
        const batch = queue.shift()
        if (batch !== undefined) worker.postMessage(batch)
        else worker.terminate().then(() => resolve(), reject)
      }
      worker.on('error', reject)
      worker.on('message', ({ folder, from, outcomes: tried }: Tried) => {
        for (const [index, outcome] of tried.entries()) (outcomes.get(folder) ?? [])[from + index] = outcome
        done += tried.length
        progress(done, total)
        next()
      })
      next()
    })
  await Promise.all(Array.from({ length: Math.max(1, Math.min(availableParallelism(), batches.length)) }, work))
  return outcomes
}

const batchesOf = (folder: string, count: number): readonly Batch[] =>
  Array.from({ length: Math.ceil(count / batchSize) }, (_each, index) => {
    return { folder, from: index * batchSize, to: Math.min(count, (index + 1) * batchSize) }
  })

function progress(done: number, total: number): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(done < total ? `\r${done} of ${total} mutations` : '\r\u001B[K')
}

const reportsOf = (subjects: readonly Subject[], tried: ReadonlyMap<string, readonly Outcome[]>): readonly Report[] =>
  subjects.map(({ folder, loaded, all }) => {
    const outcomes = tried.get(folder) ?? []
    const paired = all.map((mutation, index) => ({ mutation, by: outcomes[index]?.by ?? 'nothing' }))
    const rules = paired.filter(({ mutation }) => !mutation.isOfClause)
    const clauses = paired.filter(({ mutation }) => mutation.isOfClause)
    const count = (by: Outcome['by']) => rules.filter((each) => each.by === by).length
    return {
      regulation: loaded.regulation?.id ?? '',
      version: basename(folder),
      mutations: rules.length,
      noticedByScenario: count('scenario'),
      refusedByCheck: count('check'),
      share: rules.length === 0 ? 1 : 1 - count('nothing') / rules.length,
      unnoticed: rules.filter(({ by }) => by === 'nothing').map(({ mutation }) => unnoticed(folder, loaded, mutation)),
      executedClauses: clauses.length,
      unnoticedClauses: clauses.filter(({ by }) => by !== 'scenario').flatMap(({ mutation }) => mutation.clause),
    }
  })

function unnoticed(folder: string, { documents }: Subject['loaded'], { path, rule, what, clause }: Mutation): Unnoticed {
  const file = documents?.rules.file ?? join(folder, 'regulation.yaml')
  const where = { file, line: 1, ...documents?.rules.place(path, 'key') }
  const at = path.join('.')
  return { place: `${relative(root, where.file)}:${where.line}`, rule: at === '' ? rule : at, what, clause }
}

function textOf(report: Report): string {
  const { regulation, version, mutations, noticedByScenario, refusedByCheck, share } = report
  const { executedClauses, unnoticedClauses } = report
  return [
    `${isGood(report) ? 'ok  ' : 'FAIL'} ${regulation} ${version}: ${mutations} mutations, ${noticedByScenario} noticed by an example, ` +
      `${refusedByCheck} refused by a check, ${(share * 100).toFixed(1)} %; ` +
      `${executedClauses - unnoticedClauses.length} of ${executedClauses} executed clauses`,
    ...report.unnoticed.map(({ place, rule, what, clause }) => `  ${place} ${rule}: ${what} [${clause.join(', ')}]`),
    ...unnoticedClauses.map((clause) => `  clause ${clause}: no example fails without the rules that rest on it`),
  ].join('\n')
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
// Threads that still wait for work end with us.
process.exit()
