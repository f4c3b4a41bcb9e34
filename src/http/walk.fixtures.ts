import { type SignedInAs, saidBy, type TestRoute, type TestServer } from './http.fixtures.js'

export type Told = { readonly asked: string; readonly status: number; readonly text: string }

export type Walk = {
  /** Ids of matters, or their numbers. */
  readonly matters: readonly string[]
  readonly regulation: string
  /** Searched for wherever something is searched. */
  readonly words: string
  /** As it stood at this moment, wall time. */
  readonly asOf: string
  readonly governments: readonly string[]
  readonly methods: readonly string[]
  /** Ids of files that are asked for where a file can be. */
  readonly files: readonly string[]
}

const values: Readonly<Record<string, readonly string[]>> = {
  act: ['reply'],
  version: ['undated'],
  year: ['2023'],
  token: ['none'],
  key: ['none'],
  run: ['00000000-0000-4000-8000-000000000000'],
}

/** The places of a path filled with what is there; `:id` of a regulation is its name, of a file a file, every other the matter, or its number. */
function pathsOf({ url }: TestRoute, { matters, regulation, governments, files }: Walk): readonly string[] {
  return [...url.matchAll(/:(\w+)/g)].reduce<readonly string[]>(
    (paths, [place, name = '']) => {
      const known: Readonly<Record<string, readonly string[]>> = { ...values, government: governments, attachment: files }
      const ofKind = url.includes('regulations') ? [regulation] : url.includes('attachments') ? files : matters
      const filled = name === 'id' ? ofKind : (known[name] ?? matters)
      return paths.flatMap((path) => filled.map((value) => path.replace(place, value)))
    },
    [url.replace('*', '')],
  )
}

const endless = new Set(['/api/live'])
/** What says nothing of any matter: worked examples, with invented people, and the description of the interface. */
const ofNoMatter = /^\/api\/office\/regulations\/:id\/:version\/scenarios|^\/openapi\.json$/
const endsSessions = new Set(['/api/session', '/api/own/sessions/end'])
const bodiesOf = ({ matters }: Walk): readonly object[] => [
  {},
  { with: {} },
  { targets: matters.map((matter) => ({ matter })), act: 'reply', with: {} },
  { reason: '核对一下', what: 'identity' },
]

/** What lists behind figures and boards, and older pages, cannot be asked without: whatever figures and rungs this person is told of. */
async function furtherOf(
  server: TestServer,
  who: SignedInAs | null,
  { regulation }: Walk,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const toldBy = async (path: string, name: RegExp): Promise<readonly string[]> => {
    const { body } = await server.ask(who, 'GET', path)
    return [...new Set(['received', ...[...body.matchAll(name)].map(([, id = '']) => encodeURIComponent(id))])]
  }
  const figures = (await toldBy('/api/statistics', /"figure":"([^"]+)"/g)).map((id) => `figure=${id}`)
  const sheets = await toldBy('/api/assessment', /"regulation":\{"id":"([^"]+)"/g)
  const units = await toldBy('/api/assessment', /"unit":\{"id":"([^"]+)"/g)
  const rungs = (await toldBy('/api/supervision', /"rung":"([^"]+)"/g)).map((id) => `rung=${id}`)
  return {
    '/api/statistics/matters': figures,
    '/api/statistics/changes': figures,
    '/api/assessment/recount': sheets.flatMap((sheet) => units.map((unit) => `regulation=${sheet}&unit=${unit}`)),
    '/api/supervision/matters': rungs,
    '/api/matters/:id/timeline': ['before=1000'],
    '/api/report': ['rows=regulation', 'rows=unit', 'rows=category&across=month'],
    '/api/statistics': ['by=unit', 'by=category', `regulation=${regulation}`],
    '/api/supervision/ledger': [`regulation=${regulation}`],
  }
}

type Described = {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly parameters?: readonly { name: string }[] } }>>
}

async function describedBy(server: TestServer): Promise<Described> {
  const answer = await server.ask(null, 'GET', '/openapi.json')
  if (answer.statusCode !== 200) throw new Error(`/openapi.json: ${answer.statusCode} ${answer.body}`)
  return answer.json()
}

const described = new WeakMap<TestServer, Described>()

/** How an address is read: plainly, by words that are searched for and as it stood, wherever it takes that; what says nothing of itself, in each way. */
export async function waysOf(
  server: TestServer,
  { words, asOf }: Pick<Walk, 'words' | 'asOf'>,
): Promise<(url: string) => readonly string[]> {
  const known = described.get(server) ?? (await describedBy(server))
  described.set(server, known)
  const searched = { q: `?q=${encodeURIComponent(words)}&limit=50`, asOf: `?asOf=${encodeURIComponent(asOf)}` }
  return (url) => {
    const told = known.paths[url.replace(/:(\w+)/g, '{$1}')]?.get
    const takes = (name: string) => told === undefined || told.parameters?.some((each) => each.name === name) === true
    return ['', ...Object.entries(searched).flatMap(([name, query]) => (takes(name) ? [query] : []))]
  }
}

/** Asks every route there is as somebody; a route that is added tomorrow is asked tomorrow. */
export async function walkAs(server: TestServer, who: SignedInAs | null, walk: Walk): Promise<readonly Told[]> {
  const told: Told[] = []
  const further = await furtherOf(server, who, walk)
  const waysTo = await waysOf(server, walk)
  for (const route of server.routes) {
    const { method, url } = route
    if (!walk.methods.includes(method) || endless.has(url) || ofNoMatter.test(url) || (method !== 'GET' && endsSessions.has(url)))
      continue
    for (const path of pathsOf(route, walk)) {
      const ways = [...waysTo(url), ...(further[url] ?? []).map((each) => `?${each}`)].map((each) => `${path}${each}`)
      const asked = method === 'GET' ? ways : bodiesOf(walk)
      for (const each of asked) {
        const sent = typeof each === 'string' ? {} : { payload: each }
        const answer = await server.ask(who, method as 'GET', typeof each === 'string' ? each : path, sent)
        told.push({
          asked: `${method} ${typeof each === 'string' ? each : `${path} ${JSON.stringify(each)}`}`,
          status: answer.statusCode,
          text: saidBy(answer),
        })
      }
    }
  }
  return told
}

/** What differs by itself: the log, which tells of the walk; a workbook, which holds when it was made; the figures of the process. */
export const ofItself = /^GET \/(api\/(audit|own|statistics\.xlsx|assessment\.xlsx)|metrics)/
