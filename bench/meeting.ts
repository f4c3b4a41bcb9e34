import { demoPassword } from '../test/browser/demo.js'
import { temporaryFolder } from './database.js'
import { startDemoServer } from './demo-server.js'
import { figure, note } from './figure.js'

const topics = 30
const rounds = 40

type Asking = (path: string, body?: object, match?: number) => Promise<Answered>
type Answered = { readonly ms: number; readonly body: Readonly<Record<string, unknown>> }

/** A meeting with thirty topics on its agenda, opened by whoever keeps it: the answer of the server, and the list with the pool. */
export async function benchMeeting(): Promise<void> {
  const { folder, remove } = temporaryFolder()
  const server = await startDemoServer(folder)
  await server.untilDemoIsReady()
  const [clerk, mayor, unit] = await Promise.all([
    signedIn(server.url, 'banggongshi', 'governmentOffice'),
    signedIn(server.url, 'quzhang', 'mayor'),
    signedIn(server.url, 'zhujian', 'unit@zhujian'),
  ])
  const meeting = await begun(clerk, 'dawukou-sittings', { title: '三十个议题的会议', meetingDate: '2027-06-10' })
  const leader = await personOf(clerk, meeting)
  for (let nth = 1; nth <= topics; nth += 1) {
    const stated = { title: `议题${nth}`, topicCategory: 'majorPolicy', whyMajor: '涉及全区。', submittingUnit: 'zhujian' }
    const topic = await begun(unit, 'dawukou-meetings', { ...stated, responsibleHead: '局长', portfolioLeader: leader })
    await done(mayor, topic, 'consentToUrgent', { urgentGround: 'urgentWork' })
    const { number } = (await clerk(`/api/matters/${topic}`)).body
    await done(clerk, meeting, 'putOnAgenda', { topic: number, priority: 'major' })
  }
  const held = (await clerk(`/api/containers/${meeting}`)).body.held as readonly unknown[]
  note(`A meeting that holds ${held.length} topics, ${rounds} times each; server, database and who asks on one machine.`)
  figure('the room of the meeting, median', await medianOf(() => clerk(`/api/containers/${meeting}`)), 'ms', { atMost: 100 })
  figure('all meetings with the pool, median', await medianOf(() => clerk('/api/containers')), 'ms', { atMost: 200 })
  await server.stop()
  await remove()
}

async function medianOf(ask: () => Promise<Answered>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) times.push((await ask()).ms)
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0
}

async function signedIn(url: string, login: string, role: string): Promise<Asking> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ government: 'shiliqu', login, password: demoPassword })
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body })
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const { csrf } = (await answer.json()) as { csrf: string }
  return async (path, sent, match) => {
    const all: Record<string, string> = { ...headers, cookie, 'x-csrf-token': csrf, 'x-role': role }
    if (match !== undefined) all['if-match'] = `"${match}"`
    const since = performance.now()
    const init = sent === undefined ? { headers: all } : { method: 'POST', headers: all, body: JSON.stringify(sent) }
    const found = await fetch(url + path, init)
    const text = await found.text()
    const ms = performance.now() - since
    if (!found.ok) throw new Error(`${path}: ${found.status} ${text}`)
    return { ms, body: JSON.parse(text) as Answered['body'] }
  }
}

async function begun(ask: Asking, regulation: string, stated: object): Promise<string> {
  const { number } = (await ask('/api/matters', { regulation, with: stated })).body
  const list = (await ask(`/api/matters?q=${String(number)}`)).body.rows as readonly { readonly id: string }[]
  const [found] = list
  if (found === undefined) throw new Error(`no matter ${String(number)}`)
  return found.id
}

async function done(ask: Asking, id: string, act: string, stated: object): Promise<void> {
  const { revision } = (await ask(`/api/matters/${id}`)).body
  await ask(`/api/matters/${id}/acts/${act}`, { with: stated }, Number(revision))
}

/** Whoever may be named as the leader in charge: the last of those whose attendance counts. */
async function personOf(ask: Asking, meeting: string): Promise<string> {
  const people = (await ask(`/api/containers/${meeting}`)).body.people as readonly { readonly id: string }[]
  return people.at(-1)?.id ?? ''
}
