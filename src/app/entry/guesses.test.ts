import { describe, expect, it } from 'vitest'
import { type Instant, instant } from '../../core/index.js'
import { type Guess, type Guesses, openGuesses } from './guesses.js'

const most = { perPlace: 5, perAddress: 30, perThing: 50 }
const guess = (more: Partial<Guess> = {}): Guess => ({
  about: 'login/demo/li',
  address: '10.0.0.1',
  device: null,
  isProven: false,
  ...more,
})

function opened(): { guesses: Guesses; pass(seconds: number): void } {
  let now: Instant = instant(1_760_000_000_000)
  return {
    guesses: openGuesses(() => now),
    pass: (seconds) => {
      now = instant(now + seconds * 1000)
    },
  }
}

const wrongly = (guesses: Guesses, times: number, more: Partial<Guess> = {}) =>
  Array.from({ length: times }, () => guesses.take(guess(more), most)?.seconds ?? 0)

describe('guesses', () => {
  it('wait longer after each that was wrong', () => {
    const { guesses, pass } = opened()
    expect(wrongly(guesses, 6)).toEqual([0, 0, 0, 0, 0, 15])
    pass(15)
    expect(wrongly(guesses, 2)).toEqual([0, 30])
    pass(29)
    expect(wrongly(guesses, 1)).toEqual([1])
    pass(1)
    expect(wrongly(guesses, 2)).toEqual([0, 60])
  })

  it('a thousand at once are counted before one of them is weighed', () => {
    const { guesses } = opened()
    expect(wrongly(guesses, 1000).filter((seconds) => seconds === 0)).toHaveLength(5)
  })

  it('do not hold up who knows the password elsewhere, nor on a device known for it', () => {
    const { guesses } = opened()
    wrongly(guesses, 40)
    expect(guesses.take(guess({ address: '10.0.0.2' }), most)).toBeNull()
    expect(guesses.take(guess({ device: 'desk' }), most)).toBeNull()
  })

  it('from many addresses hold up strangers alone, and work lets those pass', () => {
    const { guesses } = opened()
    for (let at = 0; at < 50; at += 1) wrongly(guesses, 1, { address: `10.0.1.${at}` })
    expect(guesses.take(guess({ address: '10.0.2.1' }), most)?.seconds).toBe(15)
    expect(guesses.take(guess({ address: '10.0.2.1', isProven: true }), most)).toBeNull()
    expect(guesses.take(guess({ address: '10.0.2.1', device: 'desk' }), most)).toBeNull()
  })

  it('that are right are never counted: a whole office signs in from one address', () => {
    const { guesses } = opened()
    const waits = Array.from({ length: 300 }, (_, at) => {
      const own = guess({ about: `login/demo/${at}` })
      const wait = guesses.take(own, most)
      guesses.right(own)
      return wait
    })
    expect(waits.every((wait) => wait === null)).toBe(true)
  })

  it('from one house with many IPv6 networks wait together, whichever of them is used', () => {
    const { guesses } = opened()
    const from = (at: number) => guess({ about: `login/demo/${at}`, address: `2001:db8:7:${at.toString(16)}::1` })
    const waits = Array.from({ length: 121 }, (_, at) => guesses.take(from(at), most)?.seconds ?? 0)
    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(120)
    expect(guesses.take(guess({ address: '2001:db8:8::1' }), most)).toBeNull()
  })

  it('ask for more work the more were wrong', () => {
    const { guesses } = opened()
    wrongly(guesses, 5)
    const first = guesses.take(guess(), most)?.effort ?? 0
    wrongly(guesses, 10, { isProven: true })
    expect(guesses.take(guess(), most)?.effort).toBe(first * 4)
  })
})
