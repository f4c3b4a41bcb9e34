import { expect, it } from 'vitest'
import type { Query } from '../database/transaction.js'
import { verifyWitnesses } from './verify-proof.js'

it('tells of every fact that nobody witnessed, however many there are', async () => {
  const unseen = Array.from({ length: 300_000 }, (_, at) => ({ kind: 'requester', matter: at + 1, seq: 0, name: '' }))
  const query = (async (text: string) =>
    text.includes("f.kind = 'requester'") && text.includes('from fact f where') ? unseen : []) as Query
  const { findings } = await verifyWitnesses(query, 'linhai')
  expect(findings.filter(({ code }) => code === 'unseen')).toHaveLength(300_000)
  expect(findings.at(-1)).toMatchObject({ matter: 300_000, code: 'unseen' })
})
