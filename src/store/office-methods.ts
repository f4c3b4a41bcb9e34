import type { Database } from './database/database.js'
import { asEveryGovernment, asGovernment, asNoGovernment, type Query } from './database/transaction.js'
import { addNotices, countUnread, listNotices, markRead } from './notices.js'
import * as offices from './offices.js'
import * as sessions from './sessions.js'
import type { Store } from './store.js'
import type { Government, GovernmentId } from './types.js'

type Methods = Pick<
  Store,
  | (
      | 'listGovernments'
      | 'findGovernment'
      | 'putGovernment'
      | 'listUnits'
      | 'putUnits'
      | 'listAccounts'
      | 'findAccount'
      | 'putAccount'
      | 'setRoles'
    )
  | (
      | 'createSession'
      | 'findSession'
      | 'endSession'
      | 'endSessionsOf'
      | 'createSetupLink'
      | 'isSetupLink'
      | 'setUp'
      | 'hasAnyAccount'
      | 'tidy'
    )
  | ('addNotices' | 'listNotices' | 'countUnread' | 'markRead' | 'readCalendarOverlay' | 'putCalendarOverlay')
>

export function officeMethods(database: Database): Methods {
  const of = <T>(government: GovernmentId, work: (query: Query) => Promise<T>): Promise<T> =>
    asGovernment(database, government, work)
  const holders = sessions.holdersOf(database)
  const nobodys = <T>(work: (query: Query) => Promise<T>): Promise<T> => asNoGovernment(database, work)
  const directory = (): Promise<Government[]> => asEveryGovernment(database, offices.listGovernments)
  return {
    listGovernments: directory,
    findGovernment: (government) => of(government, (query) => offices.findGovernment(query, government)),
    putGovernment: (government) => of(government.government, (query) => offices.putGovernment(query, government)),
    listUnits: (government) => of(government, (query) => offices.listUnits(query, government)),
    putUnits: (government, units) => of(government, (query) => offices.putUnits(query, government, units)),
    listAccounts: (government) => of(government, (query) => offices.listAccounts(query, government)),
    findAccount: (government, by) => of(government, (query) => offices.findAccount(query, government, by)),
    putAccount: (government, account) => of(government, (query) => offices.putAccount(query, government, account)),
    setRoles: (government, account, roles) => of(government, (query) => offices.setRoles(query, government, account, roles)),

    createSession: (government, session) => of(government, (query) => sessions.createSession(query, government, session)),
    findSession: (token, now) => sessions.findSession(holders, token, now),
    endSession: (token) => nobodys((query) => sessions.endSession(query, token)),
    endSessionsOf: (government, account) => of(government, (query) => sessions.endSessionsOf(query, government, account)),
    createSetupLink: (token, at) => nobodys((query) => sessions.createSetupLink(query, token, at)),
    isSetupLink: (token) => nobodys((query) => sessions.isSetupLink(query, token)),
    setUp: ({ token, at, government, account }) =>
      of(government.government, async (query) => {
        if (!(await sessions.useSetupLink(query, token, at))) return false
        await offices.putGovernment(query, government)
        await offices.putAccount(query, government.government, account)
        return true
      }),
    hasAnyAccount: async () => {
      for (const { government } of await directory()) {
        if (await of(government, (query) => offices.hasAccount(query, government))) return true
      }
      return false
    },
    tidy: async (now) => {
      for (const { government } of await directory()) await of(government, (query) => sessions.tidy(query, government, now))
    },

    addNotices: (government, notices, at) => of(government, (query) => addNotices(query, government, notices, at)),
    listNotices: (government, reader, page) => of(government, (query) => listNotices(query, government, reader, page)),
    countUnread: (government, reader) => of(government, (query) => countUnread(query, government, reader)),
    markRead: (government, reader, ids) => of(government, (query) => markRead(query, government, reader, ids)),

    readCalendarOverlay: (government) => of(government, (query) => offices.readCalendarOverlay(query, government)),
    putCalendarOverlay: (government, days) => of(government, (query) => offices.putCalendarOverlay(query, government, days)),
  }
}
