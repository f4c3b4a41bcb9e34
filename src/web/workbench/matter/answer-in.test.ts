import { expect, it } from 'vitest'
import type { MatterView } from '../../../contract/index.js'
import { answerIn } from './answer-in.js'

const entry = (seq: number, ...fields: readonly string[]) => ({
  seq,
  stated: fields.map((field) => ({ field, name: field, value: '' })),
})
const timeline = [
  entry(1, 'body'),
  entry(2, 'words'),
  entry(3, 'findings', 'words'),
  entry(4),
] as unknown as MatterView['timeline']

it('is the last entry in which an answer was written, and none where nobody wrote one', () => {
  expect(answerIn({ timeline, answerFields: ['words', 'reply'] })?.seq).toBe(3)
  expect(answerIn({ timeline, answerFields: ['reply'] })).toBeNull()
})
