import type { ActView, MatterView } from '../../../contract/index.js'

/** What somebody owes and cannot do yet: the first act that would meet it, with what stands in its way; null: one of them may be done. */
export function notYet(
  { acts }: Pick<MatterView, 'acts'>,
  { key, metBy }: Pick<MatterView['duties'][number], 'key' | 'metBy'>,
): ActView | null {
  if (acts.some(({ refusal, meets }) => refusal === null && meets.includes(key))) return null
  return acts.find(({ refusal, act }) => refusal !== null && metBy.includes(act)) ?? null
}
