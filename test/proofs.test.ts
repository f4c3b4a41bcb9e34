import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openProofs } from '../src/app/entry/proofs.js'
import { type Instant, instant } from '../src/core/index.js'
import { sha256, solveProof } from '../src/web/parts/solve-proof.js'

let now: Instant = instant(1_760_000_000_000)
const proofs = openProofs(new Uint8Array(32).fill(3), () => now)

it('takes work once', async () => {
  const proof = (await solveProof(await proofs.ask(2000))) ?? ''
  expect(await Promise.all([proofs.isDone(proof), proofs.isDone(proof)])).toEqual([true, false])
})

it('takes no other number, no challenge made less hard, none of somebody else, and none that is too old', async () => {
  const made = await proofs.ask(2000)
  const proof = JSON.parse((await solveProof(made)) ?? '{}')
  expect(await proofs.isDone(JSON.stringify({ ...proof, number: proof.number + 1 }))).toBe(false)
  const others = await openProofs(new Uint8Array(32).fill(4), () => now).ask(10)
  expect(await proofs.isDone((await solveProof(others)) ?? '')).toBe(false)
  const late = (await solveProof(await proofs.ask(10))) ?? ''
  now = instant(now + 11 * 60_000)
  expect(await proofs.isDone(late)).toBe(false)
})

it.each([
  '',
  'null',
  '7',
  '{}',
  '{"challenge":1}',
  '{"challenge":"x","salt":"?until=99999999999999&","signature":"x","number":1}',
])('takes no %s', async (sent) => {
  expect(await proofs.isDone(sent)).toBe(false)
})

it.each([0, 1, 55, 56, 63, 64, 119, 200])('hashes %i letters as everybody does', (length) => {
  const text = 'a'.repeat(length)
  const hex = [...sha256(text)].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  expect(hex).toBe(createHash('sha256').update(text).digest('hex'))
})
