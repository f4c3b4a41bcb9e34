import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { coverageOf } from '../index.js'

it('says how each clause is carried and which examples name it', () => {
  const { regulations, broken } = coverageOf(fixtures)
  expect(broken).toEqual([])
  const [mailbox] = regulations
  expect(mailbox).toMatchObject({
    id: 'example-mailbox',
    title: { zh: '示例区长信箱办理办法' },
    scenarios: 1,
    counts: { executed: 36, form: 0, judgement: 0, 'not-covered': 1 },
  })
  const clause = (id: string) => mailbox?.clauses.find((each) => each.id === id)
  expect(clause('13.2.2')).toMatchObject({
    rules: ['duties.conclude'],
    scenarios: [{ zh: '国庆放假不计入五个工作日', en: '国庆放假不计入五个工作日' }],
  })
  expect(clause('10.2')?.rules).toEqual(['acts.return.within', 'acts.return'])
  expect(clause('8.11')).toMatchObject({ rules: ['acts.decline.needsWhen.0'], scenarios: [] })
  expect(mailbox?.unexercised).not.toContain('13.2.2')
})

it('names the regulations it cannot read', () => {
  expect(coverageOf(join(fixtures, '..', 'library')).broken.map((each) => each.endsWith(join('torn', '2025-01-01')))).toEqual([
    true,
  ])
})
