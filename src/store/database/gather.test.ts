import { expect, it, vi } from 'vitest'
import { gather } from './gather.js'

const isForAll = (error: unknown) => error instanceof Error && error.message === 'gone'
const soon = () => new Promise((done) => setTimeout(done, 5))

it('sends one alone at once, and what comes meanwhile together', async () => {
  const sent: (readonly number[])[] = []
  const ask = gather(
    async (_key, batch: readonly number[]) => {
      sent.push(batch)
      await soon()
      return batch.map((each) => each * 10)
    },
    { atOnce: 1, most: 3, isForAll },
  )
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map((each) => ask('a', each)))).toEqual([10, 20, 30, 40, 50, 60])
  expect(sent).toEqual([[1], [2, 3, 4], [5, 6]])
})

it('keeps the lines of different keys apart', async () => {
  const sent: string[] = []
  const ask = gather(
    async (key, batch: readonly number[]) => {
      sent.push(`${key} ${batch.join()}`)
      await soon()
      return batch
    },
    { atOnce: 1, most: 9, isForAll },
  )
  await Promise.all([ask('a', 1), ask('b', 2), ask('a', 3)])
  expect(sent).toEqual(['a 1', 'b 2', 'a 3'])
})

it('lets nobody fail for the fault of another', async () => {
  const ask = gather(
    async (_key, batch: readonly number[]) => {
      await soon()
      if (batch.includes(13)) throw new Error('thirteen')
      return batch
    },
    { atOnce: 1, most: 9, isForAll },
  )
  const all = await Promise.allSettled([1, 2, 13, 4].map((each) => ask('a', each)))
  expect(all.map((each) => each.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
})

it('does not send again what failed for all', async () => {
  const sent: number[] = []
  const ask = gather(
    async (_key, batch: readonly number[]) => {
      sent.push(batch.length)
      await soon()
      if (batch.length > 1) throw new Error('gone')
      return batch
    },
    { atOnce: 1, most: 9, isForAll },
  )
  const all = await Promise.allSettled([1, 2, 3].map((each) => ask('a', each)))
  expect(all.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(sent).toEqual([1, 2])
})

it('sends one after the other, and others beside one that takes long, no more than so many', async () => {
  vi.useFakeTimers()
  try {
    const sent: (readonly number[])[] = []
    const ends: (() => void)[] = []
    const ask = gather(
      async (_key, batch: readonly number[]) => {
        sent.push(batch)
        await new Promise<void>((done) => ends.push(done))
        return batch
      },
      { atOnce: 2, most: 9, isForAll },
    )
    const answers = [ask('a', 1), ask('a', 2), ask('a', 3)]
    expect(sent).toEqual([[1]])
    await vi.advanceTimersByTimeAsync(50)
    expect(sent).toEqual([[1], [2, 3]])
    answers.push(ask('a', 4))
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([[1], [2, 3]])
    ends[1]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual([[1], [2, 3], [4]])
    for (const end of ends) end()
    expect(await Promise.all(answers)).toEqual([1, 2, 3, 4])
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
