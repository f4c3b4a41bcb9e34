import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadLibrary } from '../../load/index.js'
import { byImport, byStaff } from '../acting/opener.js'
import { officer, root, type TestApp, testApp } from '../app.fixtures.js'
import { submitMatter } from '../index.js'

let app: TestApp
beforeAll(async () => {
  const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
  app = await testApp(undefined, library, undefined, { regulation: 'longnan-wenzheng', regulationVersion: '2021-03-04' })
})
afterAll(() => app.close())

const letter = {
  channel: 'web',
  category: 'complaint',
  title: '路灯不亮',
  body: '解放路口的路灯已经不亮五天了，请修理。',
  phone: '见来信',
}
const submit = (opener: Parameters<typeof submitMatter>[1]['opener'], more: object = {}) =>
  submitMatter(app.deps, {
    office: app.office,
    actor: officer,
    lang: 'zh',
    with: { ...letter, ...more },
    opener,
  })

it('takes a letter that was written elsewhere with what stands where the telephone is asked for, and asks it of whoever types', async () => {
  const came = await submit(byImport({ source: 'list', id: '1', time: null }))
  expect(came.ok).toBe(true)
  const typed = await submit(byStaff)
  expect(typed.ok ? null : typed.failure.problems).toEqual([expect.objectContaining({ field: 'phone', code: 'no-telephone' })])
})

it.each([
  [{ title: '' }, 'title'],
  [{ category: 'astronomy' }, 'category'],
])('still refuses of it what cannot be kept: %j', async (more, field) => {
  const came = await submit(byImport({ source: 'list', id: field, time: null }), more)
  expect(came.ok ? null : came.failure.problems).toEqual([expect.objectContaining({ field })])
})
