import { join } from 'node:path'
import { expect, it } from 'vitest'
import { workOf, works } from '../../core/index.js'
import { loadRegulation } from '../index.js'

const root = join(import.meta.dirname, '../../../regulations')

it.each([
  ['longnan-wenzheng/2021-03-04', 'receive', 'accept dispatch'],
  ['longnan-wenzheng/2021-03-04', 'decide', 'instruct'],
  ['longnan-wenzheng/2021-03-04', 'review', 'reviewReturn reviewExtension decideObjection review findFault decideExclusion'],
  ['longnan-wenzheng/2021-03-04', 'supervise', 'superviseInstructed superviseOverdue superviseAtFault refer'],
  ['longnan-wenzheng/2021-03-04', 'close', 'publish'],
  ['xizang-2022/2023-01-01', 'receive', 'registration disposal'],
  ['xizang-2022/2023-01-01', 'supervise', 'tracking explanation'],
  ['xizang-2022/2023-01-01', 'close', 'conclusion archiving unitArchiving'],
  ['xizang-2017/2017-07-27', 'decide', 'approval'],
  ['xizang-2017/2017-07-27', 'close', 'followUp conclusion archiving unitArchiving'],
  ['weibin-mailbox/undated', 'receive', 'acceptance disposal dispatch'],
  ['weibin-mailbox/undated', 'supervise', 'urging'],
  ['dawukou-mailbox/undated', 'receive', 'reception dispatch'],
  ['dawukou-mailbox/undated', 'close', 'publication'],
  ['dawukou-ducha/undated', 'receive', 'comparison warnEmergency dispatch'],
])('%s: of the work %s are %s', (folder, work, expected) => {
  const { regulation } = loadRegulation(join(root, folder))
  const duties = Object.values(regulation?.duties ?? {})
  expect(regulation === null ? [] : duties.filter((duty) => workOf(regulation, duty) === work).map(({ id }) => id)).toEqual(
    expected.split(' '),
  )
})

it('sorts filing behind what nobody has looked at yet', () => {
  expect(works.indexOf('close')).toBeGreaterThan(works.indexOf('receive'))
})
