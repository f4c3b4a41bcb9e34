import { expect, it } from 'vitest'
import { worded } from './worded.js'

const calls = { matter: 'letter', write: 'write a letter' }

it('puts what a government calls things into every plain text, at the beginning of a sentence too', () => {
  const words = { menu: { write: '{Write}' }, lines: ['Your {matter} is here', 'nothing'], left: '{n} letters left' }
  expect(worded(words, calls)).toEqual({
    menu: { write: 'Write a letter' },
    lines: ['Your letter is here', 'nothing'],
    left: '{n} letters left',
  })
})

it('leaves what is made from values alone: nobody’s own words are altered', () => {
  const { say } = worded({ say: (text: string) => `${text} {matter}` }, calls)
  expect(say('{write}')).toBe('{write} {matter}')
})
