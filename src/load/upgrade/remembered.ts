import { isMap, isScalar, isSeq } from 'yaml'
import { type Entry, entriesOf, entryIn, itemsOf } from './splice.js'

/**
 * 记下的标记. A field for yes and no that nobody states: acts set it, only to remember that they were done. `on` sets it, `off` takes it
 * back; where somebody must decide what to ask instead, `isPlain` is false.
 */
export type Remembered = {
  readonly field: string
  readonly on: readonly string[]
  readonly off: readonly string[]
  readonly isPlain: boolean
}

/** What the rules of one regulation remember in fields, all its files together. */
export function rememberedIn(roots: readonly unknown[]): readonly Remembered[] {
  const acts = roots.flatMap((root) => entriesOf(entryIn(root, 'acts')?.value))
  const declared = new Map(roots.flatMap((root) => entriesOf(entryIn(root, 'fields')?.value).map((each) => [each.key, each])))
  const set = acts.flatMap(({ key, value }) => entriesOf(entryIn(value, 'sets')?.value).map((entry) => ({ act: key, entry })))
  const asked = new Set(acts.flatMap(({ value }) => fieldsAsked(value)))
  return [...new Set(set.map(({ entry }) => entry.key))].flatMap((field) => {
    const declaration = declared.get(field)?.value
    if (asked.has(field) || wordIn(declaration, 'type') !== 'boolean') return []
    const setters = (is: boolean) =>
      set.filter(({ entry }) => entry.key === field && plainValue(entry.value) === is).map(({ act }) => act)
    const [on, off] = [setters(true), setters(false)]
    const isLiteral = on.length + off.length === set.filter(({ entry }) => entry.key === field).length
    const isPlain =
      isLiteral && on.length > 0 && entryIn(declaration, 'default') === undefined && !roots.some((root) => isNamed(root, field))
    return [{ field, on, off, isPlain }]
  })
}

const fieldsAsked = (act: unknown): readonly string[] => [
  ...wordsIn(act, 'needs'),
  ...wordsIn(act, 'takes'),
  ...itemsOf(entryIn(act, 'needsWhen')?.value).flatMap((each) => wordsIn(each, 'fields')),
]

const wordsIn = (node: unknown, key: string): readonly string[] =>
  itemsOf(entryIn(node, key)?.value).map((each) => String(plainValue(each)))
const wordIn = (node: unknown, key: string): unknown => plainValue(entryIn(node, key)?.value)
export const plainValue = (node: unknown): unknown => (isScalar(node) ? node.value : undefined)

/** Keys under which a rule names a field by itself: what is asked of it there is no yes or no. */
const naming: ReadonlySet<string> = new Set([
  'filled',
  'empty',
  'same',
  'viewer',
  'field',
  'fields',
  'rankedBy',
  'redacts',
  'rating',
])

function isNamed(node: unknown, field: string, under = ''): boolean {
  if (isSeq(node)) return node.items.some((item) => isNamed(item, field, under))
  if (isMap(node)) return entriesOf(node).some((entry) => isNamedIn(entry, field))
  return naming.has(under) && plainValue(node) === field
}

/** A key that is the field asks of it what it holds: only yes or no can be turned into a question. */
const isNamedIn = ({ key, value }: Entry, field: string): boolean => isNamed(value, field, key)
