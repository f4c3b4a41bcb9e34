import { Agent, request as send } from 'node:http'

/** One request as it goes out. */
export type Request = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}
/** Each of them once, over so many connections. */
export type Asking = { readonly url: string; readonly connections: number; readonly requests: readonly Request[] }
export type Asked = {
  readonly seconds: number
  /** Bytes of all answers as they came over the wire, without their heads. */
  readonly bytes: number
  /** The first answers that were no 2xx. */
  readonly failures: readonly string[]
}

async function run({ url, connections, requests }: Asking): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const failures: string[] = []
  let [next, bytes] = [0, 0]
  const begun = performance.now()
  const worker = async (): Promise<void> => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const answer = await ask(agent, url, request)
      bytes += answer.bytes
      if (answer.status >= 300 && failures.length < 5)
        failures.push(`${request.method} ${request.path}: ${answer.status} ${answer.text}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  return { seconds, bytes, failures }
}

type Answer = { readonly status: number; readonly bytes: number; readonly text: string }

const ask = (agent: Agent, url: string, { method, path, headers, body }: Request): Promise<Answer> =>
  new Promise((done, failed) => {
    const outgoing = send(new URL(path, url), { agent, method, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const whole = Buffer.concat(chunks)
        const status = incoming.statusCode ?? 0
        done({ status, bytes: whole.length, text: status >= 300 ? whole.toString().slice(0, 300) : '' })
      })
      incoming.on('error', failed)
    })
    outgoing.on('error', failed)
    outgoing.end(body)
  })

process.on('message', (asking: Asking) => {
  run(asking).then(
    (asked) => process.send?.(asked),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.send?.('ready')
