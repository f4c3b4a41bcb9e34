import { isNode } from 'yaml'
import type { Changes, Undecided } from './changes.js'
import { plainValue, type Remembered } from './remembered.js'
import { cut, type Entry, endOf, entriesOf, entryIn, itemCut, itemsOf, mappingsIn, type Splice, startOf } from './splice.js'

/** In the rules: what acts set only to remember goes, and what asked for it asks what was done. */
export function questionsInRules(remembered: readonly Remembered[], root: unknown, text: string): Changes {
  const tests = mappingsIn(root).flatMap(({ node, path }) =>
    path[0] === 'fields' || path.at(-1) === 'sets' ? [] : remembered.flatMap((flag) => testOf(node, flag)),
  )
  const crowded = new Set(tests.filter(({ isAlone }) => !isAlone).map(({ flag }) => flag.field))
  const plain = remembered.filter(({ field, isPlain }) => isPlain && !crowded.has(field))
  const isPlain = (field: string): boolean => plain.some((flag) => flag.field === field)
  const sets = entriesOf(entryIn(root, 'acts')?.value).flatMap(({ value }) => entryIn(value, 'sets') ?? [])
  const kept = sets.flatMap(({ value }) => entriesOf(value)).filter(({ key }) => remembered.some(({ field }) => field === key))
  return {
    splices: [
      ...extensionsNamed(root, text),
      ...tests.filter(({ flag }) => isPlain(flag.field)).map(({ flag, entry }) => asking(flag, entry)),
      ...entriesOf(entryIn(root, 'acts')?.value).flatMap(({ value }) => withoutEntries(text, value, 'sets', isPlain)),
      ...withoutEntries(text, root, 'fields', isPlain),
    ],
    undecided: kept
      .filter(({ key }) => !isPlain(key))
      .map(({ key, keyNode }): Undecided => ({ offset: startOf(keyNode), code: 'remembered-only', word: key })),
  }
}

/** The acts of an extension were understood to be called so; now they are said. */
const understood = { asked: 'requestExtension', granted: 'grantExtension', refused: 'refuseExtension' } as const

function extensionsNamed(root: unknown, text: string): readonly Splice[] {
  return entriesOf(entryIn(root, 'duties')?.value).flatMap(({ value: duty }) => {
    const written = entryIn(duty, 'extend')?.value
    const [first] = entriesOf(written)
    const unsaid = Object.entries(understood).filter(([key]) => entryIn(written, key) === undefined)
    if (first === undefined || unsaid.length === 0) return []
    const at = startOf(first.keyNode)
    const between = first.isFlow ? ', ' : `\n${' '.repeat(at - text.lastIndexOf('\n', at) - 1)}`
    return [{ from: at, to: at, text: unsaid.map(([key, act]) => `${key}: ${act}${between}`).join('') }]
  })
}

/** In an example: what was remembered is no fact any more. */
export function questionsInScenario(remembered: readonly Remembered[], root: unknown, text: string): Changes {
  const isPlain = (field: string): boolean => remembered.some((flag) => flag.isPlain && flag.field === field)
  const steps = itemsOf(entryIn(root, 'steps')?.value)
  return { splices: steps.flatMap((step) => withoutFacts(text, step, isPlain)), undecided: [] }
}

/** A step that looks at nothing else goes altogether. */
function withoutFacts(text: string, step: unknown, isGone: (field: string) => boolean): readonly Splice[] {
  const expected = entryIn(step, 'expect')?.value
  const [only, ...more] = entriesOf(expected)
  const isEmptied = more.length === 0 && only?.key === 'facts' && entriesOf(only.value).every(({ key }) => isGone(key))
  return isEmptied && isNode(step) ? [itemCut(text, step)] : withoutEntries(text, expected, 'facts', isGone)
}

type Test = { readonly flag: Remembered; readonly entry: Entry; readonly isAlone: boolean }

/** Where a mapping asks for yes or no; not alone where what would be asked instead stands beside it already. */
function testOf(node: unknown, flag: Remembered): readonly Test[] {
  const entry = entryIn(node, flag.field)
  if (entry === undefined || typeof plainValue(entry.value) !== 'boolean') return []
  const [word = ''] = question(flag, plainValue(entry.value) === true).split(':')
  return [{ flag, entry, isAlone: entryIn(node, word) === undefined }]
}

function question({ on, off }: Remembered, is: boolean): string {
  const [act] = on
  if (on.length === 1 && off.length === 0) return `count: { ${act}: { ${is ? 'atLeast: 1' : 'atMost: 0'} } }`
  const latest = `latest: { of: [${[...on, ...off].join(', ')}], is: ${on.length === 1 ? act : `[${on.join(', ')}]`} }`
  return is ? latest : `not: { ${latest} }`
}

const asking = (flag: Remembered, { keyNode, value }: Entry): Splice => ({
  from: startOf(keyNode),
  to: endOf(value),
  text: question(flag, plainValue(value) === true),
})

/** Entries of a table taken out; the table too, where nothing is left in it. */
function withoutEntries(text: string, holder: unknown, key: string, isGone: (key: string) => boolean): readonly Splice[] {
  const table = entryIn(holder, key)
  const entries = entriesOf(table?.value)
  const gone = entries.filter((entry) => isGone(entry.key))
  if (table === undefined || gone.length === 0) return []
  return gone.length === entries.length ? [cut(text, table, entriesOf(holder))] : gone.map((entry) => cut(text, entry, entries))
}
