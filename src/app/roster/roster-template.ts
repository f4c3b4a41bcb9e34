import type { RosterKind } from '../../contract/index.js'
import { unitKindsOf } from '../administration/units.js'
import type { SignedIn } from '../entry/signed-in.js'
import { requesterListsOf } from '../known/listed-people.js'
import { BoldRow, workbookBytes } from '../tables/workbook-file.js'
import { nameIn } from '../words/index.js'
import { type RosterColumn, rosterColumns, rosterWords } from '../words/roster.js'
import { staffRoles } from './roster.js'

/** 模板. A workbook with the heads of a list, and beside it a sheet that says what each column takes here. */
export async function rosterTemplate(
  { office, lang }: SignedIn,
  of: RosterKind,
): Promise<{ readonly file: Uint8Array; readonly name: string }> {
  const words = rosterWords[lang]
  const columns = rosterColumns[of]
  const says = ({ name, isNeeded, says }: RosterColumn) => [name[lang], isNeeded ? words.needed : '', says[lang]]
  const guide = [
    ...columns.map(says),
    ...choices({ office, lang }, of).flatMap(({ column, names }) => [
      [],
      BoldRow.of(`${words.choices}：${column}`),
      ...names.map((name) => [name]),
    ]),
  ]
  const file = await workbookBytes([
    { name: words.title[of], heads: columns.map(({ name }) => name[lang]), rows: [], widths: columns.map(() => 24) },
    { name: words.guide, heads: words.guideHeads, rows: guide, widths: [24, 12, 70] },
  ])
  return { file, name: `${words.title[of]}.xlsx` }
}

/** What may be written in a column of few choices, as it is called here. */
function choices({ office, lang }: Pick<SignedIn, 'office' | 'lang'>, of: RosterKind) {
  const called = (id: string): string => rosterColumns[of].find((column) => column.id === id)?.name[lang] ?? id
  if (of === 'units') {
    const names = unitKindsOf(office, lang).map(({ name }) => name)
    return names.length === 0 ? [] : [{ column: called('unitKind'), names }]
  }
  if (of === 'listed') return [{ column: called('list'), names: requesterListsOf(office).map(({ name }) => nameIn(lang, name)) }]
  const { withUnit } = rosterWords[lang]
  const roles = staffRoles(office).map(({ name, kind }) => `${nameIn(lang, name)}${kind === 'unit' ? withUnit : ''}`)
  const units = [...office.units.values()].filter(({ successor }) => successor == null).map(({ name }) => name)
  return [
    { column: called('roles'), names: roles },
    { column: called('unit'), names: units },
  ]
}
