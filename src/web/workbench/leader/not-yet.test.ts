import { expect, it } from 'vitest'
import type { ActView } from '../../../contract/index.js'
import { notYet } from './not-yet.js'

const act = (id: string, meets: readonly string[], sentence: string | null): ActView =>
  ({ act: id, meets, refusal: sentence === null ? null : { sentence } }) as unknown as ActView
const duty = { key: 'decide#1', metBy: ['decide', 'return'] }

it.each([
  ['one that meets it may be done', [act('decide', [], '还没有复核意见'), act('return', ['decide#1'], null)], null],
  ['it waits for others first', [act('sign', [], '环节不对'), act('decide', [], '还没有复核意见')], '还没有复核意见'],
  ['nothing that meets it is known here', [act('sign', [], '环节不对')], null],
])('says why something owed cannot be done yet: %s', (_, acts, expected) => {
  expect(notYet({ acts }, duty)?.refusal?.sentence ?? null).toBe(expected)
})
