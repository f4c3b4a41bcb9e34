import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres-for-tests.js'
import { type Database, openDatabase } from '../database/database.js'
import { linhai } from '../store.fixtures.js'
import type { ShippedEntry } from './log-keeping.js'

let made: TestDatabase
let database: Database
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`)
const settings = { days: 200 }

beforeEach(async () => {
  made = await testDatabase()
  database = openDatabase(made.connection)
  await made.store.putGovernment({ ...linhai, settings: { logDays: settings.days } })
})
afterEach(async () => {
  await database.close()
  await made.drop()
})

const write = (on: string, kind: string) =>
  made.store.administration.record('linhai', { at: day(on), account: 'li', kind, about: '', detail: {} })
const kinds = async () => (await made.store.administration.listAudit('linhai', {})).rows.map(({ kind }) => kind)
const cut = (on: string, targets: readonly string[] = []) => made.store.administration.cutLog('linhai', { at: day(on), targets })
const found = async () => (await made.store.verify()).findings.map(({ code, detail }) => `${code} ${detail}`)

/** Three entries, each witnessed on its day. */
async function threeEntries(): Promise<void> {
  for (const on of ['2025-01-01', '2025-02-01', '2025-03-01']) {
    await write(on, `of-${on}`)
    await made.store.witness(day(on) + 1000)
  }
}

describe('how long the log is kept', () => {
  it('goes after its time and no sooner, says so itself, and its chain holds', async () => {
    await threeEntries()
    // The last entry that a witness saw so long ago stays: from it the chain goes on.
    expect(await cut('2025-08-01')).toBe(0)
    expect(await cut('2025-09-01')).toBe(1)
    expect(await kinds()).toEqual(['log-cut', 'of-2025-03-01', 'of-2025-02-01'])
    expect(await cut('2025-09-01')).toBe(0)
    expect(await found()).toEqual([])
    await made.store.witness(day('2025-09-02'))
    expect(await cut('2025-09-25')).toBe(1)
    expect(await found()).toEqual([])
  })

  it('is kept for ever where nothing is set, and for 180 days whatever is set', async () => {
    await threeEntries()
    await made.store.putGovernment({ ...linhai, settings: { logDays: 3 } })
    expect(await cut('2025-07-29')).toBe(0)
    await made.store.putGovernment({ ...linhai, settings: { logDays: null } })
    expect(await cut('2025-09-25')).toBe(0)
    expect(await found()).toEqual([])
  })

  it('is not cut before every target has it', async () => {
    await threeEntries()
    expect(await cut('2025-09-25', ['syslog'])).toBe(0)
    const target = { target: 'syslog', most: 100, send: async () => undefined }
    expect(await made.store.administration.shipLog('linhai', target)).toBe(3)
    expect(await cut('2025-09-25', ['syslog', 'other'])).toBe(0)
    expect(await cut('2025-09-25', ['syslog'])).toBe(2)
  })

  it('cannot be removed by hand, not even by the owner, and the application cannot say that it was cut', async () => {
    await threeEntries()
    const rows = await database.owner.query('delete from audit_entry where seq = 1').catch((error: Error) => error.message)
    expect(rows).toContain('the log is kept')
    const forged = "insert into log_cut values ('linhai', 3, '2025-09-01', 200)"
    await expect(database.app.query(`set huiyin.government = 'linhai'; ${forged}`)).rejects.toThrow('permission denied')
    await database.owner.query(
      "insert into log_cut values ('linhai', 3, '2025-04-01', 200); delete from audit_entry where seq < 3",
    )
    expect(await found()).toEqual(['log audit_entry: what stood before entry 3 was not kept for its time'])
  })
})

describe('where the log is sent', () => {
  const sent: ShippedEntry[] = []
  const target = (name: string, most: number) => ({
    target: name,
    most,
    send: async (entries: readonly ShippedEntry[]) => void sent.push(...entries),
  })

  it('comes in order, each entry with its place in the chain, to each target at its own pace', async () => {
    await threeEntries()
    const ship = (name: string, most: number) => made.store.administration.shipLog('linhai', target(name, most))
    expect([await ship('a', 2), await ship('a', 2), await ship('a', 2), await ship('b', 9)]).toEqual([2, 1, 0, 3])
    expect(sent.map(({ seq, kind }) => `${seq} ${kind.slice(3, 10)}`)).toEqual([
      ...['1 2025-01', '2 2025-02', '3 2025-03'],
      ...['1 2025-01', '2 2025-02', '3 2025-03'],
    ])
    expect(new Set(sent.map(({ hash }) => hash)).size).toBe(3)
  })

  it('what was not taken comes again', async () => {
    await threeEntries()
    const failing = { target: 'c', most: 2, send: () => Promise.reject(new Error('line cut')) }
    await expect(made.store.administration.shipLog('linhai', failing)).rejects.toThrow('line cut')
    sent.length = 0
    expect(await made.store.administration.shipLog('linhai', target('c', 9))).toBe(3)
    expect(sent.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })
})
