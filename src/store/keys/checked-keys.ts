import type { Database } from '../database/database.js'
import { CannotStart } from '../database/faults.js'
import { asEveryGovernment, asGovernment, asNoGovernment, type Query } from '../database/transaction.js'
import { listGovernments } from '../offices.js'
import { identityOf } from '../person.js'
import { type Keys, makeMissingKeys, openKeys, type Sealed } from './keys.js'

/**
 * The keys in `folder`, if they are those of this database: their check values were written there before anything was sealed with
 * them. Only a database that has none and no matter either gets new keys.
 */
export async function checkedKeys(database: Database, folder: string): Promise<Keys> {
  const known = await readChecks(database)
  if (known.size === 0 && !(await hasMatters(database))) makeMissingKeys(folder)
  const keys = keysIn(folder)
  refuseOthers(folder, known, keys)
  if (known.size === 0) await tryStoredSeals(database, folder, keys)
  await writeChecks(database, keys)
  // Of two that start at the same moment with different keys, the later reads what the other wrote.
  refuseOthers(folder, await readChecks(database), keys)
  return keys
}

const hasMatters = (database: Database): Promise<boolean> =>
  asEveryGovernment(database, async (query) => (await query('select from matter limit 1')).length > 0)

function keysIn(folder: string): Keys {
  try {
    return openKeys(folder)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new CannotStart({
      zh: `缺少这个数据库的密钥，没有启动。请把密钥放回 ${folder}（或用 HUIYIN_KEYS 指明所在的文件夹）。${detail}`,
      en: `The keys of this database are missing, so it was not started. Put them back into ${folder}, or say where they lie with HUIYIN_KEYS. ${detail}`,
    })
  }
}

const readChecks = (database: Database): Promise<ReadonlyMap<string, string>> =>
  asNoGovernment(database, async (query) => {
    const rows = await query<{ name: string; value: string }>(`select name, encode(value, 'hex') as value from key_check`)
    return new Map(rows.map(({ name, value }) => [name, value]))
  })

const writeChecks = (database: Database, { checks }: Keys): Promise<void> =>
  asNoGovernment(database, async (query) => {
    for (const [name, value] of checks)
      await query(`insert into key_check (name, value) values ($1, decode($2, 'hex')) on conflict do nothing`, [name, value])
  })

function refuseOthers(folder: string, known: ReadonlyMap<string, string>, { checks }: Keys): void {
  const others = [...known].filter(([name, value]) => checks.get(name) !== value).map(([name]) => name)
  if (others.length > 0) throw otherKeys(folder, others)
}

function otherKeys(folder: string, names: readonly string[]): CannotStart {
  const list = names.join(', ')
  return new CannotStart({
    zh: `${folder} 里的密钥（${list}）不是这个数据库用过的密钥，没有启动：身份和查询码会打不开。请放回原来的密钥。`,
    en: `The keys in ${folder} (${list}) are not those of this database, so it was not started: identities and query codes could not be opened. Put the right keys back.`,
  })
}

/** A database from before there were check values: one seal of each key is tried. */
async function tryStoredSeals(database: Database, folder: string, keys: Keys): Promise<void> {
  for (const { government } of await asEveryGovernment(database, listGovernments)) {
    for (const sealed of await asGovernment(database, government, oneSealOfEachKey)) {
      try {
        keys.open(sealed, identityOf(government, sealed.person))
      } catch {
        throw otherKeys(folder, [`identity-${sealed.keyId}.key`])
      }
    }
  }
}

const oneSealOfEachKey = (query: Query): Promise<(Sealed & { person: number })[]> =>
  query('select distinct on (key_id) person, key_id as "keyId", nonce, sealed from person order by key_id, person')
