import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile, derive, type MatterEvent, sightOf } from '../../core/index.js'
import { loadLibrary } from '../../load/index.js'
import { at, root } from '../app.fixtures.js'
import type { Office } from '../office.js'
import { wordsOf } from '../words/index.js'
import { itemViews } from './view-items.js'

const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const regulation = library.find('dawukou-handovers', 'undated')
if (regulation === null) throw new Error('regulation of the example is gone')
const program = compile(regulation)
const office = {
  id: 'demo',
  government: { name: '示例区' },
  units: new Map(),
  people: new Map(),
  calendar: library.calendar(),
  program,
}
const showing = { lang: 'zh' as const, words: wordsOf('zh'), office: office as unknown as Office, program }
const listed: MatterEvent = {
  ...{ kind: 'act', seq: 1, act: 'registerList', at: at('2025-03-03 09:00'), assignment: null },
  by: { role: 'office', unit: null, person: 'li' },
  with: {
    ...{ title: '第一批', handingBody: 'congress', listReceivedOn: '2025-03-01', listedTotal: 3 },
    listedByUnit: [
      { listedUnit: 'roads', listedNumber: 1 },
      { listedUnit: 'lighting', listedNumber: 2 },
    ],
  },
}
const given = { program, calendar: library.calendar(), events: [listed], now: at('2025-03-04 09:00') }
const namesFor = (role: string, unit: string | null) =>
  itemViews(showing, { state: derive(given), sight: sightOf(given, { role, unit, person: null }), duties: [] }).map(
    ({ name }) => name,
  )

it('whoever may read none of an item’s words is not told that there is one', () => {
  expect(namesFor('office', null)).toEqual(['roads', 'lighting'])
  expect(namesFor('unit', 'roads')).toEqual([])
})
