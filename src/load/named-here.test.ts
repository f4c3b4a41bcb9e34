import { expect, it } from 'vitest'
import { checkNamed } from '../core/acts/check-named.js'
import type { ActRequest, Payload } from '../core/index.js'
import { loadLibrary } from './index.js'

const library = loadLibrary({ regulations: 'regulations', calendars: 'calendars' })

const here: Pick<ActRequest, 'isUnitHere' | 'worksHere' | 'requesters'> = {
  isUnitHere: (unit, as) => unit === 'roads' || (unit === 'merged' && as === 'named'),
  worksHere: (person, roles) => person === 'wang' && (roles.length === 0 || roles.includes('viceMayor')),
  requesters: new Map([['lin', 'deputies']]),
}

const wrongIn = (id: string, stated: Payload, known: typeof here = here) => {
  const [regulation] = library.regulations.get(id) ?? []
  if (regulation === undefined) throw new Error(`no regulation ${id}`)
  const by = { role: 'office', unit: null, person: 'li' }
  return checkNamed(regulation, { act: '', by, with: stated, ...known }).map(({ field, within }) =>
    within === undefined ? field : `${within.field}[${within.row}].${field}`,
  )
}

it.each<[string, string, Payload, string[]]>([
  ['a unit of this government', 'dawukou-meetings', { submittingUnit: 'roads' }, []],
  ['a unit that was merged, named only', 'dawukou-meetings', { submittingUnit: 'merged' }, []],
  ['a unit of nowhere', 'dawukou-meetings', { submittingUnit: 'nowhere' }, ['submittingUnit']],
  ['a share for a unit', 'dawukou-proposals', { assignments: [{ unit: 'roads', part: 'lead' }] }, []],
  ['a share for one that was merged', 'dawukou-proposals', { assignments: [{ unit: 'merged', part: 'lead' }] }, ['assignments']],
  [
    'units in rows, and tells which row is wrong',
    'dawukou-handovers',
    { listedByUnit: ['roads', 'nowhere'].map((listedUnit) => ({ listedUnit, listedNumber: 1 })) },
    ['listedByUnit[1].listedUnit'],
  ],
  [
    'one person in a role that is asked for, and nobody by a name',
    'dawukou-sittings',
    { absentLeader: '王副区长' },
    ['absentLeader'],
  ],
  ['a person of whom no role is asked, by whatever name', 'dawukou-proposals', { handler: '马工' }, []],
  ['people in roles that are asked for', 'dawukou-sittings', { countersigners: ['wang', 'li'] }, ['countersigners']],
  ['a person whose duty it is, by a role of that duty', 'dawukou-meetings', { portfolioLeader: 'wang' }, []],
  ['nobody who could not have the duty', 'dawukou-meetings', { portfolioLeader: 'li' }, ['portfolioLeader']],
  ['nor somebody by a name alone', 'dawukou-meetings', { portfolioLeader: '王区长' }, ['portfolioLeader']],
  ['nobody whom an item says to owe it', 'dawukou-sittings', { countersigner: 'nobody' }, ['countersigner']],
  ['anybody who owes nothing', 'dawukou-mailbox', { respondentPerson: '王某' }, []],
])('knows %s', (_, id, stated, wrong) => {
  expect(wrongIn(id, stated)).toEqual(wrong)
  expect(wrongIn(id, stated, {})).toEqual([])
})
