import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile, instant, optionsMeant, type Regulation } from '../src/core/index.js'
import { loadLibrary } from '../src/load/index.js'

const library = loadLibrary({
  regulations: join(import.meta.dirname, '../regulations'),
  calendars: join(import.meta.dirname, '../calendars'),
})
const program = compile(library.find('dawukou-supervision', 'undated') as Regulation)
const now = instant(Date.parse('2026-11-30T10:00:00+08:00'))
const given = { program, calendar: library.calendar(), events: [], now }
const { acts, fields } = program.regulation
const sources = fields.taskSource?.options ?? []
const by = { role: 'office', unit: null, person: null }
const open = (act: string, field: string, options: readonly string[]) =>
  optionsMeant(given, { act, by, with: {} }, { field, options, isKnown: () => true })

it('each source of supervised items has one way in, and its form offers it; together they are the twelve of the clause', () => {
  const ways = Object.values(acts).filter(({ starts }) => starts)
  const offered = ways.map(({ id }) =>
    open(
      id,
      'taskSource',
      sources.map((each) => each.id),
    ),
  )
  expect(ways.map(({ id }, at) => [id, offered[at]])).toEqual([
    [
      'establish',
      [
        'higherDecision',
        'higherDocument',
        'districtDecision',
        'meetingDecision',
        'districtDocument',
        'efficiency',
        'coordination',
        'other',
      ],
    ],
    ['register', ['higherInstruction', 'leaderInstruction']],
    ['takeIn', ['proposals', 'publicMessages', 'stateCouncil']],
  ])
  expect(offered.flat().sort()).toEqual(sources.map(({ id }) => id).sort())
  const cited = sources.flatMap(({ clause }) => clause).map((clause) => clause.split('.')[1])
  expect([...new Set(cited)].sort((one, other) => Number(one) - Number(other))).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '10',
    '11',
    '12',
  ])
})

it('what the condition of an act does not read is offered whole, and so is all where nothing could open it', () => {
  const types = ['comprehensive', 'daily']
  expect(open('establish', 'supervisionType', types)).toEqual(types)
  // Before anything was registered no share can be reported on, whatever is chosen.
  expect(open('decideReview', 'reviewOutcome', ['uphold', 'revoke'])).toEqual(['uphold', 'revoke'])
})
