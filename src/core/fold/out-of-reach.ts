import type { Act, Regulation } from '../rules/regulation.js'

/**
 * 再也履行不了的. By stage of the matter: duties that nothing can meet any more once the matter has come there, whatever is done. Conditions left
 * aside, this is the widest it could be; what silence answers, and what no act meets anywhere, is none of them.
 */
export function outOfReach(regulation: Regulation): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>()
  for (const { id } of Object.values(regulation.stages)) {
    const ahead = actsAhead(regulation, id)
    const beyond = Object.values(regulation.duties).filter(
      ({ lapses, metBy }) => !lapses && metBy.length > 0 && !metBy.some(({ act }) => ahead.has(act)),
    )
    if (beyond.length > 0) found.set(id, new Set(beyond.map((duty) => duty.id)))
  }
  return found
}

/** Every act that may still be done in a matter at this stage, or at one to which it may come from there. */
function actsAhead({ acts, stages }: Regulation, first: string): ReadonlySet<string> {
  const possible = new Set<string>()
  const ahead = new Set([first])
  const going = (to: readonly { readonly to: string }[]): void => {
    for (const each of to) ahead.add(each.to)
  }
  // A set is walked to its end, also through what is added meanwhile.
  for (const stage of ahead) {
    going(stages[stage]?.next ?? [])
    for (const act of Object.values(acts)) {
      if (!canBeDone(act, stage, stages)) continue
      possible.add(act.id)
      if (act.of === 'matter') going(act.to)
    }
  }
  return possible
}

/** What is heard of another matter is recorded wherever this one stands. */
function canBeDone({ of, from, during, starts, hears }: Act, stage: string, stages: Regulation['stages']): boolean {
  if (hears !== null) return true
  if (starts) return false
  if (of === 'matter') return from.includes(stage)
  return during.length > 0 ? during.includes(stage) : stages[stage]?.isEnd === false
}
