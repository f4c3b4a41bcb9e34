import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { listRegulations, loadRegulation } from '../src/load/index.js'

/**
 * What names mean is declared by each regulation (record 0041): no act and no field of one is known to the program. Beside every word
 * here that happens to be one stands what it is in our own code, and where.
 */
type Own = { readonly is: string; readonly in: RegExp }

const anywhere = /./
/** Words of the format, of the interface and of its own lists that some regulation also calls a field. Roles are no fields. */
const ownOfFields: Readonly<Record<string, Own>> = {
  assignments: { is: 'the type of field that names units, and the one field that creates shares', in: anywhere },
  attachments: { is: 'a type of field', in: anywhere },
  limit: { is: 'a type of field; a bound that was missed', in: anywhere },
  workdays: { is: 'a unit of periods', in: anywhere },
  title: { is: 'a meaning (meaning.fields.title), and a property of rows', in: anywhere },
  category: { is: 'a meaning, and a property of rows', in: anywhere },
  channel: { is: 'a meaning, and a property of rows', in: anywhere },
  answer: { is: 'a meaning', in: anywhere },
  rating: { is: 'a meaning', in: anywhere },
  reason: { is: 'what every act may state beside its fields; a property of forms', in: anywhere },
  statistics: { is: 'a screen', in: anywhere },
  receivedAt: { is: 'a property of rows', in: /^(app\/(ledger\/export-ledger|words\/words)|store\/types)\.ts$/ },
  publishedAt: { is: 'a property of rows', in: /^(app\/(ledger\/export-ledger|words\/words)|store\/search\/search-words)\.ts$/ },
  sourceNumber: { is: 'a property of rows', in: /^app\/(ledger\/export-ledger|words\/words)\.ts$/ },
  phone: { is: 'a head in files of other systems', in: /^app\/words\/import-columns\.ts$/ },
  address: {
    is: 'a head in files of other systems; a property of the log, where an office is, and what a text of a form is',
    in: /^(core\/rules\/field-content|app\/(words\/import-columns|words\/administration|administration\/)|web\/workbench\/administration\/government-part)/,
  },
  body: { is: 'a head in files of other systems', in: /^app\/words\/import-columns\.ts$/ },
  assessment: {
    is: 'a part of a regulation, a kind of rule, a room, a command',
    in: /^(core\/rules\/rule-kinds\.ts$|(cli|http|load|web)\/)/,
  },
  bulletin: { is: 'a command', in: /^cli\/paper-commands\.ts$/ },
  retention: { is: 'a part of a regulation, a kind of rule, a room', in: /^(core\/rules\/rule-kinds\.ts$|(http|load|web)\/)/ },
  requirement: { is: 'a kind of rule', in: /^(core\/rules\/rule-kinds\.ts$|(contract|load|web)\/)/ },
  reader: { is: 'to whom something is told', in: /^app\/matter\/view-requirements\.ts$/ },
  place: { is: 'where something stands in a file', in: /^load\/grammar\/(rules-text|parts-text|clauses)\.ts$/ },
  progress: { is: 'a name in a page', in: /^web\/portal\/track-page\.tsx$/ },
  findings: { is: 'a property of what was loaded, or verified', in: /^(load\/library\/|app\/records\/verify-records\.ts$)/ },
  reached: { is: 'a rung that was reached; an alias in SQL', in: /^(load\/library|store\/functions)\// },
  readers: { is: 'who may read a matter; an alias in SQL', in: /^store\/functions\// },
  urgent: { is: 'a name in a page', in: /^web\/portal\/home-page\.tsx$/ },
  timeliness: { is: 'a chart', in: /^app\/statistics\/charts\.ts$/ },
  scope: { is: 'a word of the figures', in: /^app\/words\/statistics\.ts$/ },
  ground: { is: 'why a day counts', in: /^cli\/day-strip\.ts$/ },
  publicText: { is: 'a column', in: /^store\/types\.ts$/ },
  alternatives: { is: 'the other readings of a parameter', in: /^(core\/fold\/program|load\/check\/check-languages)\.ts$/ },
}
/** Acts are never named: what stands here is another thing that bears the same English word. */
const ownOfActs: Readonly<Record<string, Own>> = {
  answer: { is: 'a meaning', in: anywhere },
  submit: {
    is: 'a method of the store, and of what the portal asks; what a form of the browser tells as it is sent',
    in: /^(store\/matter-methods\.ts|http\/make-portal-deps\.ts|web\/workbench\/form\/attachments-input\.tsx)$/,
  },
  merge: { is: 'what happens to a unit', in: /(^|\/)(units|units-over-time|unit-forms)\.tsx?$/ },
  contact: {
    is: 'a property of a government, or of an account',
    in: /(administration|audit|government|government-part|person-form|listed-form|further-form|listed-people|roster)\.tsx?$/,
  },
  return: { is: 'what a page hears of the server again', in: /^web\/workbench\/(api\/live|list\/use-news)\.ts$/ },
  draft: {
    is: 'the version of a text not yet in force; the mark of a draft',
    in: /^(cli\/|contract\/text-name\.ts$|load\/library\/|web\/workbench\/words\/|web\/portal\/form-groups\.tsx$)/,
  },
  supervise: { is: 'a kind of work on the desk', in: /^(core\/rules\/work|web\/workbench\/desk\/desk-part)\.ts$/ },
  accept: { is: 'an option of the command line', in: /^cli\/import-command\.ts$/ },
  verify: { is: 'a command', in: /^cli\/app-commands\.ts$/ },
  reply: { is: 'a property of a request', in: /^http\/portal\/write-routes\.ts$/ },
  urge: { is: 'an option of a rung', in: /^load\/grammar\/rung\.ts$/ },
  refer: { is: 'an option of a rung', in: /^load\/grammar\/rung\.ts$/ },
}
/** Written for good: what a step of the format, or of the database, found when it was taken. */
const history = /^(load\/upgrade|store\/migrations)\//

const src = join(import.meta.dirname, '..', 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixtures)\.tsx?$/.test(file) && !history.test(file))

const regulations = [join(src, '../regulations'), join(import.meta.dirname, 'fixtures/seventh')]
  .flatMap(listRegulations)
  .flatMap(({ folder }) => loadRegulation(folder).regulation ?? [])

/** Every text in quotes; what HTML calls a button's type is HTML's. */
const quotedIn = (file: string): readonly string[] => {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !isTypeOfButton(node.parent)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true))
  return found
}

const isTypeOfButton = (node: ts.Node): boolean => ts.isJsxAttribute(node) && /^(type|htmlType)$/.test(node.name.getText())

const quoted = files.map((file) => ({ file, words: new Set(quotedIn(file)) }))
const standing = (ids: ReadonlySet<string>) =>
  quoted.flatMap(({ file, words }) => [...words].filter((word) => ids.has(word)).map((word) => ({ file, word })))

it.each([
  ['act', new Set(regulations.flatMap(({ acts }) => Object.keys(acts))), ownOfActs],
  ['field', new Set(regulations.flatMap(({ fields }) => Object.keys(fields))), ownOfFields],
] as const)('no %s of a regulation is named in the program', (_, ids, own) => {
  const found = standing(ids)
  expect(ids.size).toBeGreaterThan(100)
  expect(found.filter(({ file, word }) => own[word]?.in.test(file) !== true).map(({ file, word }) => `${file}: ${word}`)).toEqual(
    [],
  )
  expect(Object.keys(own).filter((word) => !found.some((each) => each.word === word))).toEqual([])
})
