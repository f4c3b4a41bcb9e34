import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile, instant, type MatterEvent, permittedActs, permittedRuns, readInstant, shanghai } from '../../core/index.js'
import { loadLibrary } from '../index.js'

const root = join(import.meta.dirname, '../../..')
const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const regulation = library.find('longnan-wenzheng', '2021-03-04')
if (regulation === null) throw new Error('no regulation')
const program = compile(regulation)
const at = (text: string) => readInstant(text, shanghai) ?? instant(0)

const office = { role: 'office', unit: null, person: null }
const roads = { role: 'unit', unit: 'roads', person: null }
const requester = { role: 'requester', unit: null, person: null }
const done = (seq: number, act: string, by: typeof office | typeof roads, when: string, stated = {}): MatterEvent => ({
  kind: 'act',
  seq,
  act,
  by,
  at: at(when),
  with: stated,
  assignment: act === 'requestExtension' ? 1 : null,
})
const letter = { channel: 'web', category: 'complaint', title: '路灯不亮', body: '人民路三盏路灯已经三天不亮，请尽快修好。' }
const sent = [done(1, 'submit', requester, '2025-09-08 09:00', letter)]
const handed = [
  ...sent,
  done(2, 'accept', office, '2025-09-08 10:00'),
  done(3, 'dispatch', office, '2025-09-08 10:00', { assignments: [{ unit: 'roads', part: 'lead' }] }),
]
const givenAt = (events: readonly MatterEvent[], now: string) => ({ program, calendar: library.calendar(), events, now: at(now) })
const offered = (events: readonly MatterEvent[], now: string, by: typeof office | typeof roads) =>
  permittedActs(givenAt(events, now), by).flatMap(({ act, refusal, hasCause }) => (refusal === null && hasCause ? [act] : []))

it('offers no explanation of what is not late', () => {
  expect(offered(handed, '2025-09-09 10:00', roads)).not.toContain('explain')
  expect(offered(handed, '2025-09-16 10:00', roads)).toContain('explain')
})

it('offers to decide an extension once somebody has asked', () => {
  const asked = [...handed, done(4, 'requestExtension', roads, '2025-09-09 10:00', { reason: '等配件。' })]
  expect(offered(handed, '2025-09-09 11:00', office)).not.toContain('refuseExtension')
  expect(offered(asked, '2025-09-09 11:00', office)).toEqual(expect.arrayContaining(['grantExtension', 'refuseExtension']))
})

it('offers to allow a late return once the time to return is over', () => {
  expect(offered(handed, '2025-09-09 11:00', office)).not.toContain('allowLateReturn')
  expect(offered(handed, '2025-09-10 11:00', office)).toContain('allowLateReturn')
})

it('says which duties an act may meet', () => {
  const meets = permittedActs(givenAt(handed, '2025-09-09 10:00'), roads).find(({ act }) => act === 'reply')?.meets
  expect(meets).toEqual(['contact#1', 'conclude#1'])
})

it('offers a usual run with what its acts need, and only from its first act on', () => {
  const [run] = permittedRuns(givenAt(sent, '2025-09-08 09:30'), office)
  expect(run).toMatchObject({ act: 'acceptAndDispatch', needs: ['assignments'], meets: ['accept#1'], refusal: null })
  expect(permittedRuns(givenAt(handed, '2025-09-09 10:00'), office)).toEqual([])
  expect(permittedRuns(givenAt(sent, '2025-09-08 09:30'), roads)).toEqual([])
})
