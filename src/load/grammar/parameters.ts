import type { Path } from '../format/yaml-file.js'

type Unknown = { readonly path: Path; readonly word: string }

/** Puts the values of parameters in place of `$name`, everywhere but in the parameters themselves. */
export function substitute(data: unknown): { data: unknown; unknown: readonly Unknown[]; known: readonly string[] } {
  const values = parameterValues(data)
  const unknown: Unknown[] = []
  const walk = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string' && /^\$[A-Za-z]\w*$/.test(value)) {
      const word = value.slice(1)
      if (values.has(word)) return values.get(word)
      unknown.push({ path, word })
      return value
    }
    if (Array.isArray(value)) return value.map((entry, index) => walk(entry, [...path, index]))
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        path.length === 0 && key === 'parameters' ? entry : walk(entry, [...path, key]),
      ]),
    )
  }
  return { data: walk(data, []), unknown, known: [...values.keys()] }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parameterValues(data: unknown): ReadonlyMap<string, unknown> {
  const parameters = isRecord(data) ? data.parameters : undefined
  if (!isRecord(parameters)) return new Map()
  return new Map(Object.entries(parameters).flatMap(([id, entry]) => (isRecord(entry) ? [[id, entry.value] as const] : [])))
}
