import type { Regulation } from '../../core/index.js'
import { kindsOf } from '../container/index.js'
import { seesRounds } from '../gate.js'
import { importedKinds } from '../imports/import-plan.js'
import type { Office } from '../office.js'

/** 身份的权限. What a role may do whichever matter it is about, by the regulations of an office. */
export type RoleRights = {
  readonly seesRounds: boolean
  readonly mayImport: boolean
  /** Some rule lets it see, or open for a reason, who somebody is. */
  readonly opensIdentities: boolean
  /** Some act is done by it only in matters that were chosen. */
  readonly choosesMatters: boolean
  /** A regulation under which it works says what units are assessed by. */
  readonly seesAssessment: boolean
  /** The regulations whose matters hold others, and under which the role works. */
  readonly containers: readonly Regulation[]
}

const known = new WeakMap<Office, Map<string, RoleRights>>()

/** Worked out once for as long as an office is kept: every request asks. */
export function rightsOf(office: Office, role: string): RoleRights {
  const ofOffice = known.get(office) ?? new Map<string, RoleRights>()
  known.set(office, ofOffice)
  const found = ofOffice.get(role) ?? {
    seesRounds: seesRounds(office, role),
    mayImport: importedKinds(office, role).length > 0,
    opensIdentities: office.versions.some(({ regulation }) => opensIdentity(regulation, role)),
    choosesMatters: office.programs.some(({ regulation }) => choosesUnder(regulation, role)),
    seesAssessment: office.programs.some(({ regulation }) => isAssessing(regulation, role)),
    containers: kindsOf(office).flatMap(({ holder }) => (holder.roles[role] === undefined ? [] : [holder])),
  }
  ofOffice.set(role, found)
  return found
}

const choosesUnder = ({ acts }: Regulation, role: string): boolean =>
  Object.values(acts).some(({ chosen, by }) => chosen !== null && by.includes(role))

const isAssessing = ({ assessment, roles }: Regulation, role: string): boolean =>
  Object.keys(assessment).length > 0 && ['office', 'unit', 'leader'].includes(roles[role]?.kind ?? '')

const opensIdentity = ({ visibility, fields }: Regulation, role: string): boolean =>
  visibility.fields.some(
    (rule) =>
      rule.to.includes(role) &&
      (rule.as === 'onReason' || rule.as === 'shown') &&
      rule.fields.some((id) => id === 'identity' || fields[id]?.isIdentity === true),
  )
