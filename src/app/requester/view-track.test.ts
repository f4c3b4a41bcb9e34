import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ActEvent, compile, type Regulation, type Sight, sightOf } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { at, root } from '../app.fixtures.js'
import { requester } from '../index.js'
import { moment } from '../matter/view-parts.js'
import type { Office } from '../office.js'
import { wordsOf } from '../words/index.js'
import { trackView } from './view-track.js'

const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })

function text(id: string): Regulation {
  const regulation = library.regulations.get(id)?.[0]
  if (regulation === undefined) throw new Error('no regulation')
  return regulation
}
const { zone } = library.calendar()
const mailbox = (): Regulation => text('dawukou-mailbox')

const act = (seq: number, id: string, role: string, stated: ActEvent['with']): ActEvent => ({
  ...{ kind: 'act', seq, act: id, by: { role, unit: null, person: null }, assignment: null, with: stated },
  at: at(`2023-03-0${seq} 10:00`),
})

/** What whoever wrote in sees after these acts. */
function seen(regulation: Regulation, events: readonly ActEvent[], look: (sight: Sight) => Sight = (sight) => sight) {
  const program = compile(regulation)
  const given = { program, calendar: library.calendar(), events, now: at('2023-03-08 10:00') }
  const government = { name: '示例区' }
  const office = { id: 'demo', government, units: new Map(), people: new Map(), program } as unknown as Office
  return trackView(
    { lang: 'zh', words: wordsOf('zh'), office, program },
    { row: { number: '1000000044' }, given, actor: requester, sight: look(sightOf(given, requester)), files: [], came: [] },
  )
}

/** The page of a letter of which the office says otherwise, in an act, what its writer said. */
function page(regulation: Regulation, look: (sight: Sight) => Sight = (sight) => sight) {
  const events = [
    act(1, 'submit', 'requester', { title: '路灯不亮', body: '五天了。', category: 'consultation' }),
    act(2, 'accept', 'governmentOffice', { title: '内部标题', body: '内部的话', category: 'complaint' }),
  ]
  const view = seen(regulation, events, look)
  return { title: view.title, letter: view.letter, category: view.category?.id ?? null }
}

it('says in the text’s own words when something is to be done for which it states no number', () => {
  const written = mailbox()
  const events = [
    act(1, 'submit', 'requester', { title: '路灯不亮', body: '五天了。', category: 'consultation' }),
    act(2, 'accept', 'governmentOffice', {}),
  ]
  const told = seen(written, events).next.map(({ dueAt, discretion }) => ({ dueAt, discretion }))
  const own = Object.values(written.discretions).map(({ words }) => words?.zh)
  expect(told).toEqual([{ dueAt: null, discretion: '及时（转交）' }])
  expect(own).toContain('及时（转交）')
})

it('what an act that is kept from its requester says of a letter heads no page of theirs', () => {
  const { acts, ...rest } = mailbox()
  const { accept } = acts
  if (accept === undefined) throw new Error('no act')
  const kept = { ...rest, acts: { ...acts, accept: { ...accept, keptFrom: ['requester'] } } }
  expect(page(mailbox())).toEqual({ title: '内部标题', letter: '内部的话', category: 'complaint' })
  expect(page(kept)).toEqual({ title: '路灯不亮', letter: '五天了。', category: 'consultation' })
})

it('what is hidden from its requester heads no page of theirs: the number stands there', () => {
  const hidden = { as: 'hidden', clause: [] } as const
  const look = (sight: Sight): Sight => ({ ...sight, fields: { ...sight.fields, title: hidden, body: hidden, category: hidden } })
  expect(page(mailbox(), look)).toEqual({ title: '1000000044', letter: '', category: null })
})

describe('a letter to a mailbox that may still put right what it declined', () => {
  const letter = act(1, 'submit', 'requester', { letterType: 'complaint', title: '路灯', body: '不亮', signature: 'unable' })
  const decline = act(2, 'decline', 'intakeOfficer', { ground: 'unclear', reason: '看不出是哪里' })
  const states = (events: readonly ActEvent[]) =>
    seen(text('weibin-mailbox'), events).states.map(({ id, isNow }) => (isNow ? [id] : id))

  it('shows no way out that it did not take, and when declined nothing that will not come', () => {
    expect(states([letter])).toEqual([['waiting'], 'accepted', 'handling', 'answered'])
    expect(states([letter, decline])).toEqual(['waiting', ['declined']])
  })

  it('tells what the office asks of its writer while it waits for that, and no longer', () => {
    const ask = act(2, 'requestMaterial', 'intakeOfficer', { material: '请写明灯杆编号' })
    const told = act(3, 'supplement', 'requester', { newFacts: '12 号' })
    expect(seen(text('weibin-mailbox'), [letter, ask]).awaits).toMatchObject({ stated: [{ value: '请写明灯杆编号' }] })
    expect(seen(text('weibin-mailbox'), [letter, ask, told]).awaits).toBeNull()
  })
})

it('tells its requester nothing of a duty that is internal, though it is owed', () => {
  const { duties, ...rest } = text('weibin-mailbox')
  const { referralDecision } = duties
  if (referralDecision === undefined) throw new Error('no duty')
  const open = { ...rest, duties: { ...duties, referralDecision: { ...referralDecision, isInternal: false } } }
  const letter = act(1, 'submit', 'requester', { letterType: 'complaint', title: '路灯', body: '不亮', signature: 'unable' })
  const events = [letter, act(2, 'proposeReferral', 'intakeOfficer', { reason: '涉及违纪' })]
  const told = (regulation: Regulation) => seen(regulation, events).next.map(({ name }) => name)
  expect(told(open)).toContain(referralDecision.name.zh)
  expect(told(text('weibin-mailbox'))).toEqual(told(open).filter((name) => name !== referralDecision.name.zh))
})

it('of the clauses of an act those of the option it chose are cited, and all where the option is not seen', () => {
  const letter = act(1, 'submit', 'requester', { category: 'complaint', title: '路灯', body: '不亮' })
  const decline = act(2, 'decline', 'office', { ground: 'outOfPower' })
  const cited = (look?: (sight: Sight) => Sight) => {
    const told = seen(text('longnan-wenzheng'), [letter, decline], look).timeline.find((entry) => entry.act === 'decline')
    return told?.clauses.map(({ id }) => id)
  }
  const hidden = { as: 'hidden', clause: [] } as const
  expect(cited()).toEqual(['3.1', '8.1'])
  expect(cited((sight) => ({ ...sight, fields: { ...sight.fields, ground: hidden } }))).toHaveLength(12)
})

it('whoever was told no sees the end that follows on the reasons, and nothing that would have come of a yes', () => {
  const letter = act(1, 'submit', 'requester', { title: '工资', body: '拖欠三个月' })
  const register = act(2, 'register', 'office', { category: 'help' })
  const decline = act(3, 'decline', 'office', { ground: 'judicial', reason: '法院已经立案' })
  const explain = act(4, 'explainReasons', 'office', { explanation: '由法院处理' })
  const states = (...events: readonly ActEvent[]) =>
    seen(text('xizang-2022'), events).states.map(({ id, isNow }) => (isNow ? [id] : id))
  expect(states(letter, register)).toEqual([['waiting'], 'handling', 'answered', 'concluded'])
  expect(states(letter, register, decline)).toEqual([['waiting'], 'declined'])
  expect(states(letter, register, decline, explain)).toEqual(['waiting', ['declined']])
})

describe.each(['xizang-2017', 'xizang-2022'])('%s: a no that a second person must confirm', (id) => {
  const proposed = [
    act(1, 'submit', 'requester', { channel: 'site', title: '路灯不亮', body: '五天了。' }),
    act(2, 'register', 'office', {}),
    act(3, 'decline', 'office', { ground: 'other', reason: '因为这样' }),
  ]
  const told = (events: readonly ActEvent[]) => {
    const { timeline, grounds, next, answers } = seen(text(id), events)
    return { grounds: grounds.length, isTold: JSON.stringify([timeline, next, answers]).includes('因为这样'), next }
  }

  it('is told with the confirmation, and with it its ground', () => {
    expect(told(proposed)).toEqual({ grounds: 0, isTold: false, next: told(proposed.slice(0, 2)).next })
    expect(told([...proposed, act(4, 'confirmDecline', 'office', {})])).toMatchObject({ grounds: 1, isTold: true })
  })

  it('is never told where it was refused, nor when it is taken back', () => {
    const refused = told([...proposed, act(4, 'refuseDecline', 'office', { reason: '应当办理' })])
    expect(refused).toMatchObject({ grounds: 0, isTold: false })
    const [first, second, third] = proposed
    if (first === undefined || second === undefined || third === undefined) throw new Error('no act')
    const undone = { kind: 'undo' as const, seq: 4, acts: [third], by: third.by, at: at('2023-03-04 10:00') }
    expect(seen(text(id), [first, second, undone as never]).timeline.map(({ kind }) => kind)).not.toContain('undo')
  })
})

describe('a proposal that two units answer separately', () => {
  const by = (unit: string) => ({ role: 'unit', unit, person: null })
  const ofShare = (seq: number, id: string, unit: string, stated: ActEvent['with'] = {}): ActEvent => ({
    ...act(3, id, 'unit', stated),
    seq,
    by: by(unit),
    assignment: unit === 'roads' ? 1 : 2,
    at: at(`2023-03-05 10:${String(seq).padStart(2, '0')}`),
  })
  const assignments = ['roads', 'parks'].map((unit) => ({ unit, part: 'separate' }))
  const draft = (seq: number, unit: string, replyText: string) =>
    ofShare(seq, 'draft', unit, { replyText, resultClass: 'solved', adoption: '已办', publicity: 'full' })
  const events: readonly ActEvent[] = [
    act(1, 'register', 'office', { category: 'suggestion', level: 'district', raisedThrough: 'session', title: '停车' }),
    act(2, 'assign', 'office', { assignments, handlingMode: 'separate', assignmentDocument: '1号' }),
    ...['roads', 'parks'].map((unit, at) => ofShare(3 + at, 'signFor', unit, { handler: 'a', fileNumber: '1' })),
    draft(5, 'roads', '退回的那一稿'),
    { ...ofShare(6, 'refuseDraft', 'roads', { reason: '不清楚' }), by: { ...by('roads'), role: 'unitHead' } },
    draft(7, 'roads', '寄出的那一稿'),
    draft(8, 'parks', '还没有盖章的那一稿'),
    ...['roads', 'parks'].map((unit, at) => ({
      ...ofShare(9 + at, 'approve', unit, { sealedReply: [`sealed-${unit}`] }),
      by: { ...by(unit), role: 'unitHead' },
    })),
    ofShare(11, 'contact', 'roads', { contactPhase: 'before', contactMode: 'visit', contactNote: '看了' }),
    ofShare(12, 'reply', 'roads', { replyNumber: '1号', formEnclosed: true }),
  ]
  const told = (upTo: number) => seen(text('dawukou-proposals'), events.slice(0, upTo))

  it('tells no draft before it is sent, and of a draft that came back never', () => {
    expect(told(11).answers).toEqual([])
    expect(told(12).answers.map(({ stated }) => stated.map(({ value }) => value))).toEqual([['寄出的那一稿']])
  })

  it('dates an answer by when it was sent, not by when it was drafted', () => {
    const [drafted, sent] = [7, 12].map(
      (seq) => moment(events.find((event) => event.seq === seq)?.at ?? at('2023-01-01 00:00'), zone).shown,
    )
    expect(told(12).answers.map((answer) => answer.at.shown)).toEqual([sent])
    expect(sent).not.toBe(drafted)
  })

  it('shows nothing of what the other has under seal and not yet sent', () => {
    expect(JSON.stringify(told(11))).not.toContain('sealed-')
    const now = JSON.stringify(told(12))
    expect(now).toContain('sealed-roads')
    expect(now).not.toContain('sealed-parks')
    expect(now).not.toContain('还没有盖章')
  })
})
