/** The little that the benches use of it. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Request = {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
    setupRequest?: (request: Request) => Request
  }
  type Result = { errors: number; timeouts: number; non2xx: number; '2xx': number; latency: { p50: number; p99: number } }
  type Options = { url: string; connections: number; amount: number; timeout?: number; requests: readonly Request[] }
  // biome-ignore lint/style/noDefaultExport: that is how it exports.
  export default function autocannon(options: Options, done: (error: Error | null, result: Result) => void): EventEmitter
}
