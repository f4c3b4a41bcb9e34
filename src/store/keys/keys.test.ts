import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeMissingKeys, openKeys } from './keys.js'

it('seals nothing twice with one nonce, and what was sealed before stays as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-keys-'))
  makeMissingKeys(folder)
  const keys = openKeys(folder)
  const sealed = Array.from({ length: 600 }, (_, at) => keys.seal(at, `about/${at}`))
  expect(new Set(sealed.map(({ nonce }) => nonce.toString('hex'))).size).toBe(600)
  expect(sealed.map((each, at) => keys.open(each, `about/${at}`))).toEqual(sealed.map((_, at) => at))
  rmSync(folder, { recursive: true })
})
