import { expect, it } from 'vitest'
import type { ActView, MatterView, SessionView } from '../../../contract/index.js'
import { offeredActs } from './primary-act.js'

const act = (id: string, more: Partial<ActView> = {}): ActView => ({
  act: id,
  name: id,
  clauses: [],
  refusal: null,
  fields: [],
  unit: null,
  unitName: null,
  item: null,
  itemName: null,
  until: null,
  note: '',
  joins: [],
  meets: [],
  hasCause: true,
  ...more,
})
const refusal = { code: 'wrong-stage', sentence: '', clauses: [], missing: [], until: null, because: [] }
const role = { role: 'office', unit: null } as SessionView['role']
type Duty = MatterView['duties'][number]
const duty = (key: string, more: object = {}): Duty =>
  ({
    key,
    name: `做${key}`,
    metBy: [] as string[],
    status: 'open',
    dueAt: null,
    holder: { role: 'office', unit: null },
    ...more,
  }) as Duty

const run = act('acceptAndDispatch', {
  meets: ['accept#1'],
  joins: [
    { id: 'accept', name: '' },
    { id: 'dispatch', name: '' },
  ],
})
const accept = act('accept', { meets: ['accept#1'] })
const decline = act('decline', { meets: ['accept#1'] })
const refer = act('refer')
const explain = act('explain', { hasCause: false })
const conclude = act('conclude', { refusal })

const timeline: MatterView['timeline'] = []

it('names the first offer that meets what is owed, a usual run before its acts', () => {
  const acts = [run, accept, decline, refer, explain, conclude]
  const offered = offeredActs({ acts, duties: [duty('accept#1')], timeline }, role, null)
  expect(offered).toEqual({
    primary: run,
    meets: '做accept#1',
    beside: [decline],
    rest: [accept, refer],
    idle: [explain],
    closed: [conclude],
  })
})

it.each([
  [['accept', 'decline'], 'acceptAndDispatch', ['decline']],
  [['decline', 'accept'], 'decline', ['acceptAndDispatch', 'accept']],
  [['decline'], 'decline', ['acceptAndDispatch', 'accept']],
  [['settle', 'accept', 'decline'], 'settle', ['acceptAndDispatch', 'accept', 'decline']],
])('where %s meets it in the order of the regulation, %s comes first', (metBy, first, then) => {
  const settle = act('settle', { meets: ['accept#1'], hasCause: metBy.includes('settle') })
  const acts = [run, accept, decline, refer, settle]
  const { primary, beside } = offeredActs({ acts, duties: [duty('accept#1', { metBy })], timeline }, role, null)
  expect([primary?.act, beside.map((each) => each.act)]).toEqual([first, then])
})

it('looks at what is due first, and at nobody else’s duties', () => {
  const acts = [act('file', { meets: ['file#1'] }), act('review', { meets: ['review#1'] }), act('reply', { meets: ['reply#1'] })]
  const dated = { dueAt: { iso: '2025-10-13T24:00:00+08:00', shown: '' } }
  const theirs = duty('reply#1', {
    holder: { role: 'unit', unit: 'roads' },
    dueAt: { iso: '2025-10-09T00:00:00+08:00', shown: '' },
  })
  const duties = [
    theirs,
    duty('file#1'),
    duty('review#1', { dueAt: { iso: '2025-10-13T00:00:00+08:00', shown: dated.dueAt.shown } }),
  ]
  expect(offeredActs({ acts, duties, timeline }, role, null).primary?.act).toBe('review')
  expect(offeredActs({ acts, duties, timeline }, role, 'file#1').primary?.act).toBe('file')
})

it('fills no button where nothing is owed', () => {
  expect(offeredActs({ acts: [refer], duties: [], timeline }, role, null)).toMatchObject({
    primary: null,
    meets: null,
    rest: [refer],
  })
})

it('begins no usual run by what was done already and nothing asks for again', () => {
  const acts = [{ ...run, meets: ['send#2'] }, act('accept'), act('dispatch', { meets: ['send#2'] })]
  const done = [{ act: 'accept' }] as MatterView['timeline']
  const first = (before: MatterView['timeline']) =>
    offeredActs({ acts, duties: [duty('send#2')], timeline: before }, role, null).primary?.act
  expect([first(timeline), first(done)]).toEqual(['acceptAndDispatch', 'dispatch'])
})
