import { createHmac } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openAnchors, readAnchors } from './anchors.js'
import { readEnvironment } from './environment.js'

let folder: string
let witness: Server
let url: string
let answers: number
let told: unknown[]
let signatures: unknown[]
let expected: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-anchors-'))
  ;[told, signatures, expected] = [[], [], []]
  answers = 200
  witness = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      told.push(JSON.parse(body))
      signatures.push(request.headers['huiyin-signature'])
      expected.push(`sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`)
      response.writeHead(answers).end()
    })
  })
  await new Promise<void>((listening) => witness.listen(0, '127.0.0.1', listening))
  const address = witness.address()
  url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : ''
})
afterEach(async () => {
  await new Promise((closed) => witness.close(closed))
  rmSync(folder, { recursive: true })
})

const first = { government: 'linhai', seq: 1, at: 1772413200000, hash: 'aa' }
const second = { ...first, seq: 2, hash: 'bb' }

it('keeps each witness on a line of a file that only grows', async () => {
  const environment = readEnvironment({ HUIYIN_DATA: join(folder, 'data') }, folder)
  const anchors = openAnchors(environment)
  await anchors.keep([first])
  await anchors.keep([])
  await openAnchors(environment).keep([second])
  expect(readFileSync(environment.anchorsFile, 'utf8').split('\n')).toHaveLength(3)
  expect(statSync(environment.anchorsFile).mode & 0o777).toBe(0o600)
  expect(readAnchors(environment.anchorsFile)).toEqual([first, second])
})

it('reads past a last line that a power cut left half-written', async () => {
  const environment = readEnvironment({ HUIYIN_ANCHORS: join(folder, 'anchors.jsonl') }, folder)
  await openAnchors(environment).keep([first])
  appendFileSync(environment.anchorsFile, '{"government":"lin')
  expect(readAnchors(environment.anchorsFile)).toEqual([first])
})

it('tells the address too, and what it did not take once more with the next', async () => {
  const addressed = { HUIYIN_ANCHOR_URL: url, HUIYIN_WEBHOOK_SECRET: 'secret' }
  const environment = readEnvironment({ HUIYIN_ANCHORS: join(folder, 'anchors.jsonl'), ...addressed }, folder)
  const anchors = openAnchors(environment)
  answers = 503
  await expect(anchors.keep([first])).rejects.toThrow('503')
  answers = 200
  await anchors.keep([second])
  await anchors.keep([])
  expect(told).toEqual([{ witnesses: [first] }, { witnesses: [first, second] }])
  // Signed, also where no messages are posted anywhere.
  expect(signatures).toEqual(expected)
})
