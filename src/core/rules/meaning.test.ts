import { expect, it } from 'vitest'
import { isForRequester, type Meaning } from '../index.js'

const none: Meaning = {
  ...{ title: 'title', letter: 'body', category: null, channel: null, answer: ['answerText'], rating: null, ledger: [] },
  ...{ followed: [], shareFrom: null, rates: [], asks: null },
  marks: {} as Meaning['marks'],
  container: {} as Meaning['container'],
}
const field = (...redacts: string[]) => ({ redacts })
const regulation = {
  meaning: none,
  fields: {
    ...{ body: field(), reason: field(), material: field(), answerText: field('material') },
    ...{ publicLetter: field('body'), publicAnswer: field('answerText') },
  },
  visibility: { public: { fields: ['publicLetter', 'publicAnswer'] } },
}

it.each([
  ['the answer', 'answerText', true],
  ['what is said for the public in its place', 'publicAnswer', true],
  ['what a unit hands in, from which it is made', 'material', true],
  ['whatever else the public reads', 'publicLetter', true],
  ['a reason', 'reason', false],
  ['the letter, though the public reads something in its place', 'body', false],
])('%s: written to whoever asked, or not', (_, id, is) => {
  expect(isForRequester(regulation, id)).toBe(is)
})
