import type { Path } from './yaml-file.js'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Stands in for what a regulation cannot do without, so that the rest can be looked at. */
const blank = { regulation: '-', version: '-', title: '-', issuer: '-', effective: {}, stages: {}, acts: {} }

/** A regulation as written, less the entries in which something is wrong, so that names in the others can still be checked. */
export function withoutWrong(data: unknown, wrong: readonly Path[]): unknown {
  if (!isRecord(data)) return blank
  const kept = Object.entries(data).flatMap(([key, value]) => {
    const here = wrong.filter((path) => path[0] === key)
    if (here.length === 0) return [[key, value] as const]
    if (!isRecord(value) || here.some((path) => path.length === 1)) return []
    const entries = Object.entries(value).filter(([id]) => !here.some((path) => String(path[1]) === id))
    return [[key, Object.fromEntries(entries)] as const]
  })
  return { ...blank, ...Object.fromEntries(kept) }
}
