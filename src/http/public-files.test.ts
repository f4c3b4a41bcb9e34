import { afterAll, beforeAll, expect, it } from 'vitest'
import { account } from '../app/app.fixtures.js'
import { type Played, playedLife } from '../app/played-month.fixtures.js'
import { type SignedInAs, serverOver, type TestServer } from './http.fixtures.js'

/** A letter came with two files: the office publishes one of them and a copy of something else; the other stays back. */
let played: Played
let it_: TestServer
let office: SignedInAs
let sent: readonly { readonly id: string; readonly name: string }[]
let copy: string
beforeAll(async () => {
  played = await playedLife('dawukou-mailbox', 'undated', '21-publication', 'answerOnline')
  const { store } = played.app.deps
  await store.putAccount('demo', account('office', '办公室', [{ role: 'office', unit: null }]))
  played.app.goTo('2023-03-10 09:00')
  const uploadedAt = played.app.deps.now()
  const file = { name: '遮盖后 13911112222.txt', type: 'text/plain', bytes: new Uint8Array([66]), uploadedAt }
  copy = (await store.addAttachment('demo', file)).attachment
  it_ = await serverOver(played.app)
  office = await it_.signIn('office')
  sent = (await it_.ask(office, 'GET', `/api/matters/${played.matter}`)).json().attachments
})
afterAll(() => it_.close())

const stated = { representative: true, personalRemoved: true, publicText: '路面塌陷。', publicReply: '已修好。' }
const page = async () => {
  const { number } = (await it_.ask(office, 'GET', `/api/matters/${played.matter}`)).json()
  return { number, ...(await it_.ask(null, 'GET', `/api/public/demo/${number}`)).json() }
}
const take = (number: string, id: string) => it_.ask(null, 'GET', `/api/public/demo/${number}/attachments/${id}`)

it('offers the letter’s files for the public, and chooses none of them by itself', async () => {
  const { acts } = (await it_.ask(office, 'GET', `/api/matters/${played.matter}`)).json()
  const { fields } = acts.find((each: { act: string }) => each.act === 'publish')
  const field = fields.find((each: { id: string }) => each.id === 'publicFiles')
  expect(sent).toHaveLength(1)
  expect(field.options.map(({ id }: { id: string }) => id)).toEqual(sent.map(({ id }) => id))
  expect(field.value).toBeUndefined()
})

it('shows the publisher the files as the public will see them, with what looks like personal data in their names', async () => {
  const payload = { act: 'publish', field: 'publicReply', with: { ...stated, publicFiles: [copy] } }
  const { preview } = (await it_.ask(office, 'POST', `/api/matters/${played.matter}/reply-check`, { payload })).json()
  expect(preview.files).toMatchObject([
    { id: copy, parts: [{ text: '遮盖后 ' }, { text: '13911112222', isPersonal: true }, { text: '.txt' }] },
  ])
  expect(preview.filesKeptBack).toBe(1)
})

it('hands nobody a file of a matter that is not public', async () => {
  const { number } = (await it_.ask(office, 'GET', `/api/matters/${played.matter}`)).json()
  expect((await take(number, copy)).statusCode).toBe(404)
})

it('publishes what was chosen, says how many are not public, and hands on no other', async () => {
  const done = await it_.ask(office, 'POST', `/api/matters/${played.matter}/acts/publish`, {
    payload: { with: { ...stated, publicFiles: [copy] } },
  })
  expect(done.statusCode).toBe(200)
  const shown = await page()
  expect([shown.files, shown.filesKeptBack]).toEqual([[{ id: copy, name: '遮盖后 13911112222.txt', size: 1 }], 1])
  expect(shown.fields.map(({ id }: { id: string }) => id)).toEqual(['publicText', 'publicReply'])
  expect((await take(shown.number, copy)).body).toBe('B')
  expect((await take(shown.number, sent[0]?.id ?? '')).statusCode).toBe(404)
  const read = await it_.ask(null, 'GET', `/demo/answers/${shown.number}`)
  expect(read.body).toContain(`/api/public/demo/${shown.number}/attachments/${copy}`)
  expect(read.body).toContain('随来件交来的附件中有 1 个不公开。')
})

it('hands it on no more once the matter is no longer public', async () => {
  const { number } = await page()
  const done = await it_.ask(office, 'POST', `/api/matters/${played.matter}/acts/answerPrivately`, {
    payload: { with: { reason: '来信人改主意' } },
  })
  expect(done.statusCode).toBe(200)
  expect((await take(number, copy)).statusCode).toBe(404)
})

it('keeps no words of an earlier publication that were emptied: the preview shows what the public will read', async () => {
  const { app, matter } = await playedLife('longnan-wenzheng', '2021-03-04', '32-publication', 'conclude')
  await app.deps.store.putAccount('demo', account('office', '办公室', [{ role: 'office', unit: null }]))
  const server = await serverOver(app)
  const office = { role: 'office', unit: null, person: null }
  const publish = { publicReply: '已经办好。', publicTitle: '解放路12号油烟', publicText: '油烟很大。' }
  await app.act(matter, office, 'publish', publish)
  const { number } = (await server.ask(await server.signIn('office'), 'GET', `/api/matters/${matter}`)).json()
  const read = async () => {
    const page = (await server.ask(null, 'GET', `/api/public/demo/${number}`)).json()
    return [page.title, page.fields.map(({ id }: { id: string }) => id)]
  }
  expect(await read()).toEqual(['解放路12号油烟', ['publicText', 'publicReply']])
  app.goTo('2021-11-04 09:00')
  await app.act(matter, { role: 'requester', unit: null, person: null }, 'rate', { rating: 'dissatisfied' })
  app.goTo('2021-11-08 10:00')
  await app.act(matter, { role: 'unit', unit: 'cityManagement', person: null }, 'reply', redone)
  await app.act(matter, office, 'conclude')
  const who = await server.signIn('office')
  const untitled = `留言（编号${number}）`
  const emptied = { publicReply: '已经办好。', publicTitle: null, publicText: null }
  const asked = { payload: { act: 'publish', field: 'publicReply', with: emptied } }
  const { preview } = (await server.ask(who, 'POST', `/api/matters/${matter}/reply-check`, asked)).json()
  expect([preview.title[0].text, preview.fields.map(({ id }: { id: string }) => id)]).toEqual([untitled, ['publicReply']])
  const done = await server.ask(who, 'POST', `/api/matters/${matter}/acts/publish`, { payload: { with: emptied } })
  expect(done.statusCode).toBe(200)
  expect(await read()).toEqual([untitled, ['publicReply']])
  await server.close()
})

const redone = {
  handledAt: '2021-11-08',
  handledBy: '本局业务股',
  result: '已到现场处理完毕',
  legalBasis: '相关管理规定',
  requesterInformed: '已电话告知结果',
  signOffNumber: 'OA办文第6号',
  signedBy: '局长',
  secrecyChecked: true,
  replyText: '您好，您反映的问题已经处理，结果如下。',
  redoClass: 'handleNow',
}
