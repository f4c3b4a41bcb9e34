import type pg from 'pg'
import { StoreUnavailable } from './faults.js'

export const appRole = 'huiyin_app'
export const schema = 'huiyin'

type Found = { readonly user: string; readonly isMighty: boolean; readonly path: string }

const whoWeAre = `select current_user as "user", current_setting('search_path') as path,
  (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as "isMighty"`

/**
 * Asked at every new connection, before anything is done by it: row-level security does not hold for the owner of a database. A pooler in
 * between may leave out what a connection asks for at its start, today or from one day on.
 */
export function verifyRole(client: pg.PoolClient, done: (error?: Error) => void): void {
  client.query<Found>(whoWeAre).then(
    ({ rows: [found] }) => done(found === undefined ? otherRole('nobody') : wrongIn(found)),
    (error: Error) => done(error),
  )
}

function wrongIn({ user, isMighty, path }: Found): Error | undefined {
  if (user === appRole && !isMighty && path === schema) return undefined
  return otherRole(`current_user ${user}, search_path ${path}${isMighty ? ', superuser or bypassrls' : ''}`)
}

const otherRole = (detail: string): StoreUnavailable => new StoreUnavailable('other-role', { cause: new Error(detail) })
