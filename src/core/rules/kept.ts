import { actsAskedFor } from './condition-reads.js'
import type { Act, Duty, Opening, Regulation } from './regulation.js'

/** 不让知道的. By role: the duties and fields that would tell it of an act that is kept from it. */
export type Kept = {
  readonly duties: ReadonlyMap<string, ReadonlySet<string>>
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * What follows from acts that are kept from a role is kept from it too: a duty that such an act opens, meets, ends, stops or makes go on, though
 * others do so as well, for it would stand otherwise at the moment of what nobody is to know; one that is there only where such an act was done;
 * what a duty so kept opens in turn; and a field that no other act states. Only who owes a duty cannot be kept from it.
 */
export function keptIn(regulation: Regulation): Kept {
  const acts = Object.values(regulation.acts)
  const roles = [...new Set(acts.flatMap(({ keptFrom }) => keptFrom))]
  return {
    duties: new Map(roles.map((role) => [role, dutiesKept(regulation, role)])),
    fields: new Map(roles.map((role) => [role, fieldsKept(acts, role)])),
  }
}

function dutiesKept({ acts, duties, signOffs }: Regulation, role: string): ReadonlySet<string> {
  const kept = new Set<string>()
  const isKept = (act: string): boolean => acts[act]?.keptFrom.includes(role) === true
  const tells = (opening: Opening): boolean => {
    if (opening.on === 'act') return isKept(opening.act)
    if (opening.on === 'turn') return signOffs[opening.signOff]?.sentBy.every(isKept) === true
    return (opening.on === 'due' || opening.on === 'rung') && kept.has(opening.duty)
  }
  const isTelling = (duty: Duty): boolean =>
    duty.opens.some(tells) ||
    [...duty.metBy, ...duty.cancelledBy, ...duty.pausedBy, ...duty.resumedBy, ...duty.reopenedBy].some(({ act }) =>
      isKept(act),
    ) ||
    [duty.appliesTo, ...duty.opens.map(({ when }) => when)].some((asked) => asked !== null && actsAskedFor(asked).some(isKept))
  for (let before = -1; before !== kept.size; ) {
    before = kept.size
    for (const duty of Object.values(duties)) if (duty.holder !== role && isTelling(duty)) kept.add(duty.id)
  }
  return kept
}

/** The fields in which an act may put something. */
export const statedBy = ({ needs, takes, needsWhen, sets }: Act): readonly string[] => [
  ...[...needs, ...takes],
  ...needsWhen.flatMap(({ fields }) => fields),
  ...Object.keys(sets),
]

function fieldsKept(acts: readonly Act[], role: string): ReadonlySet<string> {
  const openly = new Set(acts.filter(({ keptFrom }) => !keptFrom.includes(role)).flatMap(statedBy))
  const all = acts.filter(({ keptFrom }) => keptFrom.includes(role)).flatMap(statedBy)
  return new Set(all.filter((field) => !openly.has(field)))
}
