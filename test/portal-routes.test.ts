import type { FastifyInstance } from 'fastify'
import { expect, it } from 'vitest'
import { BadPageKey, StoreUnavailable } from '../src/app/index.js'
import { government } from '../src/web/portal/portal.fixtures.js'
import { code, type MemoryPortal, memoryPortal, number, problem } from './portal/memory-portal.js'
import { cookiesOf, hidden, open, post } from './portal/open-portal.js'

type Sent = { readonly statusCode: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: string }

/** Opens the form, lets a minute pass, and sends it. */
async function write(app: FastifyInstance, portal: MemoryPortal, fields: Readonly<Record<string, string>>) {
  const page = await app.inject({ url: '/yunhe/write?read=yes' })
  portal.passTime(60_000)
  const guards = { key: hidden(page.body, 'key'), opened: hidden(page.body, 'opened'), website: '' }
  const payload = new URLSearchParams({ ...guards, ...fields }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const send = () => app.inject({ method: 'POST', url: '/yunhe/write', payload, headers, cookies: cookiesOf(page) })
  return { page, send }
}

/** Signs in to a matter; answers the cookie of the tracking pages. */
async function enter(app: FastifyInstance): Promise<Record<string, string>> {
  return cookiesOf(await post(app, '/yunhe/track', { number, code }))
}

const filled = {
  'f.title': '路灯不亮',
  'f.body': '路口东南角的三盏路灯都不亮。',
  'f.category': 'complaint',
  'f.mayPublish': 'no',
  'f.people': '３',
}

it('leads to the only government, and lists several', async () => {
  expect((await (await open()).inject({ url: '/' })).headers.location).toBe('/yunhe/')
  for (const url of ['/?lang=en', '/yunhe?lang=en'])
    expect((await (await open()).inject({ url })).headers.location).toBe('/yunhe/?lang=en')
  const two = memoryPortal([government, { ...government, id: 'beihu' }])
  expect((await (await open(two)).inject({ url: '/' })).body).toContain('href="/beihu/"')
})

it.each([
  '/yunhe/',
  '/yunhe/notice',
  '/yunhe/rules',
  '/yunhe/figures',
  '/yunhe/write?read=yes',
  '/yunhe/track',
  '/yunhe/answers',
  `/yunhe/answers/${number}`,
  '/yunhe/done',
  '/track',
])('%s is a page with our own files alone', async (url) => {
  const answer = await (await open()).inject({ url })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'")
})

it.each(['/nowhere/', '/yunhe/nothing/here', '/yunhe/answers/999', '/favicon.ico'])('%s is kindly not found', async (url) => {
  const answer = await (await open()).inject({ url })
  expect(answer.statusCode).toBe(404)
  expect(answer.body).toContain('没有找到这个页面')
})

it('serves style and script once and for ever', async () => {
  const app = await open()
  const page = await app.inject({ url: '/yunhe/' })
  for (const path of page.body.match(/\/portal-assets\/[^"]+/g) ?? []) {
    const answer = await app.inject({ url: path })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toContain('immutable')
  }
})

it('keeps language and type size in cookies', async () => {
  const app = await open()
  const chosen = await app.inject({ url: '/yunhe/?large=1&lang=en' })
  expect(chosen.body).toContain('<html lang="en" class="large">')
  const next = await app.inject({ url: '/yunhe/track', cookies: cookiesOf(chosen) })
  expect(next.body).toContain('<html lang="en" class="large">')
  const back = await app.inject({ url: '/yunhe/?large=0&lang=zh', cookies: cookiesOf(chosen) })
  expect(back.body).toContain('<html lang="zh-CN">')
})

it('asks for the notice to be read before the form', async () => {
  const app = await open()
  const answer = await app.inject({ url: '/yunhe/write' })
  expect(answer.headers.location).toBe('/yunhe/notice?missed=1')
  expect((await app.inject({ url: '/yunhe/notice?missed=1' })).body).toContain('请先勾选')
})

it('sends a form in, and shows number and code on a page of their own', async () => {
  const portal = memoryPortal()
  const app = await open(portal)
  const { page, send } = await write(app, portal, filled)
  const sent = await send()
  expect(sent.statusCode).toBe(303)
  expect(sent.headers.location).toBe('/yunhe/done')
  expect(portal.submitted).toEqual([
    {
      with: { title: '路灯不亮', body: '路口东南角的三盏路灯都不亮。', category: 'complaint', mayPublish: false, people: 3 },
      attachments: [],
      key: hidden(page.body, 'key'),
    },
  ])
  const done = await app.inject({ url: '/yunhe/done', cookies: cookiesOf(sent) })
  expect(done.body).toContain(code)
  expect((await app.inject({ url: '/yunhe/done' })).body).not.toContain(code)
})

it('makes one matter of a double click', async () => {
  const portal = memoryPortal()
  const { send } = await write(await open(portal), portal, filled)
  const both = await Promise.all([send(), send()])
  expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(portal.submitted).toHaveLength(1)
})

it('shows the code at once where cookies are off', async () => {
  const portal = memoryPortal()
  const app = await open(portal)
  const page = await app.inject({ url: '/yunhe/write?read=yes' })
  portal.passTime(60_000)
  const sent = await post(app, '/yunhe/write', { key: hidden(page.body, 'key'), opened: hidden(page.body, 'opened'), ...filled })
  expect(sent.statusCode).toBe(200)
  expect(sent.body).toContain(code)
})

it('shows what is wrong beside the field, and keeps what was typed', async () => {
  const portal = memoryPortal()
  portal.refuseNext(problem(422, { code: 'missing', missing: [{ id: 'category', name: '类别' }] }))
  const long = '长'.repeat(3000)
  const { send } = await write(await open(portal), portal, { ...filled, 'f.body': long })
  const answer = await send()
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('<a href="#write-category">请填写类别</a>')
  expect(answer.body).toContain(long)
})

it('can be sent again after a refusal with the same content', async () => {
  const portal = memoryPortal()
  portal.refuseNext(problem(429, { detail: '请稍后再试。', retryAfterSeconds: 60 }))
  const { send } = await write(await open(portal), portal, filled)
  const first = await send()
  expect([first.statusCode, first.headers['retry-after']]).toEqual([429, '60'])
  expect(first.body).toContain('请稍后再试。')
  expect((await send()).statusCode).toBe(303)
})

it('lets a form be sent with other content after going back', async () => {
  const portal = memoryPortal()
  portal.refuseNext(problem(422, { code: 'key-reused' }))
  const { page, send } = await write(await open(portal), portal, filled)
  const answer = await send()
  expect(answer.body).toContain('确实要再提交一件')
  expect(hidden(answer.body, 'key')).not.toBe(hidden(page.body, 'key'))
})

it.each([
  ['a machine that fills in what nobody sees', { website: 'http://spam' }, 60_000],
  ['a machine that is faster than any hand', {}, 500],
  ['a form that nobody opened', { opened: 'forged' }, 60_000],
  ['a form opened the day before yesterday', {}, 48 * 3_600_000],
])('does not take %s, and says so without losing the text', async (_who, fields, waited) => {
  const portal = memoryPortal()
  const app = await open(portal)
  const page = await app.inject({ url: '/yunhe/write?read=yes' })
  portal.passTime(waited)
  const guards = { key: hidden(page.body, 'key'), opened: hidden(page.body, 'opened') }
  const answer = await post(app, '/yunhe/write', { ...guards, ...filled, ...fields })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('路灯不亮')
  expect(portal.submitted).toHaveLength(0)
})

/** A form with files, as a browser sends it. */
function multipart(fields: Readonly<Record<string, string>>, files: readonly (readonly [string, string, string])[]) {
  const line = 'boundary-of-the-test'
  const entries = Object.entries(fields).map(
    ([name, value]) => `--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const parts = files.map(
    ([name, file, text]) =>
      `--${line}\r\ncontent-disposition: form-data; name="${name}"; filename="${file}"\r\ncontent-type: image/png\r\n\r\n${text}\r\n`,
  )
  return {
    payload: [...entries, ...parts, `--${line}--\r\n`].join(''),
    headers: { 'content-type': `multipart/form-data; boundary=${line}` },
  }
}

async function writeWithFiles(portal: MemoryPortal, files: readonly (readonly [string, string, string])[], waited = 60_000) {
  const app = await open(portal)
  const page = await app.inject({ url: '/yunhe/write?read=yes' })
  portal.passTime(waited)
  const guards = { key: hidden(page.body, 'key'), opened: hidden(page.body, 'opened') }
  const send = (more: Readonly<Record<string, string>> = {}, sent = files): Promise<Sent> =>
    app.inject({
      method: 'POST',
      url: '/yunhe/write',
      cookies: cookiesOf(page),
      ...multipart({ ...guards, ...filled, ...more }, sent),
    })
  return { send }
}

it('takes files along', async () => {
  const portal = memoryPortal()
  const { send } = await writeWithFiles(portal, [
    ['f.files', '现场.png', 'x'],
    ['f.files', '', ''],
  ])
  expect((await send()).statusCode).toBe(303)
  expect(portal.submitted[0]?.attachments).toEqual(['file-现场.png'])
})

it.each([
  ['病毒.exe', 'x', '“病毒.exe”不能上传：不支持这种文件'],
  ['大.png', 'x'.repeat(2_000), '“大.png”超过0 MB，请压缩，或者换一个小些的。'],
])('says of %s why it cannot be sent, and keeps the good file for the next try', async (name, text, sentence) => {
  const portal = memoryPortal()
  const { send } = await writeWithFiles(portal, [
    ['f.files', '现场.png', 'x'],
    ['f.files', name, text],
  ])
  const answer = await send()
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(sentence)
  expect(answer.body).toContain('路灯不亮')
  const kept = hidden(answer.body, 'kept.files')
  expect((await send({ 'kept.files': kept }, [])).statusCode).toBe(303)
  expect(portal.submitted[0]?.attachments).toEqual(['file-现场.png'])
})

it.each([11, 12, 40])('of %i files says how many may be sent, with everything typed and the first ten kept', async (count) => {
  const portal = memoryPortal()
  const files = Array.from({ length: count }, (_, at) => ['f.files', `现场${at}.png`, 'x'] as const)
  const { send } = await writeWithFiles(portal, files)
  const answer = await send()
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('附件一次最多10个，请去掉几个。')
  expect(answer.body).toContain('路灯不亮')
  expect(answer.body.match(/name="kept\.files"/g)).toHaveLength(10)
})

it.each([
  ['too fast', 500, {}, '提交得太快了'],
  ['two days late', 48 * 3_600_000, {}, '页面打开的时间太久'],
  ['with a field filled in that nobody sees', 60_000, { website: 'a@example.com' }, '看不见的空格被填上了'],
  ['with a mark that was not made here', 60_000, { opened: 'forged' }, '页面打开的时间太久'],
  ['with no key', 60_000, { key: '' }, '页面打开的时间太久'],
])('keeps the files of a form sent %s, and says what is wrong', async (_, waited, fields, sentence) => {
  const portal = memoryPortal()
  const { send } = await writeWithFiles(portal, [['f.files', '现场.png', 'x']], waited)
  const answer = await send(fields)
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(sentence)
  expect(answer.body).toContain('现场.png')
  portal.passTime(60_000)
  const again = { key: hidden(answer.body, 'key'), opened: hidden(answer.body, 'opened'), website: '' }
  expect((await send({ ...again, 'kept.files': hidden(answer.body, 'kept.files') }, [])).statusCode).toBe(303)
  expect(portal.submitted[0]?.attachments).toEqual(['file-现场.png'])
})

it('takes no file that was not kept here', async () => {
  const portal = memoryPortal()
  const { send } = await writeWithFiles(portal, [])
  await send({ 'kept.files': Buffer.from('{"id":"file-of-another"}').toString('base64url') })
  expect(portal.submitted[0]?.attachments).toEqual([])
})

it('opens a matter with number and code, and keeps the code out of the address and out of reach of scripts', async () => {
  const app = await open()
  const answer = await post(app, '/yunhe/track', { number, code: code.toLowerCase() })
  expect(answer.headers.location).toBe(`/yunhe/track/${number}`)
  const cookie = String(answer.headers['set-cookie'])
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('Path=/yunhe/track;')
  expect(cookie).not.toContain(code)
  const page = await app.inject({ url: `/yunhe/track/${number}`, cookies: cookiesOf(answer) })
  expect(page.body).toContain('接下来')
  expect(page.body).not.toContain(code)
  expect(page.headers['cache-control']).toBe('private, no-store')
})

it.each([
  `/yunhe/track?number=${number}&code=${code}`,
  `/yunhe/track/${number}?code=${code}`,
  `/track?number=${number}&code=${code}`,
])('opens nothing by a code in an address: %s', async (url) => {
  const answer = await (await open()).inject({ url })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.body).toContain('请输入提交时得到的编号和查询码')
  expect(answer.body).not.toContain(code)
})

it('says that a code is wrong, and when to try again after too many', async () => {
  const app = await open()
  const wrong = await post(app, '/yunhe/track', { number, code: 'AAAAAA' })
  expect(wrong.statusCode).toBe(403)
  expect(wrong.body).toContain('编号或查询码不对')
  expect(wrong.body).toContain(`value="${number}"`)
  expect(wrong.body).not.toContain('AAAAAA')
  for (const _ of [2, 3, 4, 5]) await post(app, '/yunhe/track', { number, code: 'AAAAAA' })
  const locked = await post(app, '/yunhe/track', { number, code })
  expect([locked.statusCode, locked.headers['retry-after']]).toEqual([429, '900'])
  expect(locked.body).toContain('请在15分钟后再试')
})

it('asks again for the code of another matter, without a cookie, with a forged one, and after half an hour', async () => {
  const portal = memoryPortal()
  const app = await open(portal)
  const cookies = await enter(app)
  const at = (url: string, sent: Record<string, string>) => app.inject({ url, cookies: sent })
  expect((await at('/yunhe/track/1000009999', cookies)).body).toContain('请输入提交时得到的编号和查询码')
  expect((await at(`/yunhe/track/${number}`, {})).body).toContain('请输入提交时得到的编号和查询码')
  expect((await at(`/yunhe/track/${number}`, { track: 'forged' })).body).toContain('请输入提交时得到的编号和查询码')
  portal.passTime(31 * 60_000)
  expect((await at(`/yunhe/track/${number}`, cookies)).body).toContain('请输入提交时得到的编号和查询码')
})

it('leaves a matter on a shared computer', async () => {
  const answer = await post(await open(), '/yunhe/track/leave', {})
  expect(answer.headers.location).toBe('/yunhe/track?left=1')
  expect(String(answer.headers['set-cookie'])).toContain('track=;')
})

it('does an act, and shows that it was done', async () => {
  const portal = memoryPortal()
  const app = await open(portal)
  const cookies = await enter(app)
  const answer = await post(
    app,
    `/yunhe/track/${number}/acts/supplement`,
    { revision: '5', 'f.newFacts': '又坏了一盏。\r\n在东边。' },
    cookies,
  )
  expect(answer.headers.location).toBe(`/yunhe/track/${number}?done=supplement`)
  expect(portal.acted).toEqual([{ act: 'supplement', with: { newFacts: '又坏了一盏。\n在东边。' }, revision: 5 }])
})

it('opens the form of an act again with what is wrong with it', async () => {
  const app = await open()
  const answer = await post(app, `/yunhe/track/${number}/acts/supplement`, { revision: '5' }, await enter(app))
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('<a href="#supplement-newFacts">请填写新情况</a>')
  expect(answer.body).toContain('<details class="act" open>')
})

it('says that something happened meanwhile', async () => {
  const app = await open()
  const answer = await post(app, `/yunhe/track/${number}/acts/withdraw`, { revision: '4' }, await enter(app))
  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('刚才本件有了新的进展')
})

it('does no act without the cookie, none that is unknown, and none sent from another site', async () => {
  const portal = memoryPortal()
  const app = await open(portal)
  const url = `/yunhe/track/${number}/acts/withdraw`
  expect((await post(app, url, { revision: '5' })).headers.location).toBe(`/yunhe/track?number=${number}`)
  const cookies = await enter(app)
  expect((await post(app, `/yunhe/track/${number}/acts/conclude`, {}, cookies)).statusCode).toBe(404)
  const foreign = await app.inject({
    method: 'POST',
    url,
    cookies,
    payload: '',
    headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(foreign.statusCode).toBe(403)
  expect(portal.acted).toEqual([])
})

it('searches what was published, page by page', async () => {
  const app = await open()
  const found = await app.inject({ url: '/yunhe/answers?words=%E8%B7%AF%E7%81%AF&category=complaint' })
  expect(found.body).toContain('共超过1000件')
  expect(found.body).toContain('words=%E8%B7%AF%E7%81%AF&amp;category=complaint&amp;after=key')
  expect((await app.inject({ url: '/yunhe/answers?words=%E6%B2%A1%E6%9C%89' })).body).toContain('没有找到符合条件的公开答复')
})

it('fails kindly', async () => {
  const portal = memoryPortal()
  const app = await open({ ...portal, deps: { ...portal.deps, published: async () => Promise.reject(new Error('broken')) } })
  const answer = await app.inject({ url: '/yunhe/answers' })
  expect(answer.statusCode).toBe(500)
  expect([answer.body.includes('不是您的错'), answer.body.includes('broken')]).toEqual([true, false])
})

it('says that it can be tried again where the database cannot be reached, and that a page of a list is none', async () => {
  const portal = memoryPortal()
  const failing = (error: Error) => open({ ...portal, deps: { ...portal.deps, published: async () => Promise.reject(error) } })
  const away = await (await failing(new StoreUnavailable('away'))).inject({ url: '/yunhe/answers' })
  expect([away.statusCode, away.headers['retry-after']]).toEqual([503, '5'])
  const none = await (await failing(new BadPageKey())).inject({ url: '/yunhe/answers?after=zzz' })
  expect([none.statusCode, none.body.includes('请从第一页重新开始')]).toEqual([400, true])
})
