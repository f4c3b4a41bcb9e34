import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile, isDutyKeptFrom, type Regulation } from '../../core/index.js'
import { loadRegulation } from '../index.js'

const folder = join(import.meta.dirname, '../../../test/fixtures/concepts/sign-offs/2025-01-01')

/** The invented text, with one act kept from the units' heads. */
function keeping(act: string): Regulation {
  const { regulation } = loadRegulation(folder)
  const found = regulation?.acts[act]
  if (regulation === null || found === undefined) throw new Error(`no act ${act}`)
  return { ...regulation, acts: { ...regulation.acts, [act]: { ...found, keptFrom: ['unitHead'] } } }
}

/** The same, with something about what is owed for the report said otherwise. */
function reportKept(changed: Partial<Regulation['duties'][string]>): boolean {
  const regulation = keeping('change')
  const report = regulation.duties.report
  if (report === undefined) throw new Error('no duty report')
  const duties = { ...regulation.duties, report: { ...report, ...changed } }
  return isDutyKeptFrom(compile({ ...regulation, duties }), 'report', 'unitHead')
}

const [open, hidden] = [
  { act: 'report', when: null },
  { act: 'change', when: null },
]
const counts = { op: 'count', act: 'change', atLeast: 1, atMost: null, apart: 0 } as const

it.each([
  ['nothing of it is kept', {}, false],
  ['such an act meets it beside others', { metBy: [open, hidden] }, true],
  ['such an act ends it', { cancelledBy: [hidden] }, true],
  ['such an act stops its clock', { pausedBy: [hidden] }, true],
  ['such an act lets it run again', { resumedBy: [open, hidden] }, true],
  ['it is owed anew by such an act', { reopenedBy: [hidden] }, true],
  ['it applies where such an act was done', { appliesTo: counts }, true],
  ['a stage opens it where such an act was done', { opens: [{ on: 'stage', stage: 'decided', when: counts }] }, true],
] as const)('a duty, where %s', (_, changed, isKept) => {
  expect(reportKept(changed)).toBe(isKept)
})

const levels = ['directorSigns', 'legalAgrees', 'viceMayorSigns', 'mayorSigns']
const kept = (act: string) => levels.filter((level) => isDutyKeptFrom(compile(keeping(act)), level, 'unitHead'))

it('keeps every level of a text from whom its sending up is kept', () => {
  expect(kept('submit')).toEqual(levels)
  expect(kept('change')).toEqual([])
})
