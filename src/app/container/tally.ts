import type { ContainerView } from '../../contract/index.js'
import { derive } from '../../core/index.js'
import type { Opened } from '../matter/open-matter.js'
import { unitNamed } from '../matter/view-parts.js'
import type { Showing } from '../showing.js'
import { answering } from './held-row.js'

/** 清点. What is held beside the list of whoever hands it over; null where nothing is listed, or the list is kept from the viewer. */
export function tallyOf(showing: Showing, { given, sight }: Opened, held: readonly Opened[]): ContainerView['tally'] {
  const { listed } = given.program.regulation.meaning.container
  if (listed === null) return null
  const isSeen = [listed.total, listed.unit, listed.number].every((field) => sight.fields[field]?.as === 'shown')
  if (!isSeen) return null
  const { facts, items } = derive(given)
  const said = new Map<string, number>()
  for (const item of items) {
    const [unit, number] = [item.facts[listed.unit], item.facts[listed.number]]
    if (item.kind === listed.of && typeof unit === 'string') said.set(unit, (said.get(unit) ?? 0) + numberIn(number))
  }
  const found = held.map(answering)
  const units = [...new Set([...said.keys(), ...found.flat()])]
  const total = facts[listed.total]
  return {
    listed: typeof total === 'number' ? total : null,
    held: held.length,
    units: units.map((unit) => ({
      ...unitNamed(showing, unit),
      listed: said.get(unit) ?? 0,
      held: found.filter((each) => each.includes(unit)).length,
    })),
  }
}

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0)
