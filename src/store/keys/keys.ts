import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson, sendable } from '../proof/canonical.js'
import type { Json } from '../types.js'
import { makeDurableFolder } from './durable-file.js'
import { makeKeyFile, readKeyFile } from './key-file.js'

/** What is sealed lies in the database; the key does not. */
export type Sealed = { readonly keyId: string; readonly nonce: Buffer; readonly sealed: Buffer }

/** 密钥. Kept in files beside the database, readable by us alone; without them identities cannot be opened again. */
export type Keys = {
  /** `about` says whose it is: what was sealed for one cannot be opened as another's. */
  seal(value: Json, about: string): Sealed
  open(sealed: Sealed, about: string): Json
  sealBytes(bytes: Buffer, about: string): Sealed
  openBytes(sealed: Sealed, about: string): Buffer
  /** A hash that nobody can compute, or guess short codes from, without the key. */
  mark(text: string): Buffer
  /** By the name of its file: what each key makes of a fixed text. It tells keys apart and nothing about them. */
  readonly checks: ReadonlyMap<string, string>
}

const cipherName = 'aes-256-gcm'
/** So long is the nonce of whatever is sealed. */
export const nonceBytes = 12
const tagBytes = 16
const sealingKey = /^identity-(\d+)\.key$/
const codeKeyName = 'code.key'
const sealingKeyName = (id: string): string => `identity-${id}.key`

const sealingIds = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .flatMap((name) => sealingKey.exec(name)?.[1] ?? [])
        .sort((a, b) => Number(a) - Number(b))
    : []

/** What is not there of a first set. Only where nothing was sealed yet. They lie on the disk when this returns. */
export function makeMissingKeys(folder: string): void {
  makeDurableFolder(folder, 0o700)
  for (const name of [sealingKeyName(sealingIds(folder)[0] ?? '1'), codeKeyName]) makeKeyFile(join(folder, name))
}

/** Reads the keys in `folder`. A new sealing key is a new file with the next number; old ones stay. */
export function openKeys(folder: string): Keys {
  const ids = sealingIds(folder)
  const current = ids.at(-1)
  if (current === undefined) throw new Error(`${folder}: no identity-….key`)
  const codeKey = readKey(folder, codeKeyName)
  const sealing = new Map(ids.map((id) => [id, readKey(folder, sealingKeyName(id))]))
  const keyOf = (id: string): KeyObject => sealing.get(id) ?? missing(folder, id)
  const named: readonly (readonly [string, KeyObject])[] = [
    [codeKeyName, codeKey],
    ...[...sealing].map(([id, key]) => [sealingKeyName(id), key] as const),
  ]
  return {
    seal: (value, about) => ({ keyId: current, ...seal(keyOf(current), Buffer.from(sendable(value)), about) }),
    open: (sealed, about) => parseJson(open(keyOf(sealed.keyId), sealed, about).toString()),
    sealBytes: (bytes, about) => ({ keyId: current, ...seal(keyOf(current), bytes, about) }),
    openBytes: (sealed, about) => open(keyOf(sealed.keyId), sealed, about),
    mark: (text) => createHmac('sm3', codeKey).update(text).digest(),
    checks: new Map(named.map(([name, key]) => [name, createHmac('sm3', key).update(`check/${name}`).digest('hex')])),
  }
}

function seal(key: KeyObject, bytes: Buffer, about: string): Omit<Sealed, 'keyId'> {
  const nonce = freshNonce()
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(about))
  return { nonce, sealed: Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]) }
}

/** Drawn for many at once: asking for random bytes takes longer than making them. None is handed out twice. */
let drawn = Buffer.alloc(0)
function freshNonce(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(256 * nonceBytes)
  const nonce = drawn.subarray(0, nonceBytes)
  drawn = drawn.subarray(nonceBytes)
  return nonce
}

function open(key: KeyObject, { nonce, sealed }: Sealed, about: string): Buffer {
  const decipher = createDecipheriv(cipherName, key, nonce).setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
}

const readKey = (folder: string, name: string): KeyObject => createSecretKey(readKeyFile(join(folder, name)))

function missing(folder: string, id: string): never {
  throw new Error(`${folder}: key ${id} is missing, with which this was sealed`)
}
