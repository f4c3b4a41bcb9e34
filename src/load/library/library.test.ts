import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { day } from '../../core/index.js'
import { listRegulations, loadLibrary } from '../index.js'

const root = join(fixtures, '..', 'library')
const library = loadLibrary({ regulations: root, calendars: join(fixtures, '..', 'calendars') })

it('lists every version below a folder', () => {
  expect(listRegulations(root).map(({ id, version }) => `${id}/${version}`)).toEqual([
    'old/undated',
    'small/2024-01-01',
    'small/2025-03-01',
    'small/draft',
    'torn/2025-01-01',
  ])
})

it('sorts versions by their beginning, the draft last, and leaves out what is wrong', () => {
  expect([...library.regulations].map(([id, versions]) => [id, versions.map((each) => each.version)])).toEqual([
    ['old', ['undated']],
    ['small', ['2024-01-01', '2025-03-01', 'draft']],
  ])
  expect(library.findings.map(({ code, file }) => [code, file.endsWith(join('torn', '2025-01-01', 'regulation.yaml'))])).toEqual([
    ['yaml', true],
  ])
})

it.each([
  ['small', '2023-12-31', null],
  ['small', '2024-01-01', '2024-01-01'],
  ['small', '2024-12-31', '2024-01-01'],
  ['small', '2025-01-01', null],
  ['small', '2025-03-01', '2025-03-01'],
  ['small', '2030-01-01', '2025-03-01'],
  ['old', '1995-01-01', 'undated'],
  ['none', '2025-01-01', null],
])('%s on %s: version %s', (id, on, expected) => {
  expect(library.versionInForce(id, day(on))?.version ?? null).toBe(expected)
})

it('finds a version by name, and builds a calendar once', () => {
  expect(library.find('small', 'draft')?.version).toBe('draft')
  expect(library.find('small', '2026-01-01')).toBeNull()
  expect(library.calendar('hill')).toBe(library.calendar('hill'))
  expect(library.overlays()).toEqual(['hill'])
})
