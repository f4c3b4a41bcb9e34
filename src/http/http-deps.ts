import type { Deps } from '../app/index.js'

/** What the routes work with: the app, and how this node is set up. */
export type HttpDeps = {
  readonly app: Deps
  readonly settings: HttpSettings
}

export type HttpSettings = {
  /** Where the built workbench lies; null: it was not built. */
  readonly webFolder: string | null
  /** Behind how many proxies we stand, whose word for the caller's address counts. */
  readonly trustedProxies: number
  /** Requests a minute from one address; 0: no limit (for benches). */
  readonly requestsPerMinute: number
  /** Seals what the portal keeps in forms and cookies. */
  readonly secret: Uint8Array
  readonly logLevel: string
  readonly version: string
}
