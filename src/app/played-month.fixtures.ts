import { join } from 'node:path'
import { derive, namesIn, type Payload, type Regulation } from '../core/index.js'
import { actorOf, type Library, loadLibrary, loadScenarios, type Scenario } from '../load/index.js'
import { type Account, seesAll } from '../store/index.js'
import { account, at, root, type TestApp, testApp } from './app.fixtures.js'
import { byStaff, recordAct, submitMatter } from './index.js'
import { givenOf } from './matter/open-matter.js'
import type { Office } from './office.js'

export const ours = join(root, 'regulations')
const libraryOf = (regulations: string): Library => loadLibrary({ regulations, calendars: join(root, 'calendars') })
const library = libraryOf(ours)

/** What examples say of whoever looks: these keys are asked of the product itself. */
export const asked = ['sees', 'shows', 'may', 'mayNot', 'finds', 'findsNot'] as const

export type Played = { readonly app: TestApp; readonly office: Office; readonly matter: number }

/** The first example of a file, played act by act through the store, up to (and with) the last of its acts named. */
export const playedLife = (regulation: string, version: string, file: string, last?: string): Promise<Played> =>
  playedIn(ours, { regulation, version, file, last })

type Life = {
  readonly regulation: string
  readonly version: string
  readonly file: string
  readonly last?: string | undefined
  /** The example of this title, in place of the first. */
  readonly title?: string
}

/** The same, of a regulation that lies in a folder of one's own. */
export async function playedIn(
  folder: string,
  { regulation, version, file, last, title }: Life,
  people?: readonly Account[],
): Promise<Played> {
  const path = join(folder, regulation, version, 'scenarios', `${file}.yaml`)
  const used = folder === ours ? library : libraryOf(folder)
  const scenario = loadScenarios(path).scenarios.find((each) => title === undefined || each.title.zh === title)
  if (scenario === undefined) throw new Error(`no example: ${path}`)
  const { inForce } = scenario
  const app = await testApp(String(scenario.steps[0]?.at), used, people ?? [], { regulation, regulationVersion: version })
  // As an office records from when its text holds.
  const renewals =
    inForce === undefined
      ? []
      : [{ regulation, version, from: inForce, to: null, clause: '', instrument: '', on: inForce, reason: '' }]
  await app.deps.store.administration.patchSettings('demo', { renewals })
  app.deps.offices.forget('demo')
  const withoutUnits = await app.deps.offices.get('demo')
  if (withoutUnits === null) throw new Error('no office')
  await app.deps.store.putUnits('demo', unitsIn(withoutUnits.program.regulation, scenario))
  for (const each of listedIn(withoutUnits.program.regulation, scenario)) await app.deps.store.putAccount('demo', each)
  app.deps.offices.forget('demo')
  const office = (await app.deps.offices.get('demo')) ?? withoutUnits
  let matter = 0
  for (const step of scenario.steps) {
    if (!('act' in step) || step.act === undefined || step.refused !== undefined) continue
    app.goTo(String(step.at))
    matter = await doStep({ app, office, matter }, step as Step)
    if (step.act === last) break
  }
  return { app, office, matter }
}

type Step = { act: string; by: string; person?: string; at: string; with?: Payload; chosen?: boolean }

async function doStep({ app, office, matter }: Played, { act, by, person, chosen, with: stated = {} }: Step): Promise<number> {
  const { regulation } = office.program
  const loaded = matter === 0 ? null : await app.deps.store.loadMatter(office.id, matter, seesAll)
  const state = loaded === null ? null : derive(givenOf(office, loaded, app.deps.now()))
  const actor = actorOf(by, regulation, state, person ?? null)
  const asked = { office, actor, act, with: await withFiles({ app, office }, stated), lang: 'zh' as const }
  const done =
    matter === 0
      ? await submitMatter(app.deps, { ...asked, opener: byStaff })
      : await recordAct(app.deps, { ...asked, matter, revision: null, isChosen: chosen === true })
  if (!done.ok) throw new Error(`${act}: ${JSON.stringify(done.failure)}`)
  return 'matter' in done ? (done.matter ?? 0) : matter
}

/** Files an example names are there. */
export async function withFiles(
  { app, office }: Pick<Played, 'app' | 'office'>,
  stated: Payload,
): Promise<Record<string, unknown>> {
  const kept: Record<string, unknown> = { ...stated }
  for (const [id, value] of Object.entries(stated)) {
    if (office.program.regulation.fields[id]?.type !== 'attachments' || !Array.isArray(value)) continue
    const file = { name: 'file.txt', type: 'text/plain', bytes: new Uint8Array([65]), uploadedAt: at('2020-01-01 00:00') }
    kept[id] = [(await app.deps.store.addAttachment(office.id, file)).attachment]
  }
  return kept
}

/** Every unit that an example names, in a field or as whoever acts or looks. */
export function unitsIn({ fields, roles }: Regulation, { steps, units: known = {} }: Scenario) {
  const stated = steps.flatMap((step) =>
    Object.entries(step.with ?? {}).flatMap(([id, value]) => {
      if (fields[id]?.type === 'unit' || id === 'unit') return [String(value)]
      return fields[id]?.type === 'assignments' && Array.isArray(value) ? value.map((each) => Object(each).unit as string) : []
    }),
  )
  const seats = steps.flatMap(({ by, expect }) => [by ?? '', ...asked.flatMap((key) => Object.keys(expect?.[key] ?? {}))])
  const named = seats.map((seat) => seat.split('#')[0]?.split('@')).map((seat) => seat?.[1] ?? seat?.[0] ?? '')
  const above = Object.values(known).flatMap((each) => each.above ?? [])
  const units = new Set([...above, ...stated, ...named].filter((unit) => unit !== '' && roles[unit] === undefined))
  return [...units].map((unit) => ({ unit, name: unit, kind: known[unit]?.kind ?? 'unit', parent: known[unit]?.above ?? null }))
}

/** Whoever an example names in a field for known requesters or people, each on a list, or in the roles, that the field takes. */
export function listedIn({ fields }: Regulation, { steps, requesters: known = {} }: Scenario): readonly Account[] {
  const named = steps.flatMap((step) =>
    Object.entries(step.with ?? {}).flatMap(([id, value]) => {
      const field = fields[id]
      return field?.type === 'requesters'
        ? namesIn(value as Payload[string]).map((name) => [name, field.lists[0] ?? 'known'] as const)
        : []
    }),
  )
  const lists = new Map([...named, ...Object.entries(known)])
  const seated = new Map<string, Set<string>>()
  for (const step of steps)
    for (const [id, value] of Object.entries(step.with ?? {})) {
      const { type = 'text', roles = [] } = fields[id] ?? {}
      const names =
        type === 'person' && roles.length > 0 ? [String(value)] : type === 'people' ? namesIn(value as Payload[string]) : []
      for (const name of names) seated.set(name, new Set([...(seated.get(name) ?? []), ...roles]))
    }
  return [
    ...[...lists].map(([name, list]) => account(name, name, [], { list })),
    ...[...seated].map(([name, roles]) =>
      account(
        name,
        name,
        [...roles].map((role) => ({ role, unit: null })),
      ),
    ),
  ]
}
