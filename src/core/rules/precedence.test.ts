import { expect, it } from 'vitest'
import { type Lead, type PrecedenceParty, weighPrecedence } from './precedence.js'

const text = (regulation: string) => ({ regulation, clause: ['1'], duty: 'answer' })
const between = [text('letters'), text('orders')]
const due = (regulation: string, on: number | null): PrecedenceParty => ({ regulation, due: on })
const leading = (leads: Lead, parties: readonly PrecedenceParty[]) =>
  weighPrecedence({ between, leads }, parties)?.map(({ party, leads: does, turn }) => [
    party.regulation,
    party.due,
    does,
    turn,
  ]) ?? null

it('asks nothing where one of the regulations stands alone, however many matters run under it', () => {
  expect(leading({ by: 'turns' }, [due('letters', 1), due('letters', 2), due('others', 3)])).toBeNull()
})

it('one regulation holds, whichever falls due first', () => {
  expect(leading({ by: 'regulation', regulation: 'orders' }, [due('letters', 1), due('orders', 9)])).toEqual([
    ['letters', 1, false, null],
    ['orders', 9, true, null],
  ])
})

it('the earliest holds; of equal ones each, of what has no day none', () => {
  expect(leading({ by: 'earliest' }, [due('orders', 5), due('letters', 7), due('orders', 6)])).toEqual([
    ['letters', 7, false, null],
    ['orders', 5, true, null],
    ['orders', 6, false, null],
  ])
  expect(leading({ by: 'earliest' }, [due('letters', 5), due('orders', 5)])?.map(([, , does]) => does)).toEqual([true, true])
  expect(leading({ by: 'earliest' }, [due('letters', null), due('orders', null)])?.map(([, , does]) => does)).toEqual([
    false,
    false,
  ])
})

it('each holds in its turn, in the order of the texts', () => {
  expect(leading({ by: 'turns' }, [due('orders', null), due('letters', 3)])).toEqual([
    ['letters', 3, true, 1],
    ['orders', null, true, 2],
  ])
})
