import type { ActRequest } from './act-request.js'
import type { FieldProblem } from './refusal.js'
import type { Regulation } from './regulation.js'
import { namesIn } from './value.js'

/** Whoever a field names must stand on a list that it asks for; where nobody says who stands where, nothing is found. */
export function checkRequesters({ fields }: Regulation, { with: stated, requesters }: ActRequest): readonly FieldProblem[] {
  if (requesters === undefined) return []
  return Object.entries(stated).flatMap(([id, value]) => {
    const field = fields[id]
    if (field?.type !== 'requesters') return []
    const isListed = (name: string): boolean => {
      const list = requesters.get(name)
      return list !== undefined && (field.lists.length === 0 || field.lists.includes(list))
    }
    return namesIn(value).every(isListed) ? [] : [{ field: id, code: 'not-an-option' as const, limit: null }]
  })
}
