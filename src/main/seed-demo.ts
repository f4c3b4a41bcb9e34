import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
import {
  type Actor,
  addDays,
  addMonths,
  addWorkdays,
  type Calendar,
  type Day,
  dayAt,
  dayText,
  type Instant,
  instant,
  readInstant,
  roundOn,
} from '../core/index.js'
import { type AccountRole, type JsonObject, seesAll } from '../store/index.js'
import { type DemoFile, type Message, readDemoFile } from './demo-file.js'

export const demoPassword = 'huiyin-demo'

/** How many matters were written and were there already; and what of the files the regulations refused, each with why. */
export type Seeded = { readonly matters: number; readonly known: number; readonly refused: readonly string[] }

/**
 * 演示. Invented governments with their people and matters, carried on as if the last weeks had been worked. Twice is as once; one that was
 * cut off goes on where it stopped.
 */
export async function seedDemo(deps: Deps, root: string, say: (text: string) => void): Promise<Seeded> {
  const folder = join(root, 'demo')
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : []
  const demos = files.map((name) => readDemoFile(readFileSync(join(folder, name), 'utf8'), name))
  for (const demo of demos) await seedOffice(deps, demo)
  signIns(demos, say)
  const seeded = { matters: 0, known: 0 }
  const refused: string[] = []
  const refuse = (text: string): void => {
    refused.push(text)
    say(text)
  }
  const jobs: Job[] = []
  for (const demo of demos) {
    const office = await deps.offices.get(demo.government.id)
    if (office === null) throw new Error(`no government ${demo.government.id}`)
    const since = office.settings.demoSince === null ? deps.now() : instant(office.settings.demoSince)
    const place = { office, demo, since, files: join(folder, 'files'), accounts: await accountsOf(deps, office) }
    for (const each of demo.messages) {
      const found = await jobsOf(deps, place, each, refuse)
      seeded[found === null ? 'known' : 'matters'] += 1
      jobs.push(...(found ?? []))
    }
    await deps.store.administration.patchSettings(office.id, { demoSince: since })
  }
  // In the order in which it happened: what is done in one matter may be heard of in another.
  jobs.sort((one, other) => one.at - other.at)
  for (const [place, job] of jobs.entries()) {
    await job.run()
    if (place % 100 === 99) say(`演示数据 demo data ${place + 1}/${jobs.length}`)
  }
  for (const { government } of demos) await deps.store.administration.patchSettings(government.id, { demoSince: null })
  await runTimers(deps, (error) => say(String(error)))
  if (seeded.matters > 0) say(`演示数据已备好 demo data is ready: ${seeded.matters}`)
  return { ...seeded, refused }
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
      settings: { ...settings, isDemo: true, secondFactor: 'offered', demoSince: deps.now() } as JsonObject,
      isRehearsal,
    })
  }
  const there = new Set((await deps.store.listUnits(id)).map(({ unit }) => unit))
  const further = units.filter((unit) => !there.has(unit.id))
  if (further.length > 0) {
    await deps.store.putUnits(
      id,
      further.map((unit) => ({ unit: unit.id, name: unit.name, kind: 'unit', parent: unit.parent })),
    )
  }
  const known = new Set((await deps.store.listAccounts(id)).map(({ login }) => login))
  const missing = accounts.filter(({ login }) => !known.has(login))
  if (missing.length > 0) {
    const passwordHash = await deps.passwords.hash(demoPassword)
    for (const { login, name: person, isAdmin, isAuditor, list, standing, roles } of missing) {
      await deps.store.putAccount(id, {
        account: randomUUID(),
        login,
        name: person,
        passwordHash,
        isAdmin,
        isAuditor,
        isDisabled: false,
        list,
        standing,
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
    for (const { login, name, list, roles } of accounts) {
      const worn =
        list !== ''
          ? `${list} → /${government.id}/known`
          : roles.map(({ role, unit }) => (unit === null ? role : `${role}@${unit}`)).join(', ')
      say(`      ${login.padEnd(14)} ${name}  ${worn}`)
    }
  }
}

/** Something that is done at its own moment. */
type Job = { readonly at: Instant; readonly run: () => Promise<void> }

/** One message and what was done to it, each at its own moment; what would lie in the future is left undone. Null: it is there already. */
async function jobsOf(deps: Deps, place: Told, written: Message, refuse: (text: string) => void): Promise<readonly Job[] | null> {
  const { office, demo, accounts, since } = place
  const { calendar } = office
  const told = { ...place, kind: written.kind ?? demo.government.regulation }
  const sentOn = sentOnDay(since, calendar, written)
  const at = (after: number, time: string): Instant => momentFor(place, addWorkdays(sentOn, after, calendar), time)
  // Sent in later that day: a while ago instead.
  const sent = Math.min(at(0, written.time), since - 10 * aMinute) as Instant
  let matter = await deps.store.findImported(office.id, 'demo', written.id)
  const done = matter === null ? [] : await doneIn(deps, office, matter)
  // Of another seeding, at another time.
  if (matter !== null && done[0]?.at !== sent) return null
  let last = sent
  const send = async (moment: Instant): Promise<void> => {
    const opener = { ...byImport({ source: 'demo', id: written.id, time: null }), isPortal: written.by === 'requester' }
    const done = await submitMatter(atMoment(deps, moment), {
      office,
      actor: actorOf(accounts, demo, written.by, written.as),
      lang: 'zh',
      opener,
      ...(written.kind === undefined ? {} : { regulation: written.kind }),
      ...(written.act === undefined ? {} : { act: written.act }),
      with: await statedOf(deps, told, written.with),
    })
    if (done.ok) matter = done.matter
    else refuse(`${written.id}: ${done.failure.detail} ${JSON.stringify(done.failure.problems ?? '')}`)
  }
  const act = async (step: Message['steps'][number], moment: Instant): Promise<void> => {
    if (matter === null) return
    const acted = await recordAct(atMoment(deps, moment), {
      office,
      matter,
      actor: actorOf(accounts, demo, step.by, step.as),
      act: step.act,
      revision: null,
      lang: 'zh',
      with: await statedOf(deps, told, step.with),
    })
    if (acted.ok) return
    const { code, detail, problems } = acted.failure
    refuse(`${written.id} ${step.act}: ${code} ${detail} ${JSON.stringify(problems ?? '')}`)
    matter = null
  }
  const jobs: Job[] = matter === null ? [{ at: sent, run: () => send(sent) }] : []
  for (const step of written.steps) {
    const moment = Math.max(at(step.day, step.time), last + 1_000) as Instant
    if (moment > since) break
    last = moment
    if (!done.some((each) => each.act === step.act && each.at === moment)) jobs.push({ at: moment, run: () => act(step, moment) })
  }
  return matter !== null && jobs.length === 0 ? null : jobs
}

async function doneIn(
  deps: Deps,
  office: Office,
  matter: number,
): Promise<readonly { readonly act: string; readonly at: Instant }[]> {
  const loaded = await deps.store.loadMatter(office.id, matter, seesAll)
  return loaded?.events.map(({ act, at }) => ({ act, at: instant(at) })) ?? []
}

type Told = {
  readonly office: Office
  readonly demo: DemoFile
  /** When its seeding began: days are counted from there, however often it was cut off. */
  readonly since: Instant
  readonly files: string
  readonly accounts: Known
}
type OfKind = Told & { readonly kind: string }

/** What is written in the file as it is stated: a person by their sign-in, a file by its name, a day or a moment by how long ago it was (below nought: ahead), another matter by its id there; so in each of several items. */
async function statedOf(deps: Deps, told: OfKind, written: Message['with']): Promise<Message['with']> {
  const { office, accounts, kind } = told
  const fields = office.programs.find(({ regulation }) => regulation.id === kind)?.regulation.fields ?? {}
  const each = Object.entries(written).map(async ([id, value]): Promise<[string, unknown]> => {
    const type = fields[id]?.type
    if (type === 'person' && typeof value === 'string') return [id, accounts.get(value)?.account ?? value]
    if (type === 'requesters' || type === 'people')
      return [
        id,
        z
          .array(z.string())
          .parse(value)
          .map((login) => accounts.get(login)?.account ?? login),
      ]
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
    const other = type === 'matter' ? z.strictObject({ message: z.string() }).safeParse(value) : null
    if (other?.success) return [id, await numberOf(deps, office, other.data.message)]
    if (type === 'items' && Array.isArray(value))
      return [
        id,
        await Promise.all(
          z
            .array(z.record(z.string(), z.unknown()))
            .parse(value)
            .map((each) => statedOf(deps, told, each)),
        ),
      ]
    const past = type === 'date' || type === 'time' ? daysAgo.safeParse(value) : null
    return [id, past?.success ? [dayAgo(told, past.data.ago), past.data.time].filter(Boolean).join(' ') : value]
  })
  return Object.fromEntries(await Promise.all(each))
}

const daysAgo = z.strictObject({ ago: z.number(), time: z.string().optional() })

/** The number of a matter that was sent in before, by its name in the file. */
async function numberOf(deps: Deps, office: Office, message: string): Promise<string> {
  const matter = await deps.store.findImported(office.id, 'demo', message)
  const loaded = matter === null ? null : await deps.store.loadMatter(office.id, matter, seesAll)
  if (loaded === null) throw new Error(`no message ${message} before`)
  return loaded.row.number
}

const dayAgo = ({ office: { calendar }, since }: Told, ago: number): string => dayText(workdayAgo(since, calendar, ago))

/** Counted from the last workday, which that day may be. */
const workdayAgo = (since: Instant, calendar: Calendar, ago: number): Day =>
  addWorkdays(addDays(dayAt(since, calendar.zone), 1), -1 - ago, calendar)

function sentOnDay(since: Instant, calendar: Calendar, { ago, month }: Message): Day {
  if (month === undefined) return workdayAgo(since, calendar, ago)
  const first = addMonths(roundOn(dayAt(since, calendar.zone), 'month').first, -month.ago)
  return addWorkdays(addDays(first, -1), month.workday, calendar)
}

const [aMinute, morningEnds] = [60_000, '10:00']

/**
 * When a step is done: at its time; what the files tell of the morning of the last workday has happened whenever the demo is made, so
 * before that morning is over it is done in the minutes before, in its order.
 */
function momentFor({ since, office: { calendar } }: Told, on: Day, time: string): Instant {
  const told = momentOf(calendar, dayText(on), time)
  const over = momentOf(calendar, dayText(on), morningEnds)
  if (on !== workdayAgo(since, calendar, 0) || since >= over || told >= over) return told
  return instant(since - 2 * aMinute - Math.floor((over - told) / 15))
}

async function keep(deps: Deps, { office, files }: OfKind, name: string): Promise<string> {
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
  // A requester who is known by name does it in their own.
  if (found !== undefined && as === requester.role) return { ...requester, person: found.account }
  const role = found?.roles.find((each) => as === undefined || each.role === as)
  if (found === undefined || role === undefined) throw new Error(`${government.id}: no account ${login} ${as ?? ''}`)
  return { role: role.role, unit: role.unit, person: found.account }
}
