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

const levels = ['directorSigns', 'legalAgrees', 'viceMayorSigns', 'mayorSigns']
const kept = (act: string) => levels.filter((level) => isDutyKeptFrom(compile(keeping(act)), level, 'unitHead'))

it('keeps every level of a text from whom its sending up is kept', () => {
  expect(kept('submit')).toEqual(levels)
  expect(kept('change')).toEqual([])
})
