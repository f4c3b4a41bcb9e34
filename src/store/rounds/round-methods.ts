import type { Database } from '../database/database.js'
import { asEveryGovernment, asGovernment } from '../database/transaction.js'
import * as apart from './apart.js'
import * as rounds from './rounds.js'
import type { RoundStore } from './types.js'

const leaseMs = 60_000

export function roundMethods(database: Database): RoundStore {
  return {
    begin: (government, asked) => asGovernment(database, government, (query) => rounds.begin(query, government, asked)),
    takeDue: (asked) => asEveryGovernment(database, (query) => rounds.takeDue(query, { ...asked, lease: leaseMs })),
    lookAt: (government, regulation, at) =>
      asGovernment(database, government, (query) => rounds.lookAt(query, government, regulation, at)),
    nextLookAt: () => asEveryGovernment(database, rounds.nextLookAt),
    lookAgain: (government, at) => asGovernment(database, government, (query) => rounds.lookAgain(query, government, at)),
    listOpened: (government, regulation) =>
      asGovernment(database, government, (query) => rounds.listOpened(query, government, regulation)),
    listRounds: (government, asked) => asGovernment(database, government, (query) => rounds.listRounds(query, government, asked)),
    isApart: () => asEveryGovernment(database, apart.isApart),
    listApart: (government) => asGovernment(database, government, (query) => apart.listApart(query, government)),
    moveNotice: (government, from, to) =>
      asGovernment(database, government, (query) => apart.moveNotice(query, government, from, to)),
    endApart: () => apart.endApart(database),
  }
}
