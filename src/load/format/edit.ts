import type { Path } from './yaml-file.js'

/** One change to written data: another value at a path, or nothing there any more. */
export type Edit = { readonly path: Path; readonly what: string; readonly value?: unknown }

/** The data with these changes made; what is not on their way is shared. Later places of a list are taken out first. */
export const edited = (data: unknown, edits: readonly Edit[]): unknown =>
  [...edits].sort(byPlaceFromTheEnd).reduce((result, edit) => editAt(result, edit.path, edit), data)

function editAt(data: unknown, [step, ...rest]: Path, edit: Edit): unknown {
  if (step === undefined) return edit.value
  const isLast = rest.length === 0
  if (Array.isArray(data)) {
    const at = Number(step)
    if (isLast && !('value' in edit)) return data.filter((_each, index) => index !== at)
    return data.map((each, index) => (index === at ? editAt(each, rest, edit) : each))
  }
  // An edit made before may have taken the whole away.
  if (!isRecord(data)) return data
  if (isLast && !('value' in edit)) return Object.fromEntries(Object.entries(data).filter(([key]) => key !== String(step)))
  return isLast || step in data ? { ...data, [step]: editAt(data[step], rest, edit) } : data
}

function byPlaceFromTheEnd(one: Edit, other: Edit): number {
  for (const [index, step] of one.path.entries()) {
    const beside = other.path[index]
    if (typeof step === 'number' && typeof beside === 'number' && step !== beside) return beside - step
    if (step !== beside) return 0
  }
  return 0
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path; undefined where nothing does. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)]
    return isRecord(value) ? value[step] : undefined
  }, data)
