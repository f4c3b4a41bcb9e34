import { isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode } from 'yaml'
import type { Path } from '../format/yaml-file.js'

/** A stretch of a text and what is to stand there instead; all else stays to the letter, comments too. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string }

export function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .reduce((result, { from, to, text: put }) => result.slice(0, from) + put + result.slice(to), text)
}

export type Entry = { readonly key: string; readonly keyNode: Node; readonly value: ParsedNode | null; readonly isFlow: boolean }

/** The entries of a mapping; none of anything else. */
export function entriesOf(node: unknown): readonly Entry[] {
  if (!isMap(node)) return []
  return node.items.flatMap((pair: Pair<unknown, unknown>) =>
    isScalar(pair.key)
      ? [
          {
            key: pair.key.source ?? String(pair.key.value),
            keyNode: pair.key as Node,
            value: (pair.value ?? null) as ParsedNode | null,
            isFlow: node.flow === true,
          },
        ]
      : [],
  )
}

/** The entry of a mapping under a key. */
export const entryIn = (node: unknown, key: string): Entry | undefined => entriesOf(node).find((each) => each.key === key)

/** One or several: each item of a list, or the value that stands alone. */
export const itemsOf = (node: unknown): readonly unknown[] => (isSeq(node) ? node.items : node == null ? [] : [node])

/** Every mapping below a node, itself included, with its path. */
export function mappingsIn(node: unknown, path: Path = []): readonly { readonly node: unknown; readonly path: Path }[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => mappingsIn(item, [...path, index]))
  if (!isMap(node)) return []
  return [{ node, path }, ...entriesOf(node).flatMap(({ key, value }) => mappingsIn(value, [...path, key]))]
}

export const startOf = (node: Node | null): number => node?.range?.[0] ?? 0
export const endOf = (node: Node | null): number => node?.range?.[1] ?? 0

/** Another key in its place. */
export const renamed = ({ keyNode }: Entry, to: string): Splice => ({ from: startOf(keyNode), to: endOf(keyNode), text: to })

/** The lines of an entry that stands on lines of its own, to the end of the last with what is said behind it. */
export function linesOf(text: string, { keyNode, value }: Entry): { readonly from: number; readonly to: number } {
  const last = Math.max(endOf(keyNode), lastCharacter(text, value))
  const end = text.indexOf('\n', last)
  return { from: text.lastIndexOf('\n', startOf(keyNode)) + 1, to: end === -1 ? text.length : end + 1 }
}

/** A block's range may reach over the line's end into what follows: the last character that is its own. */
function lastCharacter(text: string, node: Node | null): number {
  let at = endOf(node)
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1
  return at
}

/** The entry, its lines with it, taken away. */
export const removed = (text: string, entry: Entry): Splice => ({ ...linesOf(text, entry), text: '' })

/** One entry of a mapping taken away: its lines, or between others on one line up to the next. */
export function cut(text: string, entry: Entry, among: readonly Entry[]): Splice {
  if (!entry.isFlow) return removed(text, entry)
  const at = among.findIndex(({ keyNode }) => keyNode === entry.keyNode)
  const [before, next] = [among[at - 1], among[at + 1]]
  if (next !== undefined) return { from: startOf(entry.keyNode), to: startOf(next.keyNode), text: '' }
  return { from: before === undefined ? startOf(entry.keyNode) : endOf(before.value), to: endOf(entry.value), text: '' }
}

/** An item of a list that stands on lines of its own, taken away with its dash. */
export function itemCut(text: string, item: Node): Splice {
  const end = text.indexOf('\n', lastCharacter(text, item))
  return { from: text.lastIndexOf('\n', startOf(item)) + 1, to: end === -1 ? text.length : end + 1, text: '' }
}
