import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { type Condition, type Explanation, type Regulation, shanghai } from '../../core/index.js'
import { loadLibrary, loadScenarios, runScenario, sayBecause, sayForAuthor, sayingOf } from '../index.js'

const root = join(fixtures, '..', '..', '..')
const library = loadLibrary({ regulations: join(root, 'regulations'), calendars: join(root, 'calendars') })
const file = join(root, 'regulations/longnan-wenzheng/2021-03-04/scenarios/41-redo.yaml')

it.each([
  ['zh', '现在还没有写明', '，或者义务“办结”'],
  ['en', 'not stated yet', ' or the duty “Finish”'],
] as const)(
  'where any of several facts would do and the same one is missing, that is said once; any of them is not all of them: %s',
  (lang, unknown, or) => {
    const regulation = library.find('longnan-wenzheng', '2021-03-04') as Regulation
    // What the form asks for anyway would be told as missing from it: here it need not be stated.
    const { supervise } = regulation.acts
    const acts = { ...regulation.acts, supervise: { ...(supervise as Regulation['acts'][string]), needs: [] } }
    const found = { ...library, versionInForce: () => ({ ...regulation, acts }) }
    const saying = sayingOf(regulation, lang)
    const said = loadScenarios(file)
      .scenarios.filter(({ steps }) => steps.some(({ act }) => act === 'supervise'))
      .slice(0, 1)
      .map((each) => ({ ...each, steps: each.steps.map((step) => (step.act === 'supervise' ? { ...step, with: {} } : step)) }))
      .flatMap((each) => runScenario(each, found).failures.slice(0, 1))
      .flatMap(({ because = [] }) => sayBecause(saying, because, sayForAuthor('', shanghai)).map(({ says }) => says))
    expect(said.map((each) => each.split(unknown).length - 1)).toEqual([1])
    expect(said[0]).toContain(or)
  },
)

it('what was stated before and is needed again is asked for anew', () => {
  const regulation = library.find('xizang-2022', '2023-01-01') as Regulation
  const explanation: Explanation = {
    ...{ kind: 'plain', condition: { op: 'filled', field: 'limit', isFilled: true }, answer: true },
    fact: { of: 'value', field: 'limit', value: { workdays: 3 } },
  }
  const said = (lang: 'zh' | 'en') =>
    sayBecause(sayingOf(regulation, lang), [{ kind: 'asks', fields: ['limit'], explanation }], sayForAuthor('', shanghai))
  expect([said('zh')[0]?.says, said('en')[0]?.says]).toEqual([
    '以前写明过“办理时限”的，须重新写明',
    'where “Limit” was stated before, it must be stated again',
  ])
})

it('of several that a paper may lack, the one that it lacks is told', () => {
  const regulation = library.find('xizang-2022', '2023-01-01') as Regulation
  const filled = (field: string, isFilled: boolean): Explanation => ({
    ...{ kind: 'plain', condition: { op: 'filled', field, isFilled: true }, answer: isFilled },
    fact: { of: 'value', field, value: isFilled ? 'x' : undefined },
  })
  const parts = [filled('title', true), filled('phone', false)]
  const all: Condition = { op: 'all', of: parts.flatMap((each) => each.condition) }
  const inside: Explanation = { kind: 'group', condition: all as Extract<Condition, { op: 'all' }>, answer: false, parts }
  const explanation: Explanation = { kind: 'group', condition: { op: 'not', of: all }, answer: true, parts: [inside] }
  const [said] = sayBecause(
    sayingOf(regulation, 'zh'),
    [{ kind: 'asks', fields: ['limit'], explanation }],
    sayForAuthor('', shanghai),
  )
  expect(said?.says).toContain('联系电话')
  expect(said?.says).not.toContain('标题')
})

/** What stands in the way where examples of a text are refused, in words. */
function refusalsIn(path: string, lang: 'zh' | 'en', act: string): readonly string[] {
  const [id = '', version = ''] = path.split('/')
  const saying = sayingOf(library.find(id, version) as Regulation, lang)
  const { scenarios } = loadScenarios(join(root, 'regulations', id, version, 'scenarios', path.split('/')[2] ?? ''))
  return scenarios.flatMap((each) =>
    each.steps.flatMap((step, at) => {
      if (step.refused === undefined || step.act !== act) return []
      const { refused: _, ...asked } = step
      const played = runScenario({ ...each, steps: [...each.steps.slice(0, at), asked] }, library)
      return played.failures.flatMap(({ because = [] }) =>
        sayBecause(saying, because, sayForAuthor(act, shanghai)).map(({ says }) => says),
      )
    }),
  )
}

it('of several that would do, the one that is stands in a reason, and brackets stand in no others', () => {
  const closing = refusalsIn('dawukou-supervision/undated/11-rectification.yaml', 'zh', 'closeItem')
  expect(closing).toContain('结论要求整改的，没有整改不得办结：因为义务“按要求整改”是“待办”（须先办“报送整改情况”）')
  expect(closing.filter((each) => /（[^）]*（/.test(each))).toEqual([])
})

it('what an act states itself is put right there, not by another act', () => {
  const answering = refusalsIn('weibin-mailbox/undated/10-direct-reply.yaml', 'zh', 'answer')
  expect(answering.filter((each) => each.includes('不得公开')).length).toBeGreaterThan(0)
  expect(answering.filter((each) => each.includes('转为不公开'))).toEqual([])
})
