import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../test/browser/free-port.js'
import { type Child, startChild, untilServed } from '../child.js'

/** What citizens were told: numbers that must be there for ever, and how the rest was answered. */
export type Told = { readonly numbers: string[]; readonly statuses: Map<string, number> }

export const nothingTold = (): Told => ({ numbers: [], statuses: new Map() })

export type Served = { readonly child: Child; readonly url: string }

/** The product as an operator starts it, on its own database below `folder`; with the demo's governments unless started otherwise. */
export async function serve(folder: string, command = ['dist/main.js', 'demo', '--serve']): Promise<Served> {
  const port = await freePort()
  const env = {
    HUIYIN_DATA: join(folder, 'data'),
    PORT: String(port),
    HUIYIN_REQUESTS_PER_MINUTE: '0',
    HUIYIN_WITNESS_MINUTES: '1',
  }
  const child = startChild(command, env)
  const url = `http://127.0.0.1:${port}`
  await untilServed(child, `${url}/healthz`, { since: performance.now() })
  return { child, url }
}

/** A letter as the first demo's government takes it. */
export type Letter = { readonly government: string; readonly with: Readonly<Record<string, string>> }

/** Sends letters, several at once, until told to stop. */
export function sendLetters({ url }: Served, letter: Letter, told: Told, atOnce = 6): { stop(): Promise<void> } {
  let isStopped = false
  const count = (what: string): unknown => told.statuses.set(what, (told.statuses.get(what) ?? 0) + 1)
  const one = async (): Promise<void> => {
    while (!isStopped) {
      const what = await post(url, letter, told).catch(() => 'no answer')
      count(what)
      if (what !== '200' && what !== '201') await wait(50)
    }
  }
  const all = Array.from({ length: atOnce }, one)
  return {
    stop: async () => {
      isStopped = true
      await Promise.all(all)
    },
  }
}

async function post(url: string, { government, with: stated }: Letter, { numbers }: Told): Promise<string> {
  const answer = await fetch(`${url}/api/matters`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ government, with: { ...stated, title: '路灯不亮', body: '东风巷口的路灯坏了' } }),
    signal: AbortSignal.timeout(40_000),
  })
  const body = (await answer.json()) as { number?: string }
  // Acknowledged is what was answered whole.
  if (answer.ok && body.number !== undefined) numbers.push(body.number)
  return String(answer.status)
}

/** So many letters more than now, or as many as there are when it takes too long. */
export async function untilAcknowledged({ numbers }: Told, more: number): Promise<void> {
  const enough = numbers.length + more
  for (const since = performance.now(); numbers.length < enough && performance.now() - since < longest; ) await wait(20)
}

const longest = 60_000

export async function readiness({ url }: Served): Promise<string> {
  const since = performance.now()
  const answer = await fetch(`${url}/readyz`)
  const { why = '' } = (await answer.json()) as { why?: string }
  return `/readyz ${answer.status} ${why} in ${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** The process that all of the private server come from, and they. */
export function databaseProcesses(folder: string): readonly number[] {
  const first = Number(readFileSync(join(folder, 'data/postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === first)
  return [first, ...children.map(Number)]
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended already.
    }
  }
}
