import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Described, type Fuzzed, type FuzzedForm, fuzzed, fuzzedForms, fuzzedPages } from '../src/http/fuzz.fixtures.js'
import { onEnd } from './cleanup.js'
import { canReadCpu, cpuOf } from './cpu.js'
import { startDemoServer } from './demo-server.js'
import { figure, note } from './figure.js'

type Asked = { readonly status: number; readonly cpu: number; readonly bytes: number }

/** Every parameter of every route with what nobody should send in its place, as a stranger and as the office: faults, and what one costs. */
export async function benchFuzz(): Promise<void> {
  if (!canReadCpu) return note('Processor time of other processes can be read on Linux only: nothing was measured.')
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-fuzz-'))
  const removed = onEnd(folder, async () => rmSync(folder, { recursive: true, force: true }))
  const server = await startDemoServer(folder)
  await server.untilDemoIsReady()
  const described = (await (await fetch(`${server.url}/openapi.json`)).json()) as Described
  // Signing in costs what a password is meant to cost; signing out would end the walk.
  const all = [...fuzzed(described)].filter(({ url }) => !/^\/api\/(session|own)/.test(url))
  const office = await signIn(server.url)
  const answers: Asked[] = []
  let dearest: { cpu: number; told: string } = { cpu: 0, told: '' }
  for (const who of [{}, office]) {
    for (const each of all) {
      const answer = await leastOf(() => ask(server, who, each))
      answers.push(answer)
      if (answer.cpu > most + 0.001) note(`${answer.cpu * 1000} ms ${each.method} ${each.url.slice(0, 80)} ${each.what}`)
      if (answer.status >= 500) note(`${answer.status} ${each.method} ${each.url.slice(0, 80)} ${each.what}`)
      if (answer.cpu > dearest.cpu) dearest = { cpu: answer.cpu, told: `${each.method} ${each.url.slice(0, 80)} ${each.what}` }
    }
  }
  const byCitizens = await askAsCitizen(server)
  await server.stop()
  await removed()
  note(`${all.length} requests, each as a stranger and as the office. The dearest: ${dearest.told}.`)
  figure('faults of the server', answers.filter(({ status }) => status >= 500).length, '', { atMost: 0 })
  figure('dearest request, CPU (in steps of 10 ms)', dearest.cpu * 1000, 'ms', { atMost: most * 1000 })
  figure('mean request, CPU', (answers.reduce((sum, { cpu }) => sum + cpu, 0) / answers.length) * 1000, 'ms', { atMost: 10 })
  figure("citizens' forms and pages: faults", byCitizens.filter(({ status }) => status >= 500).length, '', { atMost: 0 })
  figure("citizens' forms and pages: the dearest, CPU", Math.max(...byCitizens.map(({ cpu }) => cpu)) * 1000, 'ms', {
    atMost: most * 1000,
  })
  figure('longest answer to one', Math.max(...answers.map(({ bytes }) => bytes)) / 1000, 'kB')
}

type Server = { readonly url: string; readonly pid: number }

/** Citizens' forms and pages in the same way. The form was opened long enough ago to be taken for a person's. */
async function askAsCitizen(server: Server): Promise<readonly Asked[]> {
  const page = await (await fetch(`${server.url}/shili/write?read=yes`)).text()
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const names = [...new Set([...page.matchAll(/name="(f\.\w+)"/g)].map(([, name = '']) => name))]
  const filled = Object.fromEntries(names.map((name) => [name, '路灯不亮已经五天了，请派人来修。']))
  const guards = { key: hidden('key'), opened: hidden('opened'), website: '' }
  const track = { number: '1000000044', code: 'ABC234', proof: '' }
  const forms = [
    { url: '/shili/write', fields: { ...guards, ...filled } },
    { url: '/track', fields: track },
  ]
  const pages = { '/shili/answers': ['words', 'category', 'after'], '/shili/rules': ['page'], '/track': ['number'] }
  const answers: Asked[] = []
  for (const form of fuzzedForms(forms)) answers.push(await told(form, () => leastOf(() => askForm(server, form))))
  for (const url of fuzzedPages(pages)) {
    const asked: Fuzzed = { what: '', method: 'GET', url }
    answers.push(await told(asked, () => leastOf(() => ask(server, {}, asked))))
  }
  return answers
}

async function told({ url, what }: Pick<Fuzzed, 'url' | 'what'>, work: () => Promise<Asked>): Promise<Asked> {
  const answer = await work()
  if (answer.cpu > most + 0.001 || answer.status >= 500)
    note(`${answer.status}, ${answer.cpu * 1000} ms ${url.slice(0, 80)} ${what}`)
  return answer
}

async function askForm({ url: at, pid }: Server, { url, payload, headers }: FuzzedForm): Promise<Asked> {
  const before = cpuOf(pid)
  const answer = await fetch(`${at}${url}`, {
    method: 'POST',
    body: typeof payload === 'string' ? payload : new Uint8Array(payload),
    headers,
    redirect: 'manual',
  })
  const bytes = (await answer.arrayBuffer()).byteLength
  return { status: answer.status, cpu: cpuOf(pid) - before, bytes }
}

/** Seconds of CPU that one request may cost. */
const most = 0.05

/** What else the server does just then is not the request's: one that looks too dear is asked twice more, and the least counts. */
async function leastOf(work: () => Promise<Asked>): Promise<Asked> {
  let least = await work()
  for (let again = 0; again < 2 && least.cpu > most; again += 1) {
    const next = await work()
    if (next.cpu < least.cpu) least = { ...next, status: Math.max(next.status, least.status) }
  }
  return least
}

type Speaker = Readonly<Record<string, string>>

async function signIn(url: string): Promise<Speaker> {
  const body = JSON.stringify({ government: 'shili', login: 'office', password: 'huiyin-demo' })
  const answer = await fetch(`${url}/api/session`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('huiyin_session'))
  const { csrf } = (await answer.json()) as { csrf: string }
  return { cookie: cookie?.split(';')[0] ?? '', 'x-csrf-token': csrf }
}

async function ask(server: Server, who: Speaker, { method, url, payload }: Fuzzed): Promise<Asked> {
  const before = cpuOf(server.pid)
  const sent = payload === undefined ? {} : { body: payload }
  const headers = { ...who, ...(payload === undefined ? {} : { 'content-type': 'application/json' }) }
  const answer = await fetch(`${server.url}${url}`, { method, headers, ...sent })
  const bytes = (await answer.arrayBuffer()).byteLength
  return { status: answer.status, cpu: cpuOf(server.pid) - before, bytes }
}
