import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { sequence } from '../test/walk.js'
import { messageText } from './phrases.js'

/** One round: so many submissions to one server, over so many connections. */
export type Load = {
  readonly url: string
  readonly connections: number
  readonly amount: number
  readonly seed: number
  readonly government: string
  /** What is the same in every submission, and which value of each choice. */
  readonly stated: Readonly<Record<string, string>>
  readonly choices: Readonly<Record<string, readonly string[]>>
}
export type Loaded = {
  readonly seconds: number
  readonly accepted: number
  readonly failed: number
  readonly p50: number
  readonly p99: number
  /** The load's own processor time. */
  readonly cpu: number
}

const bodyLength = 200

function submissions({ amount, seed, government, stated, choices }: Load): readonly string[] {
  const choose = sequence(seed)
  return Array.from({ length: amount }, () => {
    const picked = Object.entries(choices).map(([id, options]) => [id, options[Math.floor(choose() * options.length)]])
    const texts = { title: messageText(choose, 16), body: messageText(choose, bodyLength) }
    return JSON.stringify({ government, with: { ...stated, ...Object.fromEntries(picked), ...texts } })
  })
}

async function run(load: Load): Promise<Loaded> {
  // Made before the first is sent: only sending is measured.
  const bodies = submissions(load)
  const keys = bodies.map(() => randomUUID())
  let next = 0
  let [first, last] = [0, 0]
  const before = process.cpuUsage()
  const result = await new Promise<Parameters<Parameters<typeof autocannon>[1]>[1]>((done, failed) => {
    first = performance.now()
    const shooting = autocannon(
      {
        url: load.url,
        connections: load.connections,
        amount: load.amount,
        timeout: 30,
        requests: [
          {
            method: 'POST',
            path: '/api/matters',
            setupRequest: (request) => {
              const at = next++
              const headers = { 'content-type': 'application/json', 'idempotency-key': keys[at] ?? randomUUID() }
              return { ...request, headers, body: bodies[at] ?? bodies[0] ?? '' }
            },
          },
        ],
      },
      (error, found) => (error === null ? done(found) : failed(error)),
    )
    // It tells the whole only at the next full second.
    shooting.on('response', () => {
      last = performance.now()
    })
  })
  const { user, system } = process.cpuUsage(before)
  const failed = result.errors + result.timeouts + result.non2xx
  const { p50, p99 } = result.latency
  return { seconds: (last - first) / 1000, accepted: result['2xx'], failed, p50, p99, cpu: (user + system) / 1e6 }
}

process.on('message', (load: Load) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.send?.('ready')
