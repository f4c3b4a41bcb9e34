import { isScalar } from 'yaml'
import { allParts } from '../../core/index.js'
import { type Changes, nothing, together } from './changes.js'
import {
  type Entry,
  endOf,
  entriesOf,
  entryIn,
  itemsOf,
  linesOf,
  mappingsIn,
  removed,
  renamed,
  type Splice,
  startOf,
} from './splice.js'

const only = (...splices: readonly Splice[]): Changes => ({ splices, undecided: [] })

type RuleChange = (root: unknown, text: string) => Changes

/** `transition: keeps-version` said nothing: there is no other way yet. */
const withoutTransition: RuleChange = (root, text) => {
  const entry = entryIn(root, 'transition')
  if (entry === undefined) return nothing
  const word = scalarIn(entry.value)
  if (word === 'keeps-version') return only(removed(text, entry))
  return { splices: [], undecided: [{ offset: startOf(entry.keyNode), code: 'transition-unknown', word }] }
}

/** Every start is `from`. */
const oneWordForStarts: RuleChange = (root) => {
  const counted = tableOf(root, 'duties').flatMap(({ value }) => entryIn(value, 'countFrom') ?? [])
  const windows = tableOf(root, 'acts').flatMap(({ value }) => entryIn(entryIn(value, 'within')?.value, 'after') ?? [])
  return only(...[...counted, ...windows].map((entry) => renamed(entry, 'from')))
}

/** Every part of a share is `parts`. */
const oneWordForParts: RuleChange = (root) => {
  const moved = tableOf(root, 'acts').flatMap(({ value }) => entryIn(entryIn(value, 'moves')?.value, 'of') ?? [])
  const opened = tableOf(root, 'duties').flatMap(({ value }) =>
    itemsOf(entryIn(value, 'opens')?.value).flatMap((item) => entryIn(item, 'in') ?? []),
  )
  const asked = mappingsIn(root).flatMap(({ node }) => {
    const test = entryIn(node, 'assignments')?.value
    const isTest = ['every', 'some', 'none'].some((key) => entryIn(test, key) !== undefined)
    return isTest ? (entryIn(test, 'of') ?? []) : []
  })
  const weighed = mappingsIn(root).flatMap(({ node, path }) => (isCondition(path) ? (entryIn(node, 'part') ?? []) : []))
  return only(...[...moved, ...opened, ...asked, ...weighed].map((entry) => renamed(entry, 'parts')))
}

const conditionKeys: ReadonlySet<unknown> = new Set(['when', 'unless', 'appliesTo', 'not', 'all', 'any'])

/** A mapping under `when` and the like is a condition, a list of them too. */
const isCondition = (path: readonly (string | number)[]): boolean =>
  conditionKeys.has(path.findLast((step) => typeof step === 'string'))

/** `rung: duty/rung` says two things: each gets a word. */
const rungsApart: RuleChange = (root, text) => {
  const openings = tableOf(root, 'duties').flatMap(({ value }) => itemsOf(entryIn(value, 'opens')?.value))
  return only(...openings.flatMap((item) => rungApart(entryIn(item, 'rung'), text)))
}

function rungApart(entry: Entry | undefined, text: string): readonly Splice[] {
  const [duty = '', rung] = entry === undefined ? [] : scalarIn(entry.value).split('/')
  if (entry === undefined || rung === undefined) return []
  const indent = startOf(entry.keyNode) - (text.lastIndexOf('\n', startOf(entry.keyNode)) + 1)
  const between = entry.isFlow ? ', ' : `\n${' '.repeat(indent)}`
  return [{ from: startOf(entry.keyNode), to: endOf(entry.value), text: `duty: ${duty}${between}rung: ${rung}` }]
}

/** `same: [assignments.lead, x]`: the part stands beside the field. */
const partsBesideFields: RuleChange = (root) =>
  together(
    mappingsIn(root).flatMap(({ node }) => {
      const [first] = itemsOf(entryIn(node, 'same')?.value)
      const [field = '', part] = scalarIn(first).split('.')
      if (part === undefined || !isScalar(first)) return []
      const range = { from: first.range?.[0] ?? 0, to: first.range?.[1] ?? 0 }
      const isKnown = allParts.some((each) => each === part)
      return isKnown
        ? [only({ ...range, text: `{ field: ${field}, part: ${part} }` })]
        : [{ splices: [], undecided: [{ offset: range.from, code: 'part-unknown' as const, word: part }] }]
    }),
  )

/** A parameter that no rule names is the record of a reading. */
const readingsApart: RuleChange = (root, text) => {
  const parameters = entryIn(root, 'parameters')
  const entries = entriesOf(parameters?.value)
  if (parameters === undefined || entries.length === 0) return nothing
  const rest = text.slice(0, startOf(parameters.keyNode)) + text.slice(linesOf(text, parameters).to)
  const idle = entries.filter(({ key }) => !new RegExp(`\\$${key}\\b`).test(rest))
  if (idle.length === 0) return nothing
  if (idle.length === entries.length) return only(renamed(parameters, 'readings'))
  const block = linesOf(text, parameters)
  const stretches = idle.map((entry) => withComments(text, entry, entries))
  return only(...stretches.map((stretch) => ({ ...stretch, text: '' })), {
    from: block.to,
    to: block.to,
    text: `\nreadings:\n${stretches.map(({ from, to }) => text.slice(from, to)).join('')}`,
  })
}

/** An entry with the comments above it, as far as the one before. */
function withComments(text: string, entry: Entry, all: readonly Entry[]): { readonly from: number; readonly to: number } {
  const before = all[all.indexOf(entry) - 1]
  const { from, to } = linesOf(text, entry)
  return { from: before === undefined ? from : linesOf(text, before).to, to }
}

const tableOf = (root: unknown, key: string): readonly Entry[] => entriesOf(entryIn(root, key)?.value)
const scalarIn = (node: unknown): string => (isScalar(node) ? String(node.value) : '')

/** What changes in the rules. */
export const rulesToFormat2: RuleChange = (root, text) =>
  together(
    [withoutTransition, oneWordForStarts, oneWordForParts, rungsApart, partsBesideFields, readingsApart].map((change) =>
      change(root, text),
    ),
  )

/** What changes in an example: `matter:` said what nobody asked. */
export const scenarioToFormat2: RuleChange = (root, text) => {
  const entry = entryIn(root, 'matter')
  return entry === undefined ? nothing : only(removed(text, entry))
}
