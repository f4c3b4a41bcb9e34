import type { Regulation } from '../../core/index.js'
import type { RuleCheck } from './rule-check.js'

/** Whoever is outside signs in nowhere here: what only they may do nobody does, and what they owe stands on no desk. */
const nobodyHolds: RuleCheck = ({ regulation }) => [
  ...Object.values(regulation.acts)
    .filter(({ by }) => by.length > 0 && by.every((role) => isOutside(regulation, role)))
    .map(({ id, by }) => ({ code: 'role-nobody-holds', path: ['acts', id, 'by'], args: { role: by.join(', ') } })),
  ...Object.values(regulation.duties)
    .filter(({ holder }) => isOutside(regulation, holder))
    .map(({ id, holder }) => ({ code: 'role-nobody-holds', path: ['duties', id, 'holder'], args: { role: holder } })),
]

const isOutside = ({ roles }: Regulation, role: string): boolean => roles[role]?.kind === 'outside'

export const roleChecks: readonly RuleCheck[] = [nobodyHolds]
