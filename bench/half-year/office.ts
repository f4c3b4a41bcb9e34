import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Deps, type Office, recordAct, requester, runTimers, saveAttachment, submitMatter } from '../../src/app/index.js'
import { beginOffices } from '../../src/app/office-duties/index.js'
import { type Actor, addDays, addWorkdays, type Calendar, dayText, type Instant, instant } from '../../src/core/index.js'
import type { DemoFile } from '../../src/main/demo-file.js'
import { type JsonObject, type Store, seesAll } from '../../src/store/index.js'
import { appOver, root } from '../office.js'
import type { Nameable } from './fill.js'
import type { Random } from './random.js'
import type { Job } from './stories.js'

export const government = 'played'

/** An office at work: its clock goes from one act to the next. */
export type Playing = {
  readonly deps: Deps
  readonly told: DemoFile
  readonly random: Random
  readonly nameable: Nameable
  readonly calendar: Calendar
  /** By its key, the number among the matters. */
  readonly matters: Map<string, number>
  /** Until when its story goes on, by the number of the matter. */
  readonly toldUntil: Map<number, Instant>
  /** What could not be done is not tried again before. */
  readonly restsUntil: Map<number, Instant>
  /** How often something was done for what is owed, by matter, duty and act. */
  readonly tried: Map<string, number>
  /** `matter act`: done by whoever minds what falls due. */
  readonly minded: Set<string>
  /** What was refused, by what and why, and how often. */
  readonly refused: Map<string, number>
  office(): Promise<Office>
  goTo(at: Instant): void
}

export async function openPlaying(
  store: Store,
  told: DemoFile,
  { at, random }: { at: Instant; random: Random },
): Promise<Playing> {
  let now = at
  const still = appOver(store, at)
  // The clocks of everything that was opened with it go along.
  const deps: Deps = { ...still, now: () => now }
  const { regulation, version, settings } = told.government
  await store.putGovernment({
    ...{ government, name: '示例区', numberPrefix: 30, regulation, regulationVersion: version },
    settings: { ...settings, secondFactor: 'offered' } as JsonObject,
  })
  await store.putUnits(
    government,
    told.units.map(({ id, name, parent }) => ({ unit: id, name, kind: 'unit', parent })),
  )
  for (const { login, name, list, standing, roles } of told.accounts) {
    await store.putAccount(government, {
      ...{ account: login, login, name, passwordHash: '', isAdmin: false, isAuditor: false, isDisabled: false },
      ...{ list, standing, roles },
    })
  }
  await beginOffices(deps)
  const office = async (): Promise<Office> => {
    const found = await deps.offices.get(government)
    if (found === null) throw new Error('no government')
    return found
  }
  const posts = told.accounts.flatMap(({ login, list, roles }) =>
    list === '' ? roles.map((each) => ({ account: login, ...each })) : [{ account: login, role: requester.role, unit: null }],
  )
  const keepFile = async (name = 'sealed-reply.pdf'): Promise<string> => {
    const bytes = readFileSync(join(root, 'demo/files', name))
    const kept = await saveAttachment(deps, { government, name, bytes, isTruncated: false, lang: 'zh', address: null })
    if (!kept.ok) throw new Error(kept.failure.detail)
    return kept.attachment.id
  }
  return {
    ...{ deps, told, random, office, calendar: (await office()).calendar },
    nameable: { units: told.units.map(({ id }) => id), people: posts, random, keepFile: () => keepFile() },
    matters: new Map(),
    toldUntil: new Map(),
    restsUntil: new Map(),
    tried: new Map(),
    minded: new Set(),
    refused: new Map(),
    goTo: (to) => {
      now = instant(Math.max(now, to))
    },
  }
}

export function refuse({ refused }: Playing, what: string): void {
  refused.set(what, (refused.get(what) ?? 0) + 1)
}

/** One act of a story, through the use case of whoever does it. */
export async function play(playing: Playing, job: Job): Promise<void> {
  const { deps, matters } = playing
  const office = await playing.office()
  const matter = matters.get(job.key)
  if (!job.opens && matter === undefined) return
  playing.goTo(job.at)
  const stated = await statedOf(playing, office, job)
  const asked = { office, actor: actorOf(playing.told, job), lang: 'zh' as const, with: stated }
  if (matter === undefined) {
    const opener = {
      program: null,
      at: null,
      isPortal: job.by === 'requester',
      isTranscribed: false,
      once: null,
      kept: {},
      from: null,
      files: [],
    }
    const done = await submitMatter(deps, {
      ...asked,
      opener,
      regulation: job.kind,
      ...(job.act === undefined ? {} : { act: job.act }),
    })
    if (done.ok && done.matter !== null) matters.set(job.key, done.matter)
    if (!done.ok)
      refuse(
        playing,
        `${job.kind} opens: ${done.failure.code} ${done.failure.detail} ${JSON.stringify(done.failure.problems ?? '')}`,
      )
    return
  }
  // Whoever minds what falls due was faster.
  if (playing.minded.has(`${matter} ${job.act}`)) return
  const done = await recordAct(deps, { ...asked, matter, act: job.act ?? '', revision: null })
  if (!done.ok && !job.isSlow)
    refuse(
      playing,
      `${job.kind} ${job.act}: ${done.failure.code} ${done.failure.detail} ${JSON.stringify(done.failure.problems ?? '')}`,
    )
}

function actorOf({ accounts }: DemoFile, { by, as }: Job): Actor {
  if (by === 'requester') return requester
  const found = accounts.find(({ login }) => login === by)
  if (found !== undefined && as === requester.role) return { ...requester, person: found.login }
  const role = found?.roles.find((each) => as === undefined || each.role === as)
  if (found === undefined || role === undefined) throw new Error(`no account ${by} ${as ?? ''}`)
  return { role: role.role, unit: role.unit, person: found.login }
}

/** As the demo writes it: a file by its name, a day or a moment by how many workdays ago, another matter by its id there. */
async function statedOf(
  playing: Playing,
  office: Office,
  { kind, with: written, told, beside }: Job,
): Promise<Record<string, unknown>> {
  const fields = office.programs.find(({ regulation }) => regulation.id === kind)?.regulation.fields ?? {}
  const { calendar, deps, matters } = playing
  const read = async (id: string, value: unknown): Promise<unknown> => {
    const type = fields[id]?.type
    if (type === 'attachments') return Promise.all((value as readonly string[]).map(() => playing.nameable.keepFile()))
    if (type === 'items') return Promise.all((value as readonly object[]).map(readAll))
    const { message, ago, time } = Object(value) as { readonly message?: string; readonly ago?: number; readonly time?: string }
    if (type === 'matter' && message !== undefined) {
      const loaded = await deps.store.loadMatter(office.id, matters.get(`${beside}/${message}`) ?? 0, seesAll)
      return loaded?.row.number ?? ''
    }
    if ((type !== 'date' && type !== 'time') || ago === undefined) return value
    return [dayText(addWorkdays(addDays(told, 1), -1 - ago, calendar)), time].filter(Boolean).join(' ')
  }
  const readAll = async (each: object): Promise<Record<string, unknown>> =>
    Object.fromEntries(await Promise.all(Object.entries(each).map(async ([id, value]) => [id, await read(id, value)])))
  return readAll(written)
}

export const timePasses = ({ deps, refused }: Playing): Promise<number> =>
  runTimers(deps, (error, { matter }) => void refused.set(`timer: ${String(error)} (${matter})`, 1))
