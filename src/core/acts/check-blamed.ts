import type { FieldProblem } from '../conditions/refusal.js'
import type { ActRequest } from '../events/act-request.js'
import { type Scope, shareOf } from '../fold/scope.js'
import type { Act } from '../rules/regulation.js'

/** Who is named in a bulletin or commended for a share is the unit whose share it is: nobody else answers for it. */
export function checkBlamed({ criticises, commends }: Act, request: ActRequest, scope: Scope | null): readonly FieldProblem[] {
  const share = shareOf(scope)
  if (share === null) return []
  const named = [criticises, commends].filter((field) => field !== null)
  return named
    .filter((field) => request.with[field] !== undefined && request.with[field] !== share.unit)
    .map((field) => ({ field, code: 'not-this-share', limit: null }))
}
