import { expect, it } from 'vitest'
import { regulationSchema } from '../grammar/regulation.js'
import { namesWithoutEnglish } from './check-languages.js'

it('tells a place once, though several shapes of a question allow it', () => {
  const asks = { received: { name: '收到', figure: 'received' } }
  const weekly = { name: { zh: '周报', en: 'Weekly report' }, documents: { paper: { name: { zh: '周报', en: 'Paper' }, asks } } }
  expect(namesWithoutEnglish(regulationSchema, { officeDuties: { weekly } }).map((path) => path.join('.'))).toEqual([
    'officeDuties.weekly.documents.paper.asks.received.name',
  ])
})
