/** A unit's share as the dispatcher states it: which unit, in which part. */
export type AssignmentRequest = { readonly unit: string; readonly role: AssignmentRole }

/** 承办方式: lead 主办, assist 协办, separate 分办, joint 会办 (no single lead). */
export type AssignmentRole = 'lead' | 'assist' | 'separate' | 'joint'
export const assignmentRoles: readonly AssignmentRole[] = ['lead', 'assist', 'separate', 'joint']

/** What a field of an act may hold. Plain data, so that an event can be stored and hashed as it is. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** What an act states: field by field. */
export type Payload = Readonly<Record<string, Value>>

export const isFilled = (value: Value | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Reads a field's value as the list of assignments it states; entries of another shape are left out. */
export function assignmentsIn(value: Value | undefined): readonly AssignmentRequest[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: Value) => {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return []
    const { unit, role } = entry as { unit?: Value; role?: Value }
    const found = assignmentRoles.find((each) => each === (role ?? 'lead'))
    return typeof unit === 'string' && found !== undefined ? [{ unit, role: found }] : []
  })
}
