import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson, sendable } from './canonical.js'
import type { Json } from './types.js'

/** What is sealed lies in the database; the key does not. */
export type Sealed = { readonly keyId: string; readonly nonce: Buffer; readonly sealed: Buffer }

/** 密钥. Kept in files beside the database, readable by us alone; without them identities cannot be opened again. */
export type Keys = {
  /** `about` says whose it is: what was sealed for one cannot be opened as another's. */
  seal(value: Json, about: string): Sealed
  open(sealed: Sealed, about: string): Json
  /** A hash that nobody can compute, or guess short codes from, without the key. */
  mark(text: string): Buffer
}

const cipherName = 'aes-256-gcm'
const keyBytes = 32
const tagBytes = 16
const sealingKey = /^identity-(\d+)\.key$/

export const hasKeys = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0

/** Reads the keys in `folder`, making the first ones. A new sealing key is a new file with the next number; old ones stay. */
export function openKeys(folder: string): Keys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!hasKeys(folder)) for (const name of ['identity-1.key', 'code.key']) makeKey(join(folder, name))
  const codeKey = readKey(join(folder, 'code.key'))
  const ids = readdirSync(folder).flatMap((name) => sealingKey.exec(name)?.[1] ?? [])
  const sealing = new Map(ids.map((id) => [id, readKey(join(folder, `identity-${id}.key`))]))
  const current = ids.sort((a, b) => Number(a) - Number(b)).at(-1)
  if (current === undefined) throw new Error(`${folder}: no identity-….key`)
  const keyOf = (id: string): KeyObject => sealing.get(id) ?? missing(folder, id)
  return {
    seal: (value, about) => ({ keyId: current, ...seal(keyOf(current), value, about) }),
    open: (sealed, about) => open(keyOf(sealed.keyId), sealed, about),
    mark: (text) => createHmac('sm3', codeKey).update(text).digest(),
  }
}

function seal(key: KeyObject, value: Json, about: string): Omit<Sealed, 'keyId'> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(about))
  return { nonce, sealed: Buffer.concat([cipher.update(sendable(value), 'utf8'), cipher.final(), cipher.getAuthTag()]) }
}

function open(key: KeyObject, { nonce, sealed }: Sealed, about: string): Json {
  const decipher = createDecipheriv(cipherName, key, nonce).setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  return parseJson(Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]).toString())
}

/** `wx`: of two processes that start at once, one makes the key and the other reads it. */
function makeKey(file: string): void {
  try {
    writeFileSync(file, randomBytes(keyBytes).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

function readKey(file: string): KeyObject {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  if (key.length !== keyBytes) throw new Error(`${file}: not a key of ${keyBytes} bytes in hexadecimal`)
  return createSecretKey(key)
}

function missing(folder: string, id: string): never {
  throw new Error(`${folder}: key ${id} is missing, with which this was sealed`)
}
