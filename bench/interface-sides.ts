import { createHash } from 'node:crypto'
import pg from 'pg'
import { freePort } from '../test/browser/free-port.js'
import type { Asked, Asking, Request } from './ask-load.js'
import { type Child, startChild, untilServed } from './child.js'
import { cpuOf, cpuOfTree } from './cpu.js'
import type { Database } from './database.js'
import { csrf, people, tokenOf } from './letters.js'
import type { DemoOffice } from './office.js'

export type Side = { readonly name: string; readonly server: Child; readonly url: string; readonly database: Database }
/** Of one request: milliseconds of processor time of service and database, bytes of the answer; and how many went by in a second. */
export type Cost = {
  readonly cpu: number
  readonly node: number
  readonly postgres: number
  readonly bytes: number
  readonly rate: number
}

/** A service over a database of its own. `folder` is another build's, to be measured beside this one. */
export async function startSide(
  database: Database,
  {
    name,
    args,
    folder = '.',
    env = {},
  }: { name: string; args: readonly string[]; folder?: string; env?: Record<string, string> },
): Promise<Side> {
  const port = await freePort()
  const files = args.map((each) => (each.startsWith('dist/') ? `${folder}/${each}` : each))
  const settings = { HUIYIN_KEYS: database.keysFolder, HUIYIN_DATA: database.keysFolder, HUIYIN_REQUESTS_PER_MINUTE: '0' }
  const server = startChild(files, { DATABASE_URL: database.url, ...settings, ...env, PORT: String(port) })
  const url = `http://127.0.0.1:${port}`
  await untilServed(server, `${url}/healthz`, { since: performance.now() })
  return { name, server, url, database }
}

/** A government, its units, and the people of the bench signed in; straight into the tables, which all builds have alike. */
export async function furnish({ connection }: Database, { government, units }: DemoOffice): Promise<void> {
  const { id, name, numberPrefix, regulation, version, settings } = government
  const client = new pg.Client({ ...connection, options: '-c search_path=huiyin' })
  await client.connect()
  try {
    await client.query(
      'insert into government (government, name, number_prefix, regulation, regulation_version, settings) values ($1, $2, $3, $4, $5, $6)',
      [id, name, numberPrefix, regulation, version, JSON.stringify(settings)],
    )
    for (const [at, unit] of units.entries()) {
      const row = [id, unit.id, unit.name, at]
      await client.query("insert into unit (government, unit, name, kind, position) values ($1, $2, $3, 'unit', $4)", row)
    }
    for (const { account, role, isOfUnit } of people) {
      await client.query(
        'insert into account (government, account, login, name, is_admin, disabled) values ($1, $2, $2, $2, false, false)',
        [id, account],
      )
      const unit = isOfUnit ? (units[0]?.id ?? '') : ''
      await client.query('insert into account_role (government, account, role, unit) values ($1, $2, $3, $4)', [
        id,
        account,
        role,
        unit,
      ])
      const hash = createHash('sha256').update(tokenOf(account)).digest()
      await client.query(
        "insert into session (token_hash, government, account, csrf, created_at, expires_at) values ($1, $2, $3, $4, now(), now() + interval '11 hours')",
        [hash, id, account, csrf],
      )
    }
  } finally {
    await client.end()
  }
}

/** Sends these and says what each cost. */
export async function costOf(
  { name, server, url, database: { serverPid } }: Side,
  { load, requests, connections }: { load: Child; requests: readonly Request[]; connections: number },
): Promise<Cost> {
  const [node, postgres] = [cpuOf(server.pid), cpuOfTree(serverPid)]
  const answer = load.answer()
  load.send({ url, connections, requests } satisfies Asking)
  const { seconds, bytes, failures } = (await answer) as Asked
  if (failures.length > 0) throw new Error(`${name}: ${failures.join('\n')}\n${server.output().slice(-3000)}`)
  const each = (used: number) => (used * 1000) / requests.length
  const [ofNode, ofPostgres] = [each(cpuOf(server.pid) - node), each(cpuOfTree(serverPid) - postgres)]
  return {
    cpu: ofNode + ofPostgres,
    node: ofNode,
    postgres: ofPostgres,
    bytes: bytes / requests.length,
    rate: requests.length / seconds,
  }
}
