import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listRegulations, loadScenarios, scenarioFiles } from '../src/load/index.js'

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

it.each(listRegulations(join(import.meta.dirname, '../regulations')))('$id names its examples in English too', ({ folder }) => {
  const folders = [join(folder, 'scenarios'), join(folder, 'ties')]
  const titles = folders.flatMap(scenarioFiles).flatMap((file) => loadScenarios(file).scenarios.map(({ title }) => title))
  expect(titles.length).toBeGreaterThan(0)
  expect(titles.filter(({ en }) => isChinese(en)).map(({ zh }) => zh)).toEqual([])
})
