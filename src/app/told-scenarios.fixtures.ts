import { join } from 'node:path'
import { derive, type Payload, type Regulation } from '../core/index.js'
import { actorOf, type Library, loadLibrary, loadScenarios, type Scenario, scenarioFiles } from '../load/index.js'
import { seesAll } from '../store/index.js'
import { linesOf, root, type TestApp, testApp } from './app.fixtures.js'
import { attachmentsIn } from './files/attachment-ids.js'
import {
  byStaff,
  gateOf,
  intakeActs,
  ledgerFile,
  listMatters,
  readMatter,
  readOwn,
  recordAct,
  requester,
  submitMatter,
  trackMatter,
} from './index.js'
import { coreEvents } from './matter/matter-events.js'
import { givenOf } from './matter/open-matter.js'
import type { Office } from './office.js'
import { asked, listedIn, unitsIn, withFiles } from './played-month.fixtures.js'
import { lookAgain } from './records/run-timers.js'

type Asked = (typeof asked)[number]
type Expected = Readonly<Partial<Record<Asked, Readonly<Record<string, unknown>>>>>
type Step = {
  at: string
  in?: string
  act?: string
  by?: string
  person?: string
  with?: Payload
  refused?: string
  chosen?: boolean
  expect?: Expected
}

export type Told = { readonly asked: number; readonly wrong: readonly string[] }

const libraries = new Map<string, Library>()
const libraryOf = (regulations: string): Library => {
  const found =
    libraries.get(regulations) ?? loadLibrary({ regulations: join(root, regulations), calendars: join(root, 'calendars') })
  libraries.set(regulations, found)
  return found
}

/** The examples under a folder that say something of whoever looks; one of so many, from the first on. */
export function scenariosIn(folder: string, oneOf: number): readonly Scenario[] {
  const all = scenarioFiles(join(root, folder)).flatMap((file) => loadScenarios(file).scenarios)
  // What is heard comes from another matter: it is played where the example names it, and not said.
  const alone = all.filter(({ steps }) => !steps.some(({ by }) => by === 'system'))
  const telling = alone.filter(({ steps }) => steps.some(({ expect }) => asked.some((key) => expect?.[key] !== undefined)))
  return telling.filter((_, place) => place % oneOf === 0)
}

/** Plays examples act by act through the store, and asks the gate and the interface whatever they say of whoever looks. */
export async function toldByProduct(regulations: string, scenarios: readonly Scenario[]): Promise<Told> {
  const library = libraryOf(regulations)
  const app = await testApp('2025-01-01 00:00', library, [], firstIn(library))
  const offices = new Map<string, string>()
  const told = { asked: 0, wrong: [] as string[] }
  for (const scenario of scenarios) {
    const government = await governmentFor(app, library, offices, scenario)
    const found = await playAndAsk(app, government, scenario)
    told.asked += found.asked
    told.wrong.push(...found.wrong.map((each) => `${scenario.file.slice(root.length + 1)}:${scenario.line} ${each}`))
  }
  await app.close()
  return told
}

function firstIn(library: Library) {
  const [regulation] = [...library.regulations.values()].flat()
  if (regulation === undefined) throw new Error('no regulation')
  return { regulation: regulation.id, regulationVersion: regulation.version }
}

/** One government for all examples of one version, in force from one day. */
async function governmentFor(app: TestApp, library: Library, known: Map<string, string>, scenario: Scenario): Promise<string> {
  const regulation = versionOf(library, scenario)
  const kinds = besideIn(library, scenario)
  const key = [regulation, ...kinds].map(({ id, version }) => `${id} ${version}`).join(' ') + (scenario.inForce ?? '')
  const government = known.get(key) ?? `told-${known.size}`
  const { store, offices } = app.deps
  if (!known.has(key)) {
    known.set(key, government)
    const { inForce } = scenario
    const all = [regulation, ...kinds].map(({ id, version }) => ({ regulation: id, version }))
    const renewals =
      inForce === undefined
        ? []
        : all.map((named) => ({ ...named, from: inForce, to: null, clause: '', instrument: '', on: inForce, reason: '' }))
    const under = { regulation: regulation.id, regulationVersion: regulation.version }
    await store.putGovernment({ government, name: government, numberPrefix: 10 + known.size, ...under, settings: {} })
    await store.administration.patchSettings(government, { renewals, kinds: all.slice(1) })
  }
  const units = [regulation, ...kinds].flatMap((each) => unitsIn(each, scenario))
  await store.putUnits(
    government,
    units.filter(({ unit }, at) => units.findIndex((each) => each.unit === unit) === at),
  )
  for (const each of [regulation, ...kinds].flatMap((of) => listedIn(of, scenario))) await store.putAccount(government, each)
  offices.forget(government)
  return government
}

/** The regulations of the other kinds that an example plays, its own left out. */
const besideIn = (library: Library, { others = {}, regulation }: Scenario): readonly Regulation[] =>
  Object.values(others).flatMap((id) => (id === regulation ? [] : (library.regulations.get(id)?.slice(0, 1) ?? [])))

function versionOf(library: Library, { regulation, version, steps }: Scenario): Regulation {
  const versions = library.regulations.get(regulation) ?? []
  const begun = versions.filter(({ effectiveFrom }) => (effectiveFrom ?? '') <= (steps[0]?.at ?? ''))
  const found = versions.find((each) => each.version === version) ?? begun.at(-1) ?? versions[0]
  if (found === undefined) throw new Error(`no regulation ${regulation}`)
  return found
}

async function playAndAsk(app: TestApp, government: string, scenario: Scenario): Promise<Told> {
  const office = await app.deps.offices.get(government)
  if (office === null) throw new Error('no office')
  const playing: Playing = { app, office, kind: office.program.regulation.kind, matter: 0, number: '' }
  const table = new Map([['here', playing]])
  const wrong: string[] = []
  let count = 0
  const last = scenario.steps.findLastIndex(({ expect }) => asked.some((key) => expect?.[key] !== undefined))
  for (const step of scenario.steps.slice(0, last + 1) as unknown as readonly Step[]) {
    app.goTo(step.at)
    if (step.act !== undefined && step.refused === undefined) await doStep(meantIn(table, step), step, table)
    for (const question of step.in === undefined ? questionsIn(step.expect ?? {}) : []) {
      if (playing.matter !== 0) await lookAgain(app.deps, government, playing.matter)
      const found = await answer(playing, question)
      count += 1
      if (found !== null) wrong.push(`${step.at} ${question.key}.${question.who}: ${found}`)
    }
  }
  return { asked: count, wrong }
}

type Playing = { readonly app: TestApp; readonly office: Office; readonly kind: string; matter: number; number: string }
type PlayTable = Map<string, Playing>

/** The matter that a step is about: its own, or one beside it; an act that starts such a matter puts another there. */
function meantIn(table: PlayTable, { in: named, act = '' }: Step): Playing {
  const own = table.get('here')
  if (own === undefined) throw new Error('nothing is played')
  if (named === undefined) return own
  const known = [...table.keys()].filter((each) => each.startsWith(`${named}#`))
  const program = own.office.programs.find(({ regulation }) => regulation.kind === named)
  if (program?.regulation.acts[act]?.starts === true) {
    const begun = { ...own, kind: named, matter: 0, number: '' }
    table.set(`${named}#${known.length + 1}`, begun)
    return begun
  }
  const found = table.get(named) ?? table.get(known.at(-1) ?? '')
  if (found === undefined) throw new Error(`no ${named}`)
  return found
}

const programIn = ({ office, kind }: Playing) =>
  office.programs.find(({ regulation }) => regulation.kind === kind) ?? office.program

async function doStep(playing: Playing, step: Step, table: PlayTable): Promise<void> {
  const { act = '', by = '', person, with: named = {} } = step
  const { app, office, matter } = playing
  const actor = await whoIs(playing, by, person ?? null)
  const { fields, id: regulation } = programIn(playing).regulation
  const numbered = ([id, value]: [string, Payload[string]]) =>
    [id, fields[id]?.type === 'matter' ? (table.get(String(value))?.number ?? value) : value] as const
  const stated = Object.fromEntries(Object.entries(named).map(numbered))
  const files = await withFiles({ app, office: { ...office, program: programIn(playing) } }, stated)
  const asking = { office, actor, act, with: files, lang: 'zh' as const }
  if (matter === 0) {
    const done = await submitMatter(app.deps, { ...asking, regulation, opener: byStaff })
    if (!done.ok || done.matter === null) throw new Error(`${act}: ${JSON.stringify(done)}`)
    playing.matter = done.matter
    playing.number = done.submitted.number
    return
  }
  const done = await recordAct(app.deps, { ...asking, matter, revision: null, isChosen: step.chosen === true })
  if (!done.ok) throw new Error(`${act}: ${JSON.stringify(done.failure)}`)
}

async function whoIs(playing: Playing, written: string, person: string | null) {
  const { app, office, matter } = playing
  const loaded = matter === 0 ? null : await app.deps.store.loadMatter(office.id, matter, seesAll)
  const state = loaded === null ? null : derive(givenOf(office, loaded, app.deps.now()))
  return actorOf(written, programIn(playing).regulation, state, person)
}

type Question = { readonly key: Asked; readonly who: string; readonly expected: unknown }

const questionsIn = (expected: Expected): readonly Question[] =>
  asked.flatMap((key) => Object.entries(expected[key] ?? {}).map(([who, said]) => ({ key, who, expected: said })))

const listOf = (said: unknown): readonly unknown[] => (Array.isArray(said) ? said : [said])

/** What is otherwise in the product than the example says; null where nothing is. */
async function answer(playing: Playing, { key, who, expected }: Question): Promise<string | null> {
  const view = await viewOf(playing, who)
  if (key === 'sees') return seesOtherwise(playing, view, expected !== 'none')
  const acts = view.acts.filter(({ refusal }) => refusal === null).map(({ act }) => act)
  const done = view.done
  const has = (list: readonly string[], wanted: boolean) => {
    const wrong = listOf(expected).filter((each) => list.includes(String(each)) !== wanted)
    return wrong.length === 0
      ? null
      : `${wrong.join(', ')}, found: ${list.join(', ')}${view.isThere ? '' : ' (nothing is there)'}`
  }
  switch (key) {
    case 'may':
      return has(acts, true)
    case 'mayNot':
      return has(acts, false)
    case 'finds':
      return has(done, true)
    case 'findsNot':
      return has(done, false)
    case 'shows':
      return looksOtherwise(playing, view, Object(expected))
  }
}

type Seen = {
  readonly actor: Awaited<ReturnType<typeof whoIs>>
  readonly isStaff: boolean
  readonly isThere: boolean
  readonly acts: readonly { readonly act: string; readonly refusal: unknown }[]
  readonly done: readonly string[]
  readonly fields: readonly { readonly id: string; readonly as: string; readonly isIdentity: boolean }[]
  /** Ids of the files that are handed on. */
  readonly files: readonly string[]
}

/** The matter (or, before there is one, the form) as the interface hands it to whoever looks. */
async function viewOf(playing: Playing, who: string): Promise<Seen> {
  const { app, office, matter, number } = playing
  const actor = await whoIs(playing, who, null)
  const isStaff = actor.role !== requester.role
  const viewer = { office, actor, account: '', lang: 'zh' as const }
  const nothing = { actor, isStaff, isThere: false, acts: [], done: [], fields: [], files: [] }
  const nobody = { name: '', list: '', standing: '', sessionId: 0, mustChange: false }
  if (matter === 0) return { ...nothing, acts: intakeActs(app.deps, viewer) }
  if (!isStaff) {
    const found =
      actor.person === null
        ? await trackMatter(app.deps, { government: office.id, number, lang: 'zh' })
        : await readOwn(app.deps, { ...viewer, ...nobody, seenAt: app.deps.now() }, number)
    if (!found.ok) return nothing
    const { acts, timeline } = found.track
    return { ...nothing, isThere: true, acts, done: timeline.flatMap((entry) => ('act' in entry ? [String(entry.act)] : [])) }
  }
  const found = await readMatter(app.deps, viewer, matter)
  if (!found.ok) return nothing
  const { acts, timeline, fields, attachments } = found.matter
  return {
    ...nothing,
    isThere: true,
    acts,
    fields,
    files: attachments.map(({ id }) => id),
    done: timeline.flatMap((entry) => ('act' in entry ? [String(entry.act)] : [])),
  }
}

/** Read, list, search, count and export agree with one another, and with the example. */
async function seesOtherwise({ app, office, number, matter }: Playing, seen: Seen, expected: boolean): Promise<string | null> {
  if (seen.isThere !== expected) return `${seen.isThere ? 'read' : 'not read'}`
  if (!seen.isStaff) return null
  const viewer = { office, actor: seen.actor, account: '', lang: 'zh' as const }
  const found = await listMatters(app.deps, viewer, { filter: { text: number }, sort: 'received', page: { limit: 5 } })
  const isListed = found.rows.some(({ id }) => id === String(matter))
  if (isListed !== expected) return isListed ? 'listed' : 'not listed'
  if (found.total !== (expected ? 1 : 0)) return `counted ${found.total}`
  const asking = { office, gate: gateOf(office, seen.actor), kind: 'matters', lang: 'zh' } as const
  const exported = await linesOf(ledgerFile(app.deps, { ...asking, filter: { text: number } }, 'jsonl'))
  return exported.length === found.total ? null : `exported ${exported.length}`
}

/**
 * Identity lies sealed: what may be read at once is opened by an act all the same. What nobody stated looks like nothing. The files of a
 * field are handed on where it is shown, and nowhere else.
 */
async function looksOtherwise(playing: Playing, seen: Seen, expected: Readonly<Record<string, string>>): Promise<string | null> {
  if (!seen.isStaff) return null
  const { fields } = playing.office.program.regulation
  const stated = await filesStated(playing)
  const wrong = Object.entries(expected).flatMap(([id, as]) => {
    const found = seen.fields.find((field) => field.id === id)?.as ?? null
    const wanted = fields[id]?.isIdentity === true && as === 'shown' ? 'onReason' : as
    const isHandedOn = stated(id).map((file) => seen.files.includes(file))
    const handed = isHandedOn.every((each) => each === (wanted === 'shown')) ? [] : [`files of ${id}, not ${wanted}`]
    return found === null || found === wanted ? handed : [`${id} ${found}, not ${wanted}`]
  })
  return wrong.length === 0 ? null : wrong.join('; ')
}

/** The files that were stated in a field. */
async function filesStated({ app, office, matter }: Playing): Promise<(field: string) => readonly string[]> {
  const loaded = await app.deps.store.loadMatter(office.id, matter, seesAll)
  const events = loaded === null ? [] : coreEvents(loaded.events)
  return (field) => attachmentsIn(office.program.regulation, events, (each) => each === field)
}
