import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  checkRules,
  findingText,
  loadLibrary,
  loadRegulation,
  loadScenarios,
  runScenario,
  scenarioFiles,
} from '../src/load/index.js'

const root = join(import.meta.dirname, 'fixtures/concepts')
const folders = [
  'all-concepts/2025-01-01',
  'starts-and-caps/undated',
  'office-duties/2025-01-01',
  'corrections/2025-01-01',
  'questions/2025-01-01',
  'named-holders/2025-01-01',
  'requirements/2025-01-01',
  'sign-offs/2025-01-01',
  'silences/2025-01-01',
  'items/2025-01-01',
  'parts/2025-01-01',
  'selections/2025-01-01',
].map((each) => join(root, each))
const library = loadLibrary({ regulations: root, calendars: join(import.meta.dirname, '../calendars') })

/** Every concept of the core has an example, whether or not a shipped regulation uses it. */
it.each(folders)('%s is a regulation without errors, and so are its examples', (folder) => {
  const loaded = loadRegulation(folder)
  const examples = scenarioFiles(join(folder, 'scenarios')).flatMap((file) => loadScenarios(file).findings)
  const errors = [...loaded.findings, ...checkRules(loaded), ...examples].filter((each) => each.level === 'error')
  expect(errors.map((each) => findingText(each, 'en'))).toEqual([])
})

it.each(folders.flatMap((folder) => scenarioFiles(join(folder, 'scenarios'))).flatMap((file) => loadScenarios(file).scenarios))(
  '$title.zh',
  (scenario) => {
    expect(runScenario(scenario, library).failures).toEqual([])
  },
)

it('of a day that is fixed it is known whether the text names it, it was reckoned back from one that was stated, or stated itself', () => {
  const found = folders
    .flatMap((folder) => scenarioFiles(join(folder, 'scenarios')))
    .flatMap((file) => loadScenarios(file).scenarios)
    .flatMap((scenario) => runScenario(scenario, library).steps)
    .flatMap(({ changes }) => changes.map(({ receipt }) => receipt))
    .flatMap(({ limit, fixedBy }) => (fixedBy === null ? [] : [`${limit?.kind}: ${fixedBy}`]))
  expect([...new Set(found)].sort()).toEqual(['before: before', 'on: text', 'round: text', 'set: statement', 'yearly: text'])
})
