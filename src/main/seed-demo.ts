import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import {
  byImport,
  type Deps,
  markProjected,
  type Office,
  recordAct,
  requester,
  runTimers,
  saveAttachment,
  submitMatter,
} from '../app/index.js'
import { type Actor, addDays, addWorkdays, type Calendar, dayAt, dayText, type Instant, readInstant } from '../core/index.js'
import type { AccountRole, JsonObject } from '../store/index.js'

const clockTime = z.string().regex(/^\d{2}:\d{2}$/)
const step = z.strictObject({
  /** Workdays after the day it was sent in. */
  day: z.number().int().min(0),
  time: clockTime,
  act: z.string(),
  by: z.string(),
  as: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
})
const message = z.strictObject({
  id: z.string(),
  /** So many workdays ago it was sent in. */
  ago: z.number().int().min(0),
  time: clockTime,
  by: z.string().default('requester'),
  as: z.string().optional(),
  /** Under which of the government's regulations; its first where none is named. */
  kind: z.string().optional(),
  with: z.record(z.string(), z.unknown()),
  steps: z.array(step).default([]),
})
const demoFile = z.strictObject({
  government: z.strictObject({
    id: z.string(),
    name: z.string(),
    numberPrefix: z.number(),
    regulation: z.string(),
    version: z.string(),
    settings: z.record(z.string(), z.unknown()).default({}),
    isRehearsal: z.boolean().default(false),
  }),
  units: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  accounts: z.array(
    z.strictObject({
      login: z.string(),
      name: z.string(),
      isAdmin: z.boolean().default(false),
      isAuditor: z.boolean().default(false),
      roles: z.array(z.strictObject({ role: z.string(), unit: z.string().nullable().default(null) })),
    }),
  ),
  messages: z.array(message),
})
type DemoFile = z.infer<typeof demoFile>
type Message = z.infer<typeof message>

export const demoPassword = 'huiyin-demo'

export type Seeded = { readonly matters: number; readonly known: number }

/** 演示. Invented governments with their people and matters, carried on as if the last weeks had been worked. Twice is as once. */
export async function seedDemo(deps: Deps, root: string, say: (text: string) => void): Promise<Seeded> {
  const folder = join(root, 'demo')
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : []
  const demos = files.map((name) => demoFile.parse(parse(readFileSync(join(folder, name), 'utf8'))))
  for (const demo of demos) await seedOffice(deps, demo)
  signIns(demos, say)
  const seeded = { matters: 0, known: 0 }
  const total = demos.reduce((sum, { messages }) => sum + messages.length, 0)
  for (const demo of demos) {
    const office = await deps.offices.get(demo.government.id)
    if (office === null) throw new Error(`no government ${demo.government.id}`)
    for (const each of demo.messages) {
      const isNew = await seedMessage(deps, { office, demo, files: join(folder, 'files') }, each, say)
      seeded[isNew ? 'matters' : 'known'] += 1
      const done = seeded.matters + seeded.known
      if (isNew && done % 20 === 0) say(`演示数据 demo data ${done}/${total}`)
    }
  }
  await runTimers(deps, (error) => say(String(error)))
  if (seeded.matters > 0) say(`演示数据已备好 demo data is ready: ${seeded.matters}`)
  return seeded
}

async function seedOffice(deps: Deps, { government, units, accounts }: DemoFile): Promise<void> {
  const { id, name, numberPrefix, regulation, version, settings, isRehearsal } = government
  const isNew = (await deps.store.findGovernment(id)) === null
  if (isNew) {
    await deps.store.putGovernment({
      government: id,
      name,
      numberPrefix,
      regulation,
      regulationVersion: version,
      settings: { ...settings, isDemo: true, secondFactor: 'offered' } as JsonObject,
      isRehearsal,
    })
    await deps.store.putUnits(
      id,
      units.map((unit) => ({ unit: unit.id, name: unit.name, kind: 'unit', parent: null })),
    )
  }
  const known = new Set((await deps.store.listAccounts(id)).map(({ login }) => login))
  const missing = accounts.filter(({ login }) => !known.has(login))
  if (missing.length > 0) {
    const passwordHash = await deps.passwords.hash(demoPassword)
    for (const { login, name: person, isAdmin, isAuditor, roles } of missing) {
      await deps.store.putAccount(id, {
        account: randomUUID(),
        login,
        name: person,
        passwordHash,
        isAdmin,
        isAuditor,
        isDisabled: false,
        roles,
      })
    }
  }
  deps.offices.forget(id)
  if (isNew) await markProjected(deps, id)
}

function signIns(demos: readonly DemoFile[], say: (text: string) => void): void {
  say(`  演示账号 demo sign-ins（密码 password: ${demoPassword}）`)
  for (const { government, accounts } of demos) {
    say(`    ${government.name} (${government.id})`)
    for (const { login, name, roles } of accounts) {
      const worn = roles.map(({ role, unit }) => (unit === null ? role : `${role}@${unit}`)).join(', ')
      say(`      ${login.padEnd(14)} ${name}  ${worn}`)
    }
  }
}

/** One message and what was done to it, each at its own moment; what would lie in the future is left undone. */
async function seedMessage(deps: Deps, place: Place, written: Message, say: (text: string) => void): Promise<boolean> {
  const { office, demo } = place
  const { calendar } = office
  const now = deps.now()
  const source = { source: 'demo', id: written.id, time: null }
  if ((await deps.store.findImported(office.id, source.source, source.id)) !== null) return false
  const accounts = await accountsOf(deps, office)
  // Counted from the last workday, which today may be.
  const sentOn = addWorkdays(addDays(dayAt(now, calendar.zone), 1), -1 - written.ago, calendar)
  const at = (after: number, time: string): Instant => momentOf(calendar, dayText(addWorkdays(sentOn, after, calendar)), time)
  // Sent in later today: a while ago instead.
  const sent = Math.min(at(0, written.time), now - 600_000) as Instant
  const actor = actorOf(accounts, demo, written.by, written.as)
  const opener = { ...byImport(source), isPortal: written.by === 'requester' }
  const ofKind = written.kind === undefined ? {} : { regulation: written.kind }
  const told = { ...place, accounts, kind: written.kind ?? demo.government.regulation }
  const stated = await statedOf(deps, told, written.with)
  const done = await submitMatter(atMoment(deps, sent), { office, actor, ...ofKind, with: stated, lang: 'zh', opener })
  if (!done.ok) {
    say(`${written.id}: ${done.failure.detail} ${JSON.stringify(done.failure.problems ?? '')}`)
    return true
  }
  let last = sent
  for (const each of written.steps) {
    const moment = Math.max(at(each.day, each.time), last + 60_000) as Instant
    if (moment > now || done.matter === null) break
    last = moment
    const acted = await recordAct(atMoment(deps, moment), {
      office,
      matter: done.matter,
      actor: actorOf(accounts, demo, each.by, each.as),
      act: each.act,
      with: await statedOf(deps, told, each.with),
      revision: null,
      lang: 'zh',
    })
    if (!acted.ok) {
      say(
        `${written.id} ${each.act}: ${acted.failure.code} ${acted.failure.detail} ${JSON.stringify(acted.failure.problems ?? '')}`,
      )
      break
    }
  }
  return true
}

type Place = { readonly office: Office; readonly demo: DemoFile; readonly files: string }
type Told = Place & { readonly accounts: Known; readonly kind: string }

/** What is written in the file as it is stated: a person is written by their sign-in, a file by its name, a day by how long ago it was. */
async function statedOf(deps: Deps, told: Told, written: Message['with']): Promise<Message['with']> {
  const { office, accounts, kind } = told
  const fields = office.programs.find(({ regulation }) => regulation.id === kind)?.regulation.fields ?? {}
  const each = Object.entries(written).map(async ([id, value]): Promise<[string, unknown]> => {
    const type = fields[id]?.type
    if (type === 'person' && typeof value === 'string') return [id, accounts.get(value)?.account ?? value]
    if (type === 'attachments')
      return [
        id,
        await Promise.all(
          z
            .array(z.string())
            .parse(value)
            .map((name) => keep(deps, told, name)),
        ),
      ]
    const past = type === 'date' ? z.strictObject({ ago: z.number() }).safeParse(value) : null
    return [id, past?.success ? dayAgo(deps, office, past.data.ago) : value]
  })
  return Object.fromEntries(await Promise.all(each))
}

/** Counted from the last workday, which today may be. */
const dayAgo = (deps: Deps, { calendar }: Office, ago: number): string =>
  dayText(addWorkdays(addDays(dayAt(deps.now(), calendar.zone), 1), -1 - ago, calendar))

async function keep(deps: Deps, { office, files }: Told, name: string): Promise<string> {
  const bytes = readFileSync(join(files, name))
  const kept = await saveAttachment(deps, { government: office.id, name, bytes, isTruncated: false, lang: 'zh', address: null })
  if (!kept.ok) throw new Error(`${name}: ${kept.failure.detail}`)
  return kept.attachment.id
}

const atMoment = (deps: Deps, at: Instant): Deps => ({ ...deps, now: () => at })

function momentOf(calendar: Calendar, on: string, time: string): Instant {
  const found = readInstant(`${on} ${time}`, calendar.zone)
  if (found === null) throw new Error(`not a time: ${on} ${time}`)
  return found
}

type Known = ReadonlyMap<string, { readonly account: string; readonly roles: readonly AccountRole[] }>

const accountsOf = async (deps: Deps, office: Office): Promise<Known> =>
  new Map((await deps.store.listAccounts(office.id)).map(({ login, account, roles }) => [login, { account, roles }]))

function actorOf(accounts: Known, { government }: DemoFile, login: string, as: string | undefined): Actor {
  if (login === 'requester') return requester
  const found = accounts.get(login)
  const role = found?.roles.find((each) => as === undefined || each.role === as)
  if (found === undefined || role === undefined) throw new Error(`${government.id}: no account ${login} ${as ?? ''}`)
  return { role: role.role, unit: role.unit, person: found.account }
}
