import { expect, it } from 'vitest'
import { isOwn, onceWritten, sendOwn } from './own-writes.js'

const heard = (matter: string, revision: number, told: string[]): void =>
  onceWritten(() => {
    if (!isOwn(matter, revision)) told.push(matter)
  })

it('knows what this page wrote, and nothing that came after it or had no revision', async () => {
  await sendOwn(
    async () => 4,
    (revision) => [{ id: '7', revision }],
  )
  expect([isOwn('7', 3), isOwn('7', 4), isOwn('7', 5), isOwn('7', null), isOwn('8', 1), isOwn(null, 1)]).toEqual([
    ...[true, true, false, false, false, false],
  ])
})

it('a change that is heard of before the answer to several is weighed when all is answered, and another one told then', async () => {
  const told: string[] = []
  let answer: (ids: readonly string[]) => void = () => undefined
  const sent = sendOwn(
    () => new Promise<readonly string[]>((done) => (answer = done)),
    (ids) => ids.map((id) => ({ id, revision: 2 })),
  )
  heard('31', 2, told)
  heard('32', 2, told)
  heard('40', 2, told)
  expect(told).toEqual([])
  answer(['31', '32'])
  await sent
  expect(told).toEqual(['40'])
  heard('41', 1, told)
  expect(told).toEqual(['40', '41'])
})

it('what failed keeps nobody waiting', async () => {
  const told: string[] = []
  const sent = sendOwn(
    () => Promise.reject(new Error('cut off')),
    () => [],
  )
  heard('50', 1, told)
  await expect(sent).rejects.toThrow('cut off')
  expect(told).toEqual(['50'])
})
