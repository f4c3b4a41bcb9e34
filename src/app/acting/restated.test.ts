import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type ActEvent, compile, derive, sightOf } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { at, root } from '../app.fixtures.js'
import type { Office } from '../office.js'
import { wordsOf } from '../words/index.js'
import { actViews } from './view-act.js'

const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const [regulation] = library.regulations.get('dawukou-proposals') ?? []

const office = { role: 'office', unit: null, person: 'li' }
const act = (seq: number, id: string, stated: ActEvent['with']): ActEvent => ({
  ...{ kind: 'act', seq, act: id, by: office, assignment: null, with: stated, at: at(`2023-03-0${seq} 10:00`) },
})

it('what the platform does as it stands begins, done by hand, with what stands', () => {
  if (regulation === undefined) throw new Error('no regulation')
  const program = compile(regulation)
  const events = [
    act(1, 'register', { category: 'suggestion', level: 'district', raisedThrough: 'session', title: '停车' }),
    act(2, 'proposeUnits', { assignments: [{ unit: 'roads', part: 'lead' }], handlingMode: 'single' }),
  ]
  const given = { program, calendar: library.calendar(), events, now: at('2023-03-08 10:00') }
  const of = { units: new Map(), people: new Map(), requesters: new Map(), posts: [], settings: {}, program }
  const showing = { lang: 'zh' as const, words: wordsOf('zh'), office: of as unknown as Office, program }
  const views = actViews(showing, given, derive(given), { actor: office, sight: sightOf(given, office) })
  const begun = (id: string) =>
    Object.fromEntries(views.find((each) => each.act === id)?.fields.map((field) => [field.id, field.prefill]) ?? [])
  expect(begun('assign')).toMatchObject({ assignments: [{ unit: 'roads', part: 'lead' }], handlingMode: 'single' })
  expect(begun('assign').assignmentDocument).toBeUndefined()
  // What is decided anew is stated anew.
  expect(begun('proposeUnits').assignments).toBeUndefined()
})
