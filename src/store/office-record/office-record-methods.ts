import type { Database } from '../database.js'
import { asEveryGovernment, asGovernment } from '../transaction.js'
import * as record from './office-record.js'
import type { OfficeRecordStore } from './types.js'

const leaseMs = 60_000

export function officeRecordMethods(database: Database): OfficeRecordStore {
  return {
    begin: (government, asked) => asGovernment(database, government, (query) => record.beginRecord(query, government, asked)),
    load: (government, regulation) =>
      asGovernment(database, government, (query) => record.loadRecord(query, government, regulation)),
    append: (government, append) => asGovernment(database, government, (query) => record.appendRecord(query, government, append)),
    takeDue: ({ lease = leaseMs, ...asked }) =>
      asEveryGovernment(database, (query) => record.takeDueRecords(query, { ...asked, lease })),
    nextLookAt: () => asEveryGovernment(database, record.nextRecordLookAt),
    lookAgain: (government, at) =>
      asGovernment(database, government, (query) => record.lookAgainAtRecords(query, government, at)),
    listFiles: (government, regulation) =>
      asGovernment(database, government, (query) => record.listRecordFiles(query, government, regulation)),
    readFile: (government, regulation, attachment) =>
      asGovernment(database, government, (query) => record.readRecordFile(query, government, regulation, attachment)),
  }
}
