import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { byStaff } from '../app/acting/opener.js'
import { submitMatter } from '../app/acting/submit-matter.js'
import { at, officer, root } from '../app/app.fixtures.js'
import { paperNamed, recordAct, runTimers, verifyRecords } from '../app/index.js'
import type { BulletinDigest, DocumentListView, DocumentView, OfficeDuties } from '../contract/index.js'
import { loadLibrary } from '../load/index.js'
import { type SignedInAs, saidBy, type TestServer, testServer } from './http.fixtures.js'

let test: TestServer
let li: SignedInAs
let lead: SignedInAs
let round: string
let paper: string
const library = loadLibrary({
  regulations: [join(root, 'test/fixtures/regulations'), join(root, 'test/fixtures/concepts')],
  calendars: join(root, 'calendars'),
})

/** Four letters of the third quarter, of which three are concluded in it, and one of the second. */
beforeAll(async () => {
  test = await testServer(0, false, library)
  const { store, offices } = test.app.deps
  await store.putGovernment({
    government: 'demo',
    name: '示例区',
    numberPrefix: 10,
    regulation: 'bulletins',
    regulationVersion: '2025-01-01',
    settings: { secondFactor: 'offered' },
  })
  offices.forget()
  await store.rounds.begin('demo', { regulation: 'bulletins', since: '2025-07-01', lookAt: 0 })
  test.app.goTo('2025-06-20 10:00')
  await submit('第二季度的一件')
  test.app.goTo('2025-07-08 10:00')
  const concluded = [await submit('甲'), await submit('乙')]
  test.app.goTo('2025-09-09 10:00')
  concluded.push(await submit('丙'))
  await submit('丁')
  for (const matter of concluded) await conclude(matter)
  test.app.goTo('2025-10-14 10:00')
  await tick()
  li = await test.signIn('li')
  lead = await test.signIn('lead')
})
afterAll(() => test.close())

const tick = () =>
  runTimers(test.app.deps, (error) => {
    throw error
  })
const officeNow = async () => {
  const office = await test.app.deps.offices.get('demo')
  if (office === null) throw new Error('no office')
  return office
}
type Beside = { readonly sort?: string; readonly next?: { act: string; actor: typeof officer } }
async function submit(title: string, opener = byStaff, { sort, next }: Beside = {}): Promise<number> {
  const done = await submitMatter(test.app.deps, {
    office: await officeNow(),
    actor: { role: 'requester', unit: null, person: null },
    with: { title, ...(sort === undefined ? {} : { sort }) },
    lang: 'zh',
    opener,
    ...(next === undefined ? {} : { next }),
  })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  return done.matter
}
async function conclude(matter: number): Promise<void> {
  const asked = {
    office: await officeNow(),
    matter,
    actor: officer,
    act: 'conclude',
    with: {},
    revision: null,
    lang: 'zh' as const,
  }
  expect((await recordAct(test.app.deps, asked)).ok).toBe(true)
}

const as = { role: 'office' }
const read = async (id = paper, who = li, role = 'office'): Promise<DocumentView> =>
  (await test.ask(who, 'GET', `/api/documents/${id}`, { role })).json()
const save = async (written: object) => {
  const { version } = await read()
  return test.ask(li, 'PUT', `/api/documents/${paper}`, { payload: { version, written }, ...as })
}
const issue = async (id = paper) => {
  const { version, oddities } = await read(id)
  const payload = { version, despite: oddities.map((each) => each.id) }
  return test.ask(li, 'POST', `/api/documents/${id}/issue`, { payload, ...as })
}
const textOf = (view: DocumentView, id: string): string => view.writes.find((each) => each.id === id)?.value ?? ''
const linesOn = ({ paper: blocks }: DocumentView): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'line' ? [block.text] : block.rows.map((row) => row.map(({ text }) => text).join(' ')),
  )
const duties = async (): Promise<OfficeDuties> => (await test.ask(li, 'GET', '/api/office-duties', as)).json()
const quarter = async () => (await duties()).rounds.find(({ duty, round: of }) => `${duty}@${of.id}` === 'bulletin@2025-Q3')

const overview = '{期间=2025年第三季度}共收到{收到=4}件，比上期{环比=增加3件}。办结{办结=3}件，占{办结率=75.0%}。'

it('is drafted by itself as its round opens, with the answers to its questions beside their names', async () => {
  round = (await quarter())?.matter ?? ''
  const list: DocumentListView = (await test.ask(li, 'GET', `/api/matters/${round}/documents`, as)).json()
  expect(list.rows.map(({ kind, status, draftedBy }) => [kind.name, status, draftedBy.name])).toEqual([
    ['通报', 'drafted', '平台'],
  ])
  paper = list.rows[0]?.id ?? ''
  await tick()
  expect((await test.ask(li, 'GET', `/api/matters/${round}/documents`, as)).json().rows).toHaveLength(1)
  // Counted for its signer as the round opened.
  expect(await test.app.deps.store.statistics.listKeptMoments('demo')).toContain(at('2025-09-30 24:00'))
  const draft = await read()
  expect(textOf(draft, 'overview')).toBe(overview)
  expect(draft.asked).toMatchObject({
    spanName: '2025年第三季度',
    asOf: { shown: '2025-09-30 24:00' },
    differing: [],
    corrections: [],
  })
  expect(draft.asked?.asks.map(({ tag, answer, rows }) => [tag, answer, rows])).toEqual([
    ['收到', '4', 0],
    ['环比', '增加3件', 0],
    ['办结', '3', 0],
    ['办结率', '75.0%', 0],
    ['各月', null, 3],
    ['办结的', null, 3],
  ])
  expect(linesOn(draft)).toEqual(
    expect.arrayContaining([
      '关于2025年第三季度情况的通报',
      '2025年第三季度共收到4件，比上期增加3件。办结3件，占75.0%。',
      '月份 收到 办结',
      '2025-07 2 0',
      '2025-08 0 0',
      '2025-09 2 3',
      '截至2025年9月30日。',
    ]),
  )
})

it('says as of the end of its round: what happened since is not in it', async () => {
  await submit('十月的一件')
  expect(textOf(await read(), 'overview')).toBe(overview)
})

it('is refused where a number says otherwise than its question, or names none, with the sentence', async () => {
  const wrong = overview.replace('{收到=4}', '{收到=5}')
  expect((await save({ addressee: '各单位', overview: wrong, problems: '{批评}件没有回音。' })).statusCode).toBe(204)
  const refused = await issue()
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'document-differs'])
  expect(refused.json().detail.split('\n')).toEqual([
    '“总体情况”里“2025年第三季度共收到5件，比上期增加3件”的“收到”写的是5，统计是4。',
    '“存在问题”里“{批评}件没有回音”写的“批评”不是统计项。',
  ])
  expect((await read()).asked?.differing.map(({ text, tag, said, now }) => [text, tag, said, now])).toEqual([
    ['overview', '收到', '5', '4'],
    ['problems', '批评', null, null],
  ])
})

it('shows a number that no question answers for; a person decides', async () => {
  await save({ addressee: '各单位', overview, problems: '抽查37件，2025年9月30日前整改。' })
  expect((await read()).oddities.map(({ id }) => id)).toEqual(['loose:37'])
})

it('is signed in spite of whatever many numbers a text has, and of one as long as a line', async () => {
  const numbers = Array.from({ length: 150 }, (_, at) => `${at + 7001}件`).join('、')
  await save({ overview, addressee: '各单位', problems: `另有${numbers}，编号${'8'.repeat(130)}。` })
  const { version, oddities } = await read()
  expect(oddities.filter(({ id }) => id.startsWith('loose:'))).toHaveLength(151)
  const despite = oddities.map(({ id }) => id)
  const all = await test.ask(li, 'POST', `/api/documents/${paper}/issue`, {
    payload: { version: version + 1, despite },
    ...as,
  })
  // Another version than the one that was looked at: no more stands in its way.
  expect(all.json()).toMatchObject({ code: 'document-locked' })
})

it('is signed with its number, and meets the duty of its round', async () => {
  await save({ addressee: '各单位', overview, problems: '丁还没有办结。' })
  expect((await issue()).statusCode).toBe(204)
  const issued = await read()
  expect(issued).toMatchObject({ status: 'issued', number: '示通报〔2025〕1号', asked: { isUnmet: false, corrections: [] } })
  expect(await quarter()).toMatchObject({ status: 'met', isLate: false })
  const view = (await test.ask(li, 'GET', `/api/matters/${round}`, as)).json()
  expect(view.timeline.at(-1).stated.map(({ value }: { value: string }) => value)).toEqual([
    '2025年第三季度共收到4件，比上期增加3件。办结3件，占75.0%。\n丁还没有办结。',
    '示通报〔2025〕1号',
  ])
  expect((await issue()).json().code).toBe('document-fixed')
})

it('says the same when it is read again, whatever was recorded since; the difference is told beside it', async () => {
  const file = async () => (await test.ask(li, 'GET', `/api/documents/${paper}/docx`, as)).rawPayload
  const before = await file()
  const late = await submit(
    '九月办的，十月才登记',
    { ...byStaff, at: at('2025-09-20 10:00') },
    { next: { act: 'conclude', actor: officer } },
  )
  const { number } = (await test.ask(li, 'GET', `/api/matters/${late}`, as)).json()
  expect((await file()).equals(before)).toBe(true)
  const again = await read()
  expect(linesOn(again)).toContain('2025年第三季度共收到4件，比上期增加3件。办结3件，占75.0%。')
  expect(again.asked?.corrections).toEqual([
    { name: '收到', said: '4', now: '5' },
    { name: '环比', said: '增加3件', now: '增加4件' },
    { name: '办结', said: '3', now: '4' },
    { name: '办结率', said: '75.0%', now: '80.0%' },
    { name: '2025-09 · 收到', said: '2', now: '3' },
    { name: '2025-09 · 办结', said: '3', now: '4' },
    { name: '办结的', said: '—', now: number },
  ])
  expect(new PizZip(before).file('word/document.xml')?.asText()).toContain('示通报〔2025〕1号')
  // Made once more of the same round it says the same as it did, as of the same moment.
  const made = await test.ask(li, 'POST', `/api/matters/${round}/documents`, { payload: { kind: 'paper' }, ...as })
  expect(textOf(await read(made.json().id), 'overview')).toBe(overview)
})

it('is what the command line writes of its round: as it was signed, though a draft came after it', async () => {
  const viewer = { office: await officeNow(), actor: officer, account: 'system', lang: 'zh' as const }
  const named = (round: string) => paperNamed(test.app.deps, viewer, { kind: '通报', of: { round }, format: 'docx' })
  const found = await named('2025-Q3')
  const issued = (await test.ask(li, 'GET', `/api/documents/${paper}/docx`, as)).rawPayload
  expect(found.ok && issued.equals(found.file.bytes)).toBe(true)
  const none = await named('2025-Q1')
  expect(none.ok || none.failure.code).toBe('not-found')
})

it('comes to the leader with its figures, and what became of them', async () => {
  const desk: BulletinDigest = (await test.ask(lead, 'GET', '/api/bulletins', { role: 'leader' })).json()
  expect(desk.bulletins).toEqual([
    expect.objectContaining({
      id: paper,
      name: '通报',
      number: '示通报〔2025〕1号',
      spanName: '2025年第三季度',
      figures: [
        { name: '收到', value: '4' },
        { name: '环比', value: '增加3件' },
        { name: '办结', value: '3' },
        { name: '办结率', value: '75.0%' },
      ],
      corrections: 7,
    }),
  ])
  expect((await read(paper, lead, 'leader')).status).toBe('issued')
  const paperOf = async (who: SignedInAs, role: string) => {
    const answer = await test.ask(who, 'GET', '/api/bulletins/sheet?form=docx', { role })
    expect([answer.statusCode, decodeURIComponent(String(answer.headers['content-disposition']))]).toEqual([
      200,
      expect.stringContaining('通报摘要2025-'),
    ])
    return saidBy(answer, /document\.xml/).replaceAll(/<[^>]*>/g, '')
  }
  const onPaper = await paperOf(lead, 'leader')
  for (const words of ['示通报〔2025〕1号', '2025年第三季度', '办结率：75.0%', '有7处变化']) expect(onPaper).toContain(words)
})

it('of a week is drafted as the week ends, signed, and read by the leader', async () => {
  const week = (await duties()).rounds.find(({ duty, round: of }) => `${duty}@${of.id}` === 'weekly@2025-W41')
  const list: DocumentListView = (await test.ask(li, 'GET', `/api/matters/${week?.matter}/documents`, as)).json()
  const [drafted] = list.rows
  const draft = await read(drafted?.id)
  expect(draft.asked).toMatchObject({ spanName: '2025年第41周（10月6日至10月12日）', asOf: { shown: '2025-10-14 10:00' } })
  const findings = textOf(draft, 'findings')
  expect(findings).toBe('{期间=2025年第41周（10月6日至10月12日）}收到{收到=0}件，比上周{环比=持平}，办结{办结=0}件。')
  // As of today, not of the week's last day: what is written says so.
  expect(linesOn(draft)).toContain('2025年第41周（10月6日至10月12日），截至2025年10月14日。')
  await test.ask(li, 'PUT', `/api/documents/${draft.id}`, { payload: { version: 1, written: { findings } }, ...as })
  expect((await issue(draft.id)).statusCode).toBe(204)
  expect((await duties()).rounds.find(({ matter }) => matter === week?.matter)).toMatchObject({ status: 'met' })
  const desk: BulletinDigest = (await test.ask(lead, 'GET', '/api/bulletins', { role: 'leader' })).json()
  expect(desk.bulletins.map(({ name, number }) => [name, number])).toContainEqual(['周报', '示周报〔2025〕1号'])
})

it('leaves records that verify', async () => {
  expect((await verifyRecords(test.app.deps, () => {})).findings).toEqual([])
})

it('is kept from whoever would find something missing from their own figures', async () => {
  await test.app.asOwner(`update matter set hidden_from = array['lead'] where title = '甲'`)
  expect((await test.ask(lead, 'GET', `/api/documents/${paper}`, { role: 'leader' })).statusCode).toBe(404)
  const desk: BulletinDigest = (await test.ask(lead, 'GET', '/api/bulletins', { role: 'leader' })).json()
  expect(desk.bulletins.map(({ name }) => name)).toEqual(['周报'])
})

it('of a single matter speaks of the year so far: a number that has moved since it was written is refused until somebody looks', async () => {
  const matter = await submit('专报的一件')
  const made = await test.ask(li, 'POST', `/api/matters/${matter}/documents`, { payload: { kind: 'special' }, ...as })
  const { id } = made.json()
  const draft = await read(id)
  expect(draft.asked).toMatchObject({ spanName: '2025年1月1日至10月13日', asOf: { shown: '2025-10-14 10:00' } })
  expect(textOf(draft, 'findings')).toBe('今年以来收到{收到=6}件，办结{办结=4}件。')
  const findings = textOf(draft, 'findings')
  await test.ask(li, 'PUT', `/api/documents/${id}`, { payload: { version: 1, written: { findings } }, ...as })
  await submit('补登记的一件', { ...byStaff, at: at('2025-05-20 10:00') })
  expect((await issue(id)).json()).toMatchObject({
    code: 'document-differs',
    detail: '“情况”里“今年以来收到6件，办结4件”的“收到”写的是6，统计是7。',
  })
  const payload = { version: 2, written: { findings: findings.replace('{收到=6}', '{收到=7}') } }
  await test.ask(li, 'PUT', `/api/documents/${id}`, { payload, ...as })
  expect((await issue(id)).statusCode).toBe(204)
  test.app.goTo('2025-10-20 10:00')
  li = await test.signIn('li')
  expect((await read(id)).asked).toMatchObject({ asOf: { shown: '2025-10-14 10:00' }, corrections: [] })
  await submit('更晚补登记的一件', { ...byStaff, at: at('2025-05-21 10:00') })
  const corrected = await read(id)
  expect(corrected.asked?.corrections).toEqual([{ name: '收到', said: '7', now: '8' }])
  expect(linesOn(corrected)).toContain('今年以来收到7件，办结4件。')
})

it('is begun by a person over days of their own: asked for when it is begun, kept, and told on paper', async () => {
  const begin = (stated: object) =>
    test.ask(li, 'POST', `/api/matters/${round}/documents`, { payload: { kind: 'topic', ...stated }, ...as })
  const list: DocumentListView = (await test.ask(li, 'GET', `/api/matters/${round}/documents`, as)).json()
  expect(list.kinds.map(({ id, states }) => [id, states?.parts.map((each) => each.id) ?? null])).toEqual([
    ['paper', null],
    ['topic', ['unit', 'category']],
  ])
  // It does not make itself.
  expect(list.rows.map(({ kind }) => kind.id)).not.toContain('topic')
  const wrong = async (stated: object) => (await begin(stated)).json().problems.map(({ code }: { code: string }) => code)
  expect(await wrong({})).toEqual(['badDay', 'badDay'])
  expect(await wrong({ from: '2025-09-30', to: '2025-09-01' })).toEqual(['backwards'])
  expect(await wrong({ from: '2025-09-30', to: '2025-10-31' })).toEqual(['ahead'])
  expect((await begin({ from: '2025-07-01', to: '2025-09-10', part: { unit: 'nobody' } })).statusCode).toBe(400)
  const { id } = (await begin({ from: '2025-07-01', to: '2025-09-08' })).json()
  const draft = await read(id)
  const findings = '{期间=2025年7月1日至9月8日}收到{收到=2}件，办结{办结=0}件。'
  expect(textOf(draft, 'findings')).toBe(findings)
  await test.ask(li, 'PUT', `/api/documents/${id}`, { payload: { version: 1, written: { findings } }, ...as })
  expect((await issue(id)).statusCode).toBe(204)
  test.app.goTo('2025-10-21 10:00')
  li = await test.signIn('li')
  await submit('七月的一件，后来才登记', { ...byStaff, at: at('2025-07-20 10:00') })
  const issued = await read(id)
  expect(linesOn(issued)).toContain('2025年7月1日至9月8日收到2件，办结0件。')
  expect(linesOn(issued).join('').replace(/\s/g, '')).toContain('关于“季度通报（2025年7月1日至9月8日）”的专报')
  expect(issued.asked?.corrections).toEqual([{ name: '收到', said: '2', now: '3' }])
  const units = [...(await officeNow()).units.values()]
  const narrowed = await read((await begin({ from: '2025-07-01', to: '2025-09-08', part: { unit: units[0]?.unit } })).json().id)
  expect(narrowed.asked?.spanName).toBe(`2025年7月1日至9月8日（${units[0]?.name}）`)
  expect(narrowed.asked?.asks.map(({ answer }) => answer)).toEqual(['0', '0'])
})

it('of days that are long over and that nobody kept is told as of now, and says so', async () => {
  const row = `jsonb_build_object('matter', 100000 + i, 'number', 'n' || i, 'query_code_hash', sha256(('n' || i)::bytea))`
  await test.app.asOwner(`insert into matter select (jsonb_populate_record(m, ${row})).* from matter m, generate_series(1, 2001) i
    where m.title = '丁'`)
  const stated = { kind: 'topic', from: '2025-02-01', to: '2025-02-28' }
  const made = await test.ask(li, 'POST', `/api/matters/${round}/documents`, { payload: stated, ...as })
  const draft = await read(made.json().id)
  expect(draft.asked).toMatchObject({ spanName: '2025年2月1日至2月28日', asOf: { shown: '2025-10-21 10:00' } })
  expect(linesOn(draft)).toContain('2025年2月1日至2月28日，截至2025年10月21日。')
})

it('is narrowed to what its regulation names: its numbers, tables and lists', async () => {
  test.app.goTo('2026-02-03 10:00')
  const matter = await submit('投诉的一件', byStaff, { sort: 'complaint' })
  const plea = await submit('求助的一件', byStaff, { sort: 'plea' })
  await submit('建议的一件', byStaff, { sort: 'advice' })
  await submit('没有分类的一件')
  await conclude(plea)
  test.app.goTo('2026-02-05 10:00')
  li = await test.signIn('li')
  const made = await test.ask(li, 'POST', `/api/matters/${matter}/documents`, { payload: { kind: 'ofSome' }, ...as })
  const { id } = made.json()
  const findings = '今年以来收到投诉求助{收到=2}件，比去年{环比=增加2件}，办结{办结=1}件。'
  expect(textOf(await read(id), 'findings')).toBe(findings)
  await test.ask(li, 'PUT', `/api/documents/${id}`, { payload: { version: 1, written: { findings } }, ...as })
  expect((await issue(id)).statusCode).toBe(204)
  // What is recorded later changes it where it is of these alone.
  await submit('补登记的建议', { ...byStaff, at: at('2026-01-20 10:00') }, { sort: 'advice' })
  expect((await read(id)).asked?.corrections).toEqual([])
  const late = await submit('补登记的求助', { ...byStaff, at: at('2026-01-20 11:00') }, { sort: 'plea' })
  const { number } = (await test.ask(li, 'GET', `/api/matters/${late}`, as)).json()
  expect((await read(id)).asked?.corrections).toEqual([
    { name: '收到', said: '2', now: '3' },
    { name: '环比', said: '增加2件', now: '增加3件' },
    { name: '2026-01 · 收到', said: '0', now: '1' },
    { name: '全部', said: '—', now: number },
  ])
})
