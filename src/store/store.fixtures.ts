import type { TestDatabase } from '../../test/postgres-for-tests.js'
import { openDatabase } from './database/database.js'
import { asGovernment, type Query } from './database/transaction.js'
import { assignmentColumns, dutyColumns } from './read-columns.js'
import type { DutyRow, Government, MatterProjection, NewEvent, ReservedMatter, Submission } from './types.js'

export const morning = Date.parse('2026-03-02T01:00:00Z')
export const day = 86_400_000

export const linhai: Government = {
  government: 'linhai',
  name: '临海区',
  numberPrefix: 11,
  regulation: 'demo',
  regulationVersion: '2026-01-01',
  settings: {},
}
export const beishan: Government = {
  government: 'beishan',
  name: '北山县',
  numberPrefix: 12,
  regulation: 'demo',
  regulationVersion: '2026-01-01',
  settings: {},
}

export const aDuty: DutyRow = {
  key: 'reply#1',
  duty: 'reply',
  holder: 'office',
  unit: null,
  person: null,
  assignment: null,
  itemName: null,
  status: 'open',
  openedAt: morning,
  dueAt: morning + 5 * day,
  lateAt: morning + 5 * day,
  dueOn: '2026-03-09',
  isProvisional: false,
  metAt: null,
  isLate: false,
  workdaysLate: 0,
  isHeld: false,
  alert: null,
  alertRank: 0,
  deducted: 0,
  criticisms: 0,
}

export const aProjection: MatterProjection = {
  regulation: 'demo',
  regulationVersion: '2026-01-01',
  officeDuty: null,
  round: null,
  stage: 'submitted',
  shownState: 'received',
  category: 'complaint',
  channel: 'web',
  title: '路灯不亮',
  receivedAt: morning,
  updatedAt: morning,
  lookAt: morning + 5 * day,
  nextDueAt: morning + 5 * day,
  alert: null,
  alertRank: 0,
  publishedAt: null,
  units: [],
  hiddenFrom: [],
  facts: { category: 'complaint' },
  searchText: '路灯不亮 东风巷口的路灯坏了',
  publicText: '',
  assignments: [],
  duties: [aDuty],
  marks: [{ key: '2:accepted', mark: 'accepted', at: morning, assignment: null, rating: null, unit: null, times: 1 }],
}

export const submitted: NewEvent = {
  act: 'submit',
  kind: 'submitted',
  by: { role: 'requester' },
  at: morning,
  recordedAt: morning + 12,
  data: { title: '路灯不亮', body: '东风巷口的路灯坏了', photos: 2, exact: 0.1 },
}

export const accepted: NewEvent = {
  act: 'accept',
  kind: 'accepted',
  by: { role: 'office', account: 'li' },
  at: morning + 3_600_000,
  recordedAt: morning + 3_600_000,
  data: {},
}

export const aSubmission = (reserved: ReservedMatter, changes: Partial<MatterProjection> = {}): Submission => ({
  reserved,
  events: [submitted],
  projection: { ...aProjection, ...changes },
  at: morning,
})

/** The shares and duties of a matter as they stand in their tables. */
export const rowsOf = (made: TestDatabase, matter: number): Promise<Pick<MatterProjection, 'assignments' | 'duties'>> =>
  inLinhai(made, async (query) => ({
    assignments: await query(`select ${assignmentColumns} from assignment a where matter = $1 order by assignment`, [matter]),
    duties: await query(`select ${dutyColumns} from duty d where matter = $1 order by opened_at, duty_key`, [matter]),
  }))

/** Which transaction wrote, and which last locked, its duties and its words. */
export const rowVersions = (made: TestDatabase, matter: number): Promise<readonly object[]> =>
  inLinhai(made, (query) =>
    query(
      `select xmin::text, xmax::text from duty where matter = $1 union all select xmin::text, xmax::text from matter_text where matter = $1`,
      [matter],
    ),
  )

async function inLinhai<T>({ connection }: TestDatabase, work: (query: Query) => Promise<T>): Promise<T> {
  const database = openDatabase(connection)
  try {
    return await asGovernment(database, 'linhai', work)
  } finally {
    await database.close()
  }
}
