import { expect, it } from 'vitest'
import { inOrder } from './in-order.js'

const offer = (id: string, open: number, ...meets: readonly string[]) => ({ id, act: { meets: [...meets] }, open })

it('puts what is owed first, then what most of them allow, and leaves the rest as it came', () => {
  const offers = [offer('instruct', 3), offer('accept', 1, 'accept#1'), offer('praise', 3), offer('dispatch', 2, 'dispatch#1')]
  expect(inOrder(offers).map(({ id }) => id)).toEqual(['dispatch', 'accept', 'instruct', 'praise'])
})
