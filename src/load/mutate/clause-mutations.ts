import type { Regulation } from '../../core/index.js'
import { type Edit, isRecord } from '../format/edit.js'
import type { Path } from '../format/yaml-file.js'
import { dropEach } from '../grammar/alter.js'
import { citationsOf, isCarriedBy } from '../grammar/citations.js'
import type { LoadedRegulation } from '../grammar/load-regulation.js'
import { each } from '../grammar/reading.js'
import type { RegulationInput } from '../grammar/regulation.js'
import type { Mutation } from './mutations.js'

/** Tables of words the rules are written with. Taken out, nothing could be read any more: what they mean is in the rules. */
const vocabulary: ReadonlySet<string> = new Set([
  'roles',
  'fields',
  'stages',
  'assignmentStages',
  'items',
  'requesterLists',
  'parameters',
  'discretions',
])

/** For each executed clause, the regulation without the rules that cite it; or, where only words do, without what they are used for. */
export function clauseMutationsOf({ regulation, written }: LoadedRegulation): readonly Mutation[] {
  if (regulation === null || written === null) return []
  const citations = citationsOf(written, regulation.clauses)
  return executed(regulation, written).map((id) => {
    const citing = citations.filter((each) => each.clauses.includes(id)).map((each) => each.path.slice(0, -1))
    const rules = citing.filter((path) => !isWord(path))
    const edits = rules.length > 0 ? rules.flatMap(withoutRule) : citing.flatMap((path) => withoutUse(written, path))
    return {
      rule: `clause ${id}`,
      path: rules[0] ?? citing[0] ?? [],
      clause: [id],
      what: `without what rests on ${id}`,
      edits,
      isOfClause: true,
    }
  })
}

const executed = ({ clauses }: Regulation, written: RegulationInput): readonly string[] =>
  Object.values(clauses)
    .filter((clause) => clause.status === 'executed' && isCarriedBy(written, clause))
    .map(({ id }) => id)

/** An option is a rule: what may be chosen. */
const isWord = (path: Path): boolean => vocabulary.has(String(path[0])) && path[2] !== 'options'

/** A rule taken away. An act that nobody may do, by which nothing is heard, is none; without its days, nothing says when it is in force. */
function withoutRule(path: Path): readonly Edit[] {
  const what = `without ${path.join('.')}`
  if (path[0] === 'effective') return ['from', 'to'].map((key) => ({ path: ['effective', key], what, value: null }))
  if (path[0] === 'acts' && path.length === 2) {
    return [
      { path: [...path, 'by'], what, value: [] },
      { path: [...path, 'hears'], what },
    ]
  }
  // Who is given the sight of matters has none without it, whatever the format's default.
  if (path[0] === 'visibility' && path[1] === 'matters') return [{ path: [...path, 'sees'], what, value: 'none' }]
  // The acts name what must exist; without its rule it is always there.
  if (path[0] === 'requirements') return [{ path: [...path, 'met'], what, value: {} }]
  return [{ path, what }]
}

/** A role that may do nothing; a field that no act states; a stage that no act leads to. */
function withoutUse(written: RegulationInput, [table, id]: Path): readonly Edit[] {
  const keys = uses[String(table)] ?? []
  return Object.entries(written.acts).flatMap(([name, act]) =>
    keys.flatMap((key) =>
      dropEach(act[key], ['acts', name, key]).filter((_edit, index) => isNamed(each<unknown>(act[key], [])[index]?.value, id)),
    ),
  )
}

const uses: Readonly<Record<string, readonly ('by' | 'needs' | 'takes' | 'to' | 'starts')[]>> = {
  roles: ['by'],
  fields: ['needs', 'takes'],
  stages: ['to', 'starts'],
  assignmentStages: ['to'],
}

const isNamed = (entry: unknown, id: unknown): boolean => entry === id || (isRecord(entry) && entry.to === id)
