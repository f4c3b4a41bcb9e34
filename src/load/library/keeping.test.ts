import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixtures } from '../../../test/fixtures/expected-findings.js'
import { loadLibrary } from '../index.js'
import { openKeeping } from './keeping.js'

const root = join(import.meta.dirname, '..', '..', '..')
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-keeping-'))
  file = join(folder, 'kept')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a library', () => {
  const shipped = { regulations: join(root, 'regulations'), calendars: join(root, 'calendars') }
  const wrong = { regulations: join(fixtures, '..', 'library'), calendars: join(fixtures, '..', 'calendars') }

  it.each([
    ['we ship', shipped],
    ['with findings', wrong],
  ])(
    '%s is the same from what was kept, to the last key',
    (_name, from) => {
      const parts = (keptIn: Parameters<typeof loadLibrary>[1]) => {
        const { regulations, folders, findings, ...library } = loadLibrary(from, keptIn)
        return { regulations, folders, findings, calendar: library.calendar(), overlays: library.overlays() }
      }
      const read = parts(null)
      expect(parts({ file, reader: 'a' })).toStrictEqual(read)
      const written = readFileSync(file)
      expect(parts({ file, reader: 'a' })).toStrictEqual(read)
      expect(readFileSync(file).equals(written)).toBe(true)
    },
    60_000,
  )
})

describe('a reading', () => {
  let readings: number
  beforeEach(() => {
    readings = 0
  })
  /** Reads one text, as a start would. */
  const start = ({ reader = 'a', text = 'text', isSound = true } = {}): unknown => {
    const keeping = openKeeping({ file, reader })
    const value = keeping.reading(
      [text],
      () => {
        readings += 1
        return new Map([[text, undefined]])
      },
      () => isSound,
    )
    keeping.finish()
    return value
  }

  it('is read once', () => {
    expect(start()).toEqual(start())
    expect(readings).toBe(1)
    expect(readdirSync(folder)).toEqual(['kept'])
  })

  it.each([
    ['text', { text: 'texT' }],
    ['reader', { reader: 'b' }],
  ])('is read again with another %s', (_name, other) => {
    start()
    start(other)
    expect(readings).toBe(2)
  })

  it('is not kept where it is not sound', () => {
    start({ isSound: false })
    start()
    expect(readings).toBe(2)
  })

  it.each([
    ['cut off', () => truncateSync(file, 80)],
    ['empty', () => truncateSync(file, 0)],
    ['changed by a bit', () => writeFileSync(file, readFileSync(file).fill(0, 100, 101))],
    ['gone', () => rmSync(file)],
  ])('is read and kept again when the file is %s', (_name, spoil) => {
    start()
    spoil()
    start()
    start()
    expect(readings).toBe(2)
  })

  it('is read where nothing can be kept', () => {
    rmSync(folder, { recursive: true })
    start()
    start()
    expect(readings).toBe(2)
  })
})
