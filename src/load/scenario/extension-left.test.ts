import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { type Regulation, shanghai } from '../../core/index.js'
import { loadLibrary, loadScenarios, runScenario, sayBecause, sayForAuthor, sayingOf } from '../index.js'

const root = join(fixtures, '..', '..', '..')
const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const file = join(root, 'regulations/dawukou-mailbox/undated/scenarios/11-extension.yaml')

/** Why the first extensions of an example are refused, as whoever asked for them reads it. */
function reasons(title: string, lang: 'zh' | 'en'): readonly string[] {
  const saying = sayingOf(library.find('dawukou-mailbox', 'undated') as Regulation, lang)
  const { scenarios } = loadScenarios(file)
  return scenarios
    .filter((each) => each.title.zh === title)
    .map((each) => ({ ...each, steps: each.steps.map((step) => ({ ...step, refused: undefined, clause: undefined })) }))
    .flatMap((each) => runScenario(each, library).failures)
    .flatMap(({ because = [] }) => sayBecause(saying, because, sayForAuthor('', shanghai)).map(({ says }) => says))
}

it('who asks for more than the longest time allows is told how much of it is left', () => {
  const [zh] = reasons('特别复杂：由区政府办公室主任批，最长到第十五个工作日', 'zh')
  expect(zh).toBe('“办结”连同延期最迟到2023-03-27 24:00，还可以延长10个工作日')
  const [en] = reasons('特别复杂：由区政府办公室主任批，最长到第十五个工作日', 'en')
  expect(en).toMatch(/^with all extensions .* ends 2023-03-27 24:00 at the latest; 10 workdays are left$/)
})
