import type { DayText, Unit } from '../../store/index.js'

/** Before every day: from when on a unit has the name it was made with. */
const always = '0000-01-01'

/** 单位名称沿革. A unit as of a day: under its name of that day, and merged only if the day of the merger has come. */
export function unitOn({ successor, mergedOn, ...unit }: Unit, on: DayText): Unit {
  const isMerged = successor != null && mergedOn != null && mergedOn <= on
  const names = [{ since: always, name: unit.name }, ...(unit.names ?? [])]
  const named = { ...unit, names, name: nameThen({ ...unit, names }, on) }
  return isMerged ? { ...named, successor, mergedOn } : named
}

/** What a unit was called on a day: the last name that held from that day or before. */
export const nameThen = ({ name, names = [] }: Unit, on: DayText): string =>
  names.findLast(({ since }) => since <= on)?.name ?? name

/** All units that were merged into this one, or into one that was. */
export function predecessorsOf(units: ReadonlyMap<string, Unit>, unit: string): readonly string[] {
  const found: string[] = []
  for (let round = [unit]; round.length > 0; ) {
    const next = [...units.values()].filter((each) => each.successor != null && round.includes(each.successor))
    round = next.map((each) => each.unit).filter((each) => each !== unit && !found.includes(each))
    found.push(...round)
  }
  return found
}
