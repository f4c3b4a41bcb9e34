import { expect, it } from 'vitest'
import { root } from '../app/app.fixtures.js'
import { openSimulator } from './simulator.js'

const regulations = [`${root}/test/fixtures/regulations`]
const scenario = `format: 4
title: 收到来件
regulation: example-mailbox
steps:
  - { at: 2025-09-29 10:00, act: submit, by: requester, with: { channel: web, category: complaint, title: 路灯不亮, body: 路灯连续多日不亮请尽快修理 } }
`

it('runs a scenario in a thread of its own', { timeout: 60_000 }, async () => {
  const simulator = openSimulator(root, regulations, 30_000)
  expect((await simulator.run({ scenario, lang: 'zh' }))?.runs).toHaveLength(1)
  await simulator.close()
})

it('stops what takes longer than it may, and takes the next', { timeout: 60_000 }, async () => {
  const simulator = openSimulator(root, regulations, 0)
  const asked = { scenario, lang: 'zh' } as const
  expect(await Promise.all([simulator.run(asked), simulator.run(asked)])).toEqual([null, null])
  await simulator.close()
})
