import type { FieldProblem } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import { unitsIn } from '../events/units-named.js'
import type { Field, Regulation } from '../rules/regulation.js'
import { namesIn, type Payload, recordsIn, type Value } from '../values/value.js'

/**
 * Whom fields name, also within items: a unit must be one of this government, and take matters where it is handed a share; known requesters
 * must stand on a list that the field asks for, people must hold a role that it asks for. One person may be anybody, as whoever is complained
 * of; where a duty is theirs, they must hold a role that owes it. Where nobody says who is known here, nothing is found.
 */
export function checkNamed({ fields }: Regulation, request: ActRequest): readonly FieldProblem[] {
  const wrongIn = (stated: Payload): readonly FieldProblem[] =>
    Object.entries(stated).flatMap(([id, value]): readonly FieldProblem[] => {
      const field = fields[id]
      if (field === undefined) return []
      if (field.type === 'items')
        return recordsIn(value).flatMap((item, row) => wrongIn(item).map((wrong) => ({ ...wrong, within: { field: id, row } })))
      return isFit(field, value, request) ? [] : [{ field: id, code: 'not-an-option', limit: null }]
    })
  return wrongIn(request.with)
}

function isFit({ type, lists, roles }: Field, value: Value, { requesters, worksHere, isUnitHere }: ActRequest): boolean {
  switch (type) {
    case 'unit':
      return isUnitHere === undefined || unitsIn(value).every((unit) => isUnitHere(unit, 'named'))
    case 'assignments':
      return isUnitHere === undefined || unitsIn(value).every((unit) => isUnitHere(unit, 'handed'))
    case 'people':
      return worksHere === undefined || namesIn(value).every((name) => worksHere(name, roles))
    case 'person':
      return worksHere === undefined || roles.length === 0 || typeof value !== 'string' || worksHere(value, roles)
    case 'requesters': {
      if (requesters === undefined) return true
      return namesIn(value).every((name) => {
        const list = requesters.get(name)
        return list !== undefined && (lists.length === 0 || lists.includes(list))
      })
    }
    case 'text':
    case 'longText':
    case 'choice':
    case 'choices':
    case 'boolean':
    case 'number':
    case 'date':
    case 'time':
    case 'matter':
    case 'limit':
    case 'items':
    case 'attachments':
      return true
  }
}
