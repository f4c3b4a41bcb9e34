import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startPrivatePostgres } from '../src/store/index.js'
import { openKeys } from '../src/store/keys/keys.js'
import { assetsIn, type Browser, bytesOf, filledForm, gzipBytesOf, linksIn, openBrowser, type Page } from './browse.js'
import { query, temporaryFolder } from './database.js'
import { startDemoServer } from './demo-server.js'
import { figure, note } from './figure.js'
import { workbenchBytes } from './workbench-bytes.js'

type Weight = { readonly path: string; readonly html: number; readonly all: number; readonly zipped: number }

const mostPages = 600
/** The form takes nothing that was filled in faster. */
const formOpenFor = 2500
const code = 'AAAAAA'

/** How heavy each page is that a citizen meets, and the first page of the workbench. */
export async function benchPortal(): Promise<void> {
  const { folder, remove } = temporaryFolder()
  const server = await startDemoServer(folder)
  await server.untilDemoIsReady()
  const matters = await openToAll(folder)
  const browser = openBrowser(server.url)
  const weigh = scales(browser)
  const pages = await crawl(browser, '/')
  for (const government of new Set(matters.map((each) => each.government)))
    pages.push(...(await writingIn(server.url, government)))
  for (const { government, number } of matters) pages.push(...(await trackedBy(server.url, government, number)))
  const weights = new Map<string, Weight>()
  for (const page of pages) {
    const weight = await weigh(page)
    const kind = kindOf(page)
    if (weight.all > (weights.get(kind)?.all ?? 0)) weights.set(kind, weight)
  }
  note(
    `${pages.length} pages of both governments; of each kind the heaviest: HTML with its style and script, as the server sends them.`,
  )
  for (const [kind, { html, all, zipped }] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    figure(`${kind} (HTML ${kilobytes(html)}; everything with gzip ${kilobytes(zipped)})`, all / 1000, 'kB', { atMost: 60 })
  }
  const first = await workbenchBytes(browser)
  note(`The workbench loads ${first.files} files before its first screen.`)
  figure('workbench, first load with gzip, as a browser gets it', first.zipped / 1000, 'kB', { atMost: 350 })
  figure('workbench, first load unpacked', first.plain / 1000, 'kB')
  await server.stop()
  await remove()
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** The demo's query codes are known to nobody: gives every matter the same one, to look at its tracking page. */
async function openToAll(dataFolder: string): Promise<readonly { readonly government: string; readonly number: string }[]> {
  const keys = openKeys(join(dataFolder, 'keys'))
  const postgres = await startPrivatePostgres({ dataFolder })
  const rows = (await query(postgres.connection, 'select government, number from matter')) as {
    government: string
    number: string
  }[]
  const values = rows.map(({ number }) => `('${number}', '${keys.mark(`${number}/${code}`).toString('hex')}')`).join(', ')
  const change = `update matter m set query_code_hash = decode(v.hash, 'hex') from (values ${values}) v(number, hash) where m.number = v.number`
  await query(postgres.connection, change)
  await postgres.stop()
  return rows
}

/** Every page that leads on from here, and not into the workbench. */
async function crawl(browser: Browser, from: string): Promise<Page[]> {
  const seen = new Set([from])
  const pages: Page[] = []
  for (const path of seen) {
    if (pages.length >= mostPages) break
    const page = await browser.get(path)
    if (page.status >= 500) throw new Error(`${path}: ${page.status}`)
    if (!page.html.startsWith('<!')) continue
    pages.push(page)
    for (const link of linksIn(page)) if (!/^\/(workbench|openapi|api)/.test(link)) seen.add(link)
  }
  return pages
}

/** The form, the form sent back with all that is missing, and the page after it was sent. */
async function writingIn(url: string, government: string): Promise<readonly Page[]> {
  const browser = openBrowser(url)
  const action = `/${government}/write`
  const form = await browser.get(`${action}?read=yes`)
  await wait(formOpenFor)
  const filled = filledForm(form, action, '示例内容')
  const empty = new URLSearchParams([...filled].filter(([name, value]) => value !== '示例内容' && !/category/.test(name)))
  const sentBack = await browser.post(action, empty)
  const done = await browser.post(action, filled)
  if (!done.path.endsWith('/done')) throw new Error(`${action}: the form was not taken\n${done.html.slice(0, 3000)}`)
  return [form, { ...sentBack, path: `${action} (sent back)` }, done]
}

async function trackedBy(url: string, government: string, number: string): Promise<readonly Page[]> {
  const browser = openBrowser(url)
  const page = await browser.post(`/${government}/track`, new URLSearchParams({ number, code }))
  if (!page.html.includes(number)) throw new Error(`${number}: its tracking page does not open`)
  const same = linksIn(page).filter((link) => link.startsWith(`/${government}/track/${number}?`))
  return [page, ...(await Promise.all([...new Set(same)].map((link) => browser.get(link))))]
}

function scales(browser: Browser): (page: Page) => Promise<Weight> {
  const known = new Map<string, Promise<Page>>()
  return async (page) => {
    const parts = await Promise.all(
      assetsIn(page).map((path) => {
        const found = known.get(path) ?? browser.get(path)
        known.set(path, found)
        return found
      }),
    )
    const texts = [page.html, ...parts.map(({ html }) => html)]
    const sum = (of: (text: string) => number) => texts.reduce((all, text) => all + of(text), 0)
    return { path: page.path, html: bytesOf(page.html), all: sum(bytesOf), zipped: sum(gzipBytesOf) }
  }
}

/** Asked for in another language or in large type, a page is of the same kind. */
const manners = ['code', 'lang', 'large']

/** `/one/track/1000000017?history=1` is a page like any other of its kind. */
const kindOf = ({ path, status }: Page): string => {
  const [place = '', asked = ''] = path.split('?')
  const names = [...new URLSearchParams(asked).keys()].filter((name) => !manners.includes(name)).sort()
  const kind = place.replace(/\d{10}/, 'NUMBER') || '/'
  return `${kind}${names.length > 0 ? `?${names.join('&')}` : ''}${status === 200 ? '' : ` ${status}`}`
}
