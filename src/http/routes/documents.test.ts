import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatchTo, officer, unitOf } from '../../app/app.fixtures.js'
import { paperNamed } from '../../app/documents/index.js'
import type { SignedIn } from '../../app/entry/signed-in.js'
import { byImport, changeUnit, requester, submitMatter } from '../../app/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

let test: TestServer
let li: SignedInAs
let wang: SignedInAs
let lead: SignedInAs
let lighting: SignedInAs
let roads: SignedInAs
let matter: number
let number: string
beforeAll(async () => {
  test = await testServer()
  ;[li, wang, lead, lighting, roads] = [
    await test.signIn('li'),
    await test.signIn('wang'),
    await test.signIn('lead'),
    await test.signIn('lighting-1'),
    await test.signIn('roads-1'),
  ]
  ;({ matter, number } = await test.app.submit())
  await test.app.act(matter, officer, 'accept')
  await test.app.act(matter, officer, 'dispatch', dispatchTo('lighting'))
})
afterAll(() => test.close())

const office = { role: 'office' }
const unit = { role: 'unit@lighting' }
const written = {
  addressee: '路灯所',
  demands: '请到现场查看，查明原因。\n办理结果书面报我室。',
  contactPerson: '李工，0797-1234567',
}
type Body = { readonly id: string; readonly version: number; readonly oddities: readonly { readonly id: string }[] }

const draft = async (of = matter): Promise<string> =>
  (await test.ask(li, 'POST', `/api/matters/${of}/documents`, { payload: { kind: 'assignmentSheet' }, ...office })).json().id
const read = (id: string, who = li, as = office) => test.ask(who, 'GET', `/api/documents/${id}`, as)
const save = (id: string, version: number, texts: object, who = li) =>
  test.ask(who, 'PUT', `/api/documents/${id}`, { payload: { version, written: texts }, ...office })
const issue = async (id: string, despite: readonly string[] | null = null) => {
  const shown: Body = (await read(id)).json()
  const payload = { version: shown.version, despite: despite ?? shown.oddities.map((each) => each.id) }
  return test.ask(li, 'POST', `/api/documents/${id}/issue`, { payload, ...office })
}
const wordsIn = (docx: Buffer): string =>
  (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<w:br\/>/g, '\n').replace(/<[^>]+>/g, '')

it('is offered once the matter was handed on, to whoever drafts it', async () => {
  const other = (await test.app.submit()).matter
  const kinds = async (of: number, who: SignedInAs, as: object) =>
    (await test.ask(who, 'GET', `/api/matters/${of}/documents`, as)).json().kinds.map(({ id }: Body) => id)
  expect(await kinds(other, li, office)).toEqual([])
  expect(await kinds(matter, li, office)).toEqual(['assignmentSheet'])
  expect(await kinds(matter, lighting, unit)).toEqual(['assistLetter'])
  const early = await test.ask(li, 'POST', `/api/matters/${other}/documents`, { payload: { kind: 'assignmentSheet' }, ...office })
  expect([early.statusCode, early.json().code]).toEqual([403, 'wrong-role'])
})

it('is filled in from the matter, written on, issued with the next number, and is what the preview showed', async () => {
  const id = await draft()
  expect((await save(id, 1, written)).statusCode).toBe(204)
  const before = (await read(id)).json()
  expect(before).toMatchObject({ status: 'drafted', version: 2, oddities: [], mayIssue: true, hash: null })
  const lines = before.paper.flatMap((block: { text?: string }) => block.text ?? [])
  expect(lines).toContain('关于“路灯连续多日不亮”的交办单')
  expect(lines).toContain('示例区人民政府督查室')
  expect(lines).toContain('示督交〔2025〕　　号')
  expect(lines).toContain(`现将编号${number}的事项（2025年9月29日收到）交你单位办理。主办单位：路灯所。`)
  expect(lines).toContain('请到现场查看，查明原因。\n　　办理结果书面报我室。')
  expect((await issue(id)).statusCode).toBe(204)
  const after = (await read(id)).json()
  expect(after).toMatchObject({
    status: 'issued',
    number: '示督交〔2025〕1号',
    issuedBy: { id: 'li' },
    mayWrite: false,
    mayIssue: false,
  })
  const file = await test.ask(li, 'GET', `/api/documents/${id}/docx`, office)
  expect(file.headers['content-disposition']).toContain(encodeURIComponent('交办单示督交〔2025〕1号.docx'))
  expect(createHash('sm3').update(file.rawPayload).digest('hex')).toBe(after.hash)
  expect(wordsIn(file.rawPayload)).toContain('示督交〔2025〕1号')
  const logged = await test.app.deps.store.administration.listAudit('demo', { kind: 'document-issued' })
  expect(logged.rows[0]).toMatchObject({
    account: 'li',
    about: String(matter),
    number,
    detail: { hash: after.hash, number: '示督交〔2025〕1号' },
  })
})

it('is the paper of the unit that drafts it: its name stands on it, and no number of the office is drawn', async () => {
  const payload = { kind: 'assistLetter' }
  const made = await test.ask(lighting, 'POST', `/api/matters/${matter}/documents`, { payload, ...unit })
  const id: string = made.json().id
  const texts = { addressee: '督查室', assistOpinion: '同意，立即更换。', contactPerson: '王工' }
  await test.ask(lighting, 'PUT', `/api/documents/${id}`, { payload: { version: 1, written: texts }, ...unit })
  const shown = (await read(id, lighting, unit)).json()
  expect(
    shown.paper.flatMap(({ text }: { text?: string }) => text ?? []).filter((text: string) => text === '路灯所'),
  ).toHaveLength(2)
  const signed = { payload: { version: shown.version, despite: [] }, ...unit }
  expect((await test.ask(lighting, 'POST', `/api/documents/${id}/issue`, signed)).statusCode).toBe(204)
  expect((await read(id, lighting, unit)).json()).toMatchObject({ status: 'issued', number: '' })
  const next = await draft()
  await save(next, 1, written)
  await issue(next)
  expect((await read(next)).json().number).toBe('示督交〔2025〕2号')
  // With words of its own a unit numbers its own, from the first on, and beside those of others.
  const { deps } = test.app
  const admin = { office: test.app.office, account: 'li', lang: 'zh' as const, isAdmin: true } as SignedIn
  const wordsFor = (paperWords: string) => changeUnit(deps, admin, 'lighting', { kind: 'number', paperWords })
  expect([(await wordsFor(' ')).ok, (await wordsFor('示范区城市路灯管理所办公室的')).ok, (await wordsFor('示路')).ok]).toEqual([
    ...[false, false, true],
  ])
  for (const expected of ['示路函〔2025〕1号', '示路函〔2025〕2号']) {
    const begun = await test.ask(lighting, 'POST', `/api/matters/${matter}/documents`, { payload, ...unit })
    const at = `/api/documents/${begun.json().id}`
    const { oddities } = (await test.ask(lighting, 'GET', at, unit)).json()
    const seen = { version: 1, despite: oddities.map((each: Body['oddities'][number]) => each.id) }
    expect((await test.ask(lighting, 'POST', `${at}/issue`, { payload: seen, ...unit })).statusCode).toBe(204)
    expect((await test.ask(lighting, 'GET', at, unit)).json().number).toBe(expected)
  }
})

it('is of its own share: it begins with what that share stated, and no other unit of the matter knows of it', async () => {
  const shared = (await test.app.submit()).matter
  await test.app.act(shared, officer, 'accept')
  await test.app.act(shared, officer, 'dispatch', dispatchTo('lighting', 'roads'))
  await test.app.act(shared, unitOf('lighting'), 'reply', { result: '线路已修复。' })
  await test.app.act(shared, unitOf('roads'), 'reply', { result: '开挖已回填。' })
  const other = { role: 'unit@roads' }
  const begin = (who: SignedInAs, as: { role: string }) =>
    test.ask(who, 'POST', `/api/matters/${shared}/documents`, { payload: { kind: 'assistLetter' }, ...as })
  const [own, theirs]: string[] = [(await begin(lighting, unit)).json().id, (await begin(roads, other)).json().id]
  const opinion = async (id: string, who: SignedInAs, as: { role: string }) =>
    (await read(id, who, as)).json().writes?.find(({ id: text }: Body) => text === 'assistOpinion').value
  expect(await opinion(own ?? '', lighting, unit)).toBe('线路已修复。')
  expect(await opinion(theirs ?? '', roads, other)).toBe('开挖已回填。')
  const rows = async (who: SignedInAs, as: { role: string }) =>
    (await test.ask(who, 'GET', `/api/matters/${shared}/documents`, as)).json().rows.map(({ id }: Body) => id)
  expect([await rows(lighting, unit), await rows(roads, other), await rows(li, office)]).toEqual([[own], [theirs], []])
  const texts = { addressee: '督查室', assistOpinion: '线路已修复。', contactPerson: '王工' }
  const put = (who: SignedInAs, as: { role: string }) =>
    test.ask(who, 'PUT', `/api/documents/${own}`, { payload: { version: 1, written: texts }, ...as })
  const sign = (who: SignedInAs, as: { role: string }) =>
    test.ask(who, 'POST', `/api/documents/${own}/issue`, { payload: { version: 2, despite: [] }, ...as })
  const spoil = (who: SignedInAs, as: { role: string }) =>
    test.ask(who, 'POST', `/api/documents/${own}/spoil`, { payload: { reason: '写错' }, ...as })
  expect([(await put(roads, other)).statusCode, (await put(lighting, unit)).statusCode]).toEqual([404, 204])
  expect([(await sign(roads, other)).statusCode, (await sign(lighting, unit)).statusCode]).toEqual([404, 204])
  // The office reads it from then on and does nothing with it; the other unit is none the wiser.
  expect([await rows(roads, other), await rows(li, office)]).toEqual([[theirs], [own]])
  expect((await read(own ?? '')).json()).toMatchObject({ unit: { id: 'lighting', name: '路灯所' }, maySpoil: false })
  const codes = [(await read(own ?? '', roads, other)).statusCode, (await spoil(roads, other)).statusCode]
  expect([...codes, (await spoil(li, office)).json().code]).toEqual([404, 404, 'wrong-role'])
  const file = await test.ask(li, 'GET', `/api/documents/${own}/docx`, office)
  expect(file.headers['content-disposition']).toContain(encodeURIComponent(' 路灯所.docx'))
  expect((await spoil(lighting, unit)).statusCode).toBe(204)
})

it('says what it said when it was issued, whatever becomes of the matter', async () => {
  const id = await draft()
  await save(id, 1, written)
  await issue(id)
  const before = (await test.ask(li, 'GET', `/api/documents/${id}/docx`, office)).rawPayload
  await test.app.act(matter, unitOf('lighting'), 'reply', { result: '已更换电缆，路灯全部恢复。' })
  expect((await test.ask(li, 'GET', `/api/documents/${id}/docx`, office)).rawPayload.equals(before)).toBe(true)
  expect((await save(id, 3, written)).json().code).toBe('document-fixed')
  expect((await issue(id)).json().code).toBe('document-fixed')
})

it('is what the command line writes: the last that was issued, by its name or its id, as the role may see it', async () => {
  const { deps, office: at } = test.app
  const named = (kind: string, actor = officer) =>
    paperNamed(deps, { office: at, actor, account: 'system', lang: 'zh' }, { kind, of: { number }, format: 'docx' })
  const id = await draft()
  await save(id, 1, written)
  await issue(id)
  await draft()
  const issued = (await test.ask(li, 'GET', `/api/documents/${id}/docx`, office)).rawPayload
  for (const kind of ['assignmentSheet', '交办单']) {
    const found = await named(kind)
    expect(found.ok && issued.equals(found.file.bytes), kind).toBe(true)
  }
  expect((await named('assignmentSheet', unitOf('lighting'))).ok).toBe(true)
  for (const none of [await named('assignmentSheet', unitOf('roads')), await named('nothing')])
    expect(none.ok || none.failure.code).toBe('not-found')
})

it('is read by the unit that handles the matter once it is issued, and by nobody whom the gate keeps from it', async () => {
  const id = await draft()
  await save(id, 1, written)
  expect((await read(id, lighting, unit)).statusCode).toBe(404)
  expect((await test.ask(lighting, 'GET', `/api/documents/${id}/docx`, unit)).statusCode).toBe(404)
  await issue(id)
  const shown = (await read(id, lighting, unit)).json()
  expect(shown).toMatchObject({ status: 'issued', mayWrite: false, mayIssue: false, oddities: [] })
  for (const [who, as] of [
    [roads, { role: 'unit@roads' }],
    [null, office],
  ] as const) {
    expect([401, 404]).toContain((await test.ask(who, 'GET', `/api/documents/${id}`, as)).statusCode)
    expect([401, 404]).toContain((await test.ask(who, 'GET', `/api/documents/${id}/docx`, as)).statusCode)
  }
  expect(
    (await test.ask(lighting, 'PUT', `/api/documents/${id}`, { payload: { version: 2, written }, ...unit })).json().code,
  ).toBe('wrong-role')
})

it('shows what is odd; it is issued when a person has seen all of it, and that is kept', async () => {
  const other = await test.app.submit({ title: '另一件', body: '另一件事项的内容，写得清清楚楚。' })
  const id = await draft()
  const demands = `同${other.number}，请联系13812345678王女士。`
  await save(id, 1, { addressee: '路灯所、道路所', contactPerson: '', demands })
  const shown: Body = (await read(id)).json()
  expect(shown.oddities.map((each) => each.id.split(':')[0])).toEqual(['missing', 'number', 'personal', 'personal', 'unit'])
  expect((await issue(id, [])).json().code).toBe('document-odd')
  expect((await issue(id)).statusCode).toBe(204)
  expect((await read(id)).json().despite).toEqual(shown.oddities)
  // It tells of other matters: not whoever only reads it.
  expect((await read(id, lighting, unit)).json().despite).toEqual([])
})

it('shows that it repeats what was written of another matter', async () => {
  const next = await test.app.submit({ title: '第二条路也不亮' })
  await test.app.act(next.matter, officer, 'accept')
  await test.app.act(next.matter, officer, 'dispatch', dispatchTo('lighting'))
  const demands = '请到解放路东段现场查看路灯不亮的原因，三日内修复，并把修复情况和今后的巡查安排书面报我室。'
  const contactPerson = '区政府督查室李工、王工，电话0797-1234567、0797-7654321'
  const [one, two] = [await draft(), await draft(next.matter)]
  await save(one, 1, { ...written, contactPerson, demands })
  await save(two, 1, { ...written, contactPerson, demands })
  expect((await read(two)).json().oddities).toMatchObject([{ id: `repeats:${number}` }])
  // Who is to be asked is the same on many papers.
  await save(two, 2, { ...written, contactPerson, demands: '请到桥头查看。' })
  expect((await read(two)).json().oddities).toEqual([])
})

it('knows the bare name of whoever wrote another matter, tells whoever may ask who wrote, and notes that it was asked', async () => {
  // As lists bring it in: what says who wrote is a name.
  const came = async (id: string, phone: string): Promise<number> => {
    const done = await submitMatter(test.app.deps, {
      office: test.app.office,
      actor: requester,
      lang: 'zh',
      with: { channel: 'web', category: 'complaint', title: `${id}号来信`, body: '来信内容，请派人看一看。', phone },
      opener: byImport({ source: 'names', id, time: null }),
    })
    if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
    return done.matter
  }
  const [mine, theirs] = [await came('甲', '李春梅'), await came('乙', '仝建国')]
  await test.app.act(mine, officer, 'accept')
  await test.app.act(mine, officer, 'dispatch', dispatchTo('lighting'))
  const id = await draft(mine)
  const demands = '请联系仝建国，并答复李春梅和赵志强。'
  await save(id, 1, { ...written, demands })
  expect((await read(id)).json().oddities).toMatchObject([{ id: 'name:0:3', words: ['仝建国'] }])
  await save(id, 2, { ...written, demands: `${demands}请抓紧办理。` })
  const sought = async () => (await test.app.deps.store.administration.listAudit('demo', { kind: 'requester-sought' })).rows
  expect(await sought()).toMatchObject([{ account: 'li', about: String(mine), detail: { found: 1, document: id } }])
  const met = await test.ask(li, 'GET', `/api/matters/${theirs}`, office)
  expect(met.json().reveals).toMatchObject([{ reason: '核对文书上的姓名', how: 'sought' }])
  // To the unit another's name is a word.
  const letter = (
    await test.ask(lighting, 'POST', `/api/matters/${mine}/documents`, { payload: { kind: 'assistLetter' }, ...unit })
  ).json()
  const saved = { version: 1, written: { assistOpinion: demands } }
  await test.ask(lighting, 'PUT', `/api/documents/${letter.id}`, { payload: saved, ...unit })
  expect(JSON.stringify((await read(letter.id, lighting, unit)).json().oddities)).not.toContain('name:')
  expect(await sought()).toHaveLength(1)
})

it('is spoiled with a reason; its number stays used', async () => {
  const id = await draft()
  await save(id, 1, written)
  await issue(id)
  const spoil = (reason: string, who = lead, role = 'leader') =>
    test.ask(who, 'POST', `/api/documents/${id}/spoil`, { payload: { reason }, role })
  expect((await spoil(' ')).statusCode).toBe(400)
  expect((await spoil('主送单位写错')).statusCode).toBe(204)
  const { number: drawn, ...spoiled } = (await read(id)).json()
  expect(spoiled).toMatchObject({ status: 'spoiled', spoiledBy: { id: 'lead' }, spoiledWhy: '主送单位写错', maySpoil: false })
  const next = await draft()
  await save(next, 1, written)
  await issue(next)
  const numbers = [drawn, (await read(next)).json().number].map((text: string) => Number(/\d+(?=号)/.exec(text)?.[0]))
  expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
})

it('is written on by one at a time', async () => {
  const id = await draft()
  const hold = (who: SignedInAs, held: boolean) =>
    test.ask(who, 'PUT', `/api/documents/${id}/lock`, { payload: { held }, ...office })
  expect((await hold(li, true)).statusCode).toBe(204)
  expect((await hold(wang, true)).json().code).toBe('document-locked')
  expect((await save(id, 1, written, wang)).json().code).toBe('document-locked')
  expect((await read(id, wang)).json()).toMatchObject({ lockedBy: { id: 'li' }, mayWrite: false })
  await hold(li, false)
  expect((await save(id, 1, written, wang)).statusCode).toBe(204)
  expect((await save(id, 1, written)).json().code).toBe('document-locked')
})

it('keeps what it says from being taken back, until it is spoiled', async () => {
  const other = (await test.app.submit()).matter
  await test.app.act(other, officer, 'accept')
  await test.app.act(other, officer, 'dispatch', dispatchTo('lighting'))
  const undo = () => test.ask(li, 'POST', `/api/matters/${other}/undo`, office)
  const id = await draft(other)
  await save(id, 1, written)
  expect((await issue(id)).statusCode).toBe(204)
  expect((await undo()).json()).toMatchObject({ status: 409, code: 'nothing-to-undo' })
  const spoiled = await test.ask(lead, 'POST', `/api/documents/${id}/spoil`, {
    payload: { reason: '转错了单位' },
    role: 'leader',
  })
  expect(spoiled.statusCode).toBe(204)
  expect((await undo()).statusCode).toBe(200)
  // What was drafted of it is issued no more, nor offered to be.
  const third = (await test.app.submit()).matter
  await test.app.act(third, officer, 'accept')
  await test.app.act(third, officer, 'dispatch', dispatchTo('lighting'))
  const before = await draft(third)
  expect((await read(before)).json()).toMatchObject({ mayIssue: true, whyNotIssued: '' })
  expect((await test.ask(li, 'POST', `/api/matters/${third}/undo`, office)).statusCode).toBe(200)
  expect((await read(before)).json()).toMatchObject({ mayIssue: false, whyNotIssued: expect.stringContaining('已经撤销') })
  expect((await issue(before)).json()).toMatchObject({ status: 409, code: 'document-without-act' })
})

it('and what it tells of is taken back at the same moment: one of both is refused, whichever comes first', async () => {
  const came = { issued: 0, undone: 0 }
  for (let round = 0; round < 12; round += 1) {
    const other = (await test.app.submit()).matter
    await test.app.act(other, officer, 'accept')
    await test.app.act(other, officer, 'dispatch', dispatchTo('lighting'))
    const id = await draft(other)
    await save(id, 1, written)
    const shown: Body = (await read(id)).json()
    const payload = { version: shown.version, despite: shown.oddities.map((each) => each.id) }
    const issuing = () => test.ask(li, 'POST', `/api/documents/${id}/issue`, { payload, ...office })
    const undoing = () => test.ask(li, 'POST', `/api/matters/${other}/undo`, office)
    // What is taken back comes at another moment of issuing in each round, in the last ones before it.
    const ahead = round < 9 ? 0 : (round - 9) * 250
    const [issued, undone] = await Promise.all([wait(ahead).then(issuing), wait(ahead > 0 ? 0 : 4 * round).then(undoing)])
    expect([
      [204, 409],
      [412, 200],
      [409, 200],
    ]).toContainEqual([issued.statusCode, undone.statusCode])
    if (issued.statusCode === 204) came.issued += 1
    else came.undone += 1
  }
  expect(came.undone).toBeGreaterThan(0)
})

it('is listed as it stood: not before it was drafted, without its number before it was issued', async () => {
  const rowAt = async (id: string, asOf: string) => {
    const answer = await test.ask(li, 'GET', `/api/matters/${matter}/documents?asOf=${encodeURIComponent(asOf)}`, office)
    const { rows, kinds } = answer.json()
    expect(kinds).toEqual([])
    return rows
      .filter((row: Body) => row.id === id)
      .map(({ status, number: shown }: { status: string; number: string }) => [status, shown])
  }
  const goTo = async (text: string) => {
    test.app.goTo(text)
    li = await test.signIn('li')
  }
  await goTo('2025-10-09 09:00')
  const id = await draft()
  await save(id, 1, written)
  await goTo('2025-10-10 09:00')
  await issue(id)
  await goTo('2025-10-11 09:00')
  const { number: shown } = (await read(id)).json()
  expect(shown).not.toBe('')
  expect(await rowAt(id, '2025-10-08')).toEqual([])
  expect(await rowAt(id, '2025-10-09')).toEqual([['drafted', '']])
  expect(await rowAt(id, '2025-10-10')).toEqual([['issued', shown]])
  const readAt = async (asOf: string) => {
    const answer = await test.ask(li, 'GET', `/api/documents/${id}?asOf=${asOf}`, office)
    const { code, status, number: then, maySpoil } = answer.json()
    return answer.statusCode === 200 ? [status, then, maySpoil] : [answer.statusCode, code]
  }
  expect(await readAt('2025-10-08')).toEqual([404, 'not-found'])
  expect(await readAt('2025-10-09')).toEqual([409, 'draft-not-kept'])
  expect(await readAt('2025-10-10')).toEqual(['issued', shown, false])
  const word = (asOf: string) => test.ask(li, 'GET', `/api/documents/${id}/docx?asOf=${asOf}`, office)
  expect([(await word('2025-10-09')).statusCode, (await word('2025-10-10')).statusCode]).toEqual([409, 200])
})
