import { isScalar } from 'yaml'
import type { Changes } from './changes.js'
import { entryIn, mappingsIn } from './splice.js'

/** In an example: what the office owes is done once a period; the second time, its matter stands where nothing is owed. */
export function roundsInScenario(root: unknown): Changes {
  const splices = mappingsIn(root).flatMap(({ node }) => {
    const refused = entryIn(node, 'refused')?.value
    const isDoing = entryIn(node, 'officeDuty') !== undefined && entryIn(node, 'act') === undefined
    if (!isDoing || !isScalar(refused) || refused.value !== 'limit-reached') return []
    return [{ from: refused.range?.[0] ?? 0, to: refused.range?.[1] ?? 0, text: 'wrong-stage' }]
  })
  return { splices, undecided: [] }
}
