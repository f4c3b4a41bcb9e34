import type { FieldProblem } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import type { Field, Regulation } from '../rules/regulation.js'
import { namesIn } from '../values/value.js'

/**
 * Known requesters whom a field names must stand on a list that it asks for, people must hold a role that it asks for; where nobody says who
 * stands where or who works here, nothing is found.
 */
export function checkPeople({ fields }: Regulation, request: ActRequest): readonly FieldProblem[] {
  return Object.entries(request.with).flatMap(([id, value]) => {
    const field = fields[id]
    const isFit = field === undefined ? null : fitting(field, request)
    if (isFit === null) return []
    return namesIn(value).every(isFit) ? [] : [{ field: id, code: 'not-an-option' as const, limit: null }]
  })
}

/** Whether a name fits into the field; null: it holds no list of names, or nothing is known of them. */
function fitting({ type, lists, roles }: Field, { requesters, worksHere }: ActRequest): ((name: string) => boolean) | null {
  if (type === 'people') return worksHere === undefined ? null : (name) => worksHere(name, roles)
  if (type !== 'requesters' || requesters === undefined) return null
  return (name) => {
    const list = requesters.get(name)
    return list !== undefined && (lists.length === 0 || lists.includes(list))
  }
}
