import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaint } from '../app/app.fixtures.js'
import { type TestServer, testServer } from './http.fixtures.js'
import { faultIn, hasTooMuch, readPairs, textOfField } from './plain-request.js'

let it_: TestServer
beforeAll(async () => {
  it_ = await testServer()
})
afterAll(() => it_.close())

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
const send = (payload: object | string, url = '/api/matters') =>
  it_.server.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } })

describe('what is no plain request', () => {
  it.each([
    ['a zero character', { with: { ...complaint, title: '路灯\0不亮' } }, 'not-text'],
    ['half of a pair', { with: { ...complaint, body: '路灯\ud83d不亮，已经五天了' } }, 'not-text'],
    ['the same in a name', { with: { ...complaint, 'a\udc00': 'x' } }, 'not-text'],
    ['eighty thousand names', { with: Object.fromEntries(Array.from({ length: 80_000 }, (_, at) => [`k${at}`, 1])) }, 'too-much'],
    ['a long name', { with: { ['k'.repeat(900_000)]: 1 } }, 'too-much'],
    ['a hundred thousand values', { with: { list: Array.from({ length: 100_000 }, () => 1) } }, 'too-much'],
    ['lists in lists', `{"with":{"title":${nested(400_000)}}}`, 'too-much'],
    ['a telephone of 900 kB', { with: { ...complaint, phone: '1'.repeat(900_000) } }, 'too-much'],
  ])('%s is refused at once, and in few words', async (_what, payload, code) => {
    const answer = await send(payload)
    expect([answer.statusCode, answer.json().code]).toEqual([422, code])
    expect(answer.body.length).toBeLessThan(500)
  })

  it.each([
    ['/api/public/demo?q=%00'],
    ['/api/public/%00'],
    ['/api/public/demo/1%00'],
    ['/api/regulations/%00'],
    ['/demo/answers?words=%00'],
    ['/%00/'],
    ['/demo/track?number=%00'],
    ['/setup/%00'],
    ['/setup/account/%00'],
    ['/api/public/demo?q=a%ED%A0%BDb'],
    ['/api/statistics.xlsx?unit=a%ED%A0%BDb'],
    ['/demo/answers?words=100%'],
    ['/track?%ff=1'],
  ])('GET %s is a 422', async (url) => {
    expect((await it_.server.inject({ url })).statusCode).toBe(422)
  })

  it('goes for forms too, and says so in words on the pages of citizens', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const payload of ['number=%00&code=x', 'number=1&code=a%ED%A0%BDb', 'number=1&code=%FF']) {
      const page = await it_.server.inject({ method: 'POST', url: '/demo/track', payload, headers })
      expect(page.statusCode).toBe(422)
      expect(page.headers['content-type']).toContain('text/html')
      expect(page.body).toContain('无法识别的字符')
    }
  })

  it.each([
    ['cut within a character', [0xe8, 0xb7]],
    ['of another set', [0xc2, 0xb7, 0xb5, 0xc6]],
    ['of none', [0xff, 0xfe]],
    ['written longer than it is', [0xc0, 0xaf]],
  ])('text %s is kept by no route as what it might have been', async (_what, bytes) => {
    const broken = (text: string): Buffer => {
      const [before = '', after = ''] = text.split('HERE')
      return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
    }
    const counted = async () => (await it_.app.deps.store.verify()).events
    const before = await counted()
    const type = (name: string) => ({ 'content-type': name })
    const json = broken(JSON.stringify({ government: 'demo', with: { ...complaint, title: '路灯HERE不亮' } }))
    const answer = await it_.server.inject({
      method: 'POST',
      url: '/api/matters',
      payload: json,
      headers: type('application/json'),
    })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'not-text'])
    const plain = broken('number=1000000000&code=HERE')
    const form = type('application/x-www-form-urlencoded')
    expect((await it_.server.inject({ method: 'POST', url: '/demo/track', payload: plain, headers: form })).statusCode).toBe(422)
    it_.app.goTo('2025-10-09 10:00')
    const shown = (await it_.server.inject({ url: '/demo/write?read=yes' })).body
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(shown)?.[1] ?? ''
    const entries = {
      key: hidden('key'),
      opened: hidden('opened'),
      website: '',
      'f.body': '路灯坏了五天。',
      'f.title': '路灯HERE不亮',
    }
    const parts = Object.entries(entries).map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    it_.app.goTo('2025-10-09 10:05')
    const payload = broken(`${parts.join('')}--x--\r\n`)
    const headers = type('multipart/form-data; boundary=x')
    const page = await it_.server.inject({ method: 'POST', url: '/demo/write', payload, headers })
    expect(page.statusCode).toBe(422)
    for (const words of ['无法识别的字符', '路灯坏了五天。']) expect(page.body).toContain(words)
    expect(await counted()).toBe(before)
  })

  it('reads the parts of a form in every script, also where their sender says in which characters', () => {
    for (const text of ['', 'plain', '路灯不亮', 'Straße', '𠮷野家', '\ufffd'])
      expect(textOfField(Buffer.from(text).toString('latin1'))).toBe(text)
    expect(textOfField('路灯')).toBe('路灯')
  })

  it('reads a form and a query as browsers write them', () => {
    const read = { ...readPairs('a=1&a=2&words=%E8%B7%AF+%E7%81%AF%2B&empty=&none') }
    expect(read).toEqual({ a: ['1', '2'], words: '路 灯+', empty: '', none: '' })
  })
})

it.each(['%FF', '%ED%A0%80', '%E8%B7', '%zz', '%'])(
  'an address that holds %s is told so, on pages and by the interface',
  async (bytes) => {
    const page = await it_.server.inject({ url: `/demo/letters/${bytes}` })
    expect([page.statusCode, page.headers['content-type']]).toEqual([422, expect.stringContaining('text/html')])
    expect(page.body).toContain('无法识别的字符')
    const answer = await it_.server.inject({ url: `/api/governments/${bytes}?lang=en` })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'not-text'])
  },
)

it.each([
  ['boundary=x', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4'],
  ['boundary=\u00ff', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\r\n--x--\r\n'],
  ['a=b', '--x--\r\n'],
])('a form that is cut off, or of another boundary than it says (%s), is no fault of the server', async (boundary, payload) => {
  const headers = { 'content-type': `multipart/form-data; ${boundary}` }
  for (const url of ['/api/attachments?government=demo', '/demo/write'])
    expect([url, (await it_.server.inject({ method: 'POST', url, headers, payload })).statusCode]).toEqual([url, 400])
})

it('every field has a bound: where a regulation sets none, one of its kind', async () => {
  const answer = await send({ with: { ...complaint, phone: '1'.repeat(501) } })
  expect(answer.statusCode).toBe(422)
  expect(answer.json().problems).toMatchObject([{ field: 'phone', code: 'too-long', limit: 500 }])
})

it('names ten unknown fields at most', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`k${at}`, 'x']))
  const answer = await send({ with: { ...complaint, ...unknown } })
  expect(answer.statusCode).toBe(422)
  expect(answer.json().problems).toHaveLength(10)
})

it('reads a large plain request', () => {
  const units = Array.from({ length: 2000 }, (_, at) => ({ id: `u${at}`, name: '单位', kind: 'unit', parent: null }))
  expect(faultIn(units)).toBeNull()
  expect(faultIn({ with: { body: '字'.repeat(20_000), emoji: '👨‍👩‍👧' } })).toBeNull()
})

it('counts on the text what stands outside of quotes, and nothing within', () => {
  const quoted = JSON.stringify({ with: { body: '[{,'.repeat(50_000), other: '\\"[[[['.repeat(9_000), end: '\\' } })
  expect(hasTooMuch(quoted)).toBe(false)
  expect(hasTooMuch(nested(20))).toBe(false)
  expect(hasTooMuch(nested(21))).toBe(true)
  expect(hasTooMuch(`[${'1,'.repeat(19_990)}1]`)).toBe(false)
  expect(hasTooMuch(`[${'1,'.repeat(20_001)}1]`)).toBe(true)
  expect(hasTooMuch('"never closed [[[[[[[[[[[[[[[[[[[[[[[[[[')).toBe(false)
})
