import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { complaint, dispatchTo, officer, unitOf } from '../../app/app.fixtures.js'
import { byRequester, requester, submitMatter, verifyRecords } from '../../app/index.js'
import { instant, instantText, shanghai } from '../../core/index.js'
import { seesAll } from '../../store/index.js'
import { type SignedInAs, type TestServer, testServer } from '../http.fixtures.js'

const root = '/api/retention'
/** Words that only one letter has. */
const own = '绝密'

let it_: TestServer
let li: SignedInAs
let wang: SignedInAs
let gone: { matter: number; number: string; code: string }
let third: { matter: number; number: string; code: string }
let fourth: number
let kept: { matter: number; number: string; code: string }

const post = async (who: SignedInAs, url: string, payload: object, role?: string) =>
  it_.ask(who, 'POST', url, { payload, ...(role === undefined ? {} : { role }) })
const get = async (who: SignedInAs, url: string, role?: string) =>
  (await it_.ask(who, 'GET', url, role === undefined ? {} : { role })).json()
const over = async (): Promise<string[]> =>
  (await get(wang, `${root}/over`, 'office')).rows.map((row: { number: string }) => row.number)
const waiting = async () => (await get(li, `${root}/disposals`)).rows
const propose = (numbers: string[], what = 'matter', reason = '保管期满，没有续存价值') =>
  post(wang, `${root}/disposals`, { numbers, what, reason }, 'office')

/** A letter from the first day to its end, with a file, a note, a draft and a paper. */
async function live(word: string): Promise<{ matter: number; number: string; code: string }> {
  const { app } = it_
  const secret = {
    body: `解放路的${word}路灯连续五天不亮，晚上行人看不清路面。`,
    result: `${word}灯泡已换。`,
    note: `${word}备注`,
  }
  const { attachment } = await app.deps.store.addAttachment('demo', {
    ...{ name: `${word}灯杆.txt`, type: 'text/plain', bytes: Buffer.from(`${word}灯杆编号 37`), uploadedAt: app.deps.now() },
  })
  const { office, deps } = app
  const stated = { ...complaint, body: secret.body, phone: '13977778888', channel: 'web' }
  const opener = { ...byRequester, files: [attachment] }
  const done = await submitMatter(deps, { office, actor: requester, with: stated, lang: 'zh', opener })
  if (!done.ok || done.matter === null) throw new Error(JSON.stringify(done))
  const sent = { matter: done.matter, number: done.submitted.number, code: done.submitted.code }
  await app.act(sent.matter, officer, 'accept')
  await app.act(sent.matter, officer, 'dispatch', { ...dispatchTo('lighting'), category: 'complaint' })
  await app.act(sent.matter, unitOf('lighting'), 'contact')
  await app.act(sent.matter, unitOf('lighting'), 'reply', { result: secret.result })
  await app.act(sent.matter, officer, 'conclude')
  await app.act(sent.matter, { role: 'leader', unit: null, person: 'lead' }, 'markPublishable', { isMajor: true })
  await app.act(sent.matter, officer, 'publish', { publicReply: secret.result, publicText: secret.body })
  expect((await post(wang, `/api/matters/${sent.matter}/notes`, { text: secret.note }, 'office')).statusCode).toBe(204)
  const paper = await post(wang, `/api/matters/${sent.matter}/documents`, { kind: 'assignmentSheet' }, 'office')
  expect(paper.statusCode).toBe(200)
  return sent
}

/** Every row of every table, as text. */
async function everyRow(): Promise<string> {
  const client = new pg.Client(it_.app.connection)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'huiyin'::regnamespace",
  )
  let all = ''
  for (const { name } of rows) {
    const found = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)
    all += found.rows.map(({ row }) => `${name} ${row}\n`).join('')
  }
  await client.end()
  return all
}

const hex = (text: string): string => Buffer.from(text).toString('hex')
const found = (rows: string): string[] => rows.split('\n').filter((row) => row.includes(own) || row.includes(hex(own)))
const sealedOf = async (matter: number): Promise<number> => {
  const client = new pg.Client(it_.app.connection)
  await client.connect()
  const { rows } = await client.query<{ count: number }>(
    `select (select count(*) from huiyin.note where matter = $1) + (select count(*) from huiyin.draft where matter = $1)
       + (select count(*) from huiyin.document_version v join huiyin.document d on d.id = v.document where d.matter = $1)
       + (select count(*) from huiyin.submission_key where matter = $1)
       + (select count(*) from huiyin.matter m join huiyin.person p using (government) where m.matter = $1 and p.person = m.requester) as count`,
    [matter],
  )
  await client.end()
  return Number(rows[0]?.count)
}

const findings = async () =>
  (await verifyRecords(it_.app.deps, () => {})).findings.map(({ code, detail }) => `${code}: ${detail}`)
const witnessed = () => it_.app.deps.store.witness(it_.app.deps.now())
const september = 'from=2025-09-01&to=2025-09-30'
/** No whole month: nothing of it is kept as it was. */
const days = 'from=2025-09-02&to=2025-10-01'
/** A moment when what is to go had been handed on, and nothing more. */
let midway = ''
/** What the figures of a month are, and what stands behind what was received in it. */
const month = async (span = september) => {
  const page = await get(wang, `/api/statistics?${span}`, 'office')
  const { rows } = await get(wang, `/api/statistics/matters?${span}&figure=received`, 'office')
  return { page: JSON.stringify(page), numbers: rows.map(({ number }: { number: string }) => number).sort(), rows }
}

beforeAll(async () => {
  it_ = await testServer()
  li = await it_.signIn('li')
  wang = await it_.signIn('wang')
  midway = instantText(instant(it_.app.deps.now() + 150_000), shanghai)
  gone = await live(own)
  kept = await live('机要')
  third = await live('内部')
  await witnessed()
})
afterAll(() => it_.close())

/** Sessions end long before. */
async function goTo(text: string): Promise<void> {
  it_.app.goTo(text)
  li = await it_.signIn('li')
  wang = await it_.signIn('wang')
}

describe('a term', () => {
  it('is nobody’s to count where none was set: nothing is over', async () => {
    await goTo('2060-01-01 09:00')
    expect(await over()).toEqual([])
  })

  it('is set by an administrator, of those that archives know', async () => {
    const { revision, terms, mayDecide } = await get(li, root)
    expect(mayDecide).toBe(true)
    expect(terms).toEqual([expect.objectContaining({ class: { id: '', name: '' }, keep: null, isByRegulation: false })])
    const put = (who: SignedInAs, keep: unknown) =>
      it_.ask(who, 'POST', `${root}/terms`, {
        payload: { terms: [{ regulation: 'example-mailbox', class: '', keep }], revision },
      })
    expect((await put(wang, 10)).statusCode).toBe(403)
    expect((await put(li, 3)).statusCode).toBe(422)
    expect((await put(li, 10)).statusCode).toBe(200)
  })

  it('runs from the new year after the year in which something happened last', async () => {
    await goTo('2035-12-31 23:59')
    expect(await over()).toEqual([])
    await goTo('2036-01-01 00:00')
    expect(await over()).toEqual([gone.number, kept.number, third.number])
  })

  it('is not over while something is owed', async () => {
    await goTo('2025-10-10 09:00')
    const open = await it_.app.submit({ channel: 'web' })
    fourth = open.matter
    await goTo('2036-01-01 09:00')
    expect(await over()).toEqual([gone.number, kept.number, third.number])
    const refused = await propose([open.number, gone.number])
    expect(refused.json()).toMatchObject({ code: 'not-disposable', detail: `${open.number}：还没有办完` })
    expect(await waiting()).toEqual([])
  })
})

describe('a hold', () => {
  it('keeps a matter from being proposed and from being destroyed, until it is lifted', async () => {
    const hold = await post(wang, `${root}/holds`, { numbers: [kept.number], reason: '行政复议中' }, 'office')
    expect(hold.statusCode).toBe(200)
    expect(await over()).toEqual([gone.number, third.number])
    expect((await propose([kept.number])).json().detail).toBe(`${kept.number}：已暂缓销毁`)
  })

  it('that comes after the proposal keeps it too', async () => {
    expect((await propose([gone.number])).json()).toEqual({ proposed: 1 })
    await post(wang, `${root}/holds`, { numbers: [gone.number], reason: '审计要看', until: '2036-02-01' }, 'office')
    const [{ id }] = await waiting()
    const decided = await post(li, `${root}/decisions`, { ids: [id], isApproved: true })
    expect(decided.json()).toEqual({ results: [{ id, done: 'held' }] })
    expect((await it_.app.deps.store.findByNumber('demo', gone.number, seesAll))?.title).not.toBe('')
  })

  it('ends on its day', async () => {
    await goTo('2036-02-02 09:00')
    const { rows } = await get(li, `${root}/holds`)
    expect(rows.map(({ number }: { number: string }) => number)).toEqual([kept.number])
  })
})

describe('destruction', () => {
  it('is not decided by whoever proposed it, nor by somebody who does not administer', async () => {
    const [{ id }] = await waiting()
    expect((await post(wang, `${root}/decisions`, { ids: [id], isApproved: true })).statusCode).toBe(403)
    await post(li, `${root}/decisions`, { ids: [id], isApproved: false, reason: '再看看' })
    const mine = await post(li, `${root}/disposals`, { numbers: [gone.number], what: 'matter', reason: '我提的' }, 'office')
    expect(mine.json()).toEqual({ proposed: 1 })
    const [own] = await waiting()
    const decided = await post(li, `${root}/decisions`, { ids: [own.id], isApproved: true })
    expect(decided.json()).toEqual({ results: [{ id: own.id, done: 'own' }] })
  })

  it('takes the content and leaves what figures and proofs need', async () => {
    const before = await month()
    const live = await month(days)
    const then = () => month(`${days}&asOf=${encodeURIComponent(midway)}`)
    const stood = await then()
    expect(stood.numbers).toEqual([gone.number])
    expect(before.numbers).toEqual([gone.number, kept.number, third.number].sort())
    expect(before.page).toContain('"received"')
    await post(wang, `${root}/disposals`, { numbers: [gone.number], what: 'matter', reason: '期满' }, 'office')
    // What li proposed is refused by nobody here: another administrator decides.
    const { store } = it_.app.deps
    for (const login of ['wang', 'lead']) {
      const known = await store.findAccount('demo', { login })
      if (known === null) throw new Error(login)
      await store.putAccount('demo', { ...known, isAdmin: true })
    }
    wang = await it_.signIn('wang')
    const lead = await it_.signIn('lead')
    const [{ id }] = await waiting()
    expect(found(await everyRow()).length).toBeGreaterThan(4)
    expect(await sealedOf(gone.matter)).toBeGreaterThan(2)
    const approve = async (who: SignedInAs) =>
      (await post(who, `${root}/decisions`, { ids: [id], isApproved: true })).json().results[0].done
    // The first of two who approve does nothing yet, and is not the second.
    const unchanged = found(await everyRow())
    expect(await approve(wang)).toBe('agreed')
    expect(await approve(wang)).toBe('own')
    expect(await approve(li)).toBe('own')
    expect(found(await everyRow())).toEqual(unchanged)
    expect((await waiting())[0]).toMatchObject({ id, agreed: { by: { id: 'wang' } }, decided: null })
    expect(await approve(lead)).toBe('done')
    expect(found(await everyRow())).toEqual([])
    expect(await sealedOf(gone.matter)).toBe(0)
    const after = await month()
    expect([after.page, after.numbers]).toEqual([before.page, before.numbers])
    const liveAfter = await month(days)
    const stands = await then()
    expect([stands.page, stands.numbers]).toEqual([stood.page, stood.numbers])
    expect([liveAfter.page, liveAfter.numbers]).toEqual([live.page, live.numbers])
    expect(liveAfter.rows.map(({ title }: { title: string }) => title)).toContain('保管期满，已经销毁')
    // In the list it stands by its number, and says what became of it.
    const titles = after.rows.map(({ number, title }: { number: string; title: string }) => [number, title])
    expect(titles).toContainEqual([gone.number, '保管期满，已经销毁'])
  })

  it('is told to its requester and to the staff, and to nobody else', async () => {
    const tracked = await it_.server.inject({
      method: 'POST',
      url: '/api/track',
      payload: { number: gone.number, code: gone.code },
    })
    const cookies = Object.fromEntries(tracked.cookies.map(({ name, value }) => [name, value]))
    const own = await it_.server.inject({ method: 'GET', url: '/api/track', cookies })
    for (const answer of [own, await it_.ask(wang, 'GET', `/api/matters/${gone.matter}`, { role: 'office' })]) {
      expect(answer.statusCode).toBe(410)
      expect(answer.json().detail).toContain(`编号${gone.number}的事项保管期满，已于2036-02-02`)
    }
    const roads = await it_.signIn('roads-1')
    expect((await it_.ask(roads, 'GET', `/api/matters/${gone.matter}`, { role: 'unit@roads' })).statusCode).toBe(404)
    const sought = async (who: SignedInAs, role: string) => (await get(who, `/api/matters?q=${gone.number}`, role)).tombstone?.id
    expect([await sought(wang, 'office'), await sought(roads, 'unit@roads')]).toEqual([String(gone.matter), undefined])
    const other = { number: gone.number, code: kept.code }
    expect((await it_.server.inject({ method: 'POST', url: '/api/track', payload: other })).statusCode).toBe(403)
  })

  it('leaves it in no list, search or public page, and lets nobody act on it', async () => {
    const listed = await get(wang, '/api/matters', 'office')
    expect(listed.rows.map(({ number }: { number: string }) => number)).not.toContain(gone.number)
    const act = await it_.ask(wang, 'POST', `/api/matters/${gone.matter}/acts/note`, { role: 'office', payload: { with: {} } })
    expect(act.statusCode).toBe(404)
    expect((await it_.ask(null, 'GET', `/demo/answers/${gone.number}`)).statusCode).toBe(404)
    expect((await it_.ask(null, 'GET', `/demo/answers/${kept.number}`)).statusCode).toBe(200)
  })

  it('is no finding of a check, before and after it was witnessed', async () => {
    expect(await findings()).toEqual([])
    await witnessed()
    expect(await findings()).toEqual([])
  })

  it('is a finding where others did not decide it', async () => {
    await it_.app.asOwner(`begin; set local huiyin.government = 'demo'; set local session_replication_role = replica;
      update matter set destroyed_at = now() where matter = ${kept.matter};
      update event set data = '{}' where matter = ${kept.matter}; commit`)
    expect(await findings()).toContain('destroyed: was destroyed, and nobody approved it')
  })

  it('is a finding where one alone approved it, unless that was before two were asked', async () => {
    const alone = 'destroyed: was destroyed, and one alone approved it'
    const set = "set local huiyin.government = 'demo'; set local session_replication_role = replica"
    const past = (text: string) => it_.app.asOwner(`begin; ${set}; ${text}; commit`)
    const all = await it_.app.deps.store.retention.disposalsOf('demo', gone.matter)
    const whole = all.find(({ agreedBy }) => agreedBy !== null)
    expect(await findings()).not.toContain(alone)
    await past(`update disposal set agreed_by = null, agreed_at = null where id = ${whole?.id}`)
    expect(await findings()).toContain(alone)
    await past(`update migration set at = '2037-01-01' where name = '0214-two-approvals'`)
    expect(await findings()).not.toContain(alone)
    await past(`update migration set at = '2026-01-01' where name = '0214-two-approvals';
      update disposal set agreed_by = '${whole?.agreedBy}', agreed_at = '${new Date(whole?.agreedAt ?? 0).toISOString()}' where id = ${whole?.id}`)
    expect(await findings()).not.toContain(alone)
  })

  it('cannot be done by hand, by the application nor by the owner', async () => {
    const inside = async (text: string): Promise<void> => {
      const client = new pg.Client(it_.app.connection)
      await client.connect()
      try {
        await client.query(`set search_path = huiyin; begin; set local huiyin.government = 'demo'; ${text}; commit`)
      } finally {
        await client.end()
      }
    }
    await expect(inside(`update event set data = '{}' where matter = ${fourth}`)).rejects.toThrow('append-only')
    await expect(inside(`delete from event where matter = ${gone.matter}`)).rejects.toThrow('append-only')
    await expect(inside(`update disposal set reason = 'other'`)).rejects.toThrow('stands as it is')
  })
})

describe('who wrote', () => {
  it('goes by itself, on a ground that stands in the register; the matter stays', async () => {
    const { matter, number } = third
    await goTo('2027-03-03 09:00')
    expect((await propose([number])).json().detail).toContain('未满')
    expect((await propose([number], 'identity', '本人请求删除')).json()).toEqual({ proposed: 1 })
    const proposal = (await waiting()).find((each: { number: string }) => each.number === number)
    const reveal = () =>
      post(wang, `/api/matters/${matter}/reveal`, { reason: '核实' }, 'office').then((answer) => answer.statusCode)
    expect(await reveal()).toBe(200)
    const decided = await post(li, `${root}/decisions`, { ids: [proposal.id], isApproved: true })
    expect(decided.json().results[0].done).toBe('done')
    expect(await reveal()).toBe(404)
    expect((await get(wang, `/api/matters/${matter}`, 'office')).title).toBe('路灯连续多日不亮')
    const { rows } = await get(li, `${root}/disposals?decided=yes`)
    expect(rows[0]).toMatchObject({ number, what: 'identity', reason: '本人请求删除', decided: { isApproved: true } })
    await witnessed()
    expect((await findings()).filter((each) => !each.includes('nobody approved'))).toEqual([])
  })
})

describe('in the very moment of destruction', () => {
  it('a note is refused, and says why', async () => {
    await goTo('2025-10-10 09:00')
    const { store, now } = it_.app.deps
    const { matter } = await it_.app.submit({ channel: 'web' })
    const disposal = { matter, what: 'matter' as const, reason: '期满', class: '', term: '' }
    await store.retention.propose('demo', [disposal], { at: now(), account: 'wang' })
    const [proposed] = await store.retention.disposalsOf('demo', matter)
    const first = { id: proposed?.id ?? 0, at: now(), account: 'lead', today: '2025-10-10', isApproved: true, why: '' }
    expect(await store.retention.decide('demo', first)).toBe('agreed')
    const holder = new pg.Client(it_.app.connection)
    await holder.connect()
    const waitingFor = async (): Promise<number> => {
      await holder.query('select pg_stat_clear_snapshot()')
      const { rows } = await holder.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0]?.count ?? 0
    }
    try {
      // Destroying comes this far and waits; the note finds the matter still there, and waits for it.
      await holder.query('begin; lock table huiyin.outbox in share row exclusive mode')
      const decision = { id: proposed?.id ?? 0, at: now(), account: 'li', today: '2025-10-10', isApproved: true, why: '' }
      const destroyed = store.retention.decide('demo', decision)
      await expect.poll(waitingFor).toBe(1)
      const note = post(wang, `/api/matters/${matter}/notes`, { text: '再看看' }, 'office')
      await expect.poll(waitingFor).toBe(2)
      await holder.query('commit')
      expect(await destroyed).toBe('done')
      const answer = await note
      expect([answer.statusCode, answer.json().code]).toEqual([410, 'destroyed'])
      expect(await sealedOf(matter)).toBe(0)
    } finally {
      await holder.end()
    }
  })
})

it('what was proposed for destruction, and is handled again since, is not destroyed', async () => {
  await goTo('2026-03-02 09:00')
  const { matter, number } = await it_.app.submit({ channel: 'web' })
  await it_.app.act(matter, officer, 'accept')
  await it_.app.act(matter, officer, 'dispatch', { ...dispatchTo('lighting'), category: 'complaint' })
  await it_.app.act(matter, unitOf('lighting'), 'contact')
  await it_.app.act(matter, unitOf('lighting'), 'reply', { result: '灯泡已换。' })
  await it_.app.act(matter, officer, 'conclude')
  await it_.app.act(matter, { role: 'leader', unit: null, person: 'lead' }, 'markPublishable', { isMajor: false })
  await it_.app.act(matter, officer, 'publish', { publicReply: '灯泡已换。' })
  await goTo('2037-01-02 09:00')
  expect((await propose([number])).json()).toMatchObject({ proposed: 1 })
  const proposal = (await waiting()).find((each: { number: string }) => each.number === number)
  const decide = async (isApproved: boolean) => {
    const asked = { ids: [proposal.id], isApproved, reason: '还要用' }
    return (await post(li, `${root}/decisions`, asked)).json().results[0].done
  }
  await it_.app.act(matter, officer, 'redo')
  expect(await decide(true)).toBe('moved')
  expect((await it_.app.deps.store.findByNumber('demo', number, seesAll))?.title).not.toBe('')
  expect(await decide(false)).toBe('refused')
})
