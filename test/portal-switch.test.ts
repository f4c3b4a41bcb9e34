import { expect, it } from 'vitest'
import { memoryPortal } from './portal/memory-portal.js'
import { cookiesOf, hidden, open, post } from './portal/open-portal.js'

const typed = { 'f.title': '路灯不亮', 'f.body': '路口东南角的三盏路灯都不亮。', 'f.mayPublish': 'no' }

it.each([
  ['lang=en', 'lang', 'en', '<html lang="en"'],
  ['large=1', 'large', '1', 'class="large"'],
])('changes what is shown by %s with everything that is typed, and keeps the choice', async (shown, name, value, expected) => {
  const portal = memoryPortal()
  const app = await open(portal)
  const page = await app.inject({ url: '/yunhe/write?read=yes' })
  expect(page.body).toContain(`form="write" name="shown" value="${shown}"`)
  expect(page.body.indexOf('type="submit" form="write" hidden')).toBeLessThan(page.body.indexOf('name="shown"'))
  const guards = { key: hidden(page.body, 'key'), opened: hidden(page.body, 'opened'), website: '' }
  const answer = await post(app, '/yunhe/write', { ...guards, ...typed, shown }, cookiesOf(page))
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain(expected)
  expect(answer.body).toContain('value="路灯不亮"')
  expect(answer.body).toContain('路口东南角的三盏路灯都不亮。</textarea>')
  expect(answer.body).toMatch(/value="no" checked/)
  expect(answer.body).not.toContain('role="alert"')
  expect(hidden(answer.body, 'key')).toBe(guards.key)
  expect(cookiesOf(answer)[name]).toBe(value)
  expect(portal.submitted).toEqual([])
})

it('asks in groups, says how large and how many files may be, and which the script shows one by one', async () => {
  const { body } = await (await open()).inject({ url: '/yunhe/write?read=yes' })
  expect(body).toContain('data-step="1"')
  expect(body.indexOf('id="write-what"')).toBeLessThan(body.indexOf('id="write-agreed"'))
  expect(body).toMatch(/每个不超过\d+ MB，一次最多10个/)
  expect(body).toMatch(/data-move="1"/)
})

it('tells the script, before the next step, what would be wrong if the form were sent; nothing is sent', async () => {
  const portal = memoryPortal()
  const app = await open(portal)
  const { 'f.body': _, ...without } = typed
  const answer = await post(app, '/yunhe/write/check', { ...without, 'f.category': 'help' }, {})
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.json()).toEqual({
    wrong: [
      { field: 'body', sentence: '请填写内容' },
      { field: 'requesterName', sentence: '请填写姓名' },
      { field: 'phone', sentence: '请填写手机号码' },
    ],
  })
  expect(portal.submitted).toEqual([])
})
