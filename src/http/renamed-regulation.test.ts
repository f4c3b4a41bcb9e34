import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseAllDocuments, stringify } from 'yaml'
import { accounts, root } from '../app/app.fixtures.js'
import { playedIn } from '../app/played-month.fixtures.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'

const fields: Readonly<Record<string, string>> = {
  title: 'subject',
  body: 'said',
  letterType: 'sort',
  channel: 'way',
  directReply: 'told',
  publicText: 'shortened',
  publicTitle: 'headline',
}
const acts: Readonly<Record<string, string>> = { submit: 'write', accept: 'takeIn', answer: 'settle', rate: 'judge' }
const life = { regulation: 'weibin-mailbox', version: 'undated', file: '10-direct-reply' }

/** Where a key of the file is a field or an act by its name, and not a word of the format. */
const isFieldKey = (under: string): boolean => ['fields', 'with', 'facts', 'when', 'sets'].includes(under)
const isActKey = (under: string): boolean => ['acts', 'count', 'follows'].includes(under)
const keyIn = (key: string, under: string): string =>
  (isFieldKey(under) ? fields[key] : isActKey(under) ? acts[key] : undefined) ?? key

/** The same text with other names for what it declares. What people wrote is left as it is. */
function renamed(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, path))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        path.at(-2) === 'meaning' ? key : keyIn(key, path.at(-1) ?? ''),
        renamed(each, [...path, key]),
      ]),
    )
  return typeof value === 'string' ? (fields[value] ?? acts[value] ?? value) : value
}

function renameIn(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (!name.endsWith('.yaml') || name.endsWith('clauses.yaml') || statSync(file).isDirectory()) continue
    const documents = parseAllDocuments(readFileSync(file, 'utf8'), { schema: 'core' })
    const texts = (Array.isArray(documents) ? documents : []).map((each) =>
      stringify(renamed(each.toJS(), []), { schema: 'core' }),
    )
    writeFileSync(file, texts.join('---\n'))
  }
}

type Stand = { readonly test: TestServer; readonly li: SignedInAs }
let before: Stand
let after: Stand

async function playedUnder(folder: string): Promise<Stand> {
  const { app } = await playedIn(folder, life, accounts)
  const test = await serverOver(app)
  return { test, li: await test.signIn('li') }
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'renamed-'))
  cpSync(join(root, 'regulations', life.regulation), join(folder, life.regulation), { recursive: true })
  renameIn(folder)
  before = await playedUnder(join(root, 'regulations'))
  after = await playedUnder(folder)
})
afterAll(async () => {
  await before.test.close()
  await after.test.close()
})

/** Numbers of matters are drawn. */
const undrawn = (text: string): string => text.replaceAll(/\b\d{10}\b/g, '0000000000')

/** What an address answers, without the names that the files give to fields and acts. */
async function answers({ test, li }: Stand, url: string): Promise<string> {
  const { statusCode, body } = await test.ask(li, 'GET', url, { role: 'office' })
  expect([url, statusCode]).toEqual([url, 200])
  const names = Object.entries({ ...fields, ...acts })
  return names.reduce((text, [from, to]) => text.replaceAll(`"id":"${to}"`, `"id":"${from}"`), undrawn(body))
}

it('lists, figures and public pages are as full when fields and acts bear other names', async () => {
  const { statusCode, body } = await after.test.ask(after.li, 'GET', '/api/matters', { role: 'office' })
  expect([statusCode, JSON.parse(body).rows.map((row: { title: string }) => row.title)]).toEqual([200, ['小区门口路面坑洼']])
  for (const url of [
    '/api/matters',
    '/api/matters?q=老人小孩',
    '/api/matters?category=complaint',
    '/api/statistics?from=2025-04-01&to=2025-04-30',
    '/api/statistics?from=2025-04-01&to=2025-04-30&by=category',
    '/api/ledger/look',
    '/api/public/demo',
    '/api/public/demo?q=路面坑洼',
    '/api/governments',
  ])
    expect([url, await answers(after, url)]).toEqual([url, await answers(before, url)])
})

it('the public page shows the same texts', async () => {
  const pages = async ({ test }: Stand): Promise<readonly string[]> => {
    const page = async (url: string): Promise<string> => (await test.ask(null, 'GET', url)).body
    const [{ number }] = JSON.parse(await page('/api/public/demo')).rows
    return [undrawn(await page('/demo/answers')), undrawn(await page(`/demo/answers/${number}`))]
  }
  const shown = await pages(after)
  expect(shown[1]).toContain('路面坑洼，希望修补')
  expect(shown).toEqual(await pages(before))
})

it('the ledger as a file and the matter on paper say the same', async () => {
  const papers = async ({ test, li }: Stand) => {
    const { rows } = JSON.parse((await test.ask(li, 'GET', '/api/matters', { role: 'office' })).body)
    const ledger = await test.ask(li, 'GET', '/api/ledger', { role: 'office' })
    const sheet = await test.ask(li, 'GET', `/api/matters/${rows[0].id}/sheet`, { role: 'office' })
    const written = new PizZip(sheet.rawPayload).file('word/document.xml')?.asText() ?? ''
    return [undrawn(ledger.body), undrawn(written.replaceAll(/<[^>]+>/g, ' '))]
  }
  const told = await papers(after)
  expect(told[0]).toContain('小区门口路面坑洼')
  expect(told[1]).toContain('小区门口路面坑洼')
  expect(told).toEqual(await papers(before))
})
