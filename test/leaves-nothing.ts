import pg from 'pg'
import { afterAll, vi } from 'vitest'

/**
 * Files of one worker share what they import and the globals of the process. Whatever a test exchanges there it puts back; a file that does
 * not fails itself, and the next one finds what the first one found.
 */
type Place = { readonly name: string; readonly owner: object; readonly key: PropertyKey }

const whole = (name: string, owner: object): readonly Place[] =>
  Object.entries(Object.getOwnPropertyDescriptors(owner)).flatMap(([key, { value }]) =>
    value === undefined ? [] : [{ name: `${name}.${key}`, owner, key }],
  )

const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask'] as const
const globals = ['fetch', 'Date', 'Math', 'crypto', 'performance', 'process', 'console', 'Buffer', 'URL', ...timers] as const

const places: readonly Place[] = [
  ...globals.map((key) => ({ name: key, owner: globalThis, key })),
  ...whole('pg.Client.prototype', pg.Client.prototype),
  ...whole('pg.Pool.prototype', pg.Pool.prototype),
  ...whole('Date', Date),
  ...whole('Math', Math),
  ...whole('console', console),
  ...['hrtime', 'kill', 'cwd', 'emitWarning'].map((key) => ({ name: `process.${key}`, owner: process, key })),
  ...['stdout', 'stderr'].map((name) => ({ name: `process.${name}.write`, owner: Reflect.get(process, name), key: 'write' })),
]

type Found = { readonly values: ReadonlyMap<Place, unknown>; readonly environment: Readonly<Record<string, string | undefined>> }

/** As the first file of this worker found it. */
const first = Symbol.for('huiyin.found-by-the-first-file')
const kept = globalThis as { [first]?: Found }
kept[first] ??= {
  values: new Map(places.map((place) => [place, Reflect.get(place.owner, place.key)])),
  environment: { ...process.env },
}
const found = kept[first]

/** What stands otherwise than it was found, put back. */
function putBack(): readonly string[] {
  const wrong: string[] = []
  for (const [{ name, owner, key }, value] of found.values) {
    if (Reflect.get(owner, key) === value) continue
    Reflect.set(owner, key, value)
    wrong.push(name)
  }
  for (const name of new Set([...Object.keys(process.env), ...Object.keys(found.environment)])) {
    const value = found.environment[name]
    if (process.env[name] === value || /^VITEST/.test(name)) continue
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
    wrong.push(`process.env.${name}`)
  }
  if (vi.isFakeTimers()) wrong.push('timers')
  vi.useRealTimers()
  return wrong
}

afterAll(() => {
  const wrong = putBack()
  if (wrong.length > 0) throw new Error(`This file leaves behind: ${wrong.join(', ')}`)
})
