import { expect, it } from 'vitest'
import { readDemoFile } from './demo-file.js'

const file = (like: string): string => `
government: { id: g, name: G, numberPrefix: 1, regulation: r, version: v }
units: []
accounts: []
messages:
  - id: a
    time: "09:00"
    with: { title: lamps }
    steps:
      - { day: 1, time: "09:00", act: reply, by: u, with: { text: the lamps are mended, place: east } }
  - ${like}
`

it('lets one that is worked like another say what fits its own letter', () => {
  const { messages } = readDemoFile(
    file('{ id: b, like: a, with: { title: benches }, says: { reply: { text: the benches are mended } } }'),
    'x',
  )
  expect(messages.map(({ steps: [step] }) => step?.with)).toEqual([
    { text: 'the lamps are mended', place: 'east' },
    { text: 'the benches are mended', place: 'east' },
  ])
})

it('refuses words for an act that the other has not done', () => {
  expect(() => readDemoFile(file('{ id: b, like: a, says: { answer: { text: "" } } }'), 'x')).toThrow('no step answer')
})
