import type { Meaning, OfficeDuty, Regulation, Visibility } from '../../core/index.js'
import { markNames } from '../../core/index.js'
import { wordArgs } from '../format/shape-findings.js'
import type { Path } from '../format/yaml-file.js'
import { type OfficeDutyInput, opening, placeOf, type SpelledOut, spelledOut } from './office-duty.js'
import { readOptions } from './option.js'
import { clausesOf, each, type Kind, named, nameOf, type Reading } from './reading.js'
import { acts, documents, duties, type RegulationInput, regulationOptions, stages, tableOf } from './regulation.js'

/** Turns what was written into the regulation the core runs: defaults filled in, shorthand spelled out, names checked. */
export function readRegulation(reading: Reading, written: RegulationInput): Regulation {
  const rest = readOptions(regulationOptions, written, { reading, id: written.regulation, path: [] })
  const officeDuties = tableOf(written.officeDuties, ['officeDuties'], (id, entry, path) =>
    officeDutyOf({ reading, id, path }, entry, rest),
  )
  return { ...rest, officeDuties }
}

type Place = { readonly reading: Reading; readonly id: string; readonly path: Path }

/** A duty of the office with the life of its matters: a regulation of its own, of the same roles, fields, alerts and clauses. */
function officeDutyOf(place: Place, written: OfficeDutyInput, of: Regulation): OfficeDuty {
  const { reading, id, path } = place
  checkHere(place, written)
  const spelled = spelledOut(id, written, of.roles[written.holder]?.kind === 'leader' ? 'leader' : 'office')
  const inner = within(reading, spelled, (at) => placeOf(id, written, at))
  const life: Regulation = {
    ...of,
    stages: stages.read(spelled.stages, inner, 'stages'),
    assignmentStages: {},
    items: {},
    itemStages: {},
    acts: acts.read(spelled.acts, inner, 'acts'),
    duties: duties.read(spelled.duties, inner, 'duties'),
    usualRuns: {},
    officeDuties: {},
    prohibitions: [],
    requirements: {},
    signOffs: {},
    documents: documents.read(written.documents, inner, 'documents'),
    recusal: null,
    visibility: seenBy(of, [written.holder, ...named(reading, 'role', written.seenBy, [...path, 'seenBy'])], {
      isSaid: written.seenBy !== undefined,
      clause: clausesOf(reading, written.clause, [...path, 'clause']),
    }),
    meaning: nothingMeant,
    shownStates: {},
  }
  const { every, opens: edge = 'period-end' } = written
  return { id, name: nameOf(written.name), every, edge, opening, life }
}

/** Its holder serves in the office, and what it states holds no identity: no citizen stands behind it. */
function checkHere({ reading, path }: Place, { holder, needs, takes }: OfficeDutyInput): void {
  const kind = reading.input.roles?.[holder]?.kind ?? holder
  if (reading.known('role').includes(holder) && kind !== 'office' && kind !== 'leader') {
    reading.report([...path, 'holder'], 'no-office', { word: holder })
  }
  for (const { value, path: at } of [...each(needs, [...path, 'needs']), ...each(takes, [...path, 'takes'])]) {
    if (reading.input.fields?.[value]?.identity === true) reading.report(at, 'no-identity-here', { field: value })
  }
}

/** The same reading, inside such a life: other acts, duties and stages may be named, and findings go where they are written. */
function within(reading: Reading, { acts, duties, stages }: SpelledOut, placed: (path: Path) => Path): Reading {
  const own: Partial<Record<Kind, readonly string[]>> = {
    act: Object.keys(acts),
    duty: Object.keys(duties),
    stage: Object.keys(stages),
    'assignment-stage': [],
    item: [],
    'item-stage': [],
    'shown-state': [],
    requirement: [],
    'sign-off': [],
  }
  const known: Reading['known'] = (kind) => own[kind] ?? reading.known(kind)
  const report: Reading['report'] = (path, code, args, at) => reading.report(placed(path), code, args, at)
  return {
    input: { ...reading.input, acts, duties, stages, assignmentStages: {}, items: {}, itemStages: {} },
    clauses: reading.clauses,
    report,
    known,
    name: (kind, id, path, at) => {
      if (!known(kind).includes(id)) report(path, `unknown-${kind}`, wordArgs(id, known(kind)), at)
      return id
    },
  }
}

/** Those who are named; else whoever serves in the office or leads it. Nobody else, and never the public. */
function seenBy(
  { roles }: Regulation,
  listed: readonly string[],
  { isSaid, clause }: { readonly isSaid: boolean; readonly clause: readonly string[] },
): Visibility {
  const all = Object.values(roles)
  const isSeer = ({ id, kind }: (typeof all)[number]): boolean =>
    listed.includes(id) || (!isSaid && (kind === 'office' || kind === 'leader'))
  const to = (roles: typeof all): readonly string[] => roles.map(({ id }) => id)
  return {
    matters: [
      { to: to(all.filter(isSeer)), sees: 'all', when: null, clause },
      { to: to(all.filter((role) => !isSeer(role))), sees: 'none', when: null, clause },
    ],
    fields: [],
    hiddenFrom: [],
    public: null,
  }
}

const nothingMeant: Meaning = {
  title: '',
  letter: '',
  category: null,
  channel: null,
  answer: [],
  rating: null,
  marks: Object.fromEntries(markNames.map((mark) => [mark, []])) as unknown as Meaning['marks'],
  container: { on: null, head: [], members: [], chair: [], absent: null, present: null, minutes: null, listed: null },
  ledger: [],
  followed: [],
  shareFrom: null,
  rates: [],
  asks: null,
}
