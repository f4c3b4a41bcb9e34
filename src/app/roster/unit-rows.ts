import type { NewUnit } from '../../contract/index.js'
import { isSameName } from '../../core/index.js'
import type { Unit } from '../../store/index.js'
import { addUnit, newUnitWrong, unitKindsSaid, unitMade } from '../administration/units.js'
import { rosterWords } from '../words/roster.js'
import {
  type Nameable,
  namedSo,
  type RosterAsked,
  type RosterCells,
  type RosterReader,
  refused,
  wrongSentences,
} from './roster.js'

/** Units that a cell may name: those that are not merged, as they are called today. */
export const unitsNameable = (units: readonly Unit[]): readonly Nameable[] =>
  units.filter(({ successor }) => successor == null).map(({ unit, name }) => ({ id: unit, names: [name] }))

/** 单位名单. Each row a unit; what is called so under the same unit already is known. */
export function unitRows({ deps, admin }: RosterAsked, before: readonly Unit[]): RosterReader {
  const words = rosterWords[admin.lang]
  const kinds = unitKindsSaid(admin.office).map(({ id, name }) => ({ id, names: [name.zh, name.en] }))
  let units = before
  return (cells) => {
    const parent = meant(namedSo(unitsNameable(units), cells.parent ?? ''), cells.parent, words)
    const kind = meantKind(cells.unitKind)
    const reasons = [parent, kind].flatMap((each) => ('reason' in each ? [each.reason] : []))
    if ('reason' in parent || 'reason' in kind) return refused(admin.lang, reasons)
    const asked: NewUnit = {
      name: cells.name ?? '',
      parent: parent.id,
      unitKind: kind.id,
      ...(cells.id ? { id: cells.id } : {}),
    }
    if (isKnown(units, asked)) return { kind: 'known' }
    const there = { units, kinds: kinds.map(({ id }) => id) }
    const wrong = newUnitWrong(there, asked)
    if (wrong.length > 0) return refused(admin.lang, wrongSentences(admin.lang, wrong))
    const unit = unitMade(units, asked)
    return {
      kind: 'new',
      values: { ...shown(cells), id: unit.unit },
      take: () => {
        units = [...units, unit]
      },
      write: async () => {
        const made = await addUnit(deps, admin, { ...asked, id: unit.unit })
        return made.ok ? { ok: true, link: null } : made
      },
    }
  }

  function meantKind(text = ''): Meant {
    if (text === '') return { id: null }
    const [found] = namedSo(kinds, text)
    const names = kinds.map(({ names: [zh = '', en = ''] }) => (admin.lang === 'zh' ? zh : en || zh))
    return found === undefined ? { reason: words.unknownKind(text, names) } : { id: found.id }
  }
}

const shown = ({ name = '', parent = '', unitKind = '' }: RosterCells): RosterCells => ({ name, parent, unitKind })

type Meant = { readonly id: string | null } | { readonly reason: string }

/** Which unit a cell means; none where it says nothing. */
export function meant(
  found: readonly Nameable[],
  text = '',
  words: Pick<(typeof rosterWords)['zh'], 'unknownUnit' | 'manyUnits'>,
): Meant {
  if (text === '') return { id: null }
  if (found.length > 1) return { reason: words.manyUnits(text) }
  return found[0] === undefined ? { reason: words.unknownUnit(text) } : { id: found[0].id }
}

const isKnown = (units: readonly Unit[], { id, name, parent }: NewUnit): boolean =>
  units.some((each) => isSameName(each.name, name) && each.parent === parent && (id === undefined || each.unit === id))
