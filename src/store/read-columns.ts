import { ofAssignments, ofDuties, ofEvents, ofMarks, ofMatters, selected } from './columns.js'

/** Rows as the app knows them, under the aliases that every statement here uses. */
export const matterColumns = `m.government, m.matter, m.number, m.revision, m.requester, m.destroyed_at as "destroyedAt",
  ${selected(ofMatters, 'm')}`
export const dutyColumns = selected(ofDuties, 'd')
export const assignmentColumns = selected(ofAssignments, 'a')
export const markColumns = selected(ofMarks, 'k')
export const eventColumns = selected(ofEvents, 'e')
/** What a matter is folded from; the links of the chain are of no use there. */
export const foldedColumns = selected(
  ofEvents.filter(({ name }) => !['algorithm', 'previous', 'hash'].includes(name)),
  'e',
)
export const attachmentColumns = `b.attachment, b.matter, b.name, b.type, b.size, encode(b.sm3, 'hex') as sm3, b.uploaded_at as "uploadedAt",
  b.key_id is not null as "isSealed", b.tells`
export const accessColumns = 'r.id, r.matter, r.account, r.at, r.what, r.reason'
export const sessionColumns =
  's.id, s.government, s.account, s.csrf, s.created_at as "createdAt", s.expires_at as "expiresAt", s.seen_at as "seenAt"'
export const accountColumns = `a.account, a.login, a.name, a.password_hash as "passwordHash", a.is_admin as "isAdmin", a.disabled as "isDisabled",
  a.is_auditor as "isAuditor", a.contact, a.must_change as "mustChange", a.list, a.standing,
  exists (select from second_factor f where f.government = a.government and f.account = a.account and f.is_confirmed)
    as "hasSecondFactor",
  coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'unit', nullif(r.unit, '')) order by r.role, r.unit) from account_role r
    where r.government = a.government and r.account = a.account), '[]') as roles`
export const queuedDutyColumns = `d.duty_key as key, d.duty, nullif(d.holder_unit, '') as unit, d.item_name as "itemName", d.status, d.opened_at as "openedAt",
  d.due_at as "dueAt", d.late_at as "lateAt", d.provisional as "isProvisional", d.met_at as "metAt", coalesce(d.workdays_late, 0) as "workdaysLate", d.held as "isHeld",
  d.alert, coalesce(d.deducted, 0) as deducted, coalesce(d.criticisms, 0) as criticisms`
export const queuedMatterColumns = `m.matter, m.number, m.title, m.category, m.channel, m.regulation, m.regulation_version as "regulationVersion",
  m.office_duty as "officeDuty", m.round`
