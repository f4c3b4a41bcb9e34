import { gunzipSync } from 'node:zlib'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { compressAnswers } from './compress.js'

const lengths = [5000, 60_000, 3000, 400_000, 4000]
const answer = (length: number) => ({ text: '回音𠮷é-'.repeat(length / 5) })

it('packs every answer whole, whatever its length and whichever came before it', async () => {
  const app = fastify()
  compressAnswers(app)
  app.get<{ Params: { length: string } }>('/:length', (request) => answer(Number(request.params.length)))
  const got = await Promise.all(
    lengths.map((length) => app.inject({ url: `/${length}`, headers: { 'accept-encoding': 'gzip' } })),
  )
  expect(got.map(({ headers }) => headers['content-encoding'])).toEqual(lengths.map(() => 'gzip'))
  expect(got.map(({ rawPayload }) => JSON.parse(gunzipSync(rawPayload).toString()))).toEqual(lengths.map(answer))
  await app.close()
})
