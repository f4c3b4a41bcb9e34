import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type ActEvent, compile, type Regulation, type Sight, sightOf } from '../core/index.js'
import { loadLibrary } from '../load/index.js'
import { at, root } from './app.fixtures.js'
import { requester } from './index.js'
import type { Office } from './office.js'
import { trackView } from './view-track.js'
import { wordsOf } from './words/index.js'

const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })

function mailbox(): Regulation {
  const regulation = library.regulations.get('dawukou-mailbox')?.[0]
  if (regulation === undefined) throw new Error('no regulation')
  return regulation
}

const act = (seq: number, id: string, role: string, stated: ActEvent['with']): ActEvent => ({
  ...{ kind: 'act', seq, act: id, by: { role, unit: null, person: null }, assignment: null, with: stated },
  at: at(`2023-03-0${seq} 10:00`),
})

/** The page of a letter of which the office says otherwise, in an act, what its writer said. */
function page(regulation: Regulation, look: (sight: Sight) => Sight = (sight) => sight) {
  const program = compile(regulation)
  const events = [
    act(1, 'submit', 'requester', { title: '路灯不亮', body: '五天了。', category: 'consultation' }),
    act(2, 'accept', 'governmentOffice', { title: '内部标题', body: '内部的话', category: 'complaint' }),
  ]
  const given = { program, calendar: library.calendar(), events, now: at('2023-03-03 10:00') }
  const government = { name: '示例区' }
  const office = { id: 'demo', government, units: new Map(), people: new Map(), program } as unknown as Office
  const view = trackView(
    { lang: 'zh', words: wordsOf('zh'), office, program },
    { row: { number: '1000000044' }, given, actor: requester, sight: look(sightOf(given, requester)), files: [], came: [] },
  )
  return { title: view.title, letter: view.letter, category: view.category?.id ?? null }
}

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
