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
  assignment: null,
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
}

export const aProjection: MatterProjection = {
  regulation: 'demo',
  regulationVersion: '2026-01-01',
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
  assignments: [],
  duties: [aDuty],
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
