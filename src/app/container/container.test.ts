import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, type Instant, instant } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { seesAll } from '../../store/index.js'
import { account, at, root, type TestApp, testApp } from '../app.fixtures.js'
import {
  byStaff,
  draftDocument,
  linksOf,
  listContainers,
  type Office,
  readContainer,
  readDocument,
  readMatter,
  readThread,
  readTimeline,
  recordAct,
  saveAttachment,
  submitMatter,
  takeUpKindFor,
} from '../index.js'

/** A meeting with two topics on its agenda and a third in the pool, under the shipped rules of executive meetings. */
const library = loadLibrary({ regulations: `${root}/regulations`, calendars: `${root}/calendars` })
const actor = (role: string, unit: string | null = null, person = `${role}-1`): Actor => ({ role, unit, person })
const post = (role: string) => [{ role, unit: null }]
const members = [
  account('mayor-1', '沈岳', post('mayor')),
  account('executiveViceMayor-1', '马行', [...post('executiveViceMayor'), ...post('viceMayor')]),
  account('viceMayor-1', '陆敏', post('viceMayor')),
  account('viceMayor-2', '丁禾', post('viceMayor')),
]
const clerk = actor('governmentOffice')
const mayor = actor('mayor')
const roads = actor('unit', 'roads')

let app: TestApp
let office: Office
let meeting: number
const topics: { readonly matter: number; readonly number: string }[] = []

const inForce = (regulation: string) => ({
  ...{ regulation, version: 'undated', from: '2022-05-01', to: null },
  ...{ clause: '', instrument: '印发', on: '2022-05-01', reason: '' },
})

async function begin(by: Actor, regulation: string, stated: Readonly<Record<string, unknown>>) {
  const done = await submitMatter(app.deps, { office, actor: by, lang: 'zh', opener: byStaff, regulation, with: stated })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  return { matter: done.matter, number: done.submitted.number }
}

async function act(matter: number, by: Actor, name: string, stated: Readonly<Record<string, unknown>> = {}) {
  const done = await recordAct(app.deps, { office, matter, actor: by, act: name, lang: 'zh', revision: null, with: stated })
  if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done.failure)}`)
}

const topicOf = async (title: string) => {
  const stated = { title, topicCategory: 'majorPolicy', whyMajor: '涉及全区。', submittingUnit: 'roads', responsibleHead: '陈' }
  const topic = await begin(roads, 'dawukou-meetings', { ...stated, portfolioLeader: 'viceMayor-1' })
  topics.push(topic)
  return topic
}

beforeAll(async () => {
  const first = { regulation: 'dawukou-sittings', regulationVersion: 'undated' }
  app = await testApp('2025-03-03 09:00', library, members, first)
  const renewals = [inForce('dawukou-sittings'), inForce('dawukou-meetings')]
  await app.deps.store.administration.patchSettings('demo', { renewals })
  app.deps.offices.forget('demo')
  const before = (await app.deps.offices.get('demo')) ?? app.office
  expect(await takeUpKindFor(app.deps, before, { regulation: 'dawukou-meetings', version: 'undated' })).toBeNull()
  office = (await app.deps.offices.get('demo')) ?? app.office
  meeting = (await begin(clerk, 'dawukou-sittings', { title: '第19次常务会议', meetingDate: '2025-03-20' })).matter
  for (const title of ['养老补贴', '加装电梯', '路灯改造', '午餐监督']) await topicOf(title)
  app.goTo('2025-03-03 10:00')
  for (const { matter } of topics.slice(0, 3)) await act(matter, mayor, 'consentToUrgent', { urgentGround: 'urgentWork' })
  for (const { number } of topics.slice(0, 2)) await act(meeting, clerk, 'putOnAgenda', { topic: number, priority: 'major' })
})
afterAll(() => app.close())

const viewer = (by: Actor) => ({ office, actor: by, account: by.person ?? '', lang: 'zh' as const })

async function seen(by: Actor) {
  const found = await readContainer(app.deps, viewer(by), meeting)
  if (!found.ok) throw new Error(JSON.stringify(found.failure))
  return found.container
}

it('the room says its day, what it holds in order, and what may come in', async () => {
  const room = await seen(clerk)
  expect([room.kind, room.heldName, room.on, room.stage.name]).toEqual(['常务会议', '议题', '2025-03-20', '汇总议题'])
  expect(room.held.map(({ title, turn, units, stated }) => [title, turn, units.map(({ name }) => name), stated])).toEqual([
    ['养老补贴', 'ahead', ['道路所'], [{ name: '轻重缓急', value: '重' }]],
    ['加装电梯', 'ahead', ['道路所'], [{ name: '轻重缓急', value: '重' }]],
  ])
  // One that is still being prepared is not asked about.
  expect(room.pool?.map(({ title, refusal }) => [title, refusal])).toEqual([['路灯改造', null]])
})

const links = async (by: Actor, matter: number) => {
  const found = await linksOf(app.deps, viewer(by), matter)
  return found.ok ? found.links.map(({ direction, name, title }) => `${direction} ${name} ${title}`).sort() : null
}

it('every topic that a meeting holds is linked to it, both ways; who does not see the meeting finds no trace of it', async () => {
  expect(await links(clerk, meeting)).toEqual(['to 议题 养老补贴', 'to 议题 加装电梯'].sort())
  for (const { matter } of topics.slice(0, 2)) expect(await links(clerk, matter)).toEqual(['from 议题 第19次常务会议'])
  expect(await links(roads, topics[0]?.matter ?? 0)).toEqual([])
})

it('a matter that is named is told by its title where the viewer may see it, else by its number alone', async () => {
  const [first, second] = topics
  const called = await readMatter(app.deps, viewer(clerk), meeting)
  const told = called.ok ? called.matter : null
  expect(told?.fields.find(({ id }) => id === 'topic')?.value).toBe(`养老补贴（${first?.number}）、加装电梯（${second?.number}）`)
  // How urgent the last of them is says nothing of the meeting.
  expect(told?.fields.map(({ id }) => id)).not.toContain('priority')
  expect(told?.timeline.at(-2)?.stated[0]?.value).toBe(`养老补贴（${first?.number}）`)
  const earlier = await readTimeline(app.deps, viewer(clerk), { matter: meeting, before: told?.timeline.at(-1)?.seq ?? 0 })
  expect(earlier.ok && earlier.page.timeline.at(-1)?.stated[0]?.value).toBe(`养老补贴（${first?.number}）`)

  const { matter } = await begin(roads, 'dawukou-meetings', {
    ...{
      title: '配套办法',
      topicCategory: 'majorPolicy',
      whyMajor: '涉及全区。',
      submittingUnit: 'roads',
      responsibleHead: '陈',
    },
    ...{ portfolioLeader: 'viceMayor-1', isLegal: true, sourceMatter: first?.number },
  })
  const source = async (by: Actor): Promise<string | undefined> => {
    const found = await readMatter(app.deps, viewer(by), matter)
    return found.ok ? found.matter.fields.find(({ id }) => id === 'sourceMatter')?.value : 'unseen'
  }
  expect(await source(roads)).toBe(`养老补贴（${first?.number}）`)
  // Legality is looked at in the one, and the other is none of theirs.
  expect(await source(actor('legalOffice'))).toBe(first?.number)
})

it('the thread of one that it holds has the meeting and none of the others; that of the meeting has all', async () => {
  const rows = async (matter: number) => {
    const found = await readThread(app.deps, viewer(clerk), matter)
    return found.ok ? found.thread.rows.map(({ title, depth }) => [title, depth]) : null
  }
  const [one, other] = ['养老补贴', '加装电梯']
  expect(await rows(topics[1]?.matter ?? 0)).toEqual([
    ['第19次常务会议', 0],
    [other, 1],
  ])
  const all = await rows(meeting)
  expect(all?.map(([title]) => title)).toEqual(expect.arrayContaining([one, other]))
})

it('what must exist is told as it stands: asked for and lacking, or not asked for', async () => {
  const { matter } = await begin(roads, 'dawukou-meetings', {
    ...{ title: '限价', topicCategory: 'majorPolicy', whyMajor: '涉及全区。', submittingUnit: 'roads', responsibleHead: '陈' },
    ...{ portfolioLeader: 'viceMayor-1', touchesMarket: true },
  })
  const { pools } = await listContainers(app.deps, viewer(clerk), null)
  // On its way to where it may come in, it is listed already.
  const row = pools[0]?.rows.find(({ id }) => id === String(matter))
  const lights = Object.fromEntries(row?.lights.map(({ id, standing }) => [id, standing]) ?? [])
  expect([lights.fairCompetitionReview, lights.expertReport]).toEqual(['lacking', 'unasked'])
  // Whether all agree is stated as it is submitted: nothing is lacking for want of agreement before that.
  expect([lights.positions, lights.preferredOpinion]).toEqual(['unasked', 'unasked'])
})

it('another order is told, and who may do nothing here is offered nothing', async () => {
  await act(meeting, clerk, 'orderAgenda', { topic: topics[1]?.number, beforeTopic: topics[0]?.number })
  expect((await seen(clerk)).held.map(({ title }) => title)).toEqual(['加装电梯', '养老补贴'])
  expect((await seen(mayor)).pool).toBeNull()
})

it('half of the members and one more are needed; before they are counted nobody is said to be there', async () => {
  const { quorum, people } = await seen(clerk)
  expect(people.map(({ name, roleName, isHere }) => [name, roleName, isHere])).toEqual([
    ['沈岳', '区长', null],
    ['马行', '常务副区长', null],
    ['陆敏', '副区长', null],
    ['丁禾', '副区长', null],
  ])
  expect([quorum?.act, quorum?.present, quorum?.clauses.map(({ id }) => id)]).toEqual(['openMeeting', null, ['4.4']])
})

it('who takes the chair is said before it is opened, and follows a delegation and its end', async () => {
  expect((await seen(clerk)).chair).toEqual({ roleName: '区长', person: '沈岳' })
  await act(meeting, mayor, 'delegate', { isDelegated: true })
  expect((await seen(clerk)).chair).toEqual({ roleName: '常务副区长', person: '马行' })
  await act(meeting, mayor, 'delegate', { isDelegated: false })
})

it('a unit that is not invited finds no room, and one that is finds its own topics and nothing of who is excused', async () => {
  expect((await readContainer(app.deps, viewer(actor('unit', 'lighting')), meeting)).ok).toBe(false)
  const list = await listContainers(app.deps, viewer(actor('unit', 'lighting')), null)
  expect([list.containers, list.pools.map(({ rows }) => rows)]).toEqual([[], [[]]])
  await act(meeting, clerk, 'submitAgenda')
  await act(meeting, actor('director'), 'reviewAgenda')
  await act(meeting, actor('executiveViceMayor'), 'countersignAgenda')
  await act(meeting, mayor, 'approveAgenda')
  await act(meeting, clerk, 'inviteUnits', { assignments: [{ unit: 'lighting', part: 'joint' }] })
  const room = await seen(actor('unit', 'lighting'))
  expect([room.held, room.people, room.quorum, room.pool]).toEqual([[], [], null, null])
})

it('the day of a meeting stands among the days of its month', async () => {
  const { month, days, containers } = await listContainers(app.deps, viewer(clerk), '2025-03')
  expect([month, days.length, days[0]]).toEqual(['2025-03', 31, { on: '2025-03-01', weekday: 6, isOff: true, isToday: false }])
  expect(containers.map(({ title, on }) => [title, on])).toEqual([['第19次常务会议', '2025-03-20']])
})

it('is listed as it stood: a month before it was called there is none, and nothing waits', async () => {
  const then = (asOf: Instant) => ({ ...viewer(clerk), asOf })
  const before = await listContainers(app.deps, then(at('2025-02-28 10:00')), null)
  expect([before.month, before.containers, before.pools.map(({ rows }) => rows)]).toEqual(['2025-02', [], [[]]])
  const now = await listContainers(app.deps, viewer(clerk), '2025-03')
  expect(now.kinds.map(({ begins }) => begins)).toEqual([[{ id: 'plan', name: '定会期' }]])
  // Of a past moment nothing is begun.
  const kinds = now.kinds.map((kind) => ({ ...kind, begins: [] }))
  expect(await listContainers(app.deps, then(instant(app.deps.now())), '2025-03')).toEqual({ ...now, kinds })
  expect((await listContainers(app.deps, viewer(mayor), null)).kinds.map(({ begins }) => begins)).toEqual([
    [{ id: 'callAtOnce', name: '决定随时召开' }],
  ])
})

it('what waited then is still there once it is over', async () => {
  const waited = await topicOf('后来不上会的')
  const asked = { ...viewer(clerk), asOf: instant(app.deps.now()) }
  const titles = async (who: Parameters<typeof listContainers>[1]) =>
    (await listContainers(app.deps, who, null)).pools[0]?.rows.map(({ title }) => title)
  app.goTo('2025-03-03 15:00')
  const viceMayor = actor('viceMayor')
  await act(waited.matter, viceMayor, 'coordinate', { coordinationRecord: '谈了。', hasConsensus: false })
  await act(waited.matter, viceMayor, 'askMayor', { coordinationRecord: '谈不拢。' })
  await act(waited.matter, mayor, 'refuseToSubmit', { leaderComments: '先谈拢。' })
  expect(await titles(viewer(clerk))).not.toContain('后来不上会的')
  expect(await titles(asked)).toContain('后来不上会的')
})

it('what is no container has no room', async () => {
  expect((await readContainer(app.deps, viewer(clerk), topics[0]?.matter ?? 0)).ok).toBe(false)
})

it('the one that is taken up is now, what was decided of it is told, and the next is ahead', async () => {
  const file = await saveAttachment(app.deps, {
    ...{ government: 'demo', name: 't.png', bytes: readFileSync(`${root}/demo/files/instruction.png`) },
    ...{ isTruncated: false, lang: 'zh' as const, address: null },
  })
  if (!file.ok) throw new Error(JSON.stringify(file.failure))
  const [, first] = topics
  const papers = {
    explanation: '说明。',
    proposedIssueForm: '文件',
    reportPaper: '汇报。',
  }
  const files = { formalText: [file.attachment.id], paperAttachments: [file.attachment.id] }
  const matter = first?.matter ?? 0
  await act(matter, roads, 'filePapers', { ...papers, ...files })
  await act(matter, clerk, 'checkPapers', { isTextChecked: true, isFormatChecked: true })
  const checked = { isPolicyChecked: true, isLegallyChecked: true, isPoliticallyChecked: true }
  await act(matter, actor('deputyDirector'), 'recheckPapers', checked)
  await act(matter, actor('viceMayor'), 'signPapers')
  const attendees = ['officeDirector', 'development', 'justice', 'finance', 'audit', 'supervisory']
  await act(meeting, clerk, 'draftNotice', { startsAt: '九时', place: '三楼', specialDemands: '无', fixedAttendees: attendees })
  await act(meeting, actor('director'), 'signNotice')
  const opening = (presentMembers: readonly string[]) => {
    const stated = { membersInOffice: 4, presentMembers }
    return recordAct(app.deps, {
      office,
      matter: meeting,
      actor: mayor,
      act: 'openMeeting',
      lang: 'zh',
      revision: null,
      with: stated,
    })
  }
  const refusalOf = async (presentMembers: readonly string[]): Promise<string> => JSON.stringify(await opening(presentMembers))
  // Two of four are no more than half; whoever only attends is none of them, and nobody is two.
  expect(await refusalOf(['mayor-1', 'viceMayor-1'])).toContain('没有超过半数')
  expect(await refusalOf(['mayor-1', 'viceMayor-1', 'director-1'])).toContain('到会的组成人员')
  expect(await refusalOf(['mayor-1', 'mayor-1', 'viceMayor-1'])).toContain('到会的组成人员')
  expect((await opening(['mayor-1', 'executiveViceMayor-1', 'viceMayor-1'])).ok).toBe(true)
  app.goTo('2025-03-03 16:05')
  await act(meeting, clerk, 'callTopic', { topic: first?.number })
  const during = await seen(clerk)
  expect(during.held.map(({ title, turn }) => [title, turn])).toEqual([
    ['加装电梯', 'now'],
    ['养老补贴', 'ahead'],
  ])
  expect([during.quorum?.present, during.quorum?.of, during.quorum?.needed]).toEqual([3, 4, 3])
  expect([during.quorum?.namesField, during.quorum?.names]).toEqual(['presentMembers', '沈岳、马行、陆敏'])
  expect(during.people.map(({ isHere }) => isHere)).toEqual([true, true, true, false])
  expect(during.head).toEqual([
    { name: '几点开会', value: '九时' },
    { name: '地点', value: '三楼' },
  ])
  expect([during.opened?.name, during.opened?.at.shown, during.opened?.by.roleName]).toEqual(['开会', '2025-03-03 15:00', '区长'])
  const times = (room: typeof during) => room.held.map(({ calledAt, dealtAt }) => [calledAt?.shown, dealtAt?.shown])
  expect(times(during)).toEqual([
    ['2025-03-03 16:05', undefined],
    [undefined, undefined],
  ])
  app.goTo('2025-03-03 16:20')
  await act(matter, clerk, 'presentTopic', { reporterKind: 'head', reportMinutes: 5 })
  await act(matter, clerk, 'recordDiscussion', { discussion: '赞成。', hasDissent: false })
  await act(matter, mayor, 'decideTopic', { decision: 'passed', decisionText: '通过。印发执行。' })
  const after = await seen(clerk)
  expect(times(after)).toEqual([
    ['2025-03-03 16:05', '2025-03-03 16:20'],
    [undefined, undefined],
  ])
  // Whoever is invited and sees no list of those present is told no names.
  expect((await seen(actor('unit', 'lighting'))).quorum).toBeNull()
  const outcome = [
    { name: '议题的决定', value: '通过' },
    { name: '决定内容', value: '通过。印发执行。' },
  ]
  expect(after.held.map((each) => [each.title, each.turn, each.outcome])).toEqual([
    ['加装电梯', 'dealt', outcome],
    ['养老补贴', 'ahead', []],
  ])
  const told = { field: 'meetingMinutes', told: [{ title: '加装电梯', text: '加装电梯：通过。印发执行。' }] }
  expect(after.minutes).toEqual(told)
  // One whose papers nobody has signed does not come in, and nothing says that it was called.
  const [unready] = topics
  const call = { office, matter: meeting, actor: clerk, act: 'callTopic', revision: null, lang: 'zh' as const }
  const called = await recordAct(app.deps, { ...call, with: { topic: unready?.number } })
  expect(called).toMatchObject({ ok: false, failure: { code: 'not-permitted' } })
  expect(JSON.stringify(called)).toContain('材料已审签')
  expect((await seen(clerk)).held.map(({ calledAt }) => calledAt?.shown)).toEqual(['2025-03-03 16:05', undefined])
  // Minutes are a paper, and papers are in Chinese, whoever writes them.
  const english = await readContainer(app.deps, { ...viewer(clerk), lang: 'en' }, meeting)
  expect(english.ok && english.container.minutes).toEqual(told)
})

it('the minutes as a paper begin with who was here', async () => {
  await act(meeting, clerk, 'takeOffAgenda', { topic: topics[0]?.number, reason: '缓。' })
  await act(meeting, mayor, 'closeMeeting')
  await act(meeting, clerk, 'recordMeeting', { meetingRecord: '到会五人。' })
  await act(meeting, clerk, 'draftMinutes', { meetingMinutes: '加装电梯：通过。' })
  const begun = await draftDocument(app.deps, viewer(clerk), { matter: meeting, kind: 'minutes' })
  const read = await readDocument(app.deps, viewer(clerk), begun.ok ? Number(begun.id) : 0)
  const written = read.ok ? read.document.writes.map(({ id, value }) => [id, value]) : []
  expect(written).toContainEqual(['present', '沈岳、马行、陆敏'])
})

it('what was let go is linked no more', async () => {
  expect(await links(clerk, meeting)).not.toContain('to 议题 养老补贴')
  expect(await links(clerk, topics[0]?.matter ?? 0)).not.toContain('from 议题 第19次常务会议')
})

it('a topic that another meeting takes meanwhile comes to one alone, and the other is told so', async () => {
  const [, , wanted] = topics
  const later = await begin(clerk, 'dawukou-sittings', { title: '第20次常务会议', meetingDate: '2025-03-27' })
  const sooner = await begin(clerk, 'dawukou-sittings', { title: '第21次常务会议', meetingDate: '2025-03-26' })
  const listed = { topic: wanted?.number, priority: 'major' }
  const { store } = app.deps
  let reads = 0
  /** Right after the topic was read for the first time, the other meeting has it. */
  const loadMatter: typeof store.loadMatter = async (government, matter, gate) => {
    const loaded = await store.loadMatter(government, matter, gate)
    if (matter !== wanted?.matter) return loaded
    reads += 1
    if (reads === 1) await act(sooner.matter, clerk, 'putOnAgenda', listed)
    return loaded
  }
  const asked = { office, matter: later.matter, actor: clerk, act: 'putOnAgenda', revision: null, lang: 'zh' as const }
  const done = await recordAct({ ...app.deps, store: { ...store, loadMatter } }, { ...asked, with: listed })
  expect(done).toMatchObject({ ok: false, failure: { code: 'wrong-stage' } })
  const topic = await store.loadMatter('demo', wanted?.matter ?? 0, seesAll)
  expect(topic?.events.filter(({ act: name }) => name === 'listTopic')).toHaveLength(1)
})
