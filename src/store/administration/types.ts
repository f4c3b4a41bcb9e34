import type { DayText, GovernmentId, Instant, JsonObject } from '../types.js'

/** 审计日志. One deed of an administrator, or one that must be known: a sign-in, an identity opened, an export. */
export type NewAudit = {
  readonly at: Instant
  readonly account: string
  readonly kind: string
  /** An account, a unit, the id of a matter; never a citizen. */
  readonly about: string
  readonly detail: JsonObject
}
/** `number`: of the matter it is about. `address`: from where it was done; null: on the machine itself, or by itself. */
export type AuditRow = NewAudit & { readonly id: number; readonly number: string | null; readonly address: string | null }
export type AuditFilter = {
  readonly account?: string
  readonly kind?: string
  /** What the entry is about; here, whose account. */
  readonly about?: string
  readonly from?: Instant
  readonly before?: Instant
}

/** 规范用语. Empty `act` or `field`: for all of them. */
export type StandardText = {
  readonly id: number
  readonly act: string
  readonly field: string
  readonly title: string
  readonly body: string
  /** Changes with every change. */
  readonly revision: number
}
export type NewStandardText = Omit<StandardText, 'id' | 'revision'>

/** 代理. From day to day, who is absent is stood in for by another in one role. */
export type Substitute = {
  readonly id: number
  readonly absent: string
  readonly present: string
  readonly role: string
  readonly unit: string | null
  readonly firstOn: DayText
  readonly lastOn: DayText
  readonly reason: string
  readonly endedAt: Instant | null
}
export type NewSubstitute = Omit<Substitute, 'id' | 'endedAt'>

export type CalendarChange = {
  readonly id: number
  readonly at: Instant
  readonly account: string
  readonly kind: 'off' | 'work' | 'withdrawn'
  readonly withdraws: number | null
  readonly name: string
  readonly firstOn: DayText | null
  readonly lastOn: DayText | null
  readonly reason: string
  readonly instrument: string
}
export type NewCalendarChange = Omit<CalendarChange, 'id'>

/** A link by which somebody sets their own password, once. */
export type NewAccountLink = {
  readonly token: string
  readonly account: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly madeBy: string
  /** Shown to its maker, as there is no way to send it to the person. */
  readonly isShown: boolean
}
/** `mustChange`: somebody else may know it. */
export type NewPassword = { readonly account: string; readonly hash: string; readonly mustChange: boolean }
export type AccountLink = {
  readonly government: GovernmentId
  readonly account: string
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
  readonly isShown: boolean
}
