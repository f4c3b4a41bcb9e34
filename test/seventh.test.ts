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

const root = join(import.meta.dirname, 'fixtures/seventh')
const folder = join(root, 'yundu-reply/2025-01-01')
const library = loadLibrary({ regulations: root, calendars: join(import.meta.dirname, '../calendars') })

/** Written from the guide alone; test/browser/seventh.spec.ts runs it with screens. */
it('is sound', () => {
  const loaded = loadRegulation(folder)
  expect([...loaded.findings, ...checkRules(loaded)].map((each) => findingText(each, 'en'))).toEqual([])
})

it.each(scenarioFiles(join(folder, 'scenarios')).flatMap((file) => loadScenarios(file).scenarios))('$title.zh', (scenario) => {
  expect(runScenario(scenario, library).failures).toEqual([])
})
