import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type ActEvent, compile, derive, sightOf } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { at, root } from '../app.fixtures.js'
import type { Office } from '../office.js'
import { wordsOf } from '../words/index.js'
import { filledBefore } from './originals.js'

const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const [regulation] = library.regulations.get('dawukou-proposals') ?? []

const event = (seq: number, act: string, unit: string | null, stated: ActEvent['with'] = {}): ActEvent => ({
  ...{ kind: 'act', seq, act, with: stated, at: at(`2023-03-05 10:${String(seq).padStart(2, '0')}`) },
  by: { role: unit === null ? 'office' : 'unit', unit, person: null },
  assignment: unit === null ? null : unit === 'roads' ? 1 : 2,
})
const draft = (seq: number, unit: string, replyText: string) =>
  event(seq, 'draft', unit, { replyText, resultClass: 'solved', adoption: '已办', publicity: 'full' })

it('an answer is published as it was sent: what another unit has drafted and not sent is not filled in with it', () => {
  if (regulation === undefined) throw new Error('no regulation')
  const program = compile(regulation)
  const assignments = ['roads', 'parks'].map((unit) => ({ unit, part: 'separate' }))
  const before = [
    event(1, 'register', null, { category: 'suggestion', level: 'district', raisedThrough: 'session', title: '停车' }),
    event(2, 'assign', null, { assignments, handlingMode: 'separate', assignmentDocument: '1号' }),
    draft(3, 'roads', '路已画线'),
    draft(4, 'parks', '树要移走'),
    event(5, 'reply', 'roads', { replyNumber: '1号', formEnclosed: true }),
  ]
  const filled = (...events: readonly ActEvent[]) => {
    const given = { program, calendar: library.calendar(), events, now: at('2023-03-08 10:00') }
    const office = { units: new Map(), people: new Map(), program } as unknown as Office
    const showing = { lang: 'zh' as const, words: wordsOf('zh'), office, program }
    const sight = sightOf(given, { role: 'unit', unit: 'roads', person: null })
    const field = regulation.fields.publicReply
    return field === undefined ? undefined : filledBefore(showing, derive(given), sight, field)
  }
  const published = event(6, 'publish', 'roads', { publicTitle: '停车', publicReply: '路已画线。' })
  expect(filled(...before)).toBe('路已画线')
  expect(filled(...before, published)).toBe('路已画线。')
  expect(filled(...before, published, draft(7, 'parks', '树不移了'))).not.toContain('树')
  const both = filled(...before, published, event(7, 'reply', 'parks', { replyNumber: '2号', formEnclosed: true }))
  expect(both).toBe('roads\n路已画线\n\nparks\n树要移走')
})
