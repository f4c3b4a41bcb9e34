import { expect, it } from 'vitest'
import { isMatterNumber, matterNumber } from './matter-number.js'

it('has ten digits, the last of which checks the others', () => {
  expect(matterNumber(11, 1)).toBe('1100000019')
  expect(isMatterNumber('1100000019')).toBe(true)
})

it('catches every single wrong digit', () => {
  const number = matterNumber(37, 8_120_455)
  const wrong = [...number].flatMap((right, at) =>
    [...'0123456789'].filter((digit) => digit !== right).map((digit) => number.slice(0, at) + digit + number.slice(at + 1)),
  )
  expect(wrong).toHaveLength(90)
  expect(wrong.filter(isMatterNumber)).toEqual([])
})

it('ends when the seven digits are used up', () => {
  expect(() => matterNumber(11, 10_000_000)).toThrow('used up')
})
