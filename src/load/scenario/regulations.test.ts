import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  checkBetweenKinds,
  checkRules,
  findingText,
  listRegulations,
  loadLibrary,
  loadRegulation,
  loadScenarios,
  loadTied,
  runScenario,
  scenarioFiles,
  tiesIn,
} from '../index.js'

const root = join(import.meta.dirname, '..', '..', '..')
const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })

const all = [...library.regulations.values()].flat()

/** The law we ship: every regulation is sound, and every worked example holds. */
describe.each(listRegulations(join(root, 'regulations')))('$id/$version', ({ folder }) => {
  it('is sound', () => {
    const loaded = loadRegulation(folder)
    // A number that a parameter declares our own stays a warning until the office has said so: it is no fault of the file.
    const findings = [...loaded.findings, ...checkRules(loaded)].filter(({ code }) => code !== 'number-by-parameter')
    expect(findings.map((each) => findingText(each, 'en'))).toEqual([])
  })

  const folders = ['scenarios', join('ties', 'scenarios')].map((name) => join(folder, name))
  const files = folders.flatMap(scenarioFiles).map(loadScenarios)
  it('has examples that can be read', () => {
    expect(files.flatMap((each) => each.findings).map((each) => findingText(each, 'en'))).toEqual([])
  })

  it('is sound with what ties it to other kinds', () => {
    const tied = tiesIn(folder).map((kind) => loadTied(folder, [kind]))
    const findings = tied.flatMap((each) => [...each.findings, ...checkRules(each), ...checkBetweenKinds(each, all)])
    expect(findings.filter(({ code }) => code !== 'number-by-parameter').map((each) => findingText(each, 'en'))).toEqual([])
  })

  it.each(files.flatMap((each) => each.scenarios))('$title.zh', (scenario) => {
    expect(runScenario(scenario, library).failures).toEqual([])
  })
})

it('the life that is derived to measure the core is one that the text permits, thirty events long', () => {
  const { scenarios, findings } = loadScenarios(join(root, 'bench', 'whole-life.yaml'))
  expect(findings).toEqual([])
  const lives = scenarios.map((each) => runScenario(each, library))
  expect(lives.flatMap(({ failures }) => failures)).toEqual([])
  expect(lives.map(({ steps }) => steps.flatMap(({ events }) => events).length)).toEqual([30])
})
