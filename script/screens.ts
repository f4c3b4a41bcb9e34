// Takes the pictures of docs/screens/ from the running product with its demo data: `npx tsx script/screens.ts`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { startServer } from '../test/browser/server.js'

const folder = join(import.meta.dirname, '../docs/screens')
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const password = 'huiyin-demo'
const government = 'shili'
/** Where all kinds of work are handled side by side. */
const wholeOffice = 'shiliqu'
const isJson = { 'content-type': 'application/json' }

/** A matter on its way: received, accepted, dispatched, contacted, and one extension granted. */
async function matterOnItsWay(base: string): Promise<{ number: string; code: string; id: string }> {
  const wrote = {
    channel: 'web',
    category: 'complaint',
    title: '小区门口路灯连续多日不亮',
    body: '解放路与建设路交口往东，四盏路灯从上周三起一直不亮，晚上接孩子看不清路，请尽快修复。',
  }
  const sent = await fetch(`${base}/api/matters`, {
    method: 'POST',
    headers: isJson,
    body: JSON.stringify({ government, with: wrote }),
  })
  const { number, code } = (await sent.json()) as { number: string; code: string }
  const office = await signedIn(base, 'office')
  const found = (await office.get(`/api/matters?q=${number}`)) as { rows: { id: string; number: string }[] }
  const id = found.rows.find((row) => row.number === number)?.id ?? ''
  await office.act(id, 'accept', {})
  await office.act(id, 'dispatch', {
    assignments: [
      { unit: 'chengguan', part: 'lead' },
      { unit: 'jiaotong', part: 'assist' },
    ],
  })
  const unit = await signedIn(base, 'chengguan')
  await unit.act(id, 'contact', { reached: true, contactMode: '电话', contactNote: '已电话联系，约定明早到现场查看。' })
  await unit.act(id, 'requestExtension', { reason: '需更换地下电缆，等待材料。' })
  await office.act(id, 'grantExtension', { workdays: 3, unit: 'chengguan' })
  return { number, code, id }
}

async function signedIn(base: string, login: string, at = government) {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: isJson,
    body: JSON.stringify({ government: at, login, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { csrf } = (await answer.json()) as { csrf: string }
  const headers = { ...isJson, cookie, 'x-csrf-token': csrf }
  const get = async (path: string): Promise<unknown> => (await fetch(base + path, { headers })).json()
  const act = async (id: string, name: string, stated: object): Promise<void> => {
    const { revision } = (await get(`/api/matters/${id}`)) as { revision: number }
    const done = await fetch(`${base}/api/matters/${id}/acts/${name}`, {
      method: 'POST',
      headers: { ...headers, 'if-match': `"${revision}"` },
      body: JSON.stringify({ with: stated }),
    })
    if (!done.ok) throw new Error(`${name}: ${await done.text()}`)
  }
  return { get, act }
}

async function signIn(page: Page, base: string, { login, at }: { login: string; at: string }): Promise<void> {
  await page.goto(`${base}/workbench/`)
  await page.selectOption('#government', at)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.click('button[type=submit]')
  await page.waitForSelector('#login', { state: 'detached' })
  await page.waitForSelector('main h1')
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

const server = await startServer({}, ['demo', '--serve'])
const browser = await chromium.launch({ executablePath: process.env.HUIYIN_CHROMIUM ?? '/usr/bin/chromium', args: flags })
mkdirSync(folder, { recursive: true })
try {
  const base = server.origin
  while (!server.output().includes('demo data is ready')) await new Promise((resolve) => setTimeout(resolve, 500))
  const matter = await matterOnItsWay(base)
  const shoot = async (page: Page, name: string, fullPage = false) => {
    await page.waitForLoadState('networkidle')
    // What is on its way is there, and stands still.
    await page.waitForFunction(() => document.querySelector('.waiting') === null)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage })
    console.log(`docs/screens/${name}.png`)
  }
  const enter = async (page: Page) => {
    await page.goto(`${base}/${government}/track#${matter.number}.${matter.code}`)
    await page.locator('main form button').click()
    await page.waitForURL(`**/track/${matter.number}`)
  }
  const citizen = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await citizen.goto(`${base}/${government}/`)
  await shoot(citizen, 'home')
  await enter(citizen)
  await shoot(citizen, 'track', true)
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await enter(phone)
  await shoot(phone, 'track-phone')
  const desktop = { width: 1366, height: 768 }
  const person = async (login: string, viewport = desktop, at = government): Promise<Page> => {
    const page = await (await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage()
    await signIn(page, base, { login, at })
    return page
  }
  const rooms = async (page: Page, named: readonly (readonly [name: string, path: string])[]): Promise<void> => {
    for (const [name, path] of named) {
      await page.goto(`${base}/workbench/${path}`)
      await page.waitForSelector('main h1')
      await shoot(page, name)
    }
  }
  const office = await person('office')
  // With one of its matters open beside the list.
  await office.locator('[data-row]').first().click()
  await office.waitForSelector('.preview-title')
  await shoot(office, 'desk')
  const unit = await person('chengguan')
  await unit.goto(`${base}/workbench/matters/${matter.id}`)
  await unit.waitForSelector('main h1')
  await shoot(unit, 'matter', true)
  await rooms(office, [
    ['matters', 'matters'],
    ['supervision', 'supervision'],
    // Of two months: of one that has just begun there would be nothing to see.
    ['statistics', `statistics?from=${daysAgo(60)}&to=${daysAgo(0)}`],
    ['regulation', 'regulations/longnan-wenzheng/2021-03-04'],
    ['administration', 'administration/people'],
  ])
  const secretariat = await person('banggongshi', desktop, wholeOffice)
  await secretariat.goto(`${base}/workbench/containers`)
  await secretariat.getByRole('link', { name: '第19次常务会议' }).first().click()
  await secretariat.waitForSelector('.quorum')
  await shoot(secretariat, 'meeting')
  const asking = await signedIn(base, 'banggongshi', wholeOffice)
  const letters = (await asking.get(`/api/matters?q=${encodeURIComponent('背街小巷晚上没有灯')}`)) as {
    rows: { id: string }[]
  }
  await secretariat.goto(`${base}/workbench/matters/${letters.rows[0]?.id ?? ''}/thread`)
  await secretariat.waitForSelector('.thread-page .thread')
  await shoot(secretariat, 'thread')
  await shoot(await person('leader', { width: 390, height: 844 }), 'leader')
  await shoot(await person('chengguan', { width: 390, height: 844 }), 'desk-phone')
} finally {
  await browser.close()
  await server.stop()
}
